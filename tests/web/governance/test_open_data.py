"""Open data, followed from link to link, as another program takes it away."""

from itertools import product
from urllib.parse import urlsplit

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories import governance_factory as make
from factories.meeting_factory import make_meeting, make_thanet
from placeplan_web.governance.models import PartKind, Seat
from placeplan_web.governance.queries.open_record import (
    list_open_files,
    list_open_papers,
)
from placeplan_web.governance.queries.paper_access import may_read_paper
from placeplan_web.governance.views import oparl

pytestmark = pytest.mark.django_db
START = "/governance/oparl/"
OURS = f"http://testserver{START}"
LISTS = ("organization", "person", "meeting", "agendaItem", "paper", "file")
NEEDED = {
    "System": {"oparlVersion", "body", "license"},
    "Body": {"system", "name", "legislativeTerm", "license", *LISTS},
    "Organization": {"body", "name", "modified"},
    "Person": {"body", "name", "membership", "modified"},
    "Membership": {"person", "organization", "role", "votingRight", "modified"},
    "Meeting": {"name", "organization", "start", "cancelled", "agendaItem", "modified"},
    "Location": {"description"},
    "AgendaItem": {"meeting", "number", "order", "name", "public", "modified"},
    "Paper": {"body", "name", "reference", "mainFile", "consultation", "modified"},
    "Consultation": {"paper", "agendaItem", "meeting", "organization", "modified"},
    "File": {"name", "accessUrl", "mimeType", "date", "fileLicense", "modified"},
}
SECRETS = ("lowest bid", "Prices of firms", "bids.txt", "Told in private")


def take(client, address):
    parts = urlsplit(address)
    query = f"?{parts.query}" if parts.query else ""
    answer = client.get(parts.path + query)
    assert answer.status_code == 200, address
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    return answer


def list_values(found):
    """Give every value in an answer, however deep."""
    if isinstance(found, dict):
        found = list(found.values())
    if isinstance(found, list):
        return [value for each in found for value in list_values(each)]
    return [found]


def list_objects(found):
    """Give every object in an answer, however deep."""
    inner = found.values() if isinstance(found, dict) else found
    deeper = [each for each in inner if isinstance(each, (dict, list))]
    own = [found] if isinstance(found, dict) and "type" in found else []
    return own + [each for one in deeper for each in list_objects(one)]


def walk(client):
    """Follow every link from the system on; give all answers by their address."""
    waiting, taken = [OURS], {}
    while waiting:
        address = waiting.pop()
        if address in taken:
            continue
        taken[address] = take(client, address).json()
        links = [each for each in list_values(taken[address]) if isinstance(each, str)]
        waiting += [each for each in links if each.startswith(OURS) and "#" not in each]
    return taken


@pytest.fixture
def thanet(db):
    """Give a group with a public paper of two versions, and what is private."""
    group = make_thanet(seats=2)
    meeting = make_meeting(group, "1", state="planned", place_words="Margate")
    item = meeting.items.get()
    paper = make.PaperFactory(item=item, title="A report")
    make.PaperVersionFactory(paper=paper, media_type="text/markdown")
    content = ContentFile(b"figures", name="paper")
    make.PaperVersionFactory(
        paper=paper,
        number=2,
        text="",
        file=content,
        file_name="figures.csv",
        media_type="text/csv",
    )
    make_private_records(group, meeting)
    return group


def make_private_records(group, meeting):
    hidden = make.AgendaItemFactory(
        meeting=meeting,
        number="2",
        title="A tender",
        classification="exempt",
        exempt_reason="schedule_12a_3",
        balance_words="Firms would not bid again.",
        outcome_words="Told in private",
    )
    words = {"text": "lowest bid", "file_name": "bids.txt"}
    make.PaperVersionFactory(
        paper__item=hidden, paper__title="Prices of firms", **words
    )
    title = {"paper__item": meeting.items.first(), "paper__title": "Prices of firms"}
    make.PaperVersionFactory(**title, paper__is_exempt=True, **words)
    make.PaperVersionFactory(**title, is_exempt=True, **words)
    part = make.GroupPartFactory(group=group, kind=PartKind.PRIVATE)
    apart = make.MeetingFactory(group=group, part=part, place_words="Told in private")
    make.AgendaItemFactory(meeting=apart, title="Told in private")
    closed = make.GroupFactory(name="Told in private", is_public=False)
    make.SeatFactory(group=closed, title="Told in private")
    inside = make.AgendaItemFactory(meeting__group=closed, title="Told in private")
    make.PaperVersionFactory(
        paper__item=inside, paper__title="Prices of firms", **words
    )


def test_walk_finds_every_public_record_and_nothing_private(
    client, thanet, monkeypatch
):
    monkeypatch.setattr(oparl, "PAGE", 1)  # so that it must follow links to next

    taken = walk(client)

    objects = [each for answer in taken.values() for each in list_objects(answer)]
    kinds = [(each["type"].rpartition("/")[2], each["id"]) for each in objects]
    found = {
        kind: len({id_ for name, id_ in kinds if name == kind}) for kind, _ in kinds
    }
    assert found == {
        "System": 1,
        "Body": 1,
        "Organization": 1,
        "Person": 2,
        "Membership": 2,
        "Meeting": 1,
        "Location": 1,
        "AgendaItem": 2,
        "Paper": 1,
        "Consultation": 1,
        "File": 2,
    }
    text = str(taken)
    assert [word for word in SECRETS if word in text] == []


def test_every_object_has_an_address_of_its_own_and_what_its_kind_needs(client, thanet):
    taken = walk(client)

    for address, answer in taken.items():
        for each in list_objects(answer):
            kind = each["type"].removeprefix("https://schema.oparl.org/1.1/")
            assert NEEDED[kind] - set(each) == set(), kind
            assert each["id"].startswith(OURS)
            assert None not in list_values(each)
        if "data" not in answer:
            assert answer["id"] == address


def test_object_in_a_list_is_the_same_as_at_its_address(client, thanet):
    for answer in walk(client).values():
        for each in answer.get("data", ()):
            assert take(client, each["id"]).json() == each


def test_files_are_where_they_are_said_to_be(client, thanet):
    files = take(client, f"{START}files/").json()["data"]

    assert [each.get("fileName") for each in files] == [None, "figures.csv"]
    addresses = [urlsplit(each["accessUrl"]).path for each in files]
    assert [client.get(each).status_code for each in addresses] == [200, 200]
    assert b"".join(client.get(addresses[1])) == b"figures"


def test_private_item_gives_its_title_and_why_it_is_private(client, thanet):
    items = take(client, f"{START}agenda-items/").json()["data"]

    told = [(each["name"], each["public"]) for each in items]
    assert told == [("Matter 1", True), ("A tender", False)]
    assert items[1]["placeplan:private"] == (
        "Exempt, schedule 12a 3. Firms would not bid again."
    )
    assert "placeplan:paper" not in items[1]


def test_decision_of_a_public_item_is_told_and_of_a_private_one_is_not(client, thanet):
    public, private = thanet.meetings.get(part=None).items.order_by("number")
    make.DecisionFactory(item=public, kind="decision", verb="decide", text="Agreed so.")
    make.DecisionFactory(item=public, text="Only recommended.")
    make.DecisionFactory(
        item=private, kind="decision", verb="decide", text="Told in private"
    )

    items = take(client, f"{START}agenda-items/").json()["data"]

    assert [each.get("resolutionText") for each in items] == ["Agreed so.", None]


def test_person_is_a_role_and_nobody(client, thanet):
    people = take(client, f"{START}persons/").json()["data"]

    roles = Seat.objects.filter(group=thanet).values_list("title", flat=True)
    assert [each["name"] for each in people] == sorted(roles)
    assert "familyName" not in people[0]


def test_private_records_are_not_there_by_their_address_either(client, thanet):
    public = {each["id"] for each in take(client, f"{START}papers/").json()["data"]}
    hidden = [
        f"{START}papers/{version.paper.public_id}/"
        for version in make.models.PaperVersion.objects.all()
        if f"{OURS}papers/{version.paper.public_id}/" not in public
    ]

    assert len(hidden) == 4
    assert [client.get(address).status_code for address in hidden] == [404] * 4


@pytest.mark.parametrize(
    ("item", "paper", "versions", "part", "group"),
    list(
        product(
            ("public", "exempt", "confidential"),
            (False, True),
            ((False,), (True,), (False, True), (True, False)),
            (None, "private", "joint"),
            (True, False),
        )
    ),
)
def test_lists_hold_what_the_permission_allows_everybody(
    item, paper, versions, part, group
):
    """The lists ask the database; the permission, record by record, is their twin."""
    reason = {} if item == "public" else {"exempt_reason": "x", "balance_words": "y"}
    meeting = make.MeetingFactory(group__is_public=group)
    if part:
        meeting.part = make.GroupPartFactory(group=meeting.group, kind=part)
        meeting.save()
    held = make.PaperFactory(
        item__meeting=meeting,
        item__classification=item,
        is_exempt=paper,
        **{f"item__{name}": value for name, value in reason.items()},
    )
    made = [
        make.PaperVersionFactory(paper=held, number=number, is_exempt=exempt)
        for number, exempt in enumerate(versions, 1)
    ]

    served = [each for each in made if may_read_paper(None, held, make.DAY, each)]

    assert list(list_open_files()) == served
    assert list(list_open_papers()) == ([held] if served else [])


def test_list_gives_what_changed_in_a_time_and_keeps_asking(client, monkeypatch):
    monkeypatch.setattr(oparl, "PAGE", 1)
    old = make.GroupFactory(name="Old", changed_at="2019-01-01T00:00:00Z")
    make.GroupFactory(name="New", changed_at="2020-01-01T00:00:00Z")
    make.GroupFactory(name="Newer", changed_at="2020-06-01T00:00:00Z")

    asked = f"{START}organizations/?modified_since=2019-06-01T00:00:00%2B00:00"
    first = take(client, asked).json()
    second = take(client, first["links"]["next"]).json()
    until = f"{START}organizations/?modified_until=2019-06-01T00:00:00Z"

    names = [each["name"] for each in (*first["data"], *second["data"])]
    assert names == ["New", "Newer"]
    assert first["pagination"] == {
        "totalElements": 2,
        "elementsPerPage": 1,
        "currentPage": 1,
        "totalPages": 2,
    }
    assert "next" not in second["links"]
    assert [each["name"] for each in take(client, until).json()["data"]] == [old.name]


@pytest.mark.parametrize(
    "moment", ["yesterday", "2019-06-01T00:00:00", "2019-02-30T0:0Z"]
)
def test_moment_that_is_none_is_refused_with_what_to_write(client, moment):
    answer = client.get(f"{START}organizations/", {"modified_since": moment})

    assert answer.status_code == 400
    assert answer.json()["error"].endswith(
        "Write a moment with its zone, such as 2019-08-14T12:00:00Z."
    )


@pytest.mark.parametrize(
    "address", ["robots/", "organizations/00000000-0000-4000-8000-000000000000/"]
)
def test_what_is_not_there_is_not_found(client, address):
    assert client.get(START + address).status_code == 404


@pytest.mark.parametrize("kind", sorted(oparl.SORTS))
def test_lists_ask_as_much_for_three_as_for_one(client, kind):
    def fill():
        version = make.PaperVersionFactory(paper__item__meeting__place_words="Margate")
        meeting = version.paper.item.meeting
        make.SeatFactory(group=meeting.group)
        make.DecisionFactory(item=version.paper.item)

    def count():
        with CaptureQueriesContext(connection) as caught:
            take(client, f"{START}{kind}/")
        return len(caught)

    fill()
    count()
    one = count()
    fill()
    fill()

    assert count() == one


@pytest.mark.parametrize("how", ["paper", "withdrawn", "item", "group"])
def test_paper_that_is_gone_is_told_by_its_id_alone(client, thanet, how):
    paper = make.models.Paper.objects.get(title="A report")
    item, group = paper.item, paper.item.meeting.group
    changed, changes = {
        "paper": (paper, {"is_exempt": True}),
        "withdrawn": (paper, {"withdrawn_at": make.NOW, "withdrawn_reason": "A slip."}),
        "item": (
            item,
            {
                "classification": "exempt",
                "exempt_reason": "x",
                "balance_words": "Told in private",
            },
        ),
        "group": (group, {"is_public": False}),
    }[how]
    for name, value in changes.items():
        setattr(changed, name, value)
    changed.changed_at = make.NOW.replace(year=2021)
    changed.save()

    where = f"{START}papers/{paper.public_id}/"
    told = take(client, where).json()
    since = take(client, f"{START}papers/?modified_since=2021-01-01T00:00:00Z").json()
    later = take(client, f"{START}papers/?modified_since=2022-01-01T00:00:00Z").json()

    assert told == {
        "id": f"http://testserver{where}",
        "type": "https://schema.oparl.org/1.1/Paper",
        "modified": changed.changed_at.isoformat(),
        "deleted": True,
    }
    assert since["data"] == [told]
    assert since["pagination"]["totalElements"] == 1
    assert (later["data"], take(client, f"{START}papers/").json()["data"]) == ([], [])
    files = paper.versions.filter(is_exempt=False)
    taken = [take(client, f"{START}files/{each.public_id}/").json() for each in files]
    assert [set(each) for each in taken] == [set(told)] * 2


def test_pages_go_from_what_is_open_to_what_is_gone(client, thanet, monkeypatch):
    monkeypatch.setattr(oparl, "PAGE", 1)
    gone = make.GroupFactory(name="Told in private")
    gone.is_public = False
    gone.save()
    asked = f"{START}organizations/?modified_since=2000-01-01T00:00:00Z"

    first = take(client, asked).json()
    second = take(client, first["links"]["next"]).json()

    assert [each["name"] for each in first["data"]] == [thanet.name]
    assert [each["deleted"] for each in second["data"]] == [True]
    assert "next" not in second["links"]
