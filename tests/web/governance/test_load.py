"""Kent and Medway's governance is loaded whole, once, and nothing is filled in."""

from datetime import date
from pathlib import Path

import pytest
from django.utils import timezone

from factories import governance_factory as make
from factories.programme_factory import BY, NOW
from placeplan.governance.quorum import WHOLE
from placeplan_web.audit.models import AuditEntry
from placeplan_web.governance import models
from placeplan_web.governance.operations import load
from placeplan_web.governance.queries.authority import find_group_authority
from placeplan_web.governance.queries.quorum import count_members
from placeplan_web.governance.queries.seat_map import (
    list_missing_voices,
    list_seat_rows,
)
from placeplan_web.governance.queries.standing import find_terms, search_groups
from placeplan_web.governance.queries.table import lay_table
from placeplan_web.places import folder
from placeplan_web.registers.operations import save_record

pytestmark = pytest.mark.django_db
EXAMPLE = Path(__file__).parents[3] / "examples" / "kent-medway"
PAPERS = date(2019, 8, 14)


def get_group(slug):
    return models.Group.objects.get(slug=slug)


def test_papers_are_loaded_whole(loaded):
    sign_offs = models.SignOffBlock.objects.all()
    meetings = models.Meeting.objects.filter(state="closed")

    assert models.Group.objects.filter(part_of=None).count() == 46
    assert models.Group.objects.exclude(part_of=None).count() == 4  # of the ICPs
    assert models.Body.objects.count() == 34
    assert models.Action.objects.count() == 17
    assert (sign_offs.count(), sign_offs.filter(duplicate_of=None).count()) == (19, 18)
    assert meetings.count() == 4


def test_only_the_quorum_that_a_paper_states_is_held(loaded):
    stated = models.TermsOfReference.objects.exclude(quorum_number=None)

    assert [each.group.slug for each in stated] == ["grp-thanet-cag"]
    assert (stated[0].quorum_number, stated[0].members_stated) == (3, 6)
    assert stated[0].substitutes_allowed is False
    assert (
        find_terms(get_group("grp-steb"), PAPERS).make_quorum_rule().is_stated is False
    )


def test_meeting_has_its_hour_and_the_day_of_its_notice(loaded):
    meeting = models.Meeting.objects.get(reference="MTG-CAG-2019-08-14")

    assert timezone.localtime(meeting.starts_at).strftime("%H:%M") == "12:00"
    assert timezone.localdate(meeting.notice_published_at) == date(2019, 8, 5)
    assert meeting.items.count() == 7


def test_hour_that_no_paper_gives_stays_empty(loaded):
    meeting = models.Meeting.objects.get(reference="MTG-THWP-2019-07-18")

    assert (meeting.starts_at, meeting.notice_published_at) == (None, None)


def test_meeting_that_a_paper_announces_is_planned(loaded):
    planned = models.Meeting.objects.get(state="planned")

    assert (planned.reference, planned.held_on) == (
        "MTG-THWP-2019-09-05",
        date(2019, 9, 5),
    )


def test_former_name_finds_the_group(loaded):
    found = search_groups("STP Partnership Board")

    assert [each.slug for each in found] == ["grp-stp-programme-board"]


def test_joint_committee_decides_stroke_and_not_yet_mental_health(loaded):
    group = get_group("grp-ccg-joint")

    verbs = {
        subject: find_group_authority(group, subject, PAPERS).verb
        for subject in ("Stroke", "Cancer", "mental health", "children's services")
    }

    assert verbs == {
        "Stroke": "decide",
        "Cancer": "decide",
        "mental health": "recommend",
        "children's services": "recommend",
    }


@pytest.mark.parametrize(
    ("day", "verb"), [(date(2020, 3, 31), "decide"), (date(2020, 4, 1), "recommend")]
)
def test_joint_committee_decides_until_the_day_its_eight_bodies_ended(
    loaded, day, verb
):
    found = find_group_authority(get_group("grp-ccg-joint"), "Stroke", day)

    assert found.verb == verb


@pytest.mark.parametrize(
    ("day", "verb"), [(date(2020, 3, 31), "decide"), (date(2020, 4, 1), "recommend")]
)
def test_governing_body_decides_until_the_day_its_organisation_ended(loaded, day, verb):
    body = models.Body.objects.get(slug="org-thanet-ccg")
    group = make.GroupFactory(kind="statutory", body=body)

    found = find_group_authority(group, "Stroke", day)

    assert found.verb == verb


@pytest.mark.parametrize(
    ("day", "verb"),
    [
        (date(2019, 3, 31), "recommend"),
        (date(2019, 4, 1), "decide"),
        (date(2019, 9, 30), "decide"),
        (date(2019, 10, 1), "recommend"),
    ],
)
def test_governing_body_decides_on_the_days_on_which_it_exists(loaded, day, verb):
    group = make.GroupFactory(
        kind="statutory",
        body=models.Body.objects.get(slug="org-thanet-ccg"),
        starts_on=date(2019, 4, 1),
        ends_on=date(2019, 9, 30),
    )

    found = find_group_authority(group, "Stroke", day)

    assert found.verb == verb


def test_leadership_group_of_2016_only_recommends(loaded):
    found = find_group_authority(
        get_group("grp-stp-leadership-2016"), "Stroke", date(2016, 3, 9)
    )

    assert found.verb == "recommend"


def test_bodies_with_a_seat_and_no_signature_are_told(loaded):
    silent, _ = list_missing_voices(list_seat_rows(PAPERS))

    assert "Virgin Healthcare" in [body.name for body in silent]


def test_seats_that_a_paper_counts_have_names_of_their_own(loaded):
    seats = models.Seat.objects.filter(
        group__slug="grp-thanet-cag", reference__contains="-068"
    )

    assert [seat.title for seat in seats] == [
        f"6 councillors, seat {number}" for number in range(1, 7)
    ]


def test_chair_whom_the_members_elect_has_no_seat_of_their_own(loaded):
    group = get_group("grp-thanet-cag")
    table = lay_table(group.meetings.get(reference="MTG-CAG-2019-08-14"))

    assert count_members(table.voting, table.terms) == {WHOLE: 6}
    assert [seat.is_chair for seat in table.voting] == [False] * 6
    assert group.note.endswith("; chair: elected at the meeting (agenda item 1)")


def test_same_folder_again_writes_nothing(loaded):
    entries = AuditEntry.objects.count()

    again = load.load_governance(folder=EXAMPLE, by=BY, at=NOW)

    assert again == loaded
    assert AuditEntry.objects.count() == entries


def test_what_somebody_changed_outlives_another_load(loaded, monkeypatch):
    action = models.Action.objects.get(reference="ACT-04")
    save_record(by="office", record=action, changes={"owner_words": "chair"}, at=NOW)
    monkeypatch.setattr(folder, "digest_files", lambda _: "0" * 64)
    entries, rows = AuditEntry.objects.count(), _count_rows()

    load.load_governance(folder=EXAMPLE, by=BY, at=NOW)

    action.refresh_from_db()
    assert (action.owner_words, action.version) == ("chair", 2)
    assert AuditEntry.objects.count() == entries + 1  # of the load alone
    assert _count_rows() == rows


def _count_rows():
    counted = (models.Seat, models.GroupMember, models.GroupLink, models.SignOffBlock)
    return [model.objects.count() for model in counted]
