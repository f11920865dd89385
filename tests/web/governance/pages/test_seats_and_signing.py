"""Who sits on what, who signs, and where the papers contradict themselves."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories import governance_factory as make
from factories.account_factory import UserFactory
from factories.page_words import say
from factories.post_factory import make_holding, make_organisation, make_post
from placeplan_web.governance.models import Signature
from placeplan_web.governance.operations.load import load_governance
from placeplan_web.places.operations import load_registry
from placeplan_web.programme.operations.load import load_programme

pytestmark = pytest.mark.django_db
EXAMPLE = Path(__file__).parents[4] / "examples" / "kent-medway"
MEANING = "commits to proceed, not to any outcome"


@pytest.fixture
def example(db):
    """Give the whole of Kent and Medway."""
    load_registry(folder=EXAMPLE, by="tests")
    load_programme(folder=EXAMPLE, by="tests")
    load_governance(folder=EXAMPLE, by="tests")


def find_finding(page):
    found = re.search(r'<p class="nhsuk-lede-text pp-finding">(.*?)</p>', page, re.S)
    return " ".join(found.group(1).split())


def read(client, url, **query):
    answer = client.get(url, query)
    assert answer.status_code == 200
    return answer.content.decode()


def list_section(page, id_):
    section = page.split(f'id="{id_}"')[1].split("</section>")[0]
    cells = re.findall(r'<span class="pp-cell">\s*(.*?)\s*</span>', section, re.S)
    return [re.sub(r"<[^>]+>|\s+", " ", each).strip() for each in cells]


def test_example_is_loaded_whole_and_its_pages_say_so(client, example):
    groups = read(client, "/governance/groups/")
    seats = read(client, "/governance/seats/")
    sheets = read(client, "/governance/sign-off/")
    link = re.search(r'href="(/governance/sign-off/SGN-[^"]+)"', sheets).group(1)
    board = read(
        *(client, "/governance/groups/grp-stp-programme-board/"), as_at="2019-06-01"
    )

    assert (
        "commitment to proceed only: signing the PID commits an organisation to "
        "proceed with the work, not to any service model or change that results"
    ) in read(client, link)
    assert "RULE-" not in read(client, link)
    assert find_finding(groups).startswith("46 groups and 4 parts of them with ")
    assert "Virgin" in " ".join(list_section(seats, "voices"))
    assert find_finding(read(client, link)) == (
        "19 blocks for 18 organisations, Kent Community Health NHS Foundation Trust "
        "being printed twice; none have signed."
    )
    assert re.search(r"<h1.*?</span>\s*(.*?)\s*</h1>", board, re.S).group(1) == (
        "STP Programme Board"
    )
    assert "STP Partnership Board" in board


def test_example_joint_committee_and_leadership_group_decide_as_the_law_has_it(
    client, example
):
    joint = read(client, "/governance/groups/grp-ccg-joint/", as_at="2019-08-14")
    leadership = read(
        *(client, "/governance/groups/grp-stp-leadership-2016/"), as_at="2016-05-25"
    )

    assert list_section(joint, "authority")[:2] == ["Stroke", "decide"]
    cells = list_section(joint, "authority")
    verbs = {cells[n]: cells[n + 1] for n in range(0, len(cells), 3)}
    assert verbs == {
        "Stroke": "decide",
        "Cancer": "decide",
        "children&#39;s services": "recommend only",
        "mental health": "recommend only",
    }
    assert list_section(leadership, "authority")[1] == "recommend only"


def test_checker_finds_what_is_known_and_says_why_the_rest_cannot_be(client, example):
    page = read(client, "/governance/checker/")
    known = list_section(page, "known")
    said = {known[n]: known[n + 2] for n in range(0, len(known), 3)}

    assert sum(each.startswith("No longer there") for each in said.values()) == 0
    assert said["INC-G9"] == (
        "Cannot be found: Page headers are no field of a document."
    )
    assert said["INC-G1"].startswith("Found: Groups with several names")
    assert 'href="/governance/groups/grp-stp-programme-board/"' in page


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

    page = read(client, "/governance/seats/", by="post")

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

    assert "Quiet" not in read(client, "/governance/seats/", by="post")
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

    before = read(client, "/governance/sign-off/SGN-01/", as_at="2019-09-01")
    after = read(client, "/governance/sign-off/SGN-01/", as_at="2019-09-02")

    assert find_finding(before).endswith("none have signed.")
    assert find_finding(after).endswith("1 has signed.")
