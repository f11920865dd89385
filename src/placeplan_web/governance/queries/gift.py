"""What follows from gifts, all those of one donor to one post taken together."""

from collections.abc import Iterable
from typing import Any

from placeplan.governance.gift import (
    Gift,
    GiftDuty,
    find_gift_duties,
    fold_donor,
)
from placeplan_web.governance.models import GiftDeclaration


def list_duties() -> list[GiftDuty]:
    """Give the duties of every post, donor by donor. One question."""
    kept = GiftDeclaration.objects.filter(withdrawn_at=None)
    held: dict[tuple[int, str], list[Any]] = {}
    for each in kept.order_by("given_on", "pk"):
        held.setdefault((each.post_id, each.regime), []).append(each)
    return [duty for (_, regime), gifts in held.items() for duty in _ask(regime, gifts)]


def find_duty(record: GiftDeclaration) -> GiftDuty:
    """Find what follows from a gift and the others of its donor to that post."""
    kept = GiftDeclaration.objects.filter(
        withdrawn_at=None, post=record.post, regime=record.regime
    )
    donor = fold_donor(record.donor)
    gifts = [g for g in kept.order_by("given_on", "pk") if fold_donor(g.donor) == donor]
    return _ask(record.regime, gifts or [record])[0]


def _ask(regime: str, gifts: Iterable[GiftDeclaration]) -> list[GiftDuty]:
    given = [
        Gift(
            *(each.donor, each.value_pounds, each.given_on, each.kind),
            each.is_from_supplier,
        )
        for each in gifts
    ]
    return list(find_gift_duties(regime, given))
