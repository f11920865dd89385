"""Gifts and hospitality: from what worth, added up by donor, they are declared."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from placeplan.errors import Fault, InputError, UnknownNameError
from placeplan.governance.held import cite, list_held, warn
from placeplan.governance.interest import REGIMES
from placeplan.programme.interval import print_day
from placeplan.reference.listing import Listing, state_list
from placeplan.tables import Column

GIFT_KINDS: Final = ("gift", "hospitality")
"""What somebody may be given."""

_ADDS_UP: Final = frozenset({"all", "twelve_months", "each"})
_THRESHOLDS: Final[Listing[dict[str, Any]]] = Listing(
    "threshold",
    state_list(
        "gift_thresholds",
        Column("threshold", "text", "Id of this version."),
        Column("regime", "text", choices=frozenset(REGIMES)),
        Column("kind", "text", choices=frozenset({*GIFT_KINDS, "any"})),
        Column("giver", "text", choices=frozenset({"supplier", "other", "any"})),
        Column("pounds", "text", "The threshold in pounds."),
        Column("reached", "text", choices=frozenset({"at_least", "over"})),
        Column("duty", "text", choices=frozenset({"declare", "refuse"})),
        Column("adds_up", "text", "Which gifts count together.", choices=_ADDS_UP),
        Column("words", "text", "In words."),
        Column("basis", "text", "How it was read."),
    ),
    dict,
)


@dataclass(frozen=True, slots=True)
class Gift:
    """Something given to a member.

    Parameters
    ----------
    donor : str
        Who gave it, in some words.
    value_pounds : Decimal
        Its estimated worth in pounds.
    given_on : date
        When.
    kind : str
        One of `GIFT_KINDS`.
    from_supplier : bool
        Whether the donor supplies, or may supply, the organisation.
    """

    donor: str
    value_pounds: Decimal
    given_on: date
    kind: str = "gift"
    from_supplier: bool = False

    def __post_init__(self) -> None:
        faults = []
        if not self.donor.strip():
            faults.append(("donor", "some words", "nothing"))
        if self.kind not in GIFT_KINDS:
            expected = f"one of: {', '.join(GIFT_KINDS)}"
            faults.append(("kind", expected, self.kind))
        if not self.value_pounds.is_finite() or self.value_pounds < 0:
            faults.append(("value_pounds", "0 or more", str(self.value_pounds)))
        if faults:
            raise InputError(Fault("gift", *each, "Correct it.") for each in faults)


@dataclass(frozen=True, slots=True)
class GiftDuty:
    """What follows from the gifts of one donor.

    Parameters
    ----------
    donor : str
        Who gave, as first written.
    declare, refuse : bool
        Whether it must be declared; whether it is to be refused unless approved.
    total_pounds : Decimal
        Worth of all of them together.
    reasons : tuple of str
        Why, in sentences.
    source : str
        Where the thresholds were read.
    """

    donor: str
    declare: bool
    refuse: bool
    total_pounds: Decimal
    reasons: tuple[str, ...]
    source: str


def find_gift_duties(
    regime: str, gifts: Iterable[Gift], as_at: date | None = None
) -> tuple[GiftDuty, ...]:
    """Find for each donor whether what was given must be declared.

    Parameters
    ----------
    regime : str
        ``localism_act`` or ``nhs``.
    gifts : iterable of Gift
        In any order; those given after ``as_at`` are not known on it.
    as_at : date or None
        Day whose thresholds count; None for those that still hold.

    Returns
    -------
    tuple of GiftDuty
        One for each donor, in the order in which they come first. Capitals and
        spaces do not make another donor.

    Raises
    ------
    UnknownNameError
        When the regime is unknown.
    InputError
        When it had no thresholds on that day.

    Examples
    --------
    >>> tens = [Gift("Firm", Decimal(10), date(2019, 6, day)) for day in (1, 2, 3)]
    >>> [duty.declare for duty in find_gift_duties("localism_act", tens)]
    [True]
    >>> [duty.declare for duty in find_gift_duties("localism_act", tens[:2])]
    [False]
    """
    if regime not in REGIMES:
        raise UnknownNameError("regime", regime, REGIMES)
    rows = {n: row for n, row in _THRESHOLDS.items() if row["regime"] == regime}
    held = list_held(rows, as_at, f"regime {regime}")
    by_donor: dict[str, list[Gift]] = {}
    for gift in gifts:
        by_donor.setdefault(fold_donor(gift.donor), []).append(gift)
    return tuple(_judge(each, held, as_at) for each in by_donor.values())


def fold_donor(name: str) -> str:
    """Fold the name of a donor, so that its spelling does not split what it gave.

    Examples
    --------
    >>> fold_donor("Acme  Ltd ") == fold_donor("ACME Ltd")
    True
    """
    return " ".join(name.split()).casefold()


def _judge(
    given: Sequence[Gift],
    held: Sequence[Mapping[str, Any]],
    as_at: date | None,
) -> GiftDuty:
    donor = given[0].donor
    known = [each for each in given if as_at is None or each.given_on <= as_at]
    reasons, duties = [], set()
    for row in held:
        worth = _find_worth(row, known)
        limit = Decimal(row["pounds"])
        reached = worth >= limit if row["reached"] == "at_least" else worth > limit
        if reached:
            duties.add(row["duty"])
            reasons += [f"{donor}: £{worth:.2f}. {row['words']}.", *warn(row)]
    total = sum((each.value_pounds for each in known), Decimal(0))
    if not reasons:
        reasons.append(f"{donor}: £{total:.2f} in all reaches no threshold.")
    if len(known) < len(given) and as_at is not None:
        day = print_day(as_at)
        reasons.append(f"{donor}: what was given after {day} is not known on it.")
    source = "; ".join(dict.fromkeys(cite(row) for row in held))
    return GiftDuty(
        *(donor, bool(duties), "refuse" in duties, total, tuple(reasons), source)
    )


def _find_worth(row: Mapping[str, Any], gifts: Sequence[Gift]) -> Decimal:
    counted = [each for each in gifts if _counts(row, each)]
    if row["adds_up"] == "each":
        sums = [each.value_pounds for each in counted]
    elif row["adds_up"] == "all":
        sums = [sum((each.value_pounds for each in counted), Decimal(0))]
    else:
        sums = [_sum_year(counted, last.given_on) for last in counted]
    return max(sums, default=Decimal(0))


def _counts(row: Mapping[str, Any], gift: Gift) -> bool:
    giver = "supplier" if gift.from_supplier else "other"
    return row["kind"] in ("any", gift.kind) and row["giver"] in ("any", giver)


def _sum_year(gifts: Sequence[Gift], last: date) -> Decimal:
    """Sum what was given in the twelve months that end with a day."""
    within = (
        each.value_pounds
        for each in gifts
        if each.given_on <= last and not _is_year_before(each.given_on, last)
    )
    return sum(within, Decimal(0))


def _is_year_before(day: date, last: date) -> bool:
    return (day.year + 1, day.month, day.day) <= (last.year, last.month, last.day)
