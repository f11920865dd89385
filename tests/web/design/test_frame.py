"""The frame of every page: menu in story order, the day as a band, honest footer."""

import pytest

from factories.account_factory import UserFactory
from factories.plain_page import open_plain_page

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _plain_page(settings, monkeypatch):
    open_plain_page(settings, monkeypatch)


def read(client, address):
    return client.get(address).content.decode()


@pytest.mark.parametrize(
    "address", ["/privacy/", "/cookies/", "/accounts/sign-in/", "/none/"]
)
def test_page_has_one_title_a_language_and_a_way_past_the_menu(client, address):
    page = read(client, address)

    assert page.count("<h1") == 1
    assert '<html lang="en">' in page
    assert page.index('href="#maincontent"') < page.index("<header")
    assert 'id="maincontent"' in page
    assert " - Placeplan</title>" in page


def test_footer_carries_the_licence_of_the_lists_that_come_with_the_program(client):
    footer = " ".join(read(client, "/plain/").partition("<footer")[2].split())

    assert ">Open Government Licence v3.0</a>." in footer
    assert "Crown copyright" not in footer
    assert "OpenStreetMap" not in footer


def test_past_day_shows_as_a_band_that_leads_back_to_today(client):
    page = read(client, "/plain/?as_at=2019-07-12&place=swale")

    assert "<strong>As at 12 July 2019.</strong>" in page
    assert 'href="/plain/?place=swale">Show today</a>' in page


def test_today_shows_no_band(client):
    page = read(client, "/plain/")

    assert "as at today" in page
    assert "pp-settings__band" not in page


def test_form_for_place_and_day_keeps_the_rest_of_the_address(client):
    page = read(client, "/plain/?run=7&as_at=2019-07-12&place=swale&page=3")

    assert '<input type="hidden" name="run" value="7">' in page
    assert '<input type="hidden" name="page"' not in page
    assert 'name="as_at" value="2019-07-12"' in page


def test_hostile_words_in_the_address_are_written_as_words(client):
    page = read(client, "/plain/?run=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")

    assert "<script>alert" not in page


def test_menu_lists_rooms_that_exist_in_story_order_and_keeps_the_day(client, settings):
    settings.NAVIGATION = [
        ("Privacy", "design:privacy"),
        ("Not built yet", "nowhere:index"),
        ("Cookies", "design:cookies"),
    ]

    page = read(client, "/cookies/?as_at=2019-07-12")

    menu = page[page.index('aria-label="Menu"') : page.index("</header>")]
    assert menu.index("Privacy") < menu.index("Cookies")
    assert "Not built yet" not in page
    assert 'href="/privacy/?as_at=2019-07-12">Privacy' in menu
    assert 'href="/cookies/?as_at=2019-07-12" aria-current="true"' in menu


def test_footer_keeps_the_place_and_the_day(client):
    page = read(client, "/plain/?place=swale&as_at=2019-07-12")

    footer = page[page.index("<footer") :]
    for address in ("/accessibility/", "/privacy/", "/cookies/"):
        assert f'href="{address}?place=swale&amp;as_at=2019-07-12"' in footer


def test_signed_in_reader_sees_their_name_and_the_way_out(client):
    client.force_login(UserFactory(username="secretary"))

    page = read(client, "/plain/")

    assert "secretary" in page
    assert 'action="/accounts/sign-out/" method="post"' in " ".join(page.split())


def test_sign_in_leads_back_to_the_same_view(client):
    page = read(client, "/cookies/?as_at=2019-07-12")

    assert "/accounts/sign-in/?next=%2Fcookies%2F%3Fas_at%3D2019-07-12" in page


def test_name_and_accent_are_settings(client, settings):
    settings.PLACEPLAN_NAME = "Our Plan"
    settings.PLACEPLAN_ACCENT = "#5b2a5e"

    assert "Our Plan</a>" in read(client, "/plain/")
    assert read(client, "/brand.css") == ":root{--pp-accent:#5b2a5e}\n"


def test_contact_is_told_where_there_is_one(client, settings):
    settings.PLACEPLAN_CONTACT = "the programme office"

    for address in ("/accessibility/", "/privacy/", "/accounts/sign-in/"):
        assert "Write to the programme office." in read(client, address)


def test_cookies_page_names_the_cookie_that_is_set(client):
    client.get("/accounts/sign-in/")

    assert list(client.cookies) == ["placeplan_session"]
    assert "placeplan_session" in read(client, "/cookies/")
