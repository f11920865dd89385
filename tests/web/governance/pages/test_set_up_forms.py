"""An officer sets a group up: seats and who has them, terms, meetings ahead."""

import json
from datetime import date, timedelta

import pytest
from django.utils import timezone

from factories import governance_factory as make
from factories.account_factory import UserFactory
from factories.meeting_factory import give_post, make_clerk, make_meeting, make_thanet
from factories.page_words import find_rows, list_rows, read_page, say, strip_marks
from factories.post_factory import make_post
from placeplan_web.audit.models import AuditEntry
from placeplan_web.governance.models import (
    Meeting,
    MeetingSeries,
    Seat,
    SeatHolding,
    TermsOfReference,
)
from placeplan_web.registers.operations import save_record

pytestmark = pytest.mark.django_db
GROUP = "/governance/groups/thanet/"


@pytest.fixture
def group(client):
    group = make_thanet()
    client.force_login(make_clerk(group))
    return group


def do(act):
    return f"{GROUP}do/{act}/"


def seat_do(seat, act):
    return f"{GROUP}seats/{seat.reference}/do/{act}/"


def seat_page(seat):
    return f"{GROUP}seats/{seat.reference}/"


def list_verbs(kind):
    rows = AuditEntry.objects.filter(kind=f"governance.{kind}").order_by("pk")
    return list(rows.values_list("verb", flat=True))


def in_days(days):
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def test_meeting_is_planned_and_the_page_says_by_when_its_agenda_is_out(client, group):
    wanted = {
        "held_on": "2027-03-17",
        "starts": "2:30pm",
        "ends": "16:00",
        "place_words": "Council chamber",
    }

    assert client.post(do("plan-meeting"), wanted).status_code == 302

    meeting = Meeting.objects.get()
    starts = timezone.localtime(meeting.starts_at)
    page = say(client.get(GROUP + "set-up/"))
    assert (meeting.state, f"{starts:%H:%M}") == ("planned", "14:30")
    assert "When 17 March 2027 at 2:30pm Where Council chamber" in page
    assert "Agenda publish by 9 March 2027 (5 clear working days)" in page
    assert list_verbs("meeting") == ["plan"]


def test_series_is_planned_whole_and_ended_with_a_reason(client, group):
    wanted = {
        "title": "Monthly meetings",
        "frequency": "monthly",
        "first": "2027-02-10",
        "last": "2027-05-31",
        "starts": "10:00",
        "ends": "",
    }

    answer = client.post(do("plan-series"), wanted, follow=True)

    days = [f"{each.held_on}" for each in Meeting.objects.all()]
    assert days == ["2027-02-10", "2027-03-10", "2027-04-14", "2027-05-12"]
    assert "4 meetings are planned" in say(answer)
    assert "publish by 2 February 2027" in say(answer)

    series = MeetingSeries.objects.get()
    ended = {"series": series.reference, "reason": "The group is merged."}
    assert client.post(do("end-series"), ended).status_code == 302
    states = set(Meeting.objects.values_list("state", "cancelled_reason"))
    assert states == {("cancelled", "The group is merged.")}


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ({"held_on": "2019-08-15"}, "This day is over. Choose today or a later day."),
        ({"held_on": "soon"}, "Write a day such as 2019-10-31."),
        ({"starts": "noon"}, "Write an hour such as 2:30pm or 14:30."),
        ({"starts": "15:00", "ends": "14:00"}, "It ends before it starts."),
        ({"starts": "", "ends": "14:00"}, "Say when it starts"),
    ],
)
def test_meeting_that_cannot_be_is_refused_in_words(client, group, wanted, words):
    given = {"held_on": "2027-03-17", "starts": "10:00", "ends": "11:00", **wanted}

    answer = client.post(do("plan-meeting"), given)

    assert answer.status_code == 422
    assert words in say(answer)
    assert Meeting.objects.count() == 0


def test_second_meeting_on_one_day_is_refused_and_named(client, group):
    client.post(do("plan-meeting"), {"held_on": "2027-03-17"})

    answer = client.post(do("plan-meeting"), {"held_on": "2027-03-17"})

    reference = Meeting.objects.get().reference
    assert f"{reference} is on 17 March 2027 already." in say(answer)


def test_two_people_who_plan_at_once_clash(client, group):
    seen = {"version": group.version}
    client.post(do("plan-meeting"), {**seen, "held_on": "2027-03-17"})

    answer = client.post(do("plan-meeting"), {**seen, "held_on": "2027-03-18"})

    assert answer.status_code == 409
    assert Meeting.objects.count() == 1
    assert 'value="2027-03-18"' in answer.content.decode()


def test_planned_meeting_is_moved_with_a_reason_and_a_called_one_is_not(client, group):
    client.post(do("plan-meeting"), {"held_on": "2027-03-17", "starts": "10:00"})
    meeting = Meeting.objects.get()
    link = f"/governance/meetings/{meeting.public_id}/do/"
    moved = {"held_on": "2027-03-24", "starts": "11:00", "version": meeting.version}
    assert client.post(link + "change/", moved).status_code == 422
    moved["reason"] = "The hall is taken."
    assert client.post(link + "change/", moved).status_code == 302
    meeting.refresh_from_db()
    assert meeting.held_on == date(2027, 3, 24)
    assert client.post(link + "change/", moved).status_code == 409

    client.post(link + "call/", {"version": meeting.version})
    meeting.refresh_from_db()
    again = {**moved, "held_on": "2027-03-25", "version": meeting.version}
    answer = client.post(link + "change/", again)
    assert answer.status_code == 422
    assert "Notice was given for this. Cancel the meeting" in say(answer)
    later = {**moved, "starts": "12:00", "version": meeting.version}
    assert client.post(link + "change/", later).status_code == 302


def test_seat_is_added_filled_ended_and_its_history_stays(client, group):
    post = make_post(title="Clinical lead")
    added = {"title": "Clinical seat", "kind": "voting", "constituency": "Clinical"}
    assert client.post(do("add-seat"), added).status_code == 302
    seat = Seat.objects.get(title="Clinical seat")
    assert (seat.constituency, seat.votes) == ("Clinical", True)

    filled = {"post": str(post.public_id), "starts_on": "2026-01-05"}
    assert client.post(seat_do(seat, "fill"), filled).status_code == 302
    assert "Clinical lead has it." in say(client.get(f"{GROUP}seats/{seat.reference}/"))

    holding = SeatHolding.objects.get(seat=seat)
    ended = {"holding": str(holding.pk), "ends_on": "2026-06-30"}
    assert client.post(seat_do(seat, "vacate"), ended).status_code == 302
    closing = {"ends_on": "2026-09-30", "reason": "The terms changed."}
    assert client.post(seat_do(seat, "end"), closing).status_code == 302

    page = read_page(client, f"{GROUP}seats/{seat.reference}/")
    rows = list_rows(page, "Who had the seat")
    assert rows == [["Clinical lead", "5 January 2026 to 30 June 2026"]]
    assert "until 30 September 2026" in strip_marks(page)
    assert list_verbs("seat") == ["add", "seat", "unseat", "end"]


def test_seat_that_somebody_else_filled_is_not_filled_again(client, group):
    seat = Seat.objects.get(reference="SEAT-02")
    one, other = make_post(title="One"), make_post(title="Other")
    holding = seat.holdings.get()
    client.post(
        seat_do(seat, "vacate"), {"holding": holding.pk, "ends_on": "2026-01-31"}
    )
    seat.refresh_from_db()
    seen = {"version": seat.version, "starts_on": "2026-03-01"}
    client.post(seat_do(seat, "fill"), {**seen, "post": str(one.public_id)})

    clash = client.post(seat_do(seat, "fill"), {**seen, "post": str(other.public_id)})
    blind = {"starts_on": "2026-04-01", "post": str(other.public_id)}
    taken = client.post(seat_do(seat, "fill"), blind)

    assert (clash.status_code, taken.status_code) == (409, 422)
    assert "One has this seat on those days. End that first" in say(taken)
    assert seat.holdings.count() == 2


def test_holding_that_was_written_down_wrongly_is_corrected(client, group):
    seat = Seat.objects.get(reference="SEAT-03")
    right = make_post(title="The right post")
    wrong = {
        "holding": str(seat.holdings.get().pk),
        "post": str(right.public_id),
        "starts_on": "2019-06-03",
        "reason": "Two posts were mixed up.",
    }

    assert client.post(seat_do(seat, "correct"), wrong).status_code == 302

    holding = seat.holdings.get()
    assert (holding.post, holding.starts_on) == (right, date(2019, 6, 3))
    entry = AuditEntry.objects.get(verb="correct-holding")
    assert json.loads(entry.changes)["starts_on"] == ["2019-01-01", "2019-06-03"]


def test_seat_that_was_used_is_ended_and_an_unused_one_is_withdrawn(client, group):
    used = Seat.objects.get(reference="SEAT-04")
    client.post(do("add-seat"), {"title": "A slip", "kind": "co_opted"})
    slip = Seat.objects.get(title="A slip")
    reason = {"reason": "It was typed twice."}

    assert client.post(seat_do(slip, "withdraw"), reason).status_code == 302
    client.post(seat_do(used, "withdraw"), reason)

    slip.refresh_from_db()
    used.refresh_from_db()
    assert (slip.is_withdrawn, used.is_withdrawn) == (True, False)
    assert "It was typed twice." in client.get(seat_page(slip)).content.decode()


def test_withdrawn_seat_is_restored_from_its_page_by_whoever_keeps_the_seats(
    client, group
):
    client.post(do("add-seat"), {"title": "A slip", "kind": "co_opted"})
    slip = Seat.objects.get(title="A slip")
    client.post(seat_do(slip, "withdraw"), {"reason": "It was typed twice."})
    caption = "Seats that were withdrawn"

    (gone,) = find_rows(read_page(client, f"{GROUP}set-up/"), caption)
    page = read_page(client, seat_page(slip))
    asked = read_page(client, seat_do(slip, "restore"))
    done = client.post(seat_do(slip, "restore"), {"version": 2})

    assert (gone[0], gone[2]) == ("A slip", "It was typed twice.")
    assert [
        act for act in ("change", "end", "fill", "restore") if f"/{act}/" in page
    ] == ["restore"]
    assert "It was withdrawn: It was typed twice." in asked
    assert done.status_code == 302
    slip.refresh_from_db()
    assert (slip.is_withdrawn, slip.withdrawn_reason) == (False, "")
    assert AuditEntry.objects.filter(
        verb="restore", identifier=str(slip.public_id)
    ).exists()
    assert caption not in read_page(client, f"{GROUP}set-up/")


def test_others_see_nothing_of_a_withdrawn_seat(client, group):
    client.post(do("add-seat"), {"title": "A slip", "kind": "co_opted"})
    slip = Seat.objects.get(title="A slip")
    client.post(seat_do(slip, "withdraw"), {"reason": "It was typed twice."})
    client.logout()

    assert client.get(seat_page(slip)).status_code == 404
    assert "It was typed twice." not in read_page(client, f"{GROUP}set-up/")


def test_seat_in_the_chair_is_not_restored_beside_another(client, group):
    for seat in group.seats.filter(is_chair=True):
        save_record(
            by="test", record=seat, changes={"is_chair": False}, at=timezone.now()
        )
    client.post(do("add-seat"), {"title": "Chair", "kind": "voting", "is_chair": "on"})
    first = Seat.objects.get(title="Chair")
    client.post(seat_do(first, "withdraw"), {"reason": "It was typed twice."})
    client.post(
        do("add-seat"), {"title": "Convener", "kind": "voting", "is_chair": "on"}
    )

    answer = client.post(seat_do(first, "restore"), {"version": 2})

    first.refresh_from_db()
    assert (answer.status_code, first.is_withdrawn) == (422, True)
    assert "Convener is in the chair." in answer.content.decode()


def test_second_chair_and_a_deputy_of_a_deputy_are_refused(client, group):
    chair = {"title": "Another chair", "kind": "voting", "is_chair": "on"}
    answer = client.post(do("add-seat"), chair)
    assert "Councillor 1 is in the chair. End that seat first." in say(answer)

    first = Seat.objects.get(reference="SEAT-01")
    deputy = {"title": "Deputy", "kind": "voting", "deputy_of": str(first.public_id)}
    assert client.post(do("add-seat"), deputy).status_code == 302
    made = Seat.objects.get(title="Deputy")
    second = {**deputy, "title": "Second", "deputy_of": str(made.public_id)}
    assert client.post(do("add-seat"), second).status_code == 422


TERMS = {
    "starts_on": "2026-04-01",
    "quorum_kind": "share",
    "quorum_part": "1",
    "quorum_whole": "4",
    "members_stated": "9",
    "majority": "consensus",
    "substitutes_allowed": "yes",
    "notice_body": "nhs_body",
    "regime": "nhs",
    "subjects": "Stroke; Cancer",
}


def test_new_terms_hold_from_their_day_and_the_old_stay_before(client, group):
    assert client.post(do("new-terms"), TERMS).status_code == 302

    old, new = TermsOfReference.objects.order_by("starts_on")
    assert old.ends_on == date(2026, 3, 31)
    assert (old.quorum_number, new.quorum_number) == (3, None)
    assert (new.quorum_part, new.quorum_whole, new.subjects) == (
        *(1, 4),
        ["Stroke", "Cancer"],
    )
    assert (new.has_casting_vote, new.substitutes_allowed) == (None, True)
    assert "1 in 4 of its members" in say(client.get(GROUP + "set-up/"))


def test_newest_terms_are_withdrawn_and_the_old_hold_on(client, group):
    client.post(do("new-terms"), TERMS)

    client.post(do("undo-terms"), {"reason": "Not adopted after all."})

    standing = TermsOfReference.objects.get(withdrawn_at=None)
    assert (standing.quorum_number, standing.ends_on) == (3, None)


def test_terms_by_which_a_meeting_was_called_are_not_withdrawn(client, group):
    make_meeting(group, state="open")

    answer = client.post(do("undo-terms"), {"reason": "Not adopted after all."})

    assert answer.status_code == 422
    assert "was called by these terms. Adopt new terms" in say(answer)


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ({"starts_on": "2019-01-01"}, "starts on 1 January 2019. Withdraw that first"),
        ({"quorum_whole": ""}, "Fill this in, or choose another kind of quorum."),
        (
            {"quorum_kind": "number", "quorum_number": "10"},
            "There are 9 members, so 10 never come.",
        ),
        (
            {"quorum_kind": "least", "quorum_least": "Clinical: 1"},
            "No seat stands for Clinical.",
        ),
        (
            {"quorum_kind": "least", "quorum_least": "Clinical 1"},
            "Write a constituency, a colon and a number",
        ),
        (
            {"majority": "qualified", "majority_part": "1", "majority_whole": "2"},
            "A majority is more than a half",
        ),
        ({"majority": "qualified"}, "Say which share: such as 2 of 3."),
    ],
)
def test_terms_that_cannot_be_are_refused_in_words(client, group, wanted, words):
    answer = client.post(do("new-terms"), {**TERMS, **wanted})

    assert answer.status_code == 422
    assert words in say(answer)
    assert TermsOfReference.objects.count() == 1


def test_quorum_by_constituency_is_written_line_by_line(client, group):
    make.SeatFactory(group=group, reference="SEAT-20", constituency="Clinical")
    make.SeatFactory(group=group, reference="SEAT-21", constituency="Lay")
    least = {"quorum_kind": "least", "quorum_least": "Clinical: 2\n\nLay: 1"}

    assert client.post(do("new-terms"), {**TERMS, **least}).status_code == 302

    new = TermsOfReference.objects.get(starts_on=date(2026, 4, 1))
    assert new.quorum_least == {"Clinical": 2, "Lay": 1}
    assert new.quorum_part is None


@pytest.mark.parametrize("act", ["add-seat", "new-terms", "undo-terms", "give-office"])
def test_chair_runs_meetings_and_does_not_keep_the_group(client, group, act):
    chair = UserFactory(username="chair")
    give_post(Seat.objects.get(reference="SEAT-01"), chair)
    client.force_login(chair)

    assert client.post(do(act), TERMS).status_code == 403
    assert client.get(do("plan-meeting")).status_code == 200


def test_whoever_has_no_part_in_the_group_is_offered_and_allowed_nothing(client, group):
    client.force_login(UserFactory(username="stranger"))

    page = client.get(GROUP + "set-up/")

    assert page.status_code == 200
    assert "do/" not in page.content.decode()
    assert client.post(do("plan-meeting"), TERMS).status_code == 403
    seat = Seat.objects.get(reference="SEAT-01")
    assert client.post(seat_do(seat, "fill"), {}).status_code == 403


def test_staff_appoint_the_committee_officer_of_a_group(client):
    make_thanet()
    client.force_login(UserFactory(username="staff", is_staff=True))
    post = make_post(title="Democratic services")
    office = {"kind": "clerk", "post": str(post.public_id), "starts_on": in_days(0)}

    assert client.post(do("give-office"), office).status_code == 302

    page = say(client.get(GROUP + "set-up/"))
    assert "Post Democratic services Office Committee officer When from" in page
    assert client.post(do("add-seat"), {}).status_code == 403


@pytest.mark.parametrize("seats", [1, 3])
def test_page_asks_as_many_questions_for_many_seats(
    client, seats, django_assert_max_num_queries
):
    make_thanet(seats=seats)

    with django_assert_max_num_queries(16):
        client.get(GROUP + "set-up/")
