"""What a benefit was planned to be over time, and what of it was realised."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from placeplan.errors import Fault, InputError
from placeplan.programme.benefit import Benefit, list_claim_gaps

BENEFIT_STATES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "not_claimable": "it cannot be claimed",
        "not_due": "nothing is planned of it yet",
        "not_read": "nobody has read it since something was due",
        "ahead": "more is realised than planned",
        "on_plan": "what was planned is realised",
        "behind": "less is realised than planned",
        "reversed": "it moved away from its target",
    }
)
"""What a benefit can be on a day, in words."""

CLOSE_SHARE: Final = 1e-9
"""Shares of the planned change that differ by less are the same: rounding alone."""


@dataclass(frozen=True, slots=True)
class BenefitReading:
    """A value of a benefit's measure on a day, planned or read.

    Parameters
    ----------
    on : date
        The day.
    value : float
        In the unit of the benefit.
    """

    on: date
    value: float


@dataclass(frozen=True, slots=True)
class BenefitPosition:
    """Where a benefit stands on a day.

    Parameters
    ----------
    benefit, state : str
        Its reference, and one of `BENEFIT_STATES`.
    planned, realised : float or None
        Change from the baseline, in the unit: as planned for that day, and as last
        read; None where there is none.
    realised_share : float or None
        Realised over planned; negative when it moved the other way.
    reasons : tuple of str
        Why, in sentences.
    """

    benefit: str
    state: str
    planned: float | None
    realised: float | None
    realised_share: float | None
    reasons: tuple[str, ...]


def compare_benefit(
    benefit: Benefit,
    profile: Iterable[BenefitReading],
    readings: Iterable[BenefitReading],
    *,
    as_at: date,
) -> BenefitPosition:
    """Compare what was realised of a benefit with what was planned.

    Planned is the last point of the profile on or before the day: a benefit planned for
    April is not half there in January. Realised is the last reading on or before it.
    Both are told as change from the baseline, so that a cost that falls and a share
    that rises read alike. A disbenefit is compared in the same way: *ahead* then means
    that more is lost than planned.

    Parameters
    ----------
    benefit : Benefit
        The benefit.
    profile, readings : iterable of BenefitReading
        What is planned, and what was read, in any order of days; of two readings of
        one day the later one given corrects the other.
    as_at : date
        The day; what was read later is not known.

    Returns
    -------
    BenefitPosition
        A benefit that cannot be claimed is compared with nothing.

    Raises
    ------
    InputError
        When two points of the profile are of one day.

    Examples
    --------
    >>> cut = Benefit("BEN-05", "Management costs fall by 20%", "finance lead",
    ...     "organisations", "cash_releasing", "management costs", "pounds", 50e6, 40e6,
    ...     date(2021, 3, 31), evidence="One body in place of eight")
    >>> path = [BenefitReading(date(2020, 4, 1), 46e6),
    ...         BenefitReading(date(2021, 3, 31), 40e6)]
    >>> read = [BenefitReading(date(2020, 9, 30), 49e6)]
    >>> found = compare_benefit(cut, path, read, as_at=date(2020, 10, 1))
    >>> found.state, found.planned, found.realised, found.realised_share
    ('behind', -4000000.0, -1000000.0, 0.25)
    """
    path = tuple(profile)
    _refuse_twice(benefit, path)
    gaps = list_claim_gaps(benefit, has_profile=bool(path))
    baseline = benefit.baseline
    if gaps or baseline is None:
        return BenefitPosition(benefit.id, "not_claimable", None, None, None, gaps)
    due, last = (_find_last(points, as_at) for points in (path, readings))
    planned = None if due is None else due.value - baseline
    realised = None if last is None else last.value - baseline
    share = realised / planned if planned and realised is not None else None
    if due is None or not planned:
        state = "not_due"
    elif share is None or last is None or last.on < due.on:
        state = "not_read"
    else:
        state = _judge(share)
    return BenefitPosition(
        *(benefit.id, state, planned, realised, share),
        (_explain(benefit, state, due, last),),
    )


def _judge(share: float) -> str:
    if share < 0:
        return "reversed"
    if abs(share - 1) <= CLOSE_SHARE:
        return "on_plan"
    return "ahead" if share > 1 else "behind"


def _explain(
    benefit: Benefit,
    state: str,
    due: BenefitReading | None,
    last: BenefitReading | None,
) -> str:
    said = BENEFIT_STATES[state]
    parts = [f"{said[0].upper()}{said[1:]}"]
    for words, each in (("planned", due), ("read", last)):
        if each:
            unit = "%" if benefit.unit == "%" else f" {benefit.unit}"
            amount = f"{each.value:,.10g}{unit}"
            parts.append(f"{words} {amount} for {each.on:%-d %B %Y}")
    return f"{'; '.join(parts)}."


def _find_last(points: Iterable[BenefitReading], as_at: date) -> BenefitReading | None:
    known = [each for each in points if each.on <= as_at]
    return sorted(known, key=lambda each: each.on)[-1] if known else None


def _refuse_twice(benefit: Benefit, path: tuple[BenefitReading, ...]) -> None:
    days = [each.on for each in path]
    faults = [
        Fault(
            f"benefit {benefit.id}",
            "profile",
            "one value for a day",
            f"{days.count(day)} values for {day}",
            "Keep the right one.",
        )
        for day in sorted(set(days))
        if days.count(day) > 1
    ]
    if faults:
        raise InputError(faults)
