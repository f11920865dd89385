"""A clerk writes an agenda: items with front sheets, and papers as published."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from factories import governance_factory as make
from factories.meeting_factory import make_clerk, make_meeting, make_thanet
from factories.pack_factory import make_plain_upload
from factories.page_words import say
from placeplan_web.governance.models import AgendaItem, Paper, PaperVersion

pytestmark = pytest.mark.django_db
SHEET = {
    "number": "1",
    "title": "Stroke care on three sites",
    "purpose": "recommend",
    "classification": "public",
    "tags": "stroke, hyper acute units",
    "money_words": "It costs £3 million more a year.",
    "is_key_decision": "on",
}


@pytest.fixture
def meeting(client):
    group = make_thanet()
    client.force_login(make_clerk(group))
    return make_meeting(group, state="planned")


def link(meeting, rest=""):
    return f"/governance/meetings/{meeting.public_id}/{rest}"


def test_item_is_added_with_its_front_sheet_and_changed(client, meeting):
    assert client.post(link(meeting, "do/add-item/"), SHEET).status_code == 302
    item = AgendaItem.objects.get()
    changed = {**SHEET, "title": "Stroke care", "version": item.version}
    assert client.post(link(meeting, "items/1/do/edit/"), changed).status_code == 302

    page = say(client.get(link(meeting, "items/1/")))
    item.refresh_from_db()
    assert (item.title, item.tags) == ("Stroke care", ["stroke", "hyper acute units"])
    assert "What it means for money It costs £3 million more a year." in page
    assert "Key decision yes" in page


def test_front_sheet_that_somebody_else_changed_is_not_written_over(client, meeting):
    client.post(link(meeting, "do/add-item/"), SHEET)
    item = AgendaItem.objects.get()
    changed = {**SHEET, "title": "Mine", "version": item.version}
    client.post(link(meeting, "items/1/do/edit/"), {**changed, "title": "Theirs"})

    answer = client.post(link(meeting, "items/1/do/edit/"), changed)

    assert answer.status_code == 409
    assert 'value="Mine"' in answer.content.decode()
    item.refresh_from_db()
    assert item.title == "Theirs"


def test_exempt_item_needs_its_reason_and_what_outweighs_disclosure(client, meeting):
    tried = {**SHEET, "classification": "exempt"}

    answer = client.post(link(meeting, "do/add-item/"), tried)

    assert answer.status_code == 422
    assert "Give the reason in law." in say(answer)
    assert "Say why it outweighs disclosure." in say(answer)


def test_paper_is_published_in_words_and_then_as_a_file(client, meeting):
    client.post(link(meeting, "do/add-item/"), SHEET)
    publish = link(meeting, "items/1/do/publish/")
    words = {"title": "Report", "kind": "report", "text": "# Beds\n\n**412** beds."}
    assert client.post(publish, words).status_code == 302
    reference = Paper.objects.get().reference
    content = make_plain_upload()
    file = SimpleUploadedFile("report.pdf", content, "application/pdf")
    assert client.post(publish, {"paper": reference, "file": file}).status_code == 302

    first, second = PaperVersion.objects.order_by("number")
    address = f"/governance/papers/{first.paper.public_id}/versions/"
    shown = client.get(f"{address}1/").content.decode()
    held = client.get(f"{address}2/file")
    assert "<strong>412</strong>" in shown
    assert held.content == content
    assert held["Content-Disposition"] == 'attachment; filename="report.pdf"'
    assert second.file_name == "report.pdf"


def test_paper_after_the_agenda_is_supplementary_or_is_not_published(client):
    group = make_thanet()
    client.force_login(make_clerk(group))
    meeting = make_meeting(group, "4")
    publish = link(meeting, "items/4/do/publish/")
    late = {"title": "Late report", "kind": "report", "text": "Beds."}

    refused = client.post(publish, late)
    left = Paper.objects.count()
    told = {**late, "is_supplementary": "on", "reason": "Figures came on Monday."}
    assert client.post(publish, told).status_code == 302

    assert (refused.status_code, left) == (422, 0)
    assert "labelled as supplementary" in say(refused)
    page = client.get(link(meeting)).content.decode()
    row = re.search(r"Late report, version 1.*?</tr>", page, re.S).group()
    assert "supplementary" in row


def test_guest_is_not_shown_what_an_exempt_item_is_about(client):
    meeting = make_meeting(make_thanet())
    make.AgendaItemFactory(
        meeting=meeting,
        number="9",
        classification="exempt",
        exempt_reason="schedule_12a_3",
        balance_words="Prices are in it.",
        recommendation="That the lowest bid be taken.",
    )

    page = say(client.get(link(meeting, "items/9/")))

    assert "Exempt, schedule 12a 3. Prices are in it." in page
    assert "lowest bid" not in page


@pytest.mark.parametrize(
    ("held_on", "offered", "words"),
    [
        (date(2006, 3, 1), (True, True), "Give the reason in law."),
        (date(2006, 2, 28), (False, True), "Give the reason in law."),
        (date(1960, 1, 4), (False, False), "gives a reason for 4 January 1960"),
    ],
)
def test_reasons_for_privacy_are_those_of_the_law_of_the_day(
    client, meeting, held_on, offered, words
):
    meeting.held_on = held_on
    meeting.save()

    form = client.get(link(meeting, "do/add-item/"))
    refused = client.post(
        link(meeting, "do/add-item/"), {**SHEET, "classification": "exempt"}
    )

    page = form.content.decode()
    assert form.status_code == 200
    assert ("paragraph 3" in page, "confidential nature" in page) == offered
    assert refused.status_code == 422
    assert words in say(refused)
