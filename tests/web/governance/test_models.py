"""The database refuses what the operations refuse, and here somebody tries."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from factories import governance_factory as make
from placeplan_web.governance import models

pytestmark = pytest.mark.django_db
DAY = make.DAY
EARLIER = date(2018, 12, 31)
LATER = make.NOW + timedelta(hours=1)
HASH = "0" * 64

BROKEN = [
    (make.BodyFactory, {"kind": "guest"}),
    (make.BodyFactory, {"slug": "Two Words"}),
    (make.BodyFactory, {"name": ""}),
    (make.GroupFactory, {"slug": "Two Words"}),
    (make.GroupFactory, {"name": ""}),
    (make.GroupFactory, {"kind": "secret"}),
    (make.GroupFactory, {"starts_on": DAY, "ends_on": EARLIER}),
    (make.GroupFactory, {"status": "published"}),
    (make.GroupAliasFactory, {"starts_on": DAY, "ends_on": EARLIER}),
    (make.GroupAliasFactory, {"kind": "pet"}),
    (make.GroupAliasFactory, {"status": "published"}),
    (make.GroupPartFactory, {"kind": "hidden"}),
    (make.GroupMemberFactory, {"kind": "guest"}),
    (make.GroupLinkFactory, {"kind": "likes"}),
    (make.GroupLinkFactory, {"other": None}),
    (make.GroupLinkFactory, {"other_words": "the leader"}),
    (make.GroupOfficeFactory, {"kind": "king"}),
    (make.GroupOfficeFactory, {"ends_on": EARLIER}),
    (make.TermsFactory, {"quorum_number": 0}),
    (make.TermsFactory, {"quorum_part": 1, "quorum_whole": 4}),  # beside a number
    (make.TermsFactory, {"quorum_number": None, "quorum_part": 1}),
    (
        make.TermsFactory,
        {"quorum_number": None, "quorum_part": 5, "quorum_whole": 4},
    ),
    (make.TermsFactory, {"majority": "qualified"}),
    (
        make.TermsFactory,
        {"majority": "qualified", "majority_part": 1, "majority_whole": 2},
    ),
    (make.TermsFactory, {"majority_part": 2, "majority_whole": 3}),
    (make.TermsFactory, {"regime": "old"}),
    (make.TermsFactory, {"ends_on": EARLIER}),
    (make.SeatFactory, {"kind": "standing"}),
    (make.SeatFactory, {"title": ""}),
    (make.SeatHoldingFactory, {"ends_on": EARLIER}),
    (make.InstrumentFactory, {"state": "felt"}),
    (make.InstrumentFactory, {"limit_pounds": -1}),
    (make.InstrumentFactory, {"starts_on": DAY, "ends_on": EARLIER}),
    (make.MeetingFactory, {"state": "secret"}),
    (make.MeetingFactory, {"state": "called"}),  # without any notice
    (make.MeetingFactory, {"state": "cancelled"}),
    (make.MeetingFactory, {"cancelled_reason": "snow"}),
    (make.MeetingFactory, {"ends_at": make.NOW - timedelta(hours=1)}),
    (make.OpenMeetingFactory, {"opened_at": None}),
    (make.OpenMeetingFactory, {"notice_state": "urgent"}),
    (make.OpenMeetingFactory, {"state": "closed", "notice_published_at": None}),
    (make.AgendaItemFactory, {"title": ""}),
    (make.AgendaItemFactory, {"classification": "exempt"}),
    (
        make.AgendaItemFactory,
        {"classification": "exempt", "exempt_reason": "paragraph_3"},
    ),
    (make.AgendaItemFactory, {"exempt_reason": "paragraph_3"}),
    (make.AgendaItemFactory, {"value_pounds": -1}),
    (make.AgendaItemFactory, {"quorum_exit": "defer"}),
    (make.AgendaItemFactory, {"quorum_exit": "refer_up", "exit_reason": "few"}),
    (make.AgendaItemFactory, {"exit_reason": "few"}),
    (make.PaperFactory, {"title": ""}),
    (make.PaperFactory, {"kind": "song"}),
    (make.PaperVersionFactory, {"text": ""}),
    (make.PaperVersionFactory, {"file": "papers/report.pdf"}),
    (make.PaperVersionFactory, {"sha256": "none"}),
    (make.PaperVersionFactory, {"number": 0}),
    (make.PaperVersionFactory, {"published_at": datetime(2019, 8, 5, tzinfo=UTC)}),
    (make.PaperVersionFactory, {"is_supplementary": True}),
    (make.AttendanceFactory, {"seat": None}),
    (make.AttendanceFactory, {"left_at": make.NOW}),
    (make.AttendanceFactory, {"left_at": make.NOW - timedelta(hours=1)}),
    (make.AttendanceFactory, {"is_substitute": True}),
    (make.InterestFactory, {"kind": ""}),
    (make.InterestFactory, {"is_nil": True}),
    (make.InterestFactory, {"regime": "old"}),
    (make.InterestFactory, {"starts_on": DAY, "ends_on": EARLIER}),
    (make.GiftDeclarationFactory, {"value_pounds": -1}),
    (make.GiftDeclarationFactory, {"donor": ""}),
    (make.DispensationFactory, {"expires_on": EARLIER}),
    (make.DispensationFactory, {"scope": ""}),
    (make.DeclarationFactory, {"may_vote": True}),  # and out of the room
    (make.DeclarationFactory, {"ruled_at": LATER}),
    (make.DeclarationFactory, {"stay": "perhaps"}),
    (make.DeclarationFactory, {"nature": ""}),
    (make.VoteFactory, {"motion": ""}),
    (make.VoteFactory, {"quorum_state": "inquorate"}),
    (make.VoteFactory, {"present": 4}),
    (make.VoteFactory, {"members": 4}),
    (make.VoteFactory, {"is_tied": True}),
    (make.VoteFactory, {"against": 3, "present": 7, "members": 7}),
    (make.VoteFactory, {"casting": "for"}),
    (make.BallotFactory, {"choice": "perhaps"}),
    (make.DecisionFactory, {"kind": "decision"}),  # where it may only recommend
    (make.DecisionFactory, {"verb": ""}),
    (make.DecisionFactory, {"text": "", "text_hash": HASH}),
    (make.DecisionFactory, {"text_hash": "none"}),
    (make.DecisionFactory, {"kind": "note", "ratification_rule": "all"}),
    (make.DecisionFactory, {"ratification_rule": "lead"}),
    (make.DecisionFactory, {"value_pounds": -1}),
    (make.RatificationFactory, {"due_on": EARLIER}),
    (make.RatificationAnswerFactory, {"outcome": "perhaps"}),
    (make.RatificationAnswerFactory, {"outcome": "agreed_with_changes"}),
    (make.MinutesFactory, {"state": "agreed"}),
    (make.MinutesFactory, {"agreed_on": DAY}),
    (make.MinutesCorrectionFactory, {"reason": ""}),
    (make.ActionFactory, {"text": ""}),
    (make.ActionFactory, {"state": "done"}),
    (make.ActionFactory, {"state": "done", "closed_on": DAY}),
    (make.ActionFactory, {"closed_reason": "done"}),
    (make.EscalationFactory, {"discussed_on": DAY, "discussion": "at length"}),
    (make.EscalationFactory, {"stood_down_on": DAY}),
    (make.ToldBodyFactory, {"reason": ""}),
    (make.EscalationFactory, {"stood_down_on": EARLIER, "stood_down_reason": "low"}),
    (make.ForwardPlanEntryFactory, {"due_starts_on": DAY}),
    (make.ForwardPlanEntryFactory, {"is_private": True}),
    (make.SignOffSheetFactory, {"meaning": ""}),
    (make.SignatureFactory, {"meaning_shown": ""}),
    (make.MinutesPartFactory, {"place": "item"}),
    (make.MinutesPartFactory, {"place": "middle"}),
    (make.MinutesPartFactory, {"draft": 0}),
]


@pytest.mark.parametrize(("factory", "fields"), BROKEN)
def test_record_that_breaks_an_invariant_is_refused(factory, fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        factory(**fields)


@pytest.mark.parametrize("factory", sorted({each for each, _ in BROKEN}, key=str))
def test_the_same_record_without_the_fault_stands(factory):
    assert factory().pk is not None


def _make_agreed_minutes():
    return make.MinutesFactory(
        state="agreed",
        agreed_on=DAY,
        agreed_at_meeting=make.MeetingFactory(),
        text_hash=HASH,
    )


@pytest.mark.parametrize("draft", [1, 2])
def test_agreed_minutes_never_change(draft):
    minutes = _make_agreed_minutes()
    minutes.draft = draft

    with pytest.raises(IntegrityError), transaction.atomic():
        minutes.save()


def test_agreed_minutes_get_no_other_part():
    minutes = _make_agreed_minutes()

    with pytest.raises(IntegrityError), transaction.atomic():
        make.MinutesPartFactory(minutes=minutes)


def test_agreed_minutes_never_go():
    minutes = _make_agreed_minutes()

    with pytest.raises(IntegrityError), transaction.atomic():
        minutes.delete()


def test_draft_of_minutes_may_change():
    minutes = make.MinutesFactory()
    minutes.draft = 2

    minutes.save()
    part = make.MinutesPartFactory(minutes=minutes, draft=2)

    minutes.refresh_from_db()
    assert minutes.draft == part.draft


def test_minutes_are_not_agreed_at_their_own_meeting():
    meeting = make.MeetingFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        make.MinutesFactory(
            meeting=meeting,
            state="agreed",
            agreed_on=DAY,
            agreed_at_meeting=meeting,
            text_hash=HASH,
        )


@pytest.mark.parametrize(
    "factory",
    [
        make.PaperVersionFactory,
        make.PaperReadingFactory,
        make.ToldBodyFactory,
        make.VoteFactory,
        make.BallotFactory,
        make.DecisionFactory,
        make.DecisionEvidenceFactory,
        make.DissentFactory,
        make.RatificationFactory,
        make.RatificationAnswerFactory,
        make.MinutesCorrectionFactory,
        make.CarriedActionFactory,
        make.SignatureFactory,
    ],
)
def test_row_that_was_added_neither_changes_nor_goes(factory):
    row = factory()
    row.reason = "on second thoughts"

    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.delete()


def test_two_versions_of_terms_never_share_a_day():
    first = make.TermsFactory(ends_on=DAY)
    make.TermsFactory(starts_on=DAY)  # of another group

    with pytest.raises(IntegrityError), transaction.atomic():
        make.TermsFactory(group=first.group, starts_on=DAY)
    make.TermsFactory(group=first.group, starts_on=DAY + timedelta(days=1))


def test_withdrawn_terms_stand_in_nobodys_way():
    first = make.TermsFactory(withdrawn_at=make.NOW, withdrawn_reason="twice")

    make.TermsFactory(group=first.group)


def test_two_posts_never_have_one_seat_on_a_day():
    first = make.SeatHoldingFactory(ends_on=DAY)

    with pytest.raises(IntegrityError), transaction.atomic():
        make.SeatHoldingFactory(seat=first.seat, starts_on=DAY)
    make.SeatHoldingFactory(seat=first.seat, starts_on=DAY + timedelta(days=1))


def test_seat_is_in_a_meeting_once_at_a_time():
    stay = make.AttendanceFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        make.AttendanceFactory(meeting=stay.meeting, seat=stay.seat, joined_at=LATER)


def test_of_a_stay_only_its_end_is_written_once():
    stay = make.AttendanceFactory()
    change = models.Attendance.objects.filter(pk=stay.pk).update

    for field, value in (("joined_at", LATER), ("by_video", True)):
        with pytest.raises(IntegrityError), transaction.atomic():
            change(**{field: value})
    change(left_at=LATER)
    with pytest.raises(IntegrityError), transaction.atomic():
        change(left_at=LATER + timedelta(hours=1))
    with pytest.raises(IntegrityError), transaction.atomic():
        stay.delete()


def test_seat_votes_once():
    ballot = make.BallotFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        make.BallotFactory(vote=ballot.vote, seat=ballot.seat, choice="against")


def test_body_is_asked_once():
    asked = make.RatificationFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        make.RatificationFactory(decision=asked.decision, body=asked.body)


def test_crossing_reaches_a_group_once():
    first = make.EscalationFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        make.EscalationFactory(crossing=first.crossing, group=first.group)


def test_organisation_printed_twice_counts_once():
    first = make.SignOffBlockFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        make.SignOffBlockFactory(sheet=first.sheet, body=first.body)
    make.SignOffBlockFactory(sheet=first.sheet, body=first.body, duplicate_of=first)
    make.SignOffBlockFactory(sheet=first.sheet)


def test_number_stands_once_on_an_agenda():
    first = make.AgendaItemFactory(number="5")
    make.AgendaItemFactory(number="5")  # of another meeting

    with pytest.raises(IntegrityError), transaction.atomic():
        make.AgendaItemFactory(meeting=first.meeting, number="5")


def test_group_leads_not_to_itself():
    group = make.GroupFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        make.GroupLinkFactory(group=group, other=group)
