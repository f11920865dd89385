"""After a meeting: minutes, actions, signatures; and risks that wait to be heard."""

from datetime import date, timedelta
from hashlib import sha256

import pytest
from django.core.exceptions import ValidationError
from pikepdf import Dictionary, Name

from factories import governance_factory as make
from factories.committee import CALLED_AT, NOON, make_committee
from factories.pack_factory import make_plain_upload, make_upload
from factories.programme_factory import BY, PlaceFactory, RiskFactory
from placeplan.governance import uploaded_pdf
from placeplan.governance.ratification import hash_text
from placeplan_web.audit.models import AuditEntry
from placeplan_web.governance import models
from placeplan_web.governance.operations import escalation as escalations
from placeplan_web.governance.operations import paper as papers
from placeplan_web.governance.operations.action import close_action
from placeplan_web.governance.operations.item import finish_item
from placeplan_web.governance.operations.meeting import close_meeting
from placeplan_web.governance.operations.minutes import (
    agree_minutes,
    correct_minutes,
    draft_minutes,
)
from placeplan_web.governance.operations.paper import PaperFile, publish_version
from placeplan_web.governance.operations.sign_off import sign_block
from placeplan_web.governance.queries.escalation import list_ages
from placeplan_web.governance.queries.minutes_parts import list_parts, write_whole
from placeplan_web.programme.operations.risk import add_score

pytestmark = pytest.mark.django_db
END = NOON + timedelta(hours=2)
MEANING = "commits to proceed, not to any outcome"


def _hold_meeting():
    committee = make_committee()
    committee.begin(present=4)
    item = committee.open()
    finish_item(by=BY, item=item, outcome="Members noted it.", at=END)
    closed = close_meeting(by=BY, meeting=committee.meeting, at=END)
    return committee, closed


def _read(minutes):
    return write_whole(each.text for each in list_parts(minutes))


def _make_next(committee):
    return make.OpenMeetingFactory(group=committee.group, held_on=date(2019, 9, 5))


def test_draft_says_who_came_and_what_came_of_each_item():
    committee, closed = _hold_meeting()

    minutes = draft_minutes(by=BY, meeting=closed, at=END)

    lines = _read(minutes).splitlines()
    assert lines[0] == f"# {committee.group.name}: minutes of 14 August 2019"
    assert f"- {committee.seats[0].title}: midday to 2:00pm" in lines
    away = ", ".join(seat.title for seat in committee.seats[4:])
    assert f"Not there: {away}." in lines
    assert "Members noted it." in lines


def test_minutes_are_corrected_agreed_at_a_later_meeting_and_locked():
    committee, closed = _hold_meeting()
    minutes = draft_minutes(by=BY, meeting=closed, at=END)

    better = correct_minutes(
        by=BY, minutes=minutes, texts={0: "# Better"}, correction="a name", at=END
    )
    agreed = agree_minutes(
        by=BY, minutes=better, at_meeting=_make_next(committee), at=END
    )

    assert (agreed.state, agreed.agreed_on) == ("agreed", date(2019, 9, 5))
    with pytest.raises(ValidationError, match="agreed and locked"):
        correct_minutes(
            by=BY, minutes=agreed, texts={0: "# Other"}, correction="no", at=END
        )
    agreed = models.Minutes.objects.get()
    assert _read(agreed).startswith("# Better\n\n## 4. ")
    assert agreed.text_hash == hash_text(_read(agreed))
    assert models.MinutesCorrection.objects.count() == 1


def test_correction_writes_the_parts_that_change_and_no_other():
    _, closed = _hold_meeting()
    minutes = draft_minutes(by=BY, meeting=closed, at=END)
    before = _read(minutes)

    better = correct_minutes(
        by=BY,
        minutes=minutes,
        texts={0: list_parts(minutes)[0].text, 4: "The meeting\r\nended at 2pm. "},
        correction="the end",
        at=END,
    )

    written = models.MinutesPart.objects.filter(draft=2)
    assert [(each.position, each.place) for each in written] == [(4, "closing")]
    assert (
        _read(models.Minutes.objects.get()) == before + "\nThe meeting\nended at 2pm.\n"
    )
    assert (better.draft, better.version) == (2, 2)


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        ({9: "# More"}, "There is no part 9"),
        (dict.fromkeys(range(5), " "), "Minutes are never empty"),
    ],
)
def test_correction_that_leaves_no_minutes_is_refused(texts, words):
    _, closed = _hold_meeting()
    minutes = draft_minutes(by=BY, meeting=closed, at=END)

    with pytest.raises(ValidationError, match=words):
        correct_minutes(by=BY, minutes=minutes, texts=texts, correction="x", at=END)

    assert models.MinutesCorrection.objects.count() == 0


def test_minutes_are_not_agreed_by_another_group():
    _, closed = _hold_meeting()
    minutes = draft_minutes(by=BY, meeting=closed, at=END)
    other = make.OpenMeetingFactory(held_on=date(2019, 9, 5))

    with pytest.raises(ValidationError, match="later meeting of the same group"):
        agree_minutes(by=BY, minutes=minutes, at_meeting=other, at=END)


def test_action_is_closed_with_what_came_of_it():
    action = make.ActionFactory()

    with pytest.raises(ValidationError):
        close_action(
            by=BY, action=action, state="done", closed_on=make.DAY, reason="", at=NOON
        )
    closed = close_action(
        by=BY, action=action, state="done", closed_on=make.DAY, reason="sent", at=NOON
    )

    assert (closed.state, closed.closed_reason, closed.version) == ("done", "sent", 2)


def test_signature_keeps_what_was_shown_before_it():
    place = PlaceFactory(slug="ccg")
    block = make.SignOffBlockFactory(body=make.BodyFactory(place=place))
    post = make.PostFactory(organisation=place)
    sign = {"by": BY, "block": block, "at": NOON}

    with pytest.raises(ValidationError) as unread:
        sign_block(post=post, meaning_shown="agrees to everything", **sign)
    with pytest.raises(ValidationError, match="another organisation"):
        sign_block(post=make.PostFactory(), meaning_shown=MEANING, **sign)
    signed = sign_block(post=post, meaning_shown=MEANING, **sign)

    assert list(unread.value.error_dict) == ["meaning_shown"]
    assert (signed.meaning_shown, signed.signed_on) == (MEANING, make.DAY)
    with pytest.raises(ValidationError, match="signed already"):
        sign_block(post=post, meaning_shown=MEANING, **sign)


def test_block_printed_twice_is_signed_at_the_first():
    first = make.SignOffBlockFactory()
    double = make.SignOffBlockFactory(
        sheet=first.sheet, body=first.body, duplicate_of=first
    )

    with pytest.raises(ValidationError, match="sign the first"):
        sign_block(
            by=BY, block=double, post=make.PostFactory(), meaning_shown=MEANING, at=NOON
        )


def test_paper_that_comes_after_the_agenda_is_supplementary_and_says_why():
    committee = make_committee()
    committee.call()
    paper = make.PaperFactory(item=committee.items[0])
    late = CALLED_AT + timedelta(days=2)

    with pytest.raises(ValidationError) as unlabelled:
        publish_version(by=BY, paper=paper, text="# Late", at=late)
    with pytest.raises(ValidationError) as unexplained:
        publish_version(
            by=BY, paper=paper, text="# Late", at=late, is_supplementary=True
        )
    made = publish_version(
        by=BY,
        paper=paper,
        text="# Late",
        at=late,
        is_supplementary=True,
        reason="figures came late",
    )

    assert list(unlabelled.value.error_dict) == ["is_supplementary"]
    assert list(unexplained.value.error_dict) == ["reason"]
    assert (made.number, made.published_at, made.is_supplementary) == (1, late, True)


def test_file_is_kept_as_it_came_with_its_hash():
    paper = make.PaperFactory()
    content = make_plain_upload()
    file = PaperFile("report.pdf", "application/octet-stream", content)

    made = publish_version(by=BY, paper=paper, file=file, at=NOON)

    with made.file.open("rb") as stream:
        assert stream.read() == content
    assert made.sha256 == sha256(content).hexdigest()
    assert made.media_type == "application/pdf"
    with pytest.raises(ValidationError, match="published before"):
        publish_version(by=BY, paper=paper, file=file, at=END)


def _score(risk, likelihood, day=date(2019, 8, 1)):
    return add_score(
        by=BY,
        risk=risk,
        kind="current",
        impact=2,
        likelihood=likelihood,
        reason="review",
        scored_on=day,
        at=NOON,
    )


def test_pdf_that_cannot_stand_in_a_pack_is_refused_with_every_fault():
    def add_faults(pdf):
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
        pdf.Root.AA = Dictionary(WC=Dictionary(S=Name.Launch, F="calc.exe"))

    file = PaperFile("report.bin", "text/plain", make_upload(add_faults))
    with pytest.raises(ValidationError) as refused:
        publish_version(by=BY, paper=make.PaperFactory(), file=file, at=NOON)

    (words,) = refused.value.message_dict["file"]
    assert "a script" in words
    assert "an action that starts a program" in words
    assert "Print it to PDF anew" in words


@pytest.mark.parametrize("name", ["report.docx", "report.pdf"])
def test_file_larger_than_a_pack_takes_is_refused(monkeypatch, name):
    for module in (uploaded_pdf, papers):
        monkeypatch.setattr(module, "MOST_BYTES", 100)
    file = PaperFile(name, "application/octet-stream", b"%PDF-" * 30)

    with pytest.raises(ValidationError) as refused:
        publish_version(by=BY, paper=make.PaperFactory(), file=file, at=NOON)

    assert list(refused.value.message_dict) == ["file"]


def test_words_with_pictures_that_say_nothing_are_refused_all_at_once():
    with pytest.raises(ValidationError) as refused:
        publish_version(
            by=BY,
            paper=make.PaperFactory(title="Beds"),
            text="![](a.png) and ![ ](b.png)",
            at=NOON,
        )

    words = (
        "Beds, a picture: expected words that say what it shows. "
        "Write them between the square brackets before it."
    )
    assert refused.value.message_dict == {"text": [words, words]}


def test_risk_at_eight_reaches_the_next_agenda_of_each_group_once():
    _score(RiskFactory(), 3)  # six reaches nobody
    risk = RiskFactory()
    _score(risk, 4)
    groups = make.GroupFactory.create_batch(3)
    meetings = [make.MeetingFactory(group=group) for group in groups]

    raised = escalations.raise_escalations(by=BY, at=CALLED_AT, groups=groups)
    placed = escalations.place_on_next_agendas(by=BY, at=CALLED_AT)
    entries = AuditEntry.objects.count()
    again = escalations.raise_escalations(by=BY, at=CALLED_AT, groups=groups)
    escalations.place_on_next_agendas(by=BY, at=CALLED_AT)

    assert (len(raised), len(placed), again) == (3, 3, [])
    items = models.AgendaItem.objects.filter(section=escalations.SECTION)
    assert sorted(item.meeting_id for item in items) == [each.pk for each in meetings]
    assert AuditEntry.objects.count() == entries


def test_risk_that_nobody_discussed_ages():
    risk = RiskFactory()
    _score(risk, 4)
    escalations.raise_escalations(
        by=BY, at=CALLED_AT, groups=make.GroupFactory.create_batch(2)
    )

    ages = list_ages(models.Escalation.objects.all(), date(2019, 8, 31))

    assert [age.days for _, age in ages] == [30, 30]


def test_risk_that_falls_again_is_stood_down():
    risk = RiskFactory()
    _score(risk, 4)
    groups = [make.GroupFactory()]
    escalations.raise_escalations(by=BY, at=CALLED_AT, groups=groups)
    _score(risk, 3, date(2019, 8, 3))

    escalation = models.Escalation.objects.get()
    assert escalation.stood_down_on == NOON.date()  # with the score, at its moment
    assert escalation.stood_down_reason == "Its score fell below 8."


def test_discussion_is_recorded_on_the_item_of_a_meeting_that_began():
    committee = make_committee()
    risk = RiskFactory()
    _score(risk, 4)
    escalations.raise_escalations(by=BY, at=CALLED_AT, groups=[committee.group])
    committee.begin()  # calling it places the risk
    waiting = models.Escalation.objects.get()

    heard = escalations.discuss_escalation(
        by=BY, escalation=waiting, discussion="more staff by May", at=END
    )

    assert (heard.discussed_on, heard.discussion) == (make.DAY, "more staff by May")
    assert heard.item.meeting == committee.meeting


def test_escalation_that_fails_half_way_is_undone_whole(monkeypatch):
    risk = RiskFactory()
    _score(risk, 4)
    entries = AuditEntry.objects.count()
    groups = make.GroupFactory.create_batch(2)
    real, calls = escalations.lay_risk, []

    def fail(*given):
        calls.append(given)
        if len(calls) > 1:
            raise RuntimeError("the disk is full")
        return real(*given)

    monkeypatch.setattr(escalations, "lay_risk", fail)
    with pytest.raises(RuntimeError):
        escalations.raise_escalations(by=BY, at=CALLED_AT, groups=groups)

    assert models.Escalation.objects.count() == 0
    assert AuditEntry.objects.count() == entries
