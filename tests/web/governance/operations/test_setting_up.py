"""What is refused when a group is set up, and that a refusal leaves nothing behind."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from factories import governance_factory as make
from factories.meeting_factory import make_thanet
from factories.programme_factory import BY
from placeplan_web.audit.models import AuditEntry
from placeplan_web.governance.models import (
    Meeting,
    MeetingSeries,
    Seat,
    SeatHolding,
    TermsOfReference,
)
from placeplan_web.governance.operations import (
    group as group_operations,
)
from placeplan_web.governance.operations import (
    planning,
)
from placeplan_web.governance.operations import (
    seat as seat_operations,
)
from placeplan_web.governance.operations import (
    terms as terms_operations,
)
from placeplan_web.governance.queries.publish_by import find_publish_by
from placeplan_web.registers.clash import ClashError
from placeplan_web.registers.operations import note_rows, withdraw_record

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
WHO = {"by": BY, "at": NOW}
FIRST = date(2026, 12, 2)
PLAN = planning.SeriesPlan("Weekly", "weekly", FIRST, date(2026, 12, 16))
WHERE = planning.Sitting(time(10), time(12), "Hall")


def refuse(field, words):
    """Expect a refusal of a field, or of no field in particular, in these words."""
    beside = "" if field is None else f"'{field}'.*"
    return pytest.raises(ValidationError, match=f"{beside}{words}")


@pytest.fixture
def group(db):
    return make_thanet(seats=3)


def test_series_with_one_day_that_is_taken_plans_no_meeting_at_all(group):
    planning.plan_meeting(group=group, day=date(2026, 12, 9), sitting=WHERE, **WHO)
    entries = AuditEntry.objects.count()

    with refuse("first", "is on 9 December 2026 already"):
        planning.plan_series(group=group, plan=PLAN, sitting=WHERE, **WHO)

    assert Meeting.objects.count() == 1
    assert MeetingSeries.objects.count() == 0
    assert AuditEntry.objects.count() == entries


def test_other_part_of_the_group_may_meet_on_the_same_day(group):
    private = make.GroupPartFactory(group=group, name="Part 2", position=2)
    planning.plan_meeting(group=group, day=FIRST, sitting=WHERE, **WHO)

    apart = planning.Sitting(part=private)
    planning.plan_meeting(group=group, day=FIRST, sitting=apart, **WHO)

    parts = set(Meeting.objects.values_list("held_on", "part__name"))
    assert parts == {(FIRST, None), (FIRST, "Part 2")}


def test_part_of_another_group_and_a_group_that_has_ended_are_refused(group):
    foreign = planning.Sitting(part=make.GroupPartFactory())
    with refuse("part", "part of another group"):
        planning.plan_meeting(group=group, day=FIRST, sitting=foreign, **WHO)
    ended = make.GroupFactory(ends_on=date(2026, 11, 30))
    with refuse("held_on", "does not stand on all of these days"):
        planning.plan_meeting(group=ended, day=FIRST, sitting=WHERE, **WHO)


def test_group_that_is_withdrawn_meets_no_more(group):
    withdraw_record(record=group, reason="Merged.", **WHO)

    with refuse(None, "This group is withdrawn"):
        planning.plan_meeting(group=group, day=FIRST, sitting=WHERE, **WHO)


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (planning.SeriesPlan(" ", "weekly", FIRST, FIRST), "Give the series a name"),
        (
            planning.SeriesPlan("Far", "weekly", FIRST, date(2099, 1, 1)),
            "bank holidays",
        ),
        (
            planning.SeriesPlan(
                "On a holiday", "weekly", date(2026, 12, 25), date(2026, 12, 25)
            ),
            "No working day is left",
        ),
    ],
)
def test_series_that_cannot_be_is_refused(group, plan, words):
    with refuse(None, words):
        planning.plan_series(group=group, plan=plan, sitting=WHERE, **WHO)
    assert MeetingSeries.objects.count() == 0


def test_ending_a_series_leaves_meetings_that_were_called(group):
    called, *planned = planning.plan_series(
        group=group, plan=PLAN, sitting=WHERE, **WHO
    )
    called.state, called.notice_published_at = "called", NOW
    called.notice_state = "enough"
    called.save()

    gone = planning.end_series(series=called.series, reason="Merged.", **WHO)

    assert [each.held_on for each in gone] == [each.held_on for each in planned]
    called.refresh_from_db()
    assert called.state == "called"
    assert MeetingSeries.objects.get().ends_on == FIRST


def test_no_day_to_publish_is_made_up(group):
    bare = make.GroupFactory()

    assert find_publish_by(bare, FIRST).day is None
    assert find_publish_by(group, FIRST).day == date(2026, 11, 24)
    assert find_publish_by(group, date(2090, 1, 4)).words == (
        "the bank holidays of that year are not known yet"
    )


def test_seat_is_not_given_on_days_on_which_it_or_the_post_does_not_stand(group):
    seat = make.SeatFactory(
        group=group, starts_on=date(2026, 1, 1), ends_on=date(2026, 6, 30)
    )
    post = make.PostFactory()
    for first, last in (
        (date(2025, 12, 31), None),
        (date(2026, 6, 30), date(2026, 7, 1)),
        (date(2026, 7, 1), None),
    ):
        with refuse("starts_on", "The seat does not stand on all of those days"):
            group_operations.give_seat(
                seat=seat, post=post, starts_on=first, ends_on=last, **WHO
            )
    with refuse("ends_on", "It ends before it starts"):
        group_operations.give_seat(
            **WHO,
            seat=seat,
            post=post,
            starts_on=date(2026, 3, 2),
            ends_on=date(2026, 3, 1),
        )
    assert seat.holdings.count() == 0


def test_correction_does_not_push_into_the_days_of_another(group):
    seat = Seat.objects.get(reference="SEAT-02")
    first = seat.holdings.get()
    group_operations.end_seat(holding=first, ends_on=date(2026, 3, 31), **WHO)
    later = group_operations.give_seat(
        seat=seat, post=make.PostFactory(), starts_on=date(2026, 4, 1), **WHO
    )

    with refuse("post", "has this seat on those days"):
        group_operations.correct_holding(
            holding=later, period=(date(2026, 3, 31), None), **WHO
        )

    later.refresh_from_db()
    assert later.starts_on == date(2026, 4, 1)


def test_seat_ends_with_whoever_has_it_and_not_before_somebody_is_to_have_it(group):
    seat = Seat.objects.get(reference="SEAT-02")
    seat_operations.close_seat(seat=seat, ends_on=date(2026, 12, 31), **WHO)
    assert SeatHolding.objects.get(seat=seat).ends_on == date(2026, 12, 31)

    early = make.SeatFactory(group=group, starts_on=date(2026, 5, 1))
    with refuse("ends_on", "If it was added by mistake, withdraw it"):
        seat_operations.close_seat(seat=early, ends_on=date(2026, 4, 30), **WHO)
    holding = make.SeatHoldingFactory(seat=early, starts_on=date(2026, 8, 1))
    with refuse("ends_on", f"{holding.post.title} has it only after that day"):
        seat_operations.close_seat(seat=early, ends_on=date(2026, 7, 31), **WHO)


def test_seat_belongs_to_its_own_group_in_part_and_as_deputy(group):
    elsewhere = make.SeatFactory()
    for field, value, words in (
        ("deputy_of", elsewhere, "Choose a seat of this group"),
        ("part", make.GroupPartFactory(), "part of another group"),
    ):
        with refuse(field, words):
            seat_operations.add_seat(
                group=group, fields={"title": "Deputy", field: value}, **WHO
            )
    assert group.seats.count() == 3


def test_chair_may_follow_a_chair_whose_seat_has_ended(group):
    chair = Seat.objects.get(reference="SEAT-01")
    seat_operations.close_seat(seat=chair, ends_on=date(2026, 12, 31), **WHO)

    fields = {"title": "New chair", "is_chair": True, "starts_on": date(2027, 1, 1)}
    seat = seat_operations.add_seat(group=group, fields=fields, **WHO)

    assert seat.is_chair


def test_terms_that_fail_late_leave_the_old_ones_open(group):
    fields = {"starts_on": date(2026, 12, 1), "majority": "qualified"}

    with pytest.raises(ValidationError), transaction.atomic():
        terms_operations.adopt_terms(group=group, fields=fields, **WHO)

    old = TermsOfReference.objects.get()
    assert (old.ends_on, old.version) == (None, 1)


@pytest.mark.parametrize("state", ["called", "open"])
def test_terms_are_not_ended_under_a_meeting_that_was_called_by_them(group, state):
    day = date(2026, 12, 9)
    opened = {} if state == "open" else {"opened_at": None}
    make.OpenMeetingFactory(
        group=group, reference="MTG-77", held_on=day, state=state, **opened
    )

    for first in (date(2026, 12, 2), day):
        with refuse("starts_on", "MTG-77 on 9 December 2026 was called by"):
            terms_operations.adopt_terms(
                group=group, fields={"starts_on": first}, **WHO
            )
    fields = {"starts_on": date(2026, 12, 10)}
    terms_operations.adopt_terms(group=group, fields=fields, **WHO)

    assert group.terms.count() == 2


def test_terms_before_a_gap_are_not_brought_back(group):
    old = group.terms.get()
    old.ends_on = date(2026, 10, 31)
    old.save()
    fields = {"starts_on": date(2026, 12, 1)}
    terms_operations.adopt_terms(group=group, fields=fields, **WHO)

    terms_operations.undo_terms(group=group, reason="A slip.", **WHO)

    assert group.terms.get(withdrawn_at=None).ends_on == date(2026, 10, 31)


def test_group_without_terms_has_none_to_withdraw():
    with refuse(None, "no terms to withdraw"):
        terms_operations.undo_terms(group=make.GroupFactory(), reason="A slip.", **WHO)


def test_rows_that_hang_on_a_record_give_it_a_version_and_clash_like_it(group):
    later = NOW + timedelta(hours=1)
    kept = note_rows(by=BY, record=group, rows={"seats": 4}, at=later, verb="add-seat")

    assert (kept.version, kept.changed_at) == (group.version + 1, later)
    entry = AuditEntry.objects.latest("pk")
    assert entry.changes == f'{{"seats":4,"version":{kept.version}}}'
    with pytest.raises(ClashError):
        note_rows(
            **WHO,
            record=group,
            rows={"seats": 5},
            verb="add-seat",
            expected_version=group.version,
        )
