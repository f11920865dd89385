"""Why each place gets what it gets, in sentences."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from placeplan.money.amount_words import say_pence
from placeplan.money.fair_share.fair_share import FairShare, FairShares
from placeplan.money.fair_share.formula import INEQUALITIES, Formula
from placeplan.money.fair_share.policy import PolicyShare

_PERCENT = 100
_NO_NAMES: Mapping[str, str] = {}


def list_reasons(
    found: FairShares,
    formula: Formula,
    policies: Iterable[PolicyShare] = (),
) -> tuple[str, ...]:
    """Say how a budget was shared out: the formula, the pace, then each place.

    Returns
    -------
    tuple of str
        Full sentences.
    """
    streams = [name for name in formula.shares if name != INEQUALITIES]
    said = [
        f"{say_pence(found.budget)} is shared by people, weighed by need"
        + (f" in {len(streams)} streams" if len(streams) > 1 else "")
        + " and by what care costs."
    ]
    if share := formula.shares.get(INEQUALITIES):
        said.append(f"{say_percent(share)} of it follows inequalities in health.")
    if found.common_growth is not None:
        said.append(
            "How far a place is off now compares its part of what all places have with "
            "its part of the target."
        )
        points = say_points(found.common_growth)
        said.append(
            f"Besides what the rule of the pace gives, every place that no floor or "
            f"ceiling holds gets {points}, so that the budget is met."
        )
    said += [policy.words for policy in policies]
    return (*said, *(say_share(share) for share in found.shares))


def say_share(share: FairShare, names: Mapping[str, str] = _NO_NAMES) -> str:
    """Say of one place what its fair share is, how far off it is, and what it gets."""
    name = names.get(share.place.id, share.place.id)
    said = f"{name}: the fair share is {say_pence(share.target)}"
    opening = share.paced.opening_distance if share.paced else share.distance
    if share.place.allocation is not None:
        said += f"; it has {say_pence(share.place.allocation)}"
        said += f", {say_distance(opening)}" if opening is not None else ""
    if share.paced is None:
        return f"{said}."
    why = {"floor": ", its floor", "ceiling": ", its ceiling", "": ""}
    said += f"; it gets {say_pence(share.allocation)}{why[share.paced.bound]}"
    closing = share.closing_distance
    return f"{said}, {say_distance(closing)}." if closing is not None else f"{said}."


def say_distance(distance: Fraction) -> str:
    """Say how far an allocation is from its target.

    Examples
    --------
    >>> say_distance(Fraction("-0.034")), say_distance(Fraction(0))
    ('3.4 % under target', 'on target')
    """
    percent = round(float(distance) * _PERCENT, 1)
    if not percent:
        return "on target"
    return f"{abs(percent):.1f} % {'over' if percent > 0 else 'under'} target"


def say_percent(share: Fraction) -> str:
    """Say a share in percent, with no more digits than it has.

    Examples
    --------
    >>> say_percent(Fraction("0.1")), say_percent(Fraction("0.125"))
    ('10 %', '12.5 %')
    """
    return f"{round(float(share) * _PERCENT, 2):g} %"


def say_points(growth: Fraction) -> str:
    """Say points of growth, more or less.

    Examples
    --------
    >>> say_points(Fraction("0.0125")), say_points(Fraction("-0.01"))
    ('1.25 points of growth more', '1.00 points of growth less')
    """
    points = float(growth) * _PERCENT
    return f"{abs(points):.2f} points of growth {'less' if points < 0 else 'more'}"
