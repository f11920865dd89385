"""Minutes are kept by item: what is private is left out whatever is typed in it."""

import re
from importlib import import_module
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from factories import governance_factory as make
from factories.account_factory import UserFactory
from factories.meeting_factory import (
    NOON,
    give_post,
    make_clerk,
    make_meeting,
    make_thanet,
)
from factories.page_words import say
from placeplan_web.audit.models import AuditEntry
from placeplan_web.governance.models import MinutesPart
from placeplan_web.governance.operations.meeting import close_meeting
from placeplan_web.governance.operations.minutes import correct_minutes, draft_minutes
from placeplan_web.registers.operations import save_record

pytestmark = pytest.mark.django_db
carried = import_module("placeplan_web.governance.migrations.0017_minutes_by_item")
SECRET = "The lowest bid was taken."
ENDS_EARLY = f"## 5. Matter 5\n\nBids were read.\n\n## 77. No such item\n\n{SECRET}"
PRIVATE = {
    "classification": "exempt",
    "exempt_reason": "schedule_12a_3",
    "balance_words": "Prices are in it.",
}
HEADINGS = [
    ("Heading 1", "Thanet Wellbeing Board: minutes of 14 August 2019"),
    ("Heading 2", "Attendance"),
    ("Heading 2", "4. Matter 4"),
    ("Heading 2", "5. Matter 5"),
    ("Heading 2", "6. Matter 6"),
]
ITEMS = [("4", 40, False), ("5", 50, True), ("6", 60, False)]


@pytest.fixture
def thanet(db):
    return make_thanet()


@pytest.fixture
def meeting(thanet):
    """Give a meeting that is over, whose fifth item was private."""
    meeting = make_meeting(thanet, "4", "5", "6")
    item = meeting.items.get(number="5")
    save_record(by="tests", record=item, changes=PRIVATE, at=NOON)
    closed = close_meeting(by="tests", meeting=meeting, at=NOON)
    minutes = draft_minutes(by="tests", meeting=closed, at=NOON)
    correct_minutes(
        by="tests",
        minutes=minutes,
        texts={2: ENDS_EARLY, 4: "It ended at two."},
        correction="The bids were missing.",
        at=NOON,
    )
    return meeting


def link(meeting, rest=""):
    return f"/governance/meetings/{meeting.public_id}/{rest}"


def read_word(client, url):
    response = client.get(url)
    assert response.status_code == 200, say(response)
    document = Document(BytesIO(response.content))
    return document, "\n".join(each.text for each in document.paragraphs)


def test_numbered_heading_typed_in_a_private_part_does_not_end_it(client, meeting):
    page = say(client.get(link(meeting)))
    document, written = read_word(client, link(meeting, "minutes/public.docx"))

    for words in (page, written):
        assert SECRET not in words
        assert "No such item" not in words
        assert "This part is private, as the item was." in words
        assert "6. Matter 6" in words
        assert "It ended at two." in words
    assert "The bids were missing." not in page
    assert document.core_properties.title == (
        "Thanet Wellbeing Board: draft minutes of 14 August 2019"
    )


def test_word_minutes_read_back_as_a_document_for_all(client, meeting):
    table = "| Seat | Vote |\n|---|---|\n| Chair | for |"
    correct_minutes(
        by="tests",
        minutes=meeting.minutes,
        texts={4: f"How they voted:\n\n{table}"},
        correction="The vote was missing.",
        at=NOON,
    )

    document, _ = read_word(client, link(meeting, "minutes/public.docx"))

    title = "Thanet Wellbeing Board: draft minutes of 14 August 2019"
    about = document.core_properties
    assert (about.title, about.language) == (title, "en-GB")
    spoken = document.styles.element.iter(qn("w:lang"))
    assert {each.get(qn("w:val")) for each in spoken} == {"en-GB"}
    headings = [
        (each.style.name, each.text)
        for each in document.paragraphs
        if each.style.name.startswith("Heading")
    ]
    assert headings == HEADINGS
    (voted,) = [
        each for each in document.tables if each.rows[0].cells[0].text == "Seat"
    ]
    assert [
        [is_head_row(row), *(cell.text for cell in row.cells)] for row in voted.rows
    ] == [[True, "Seat", "Vote"], [False, "Chair", "for"]]


def is_head_row(row):
    return bool(row._tr.findall(f".//{qn('w:tblHeader')}"))


def test_members_take_the_whole_and_the_audit_notes_it(client, meeting, thanet):
    client.force_login(make_clerk(thanet))

    _, written = read_word(client, link(meeting, "minutes/private.docx"))

    assert SECRET in written
    assert "The bids were missing." in say(client.get(link(meeting)))
    taken = AuditEntry.objects.get(verb="serve-minutes")
    assert taken.read_changes() == {"draft": 2}


def test_member_with_an_interest_takes_minutes_without_that_item(
    client, meeting, thanet
):
    user, seat = UserFactory(), thanet.seats.all()[1]
    post = give_post(seat, user).post
    item = meeting.items.get(number="5")
    make.DeclarationFactory(item=item, seat=seat, post=post, gets_papers=False)
    client.force_login(user)

    _, written = read_word(client, link(meeting, "minutes/private.docx"))

    assert SECRET not in written
    assert "6. Matter 6" in written


def test_officer_with_an_interest_is_not_shown_the_part_to_correct(
    client, meeting, thanet
):
    user = make_clerk(thanet)
    seat = thanet.seats.all()[1]
    post = user.holdings.get().post
    item = meeting.items.get(number="5")
    make.DeclarationFactory(item=item, seat=seat, post=post, gets_papers=False)
    client.force_login(user)

    page = client.get(link(meeting, "do/correct-minutes/"))

    assert SECRET not in say(page)
    parts = re.findall(r'<textarea[^>]* name="(part-\d)"', page.content.decode())
    assert parts == ["part-0", "part-1", "part-3", "part-4"]


def test_part_of_an_item_that_is_taken_off_later_stays_private(client, meeting):
    item = meeting.items.get(number="5")
    gone = {"withdrawn_at": NOON, "withdrawn_reason": "in error"}
    save_record(by="tests", record=item, changes=gone, at=NOON)

    assert SECRET not in say(client.get(link(meeting)))


def test_whole_minutes_are_kept_to_members_where_an_item_is_private(client, thanet):
    meeting = make_meeting(thanet, "4", "5")
    make.MinutesPartFactory(minutes__meeting=meeting, place="whole", text=SECRET)
    before = say(client.get(link(meeting)))
    item = meeting.items.get(number="5")
    save_record(by="tests", record=item, changes=PRIVATE, at=NOON)

    after = say(client.get(link(meeting)))

    assert SECRET in before
    assert SECRET not in after
    assert "These minutes hold private items, and are kept to members." in after


def test_minutes_of_a_private_part_are_no_public_document(client, thanet):
    part = make.GroupPartFactory(group=thanet, kind="private")
    meeting = make_meeting(thanet, "4", part=part)
    make.MinutesPartFactory(minutes__meeting=meeting, text=SECRET)

    response = client.get(link(meeting, "minutes/public.docx"))

    assert (response.status_code, response.url) == (302, link(meeting, "pack/"))
    assert SECRET not in say(client.get(link(meeting)))


def test_meeting_without_minutes_leads_back_to_the_page_of_the_pack(client, thanet):
    meeting = make_meeting(thanet, "4")
    client.force_login(make_clerk(thanet))

    for name in ("public", "private"):
        response = client.get(link(meeting, f"minutes/{name}.docx"))
        assert (response.status_code, response.url) == (302, link(meeting, "pack/"))


def test_each_draft_keeps_what_it_said(meeting):
    said = MinutesPart.objects.filter(position=2).values_list("draft", "text")

    assert list(said) == [(1, "## 5. Matter 5"), (2, ENDS_EARLY)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "# M\n\n## Attendance\n\n## 4. A\n\nFour.\n\n## Next\n\n## 5. B\n\nFive.\n",
            [
                ("opening", None, "# M\n\n## Attendance"),
                ("item", 40, "## 4. A\n\nFour.\n\n## Next"),
                ("item", 50, "## 5. B\n\nFive."),
                ("item", 60, ""),
                ("closing", None, ""),
            ],
        ),
        ("# M\n\n## 4. A\n", [("whole", None, "# M\n\n## 4. A")]),
        ("## 5. B\n\n## 77. X\n", [("whole", None, "## 5. B\n\n## 77. X")]),
        ("## 5. B\n\n## 4. A\n", [("whole", None, "## 5. B\n\n## 4. A")]),
        ("## 5. B\n\n## 5. B\n", [("whole", None, "## 5. B\n\n## 5. B")]),
    ],
    ids=["divided", "private item missing", "no such item", "turned", "twice"],
)
def test_text_from_before_is_divided_where_its_headings_follow_the_agenda(text, parts):
    assert carried.divide(text, ITEMS) == parts


def test_every_draft_from_before_is_carried_over_by_what_it_changed():
    first = "# M\n\n## 4. A\n\n## 5. B\n\nFive.\n\n## 6. C\n"
    second = first.replace("Five", "FIVE")

    parts = list(carried.plan_parts([first, second], ITEMS))

    assert parts == [
        (1, 0, "opening", None, "# M"),
        (1, 1, "item", 40, "## 4. A"),
        (1, 2, "item", 50, "## 5. B\n\nFive."),
        (1, 3, "item", 60, "## 6. C"),
        (1, 4, "closing", None, ""),
        (2, 2, "item", 50, "## 5. B\n\nFIVE."),
    ]


def test_no_draft_is_divided_where_one_cannot_be():
    first, second = "## 5. B\n\nFive.", "## 5. B\n\n## 77. X"

    parts = list(carried.plan_parts([first, second], ITEMS))

    assert parts == [(1, 0, "whole", None, first), (2, 0, "whole", None, second)]
