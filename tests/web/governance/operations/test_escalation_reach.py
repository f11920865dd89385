"""Who hears an escalated risk: fewer of the ICP groups, the board, organisations."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from factories import governance_factory as make
from factories.programme_factory import BY, RiskFactory
from placeplan_web.audit.models import AuditEntry
from placeplan_web.governance.models import Escalation, Group, LinkKind
from placeplan_web.governance.operations.escalation import raise_escalations
from placeplan_web.governance.operations.escalation_reach import (
    escalate_further,
    list_above,
    narrow_escalation,
)
from placeplan_web.programme.models import Risk
from placeplan_web.programme.operations.risk import add_score

pytestmark = pytest.mark.django_db
AT = datetime(2019, 8, 5, 9, 0, tzinfo=UTC)
LATER = datetime(2019, 8, 20, 9, 0, tzinfo=UTC)
ICPS = ["grp-icp-dgs", "grp-icp-east", "grp-icp-ms", "grp-icp-west"]


@pytest.fixture
def crossing(db):
    """Give a risk that waits before a board and two parts of another group."""
    board, whole = make.GroupFactory(slug="grp-steb"), make.GroupFactory()
    whole.slug = "grp-icp-steering"
    whole.save()
    make.GroupFactory(slug="east", part_of=whole)
    make.GroupFactory(slug="west", part_of=whole)
    above = make.GroupFactory(slug="board", name="Programme Board")
    for group in (board, whole):
        make.GroupLinkFactory(group=group, other=above, kind=LinkKind.ESCALATES_TO)
    return score(RiskFactory())


def score(risk, likelihood=4, day=date(2019, 8, 1)):
    add_score(
        by=BY,
        risk=risk,
        kind="current",
        impact=2,
        likelihood=likelihood,
        reason="review",
        scored_on=day,
        at=AT,
    )
    return risk.crossings.last()


def narrow(crossing, *slugs, reason="It is the east's alone."):
    only = [Group.objects.get(slug=slug) for slug in slugs]
    return narrow_escalation(
        by=BY, crossing=crossing, only=only, reason=reason, at=LATER
    )


def list_waiting(crossing):
    waiting = crossing.escalations.filter(stood_down_on=None)
    return sorted(waiting.values_list("group__slug", flat=True))


def find_one(crossing, slug):
    return crossing.escalations.get(group__slug=slug)


def test_of_the_icp_groups_one_is_left_and_the_two_others_go_on_to_hear_it(loaded_here):
    crossing = score(Risk.objects.first())
    everybody = list_waiting(crossing)

    left = narrow(crossing, "grp-icp-east")

    assert everybody == [*ICPS, "grp-sc-steering", "grp-steb"]
    assert sorted(each.group.slug for each in left) == [ICPS[0], *ICPS[2:]]
    assert list_waiting(crossing) == ["grp-icp-east", "grp-sc-steering", "grp-steb"]
    assert {each.stood_down_reason for each in left} == {"It is the east's alone."}


def test_group_that_was_left_out_is_not_brought_back_by_asking_again(crossing):
    narrow(crossing, "east")

    assert raise_escalations(by=BY, at=LATER) == []
    assert list_waiting(crossing) == ["east", "grp-steb"]


@pytest.mark.parametrize(
    ("slugs", "reason"),
    [
        (["east"], " "),
        ([], "nobody"),
        (["east", "grp-steb"], "the board is no part of a group"),
    ],
)
def test_groups_are_left_out_with_a_reason_and_one_of_the_parts_is_left(
    crossing, slugs, reason
):
    with pytest.raises(ValidationError) as refused:
        narrow(crossing, *slugs, reason=reason)

    assert list(refused.value.error_dict) == ["reason"]
    assert list_waiting(crossing) == ["east", "grp-steb", "west"]


def test_part_of_a_group_escalates_to_where_the_whole_does(crossing):
    above = list_above(Group.objects.get(slug="east"))

    assert [each.slug for each in above] == ["board"]


def test_risk_goes_on_to_the_board_and_to_organisations_once_each(crossing):
    board, body = Group.objects.get(slug="board"), make.BodyFactory()
    meeting = make.MeetingFactory(group=board, held_on=date(2019, 9, 4))
    given = {"groups": [board], "bodies": [body], "reason": "Staff are short."}

    reached = escalate_further(
        by=BY, escalation=find_one(crossing, "east"), at=LATER, **given
    )
    entries = AuditEntry.objects.count()
    again = escalate_further(
        by=BY, escalation=find_one(crossing, "west"), at=LATER, **given
    )

    assert [each.group for each in reached.groups] == [board]
    assert [(each.body, each.reason) for each in reached.bodies] == [
        (body, "Staff are short.")
    ]
    laid = find_one(crossing, "board")
    assert (laid.raised_on, laid.item.meeting) == (date(2019, 8, 20), meeting)
    assert (again.groups, again.bodies) == ([], [])
    assert AuditEntry.objects.count() == entries


def test_three_groups_of_the_example_escalate_to_the_programme_board(loaded_here):
    slugs = ["grp-icp-east", "grp-sc-steering", "grp-steb"]

    above = [list_above(Group.objects.get(slug=slug)) for slug in slugs]

    assert [[each.slug for each in found] for found in above] == [
        ["grp-stp-programme-board"]
    ] * 3


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"bodies": "some", "reason": " "}, "reason"),
        ({"reason": "to whom?"}, "bodies"),
        ({"groups": "strange", "reason": "a guess"}, "groups"),
    ],
)
def test_risk_goes_no_further_without_a_reason_or_to_a_group_that_is_not_above(
    crossing, given, field
):
    made = {"some": make.BodyFactory, "strange": make.GroupFactory}
    typed = {
        name: [made[value]()] if value in made else value
        for name, value in given.items()
    }

    with pytest.raises(ValidationError) as refused:
        escalate_further(
            by=BY, escalation=find_one(crossing, "east"), at=LATER, **typed
        )

    assert list(refused.value.error_dict) == [field]
    assert Escalation.objects.count() == 3


def test_risk_that_was_stood_down_goes_no_further(crossing):
    narrow(crossing, "east")
    given = {"bodies": [make.BodyFactory()], "reason": "late"}

    with pytest.raises(ValidationError, match="was stood down"):
        escalate_further(
            by=BY, escalation=find_one(crossing, "west"), at=LATER, **given
        )


def test_risk_that_falls_is_stood_down_before_the_board_too(crossing):
    board = Group.objects.get(slug="board")
    escalate_further(
        by=BY,
        escalation=find_one(crossing, "east"),
        groups=[board],
        reason="Staff are short.",
        at=AT,
    )

    score(crossing.risk, 3, date(2019, 8, 3))

    assert list_waiting(crossing) == []
