"""Who sits on what, who signs, and where the papers contradict themselves."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories import governance_factory as make
from factories.account_factory import UserFactory
from factories.page_words import find_finding, list_section, read_page, say
from factories.post_factory import make_holding, make_organisation, make_post
from placeplan_web.governance.models import Signature

pytestmark = pytest.mark.django_db
MEANING = "commits to proceed, not to any outcome"


def test_checker_asks_as_often_for_three_groups_as_for_one(client):
    def make_one():
        make.SeatFactory()
        make.GroupLinkFactory()
        make.GroupAliasFactory()
        make.SignOffBlockFactory()
        make.AgendaItemFactory()

    assert count_growth(client, "/governance/checker/", make_one) == 0


def count_growth(client, url, make_one):
    """Give how many more questions a page asks for three than for one."""

    def count():
        client.get(url)
        with CaptureQueriesContext(connection) as asked:
            client.get(url)
        return len(asked)

    make_one()
    one = count()
    make_one()
    make_one()
    return count() - one


@pytest.mark.parametrize("query", ["", "?by=post"])
def test_seat_map_asks_as_often_for_three_seats_as_for_one(client, query):
    def make_one():
        make.SeatHoldingFactory(seat__body=make.BodyFactory())

    assert count_growth(client, f"/governance/seats/{query}", make_one) == 0


def test_seat_map_shows_overlap_load_and_what_hangs_on_one_seat(client):
    body = make.BodyFactory(name="Harbour Trust")
    one, other = make.GroupFactory(name="Board"), make.GroupFactory(name="Committee")
    make.SeatFactory(group=one, body=body, post_words="Chief executive", is_chair=True)
    make.SeatFactory(group=one, body=body, post_words="Medical director")
    make.SeatFactory(group=other, body=body, post_words="Chief executive")
    make.TermsFactory(group=one, frequency="monthly")

    page = read_page(client, "/governance/seats/", by="post")

    assert list_section(page, "load") == [
        "Chief executive",
        "2",
        "1 monthly, 1 not stated",
        "0",
    ]
    assert list_section(page, "lone") == ["Committee", "Chief executive"]
    assert list_section(page, "overlap") == [
        "Board and Committee",
        "1",
        "Harbour Trust",
    ]
    assert list_section(page, "voices") == ["Harbour Trust", "Board; Committee"]
    assert (
        page.count("<rect") - page.count('fill="#f0f4f5"') == 1
    )  # one square: a chair


def test_seat_map_shows_nothing_of_a_private_group(client):
    make.SeatFactory(
        group__is_public=False, title="Quiet seat", post_words="Quiet post"
    )

    assert "Quiet" not in read_page(client, "/governance/seats/", by="post")
    assert b"Quiet" not in client.get("/governance/seats.csv").content


@pytest.fixture
def block(db):
    body = make.BodyFactory(name="Harbour Trust", place=make_organisation("trust"))
    sheet = make.SignOffSheetFactory(
        reference="SGN-01", meaning=MEANING, source="pid-2019", paragraph="PID 9"
    )
    return make.SignOffBlockFactory(sheet=sheet, position=1, body=body)


@pytest.fixture
def signer(client, block):
    user = UserFactory()
    post = make_holding(make_post("Chief executive"), user).post
    client.force_login(user)
    return post


def sign(client, post, **more):
    sent = {"post": post.public_id, "meaning": MEANING, "has_read": "on", **more}
    return client.post("/governance/sign-off/SGN-01/1/", sent)


def test_what_a_signature_means_is_shown_before_it_and_kept_with_it(client, signer):
    shown = say(client.get("/governance/sign-off/SGN-01/1/"))
    answer = sign(client, signer, reservation="subject to the board")

    signature = Signature.objects.get()
    assert shown.count(MEANING) == 1
    assert shown.count("Where it stands: PID 9.") == 1
    assert answer.url == "/governance/sign-off/SGN-01/"
    assert (signature.meaning_shown, signature.post) == (MEANING, signer)
    page = say(client.get("/governance/sign-off/SGN-01/"))
    assert "with a reservation: subject to the board" in page
    assert "1 block for 1 organisation; 1 has signed." in page


def test_nobody_signs_what_has_changed_since_or_was_not_read(client, signer):
    changed = sign(client, signer, meaning="commits to everything")
    unread = sign(client, signer, has_read="")

    assert (changed.status_code, unread.status_code) == (422, 422)
    assert Signature.objects.count() == 0


def test_post_of_another_organisation_does_not_sign(client, block):
    user = UserFactory()
    make_holding(make_post("Chief executive", organisation="other"), user)
    client.force_login(user)

    assert client.get("/governance/sign-off/SGN-01/1/").status_code == 403


def test_signature_of_a_later_day_is_not_there_yet(client, block):
    make.SignatureFactory(block=block, signed_on=date(2019, 9, 2))

    before = read_page(client, "/governance/sign-off/SGN-01/", as_at="2019-09-01")
    after = read_page(client, "/governance/sign-off/SGN-01/", as_at="2019-09-02")

    assert find_finding(before).endswith("none have signed.")
    assert find_finding(after).endswith("1 has signed.")
