"""Every answer shuts the doors that it does not need."""

import pytest

from factories.account_factory import UserFactory

pytestmark = pytest.mark.django_db


def read_policy(response):
    parts = response.headers["Content-Security-Policy"].split("; ")
    return {name: words for name, *words in (part.split(" ") for part in parts)}


def test_policy_allows_our_own_files_and_one_marked_script(client):
    response = client.get("/privacy/")

    policy = read_policy(response)
    nonce = policy["script-src"][1]
    assert policy["default-src"] == ["'none'"]
    assert policy["style-src"] == ["'self'"]
    assert policy["script-src"] == ["'self'", nonce]
    assert f'nonce="{nonce[7:-1]}"' in response.content.decode()
    assert not any("unsafe" in word for words in policy.values() for word in words)


def test_nonce_is_new_for_every_answer(client):
    first, second = (
        read_policy(client.get("/privacy/"))["script-src"] for _ in range(2)
    )

    assert first != second


def test_page_holds_no_style_and_no_handler_of_its_own(client):
    page = client.get("/privacy/").content.decode()

    assert "<style" not in page
    assert " style=" not in page
    assert " onclick=" not in page


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ],
)
def test_header_is_set(client, header, words):
    assert client.get("/privacy/").headers[header] == words


def test_reader_gets_no_cookie(client):
    for address in ("/privacy/", "/cookies/", "/nothing-here/"):
        assert client.get(address).cookies == {}


def test_sign_in_page_sets_one_cookie_out_of_reach_of_scripts(client):
    cookies = client.get("/accounts/sign-in/").cookies

    assert list(cookies) == ["placeplan_session"]
    assert cookies["placeplan_session"]["httponly"]
    assert cookies["placeplan_session"]["samesite"] == "Lax"


def test_unknown_host_is_refused_without_its_words(client):
    response = client.get("/", headers={"host": "evil.example.org"})

    assert response.status_code == 400
    assert b"evil" not in response.content


def test_far_too_large_a_form_is_refused_before_it_is_read(client):
    response = client.post(
        "/accounts/sign-in/", headers={"content-length": str(2 * 1024**3)}
    )

    assert response.status_code == 413
    assert "more than 60 MB" in response.content.decode()


def test_question_for_headers_gets_no_page(client):
    whole, head = client.get("/cookies/"), client.head("/cookies/")

    assert head.content == b""
    assert head.headers["Content-Length"] == str(len(whole.content))


def test_health_page_asks_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = client.get("/healthz")

    assert response.content == b"well\n"
    assert "no-store" in response.headers["Cache-Control"]


def test_page_of_somebody_signed_in_is_kept_by_their_browser_alone(client):
    guest = client.get("/privacy/")
    client.force_login(UserFactory())

    own = client.get("/privacy/")

    assert "Cache-Control" not in guest.headers
    assert own.headers["Cache-Control"] == "private"
    assert "Cookie" in own.headers["Vary"].split(", ")


def test_file_for_everybody_is_kept_by_anyone(client):
    client.force_login(UserFactory())

    response = client.get("/brand.css")

    assert response.headers["Cache-Control"] == "max-age=3600, public"
