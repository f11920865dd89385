"""Who hears an escalated risk: fewer of several like groups, or those above."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from placeplan.governance.escalation import choose_groups
from placeplan_web.governance.models import (
    Body,
    Escalation,
    Group,
    LinkKind,
    ToldBody,
)
from placeplan_web.governance.operations.escalation import (
    lay_risk,
    place_on_next_agendas,
    stand_down,
)
from placeplan_web.programme.models import ThresholdCrossing
from placeplan_web.programme.operations.refusal import need_words, refuse_in_words
from placeplan_web.registers.operations import append_row


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom a risk reached when a group escalated it further."""

    groups: Sequence[Escalation]
    bodies: Sequence[ToldBody]


def list_narrowable(crossing: ThresholdCrossing) -> list[Escalation]:
    """Give who may be left out: groups that are parts of one, of which some are open.

    Each ICP group is one of four; the others hear every risk.
    """
    rows = crossing.escalations.filter(
        group__part_of__isnull=False, discussed_on=None, stood_down_on=None
    )
    return list(rows.select_related("group").order_by("group__name", "pk"))


def narrow_escalation(
    *,
    by: UUID | str,
    crossing: ThresholdCrossing,
    only: Collection[Group],
    reason: str,
    at: datetime,
) -> list[Escalation]:
    """Leave a risk before some of several like groups, and give those left out.

    Raises
    ------
    django.core.exceptions.ValidationError
        No reason, no group left, or one that may not be left out, or never heard it.
    """
    with transaction.atomic():
        _lock(crossing)
        rows = {each.group.slug: each for each in list_narrowable(crossing)}
        with refuse_in_words("reason"):
            kept = choose_groups(tuple(rows), [each.slug for each in only], reason)
        left = [each for slug, each in rows.items() if slug not in kept]
        return [stand_down(by, each, reason, at) for each in left]


def list_above(group: Group) -> list[Group]:
    """Give the groups to which a group escalates, by itself or as a part of another."""
    links = Q(linked_by__group=group) | Q(linked_by__group=group.part_of_id)
    found = Group.objects.filter(
        links, linked_by__kind=LinkKind.ESCALATES_TO, withdrawn_at=None
    )
    return list(found.exclude(pk=group.pk).distinct())


def escalate_further(
    *,
    by: UUID | str,
    escalation: Escalation,
    reason: str,
    at: datetime,
    groups: Collection[Group] = (),
    bodies: Collection[Body] = (),
) -> Reach:
    """Lay a risk before groups above, and tell organisations; each of them once.

    Those whom it has reached already are passed over. Its age before a group above
    begins today.

    Raises
    ------
    django.core.exceptions.ValidationError
        No reason, nobody named, a group that is not above, or it was stood down.
    """
    need_words(reason, "reason", "Say why it goes further.")
    if not groups and not bodies:
        raise ValidationError({"bodies": "Name a group or an organisation."})
    crossing = escalation.crossing
    with transaction.atomic():
        _lock(crossing)
        held = Escalation.objects.select_related("group").get(pk=escalation.pk)
        if held.stood_down_on is not None:
            raise ValidationError(f"{held.reference} was stood down.")
        above = {each.pk for each in list_above(held.group)}
        strange = [each.name for each in groups if each.pk not in above]
        if strange:
            words = f"{held.group.name} does not escalate to {', '.join(strange)}."
            raise ValidationError({"groups": words})
        reached = Reach(
            _lay_above(by, held, groups, reason, at),
            _tell_bodies(by, held, bodies, reason, at),
        )
        place_on_next_agendas(by=by, at=at)
    return reached


def _lock(crossing: ThresholdCrossing) -> None:
    """Keep others off what stands before every group of a crossing."""
    rows = Escalation.objects.select_for_update().filter(crossing=crossing)
    list(rows.order_by("pk").values_list("pk", flat=True))


def _lay_above(
    by: UUID | str,
    held: Escalation,
    groups: Collection[Group],
    reason: str,
    at: datetime,
) -> list[Escalation]:
    crossing = held.crossing
    told = set(crossing.escalations.values_list("group", flat=True))
    day = timezone.localdate(at)
    return [
        lay_risk(by, crossing, group, at, raised_on=day, reason=reason)
        for group in groups
        if group.pk not in told
    ]


def _tell_bodies(
    by: UUID | str,
    held: Escalation,
    bodies: Collection[Body],
    reason: str,
    at: datetime,
) -> list[ToldBody]:
    of_crossing = ToldBody.objects.filter(escalation__crossing=held.crossing)
    told = set(of_crossing.values_list("body", flat=True))
    return [
        append_row(
            by=by,
            row=ToldBody(escalation=held, body=body),
            at=at,
            reason=reason,
            verb="tell",
        )
        for body in bodies
        if body.pk not in told
    ]
