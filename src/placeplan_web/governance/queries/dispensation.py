"""Dispensations that hold on a day, by the interest for which each was granted."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Q

from placeplan.governance.interest import Dispensation as DispensationRule
from placeplan_web.governance.models import Dispensation, Regime


def find_dispensations(posts: Iterable[int], day: date) -> Mapping[int, Dispensation]:
    """Give, for the key of each interest, the newest dispensation of a day.

    One that names no interest is for a matter in words alone: it counts once whoever
    declares names it.
    """
    rows = Dispensation.objects.filter(
        Q(expires_on=None) | Q(expires_on__gte=day),
        post__in=list(posts),
        interest__regime=Regime.LOCALISM_ACT,
        granted_on__lte=day,
        withdrawn_at=None,
    )
    return {each.interest_id: each for each in rows.order_by("granted_on", "pk")}


def read_dispensation(given: Dispensation | None) -> DispensationRule | None:
    """Give a dispensation as the library takes it."""
    if given is None:
        return None
    return DispensationRule(
        given.may_speak,
        given.may_vote,
        given.stay,  # type: ignore[arg-type] # one of Stay, held by a constraint
        given.granted_on,
        given.expires_on,
    )
