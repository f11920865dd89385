"""Escalation: a risk that came to the threshold is put before groups, once."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from placeplan.errors import Fault, InputError
from placeplan.programme.crossing import ThresholdCrossing
from placeplan.programme.interval import print_day


@dataclass(frozen=True, slots=True, order=True)
class EscalationItem:
    """A risk to be discussed by a group.

    Parameters
    ----------
    risk, group : str
        What, and by whom.
    crossed_on : date
        The day on which the risk came to the threshold.
    """

    risk: str
    group: str
    crossed_on: date


@dataclass(frozen=True, slots=True)
class EscalationAge:
    """How long an escalated risk has waited to be discussed.

    Parameters
    ----------
    item : EscalationItem
        The risk and the group.
    days : int
        Days from the crossing to the discussion, or to the day on which one looks.
    discussed_on : date or None
        When the group discussed it; None while nobody has.
    words : str
        In a sentence.
    """

    item: EscalationItem
    days: int
    discussed_on: date | None
    words: str


def choose_groups(
    groups: Collection[str], only: Collection[str] | None = None, reason: str = ""
) -> tuple[str, ...]:
    """Choose the groups that discuss a risk: all of them, or fewer with a reason.

    Raises
    ------
    InputError
        When one is none of them, none is left, or fewer are chosen without a reason.

    Examples
    --------
    >>> choose_groups(["grp-icp-east", "grp-icp-west"], ["grp-icp-east"], "East only")
    ('grp-icp-east',)
    """
    if only is None:
        return tuple(dict.fromkeys(groups))
    faults = [("one of the groups", each) for each in only if each not in groups]
    if not only:
        faults.append(("one group or more", "none"))
    if set(groups) - set(only) and not reason.strip():
        faults.append(("a reason for leaving groups out", "nothing"))
    if faults:
        raise InputError(Fault("escalation", "", *e, "Correct it.") for e in faults)
    return tuple(each for each in dict.fromkeys(groups) if each in only)


def escalate(
    crossings: Iterable[ThresholdCrossing],
    groups: Collection[str],
    placed: Collection[EscalationItem] = (),
) -> tuple[EscalationItem, ...]:
    """Find which risks have still to be placed before which groups.

    Parameters
    ----------
    crossings : iterable of ThresholdCrossing
        Of any number of risks, oldest first for each, as `find_crossings` gives them.
    groups : collection of str
        Who discusses each.
    placed : collection of EscalationItem
        What was placed before. Asking again with what one got gives nothing new.

    Returns
    -------
    tuple of EscalationItem
        For each risk that is at the threshold or above, once for each group.

    Examples
    --------
    >>> day = date(2019, 10, 1)
    >>> up = ThresholdCrossing("RSK-09", "up", day, 6, 8, 8, "papers_2019")
    >>> new = escalate([up], ["grp-steb"])
    >>> len(new), escalate([up], ["grp-steb"], new)
    (1, ())
    """
    last: dict[str, ThresholdCrossing] = {}
    for each in crossings:
        last[each.risk] = each
    wanted = (
        EscalationItem(each.risk, group, each.crossed_on)
        for each in last.values()
        if each.direction == "up"
        for group in dict.fromkeys(groups)
    )
    return tuple(item for item in wanted if item not in set(placed))


def find_ages(
    placed: Iterable[EscalationItem],
    discussed: Mapping[EscalationItem, date],
    as_at: date,
) -> tuple[EscalationAge, ...]:
    """Find how long each escalated risk has waited, the longest first.

    Parameters
    ----------
    placed : iterable of EscalationItem
        What was placed; one that crossed after ``as_at`` is not known on it.
    discussed : mapping of EscalationItem to date
        When its group discussed it; a day after ``as_at`` is not known on it.
    as_at : date
        Day on which one looks.

    Examples
    --------
    >>> item = EscalationItem("RSK-09", "grp-steb", date(2019, 10, 1))
    >>> find_ages([item], {}, date(2019, 10, 31))[0].words
    'RSK-09 has waited 30 days for grp-steb to discuss it.'
    """
    ages = [
        _find_age(item, discussed.get(item), as_at)
        for item in dict.fromkeys(placed)
        if item.crossed_on <= as_at
    ]
    return tuple(
        sorted(
            ages, key=lambda age: (age.discussed_on is not None, -age.days, age.item)
        )
    )


def _find_age(item: EscalationItem, on: date | None, as_at: date) -> EscalationAge:
    known = on if on is not None and on <= as_at else None
    days = ((known or as_at) - item.crossed_on).days
    if known is None:
        words = f"{item.risk} has waited {days} days for {item.group} to discuss it."
    else:
        when = print_day(known)
        words = f"{item.group} discussed {item.risk} on {when}, after {days} days."
    return EscalationAge(item, days, known, words)
