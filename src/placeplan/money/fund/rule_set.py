"""The rules of a fund: what it pays for, by which test, in which quarters."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from placeplan.errors import Fault, InputError, UnknownNameError
from placeplan.periods import Quarter
from placeplan.reference import get_publication
from placeplan.reference.listing import Listing, list_held, state_list
from placeplan.tables import Column

GATES: Final = ("control_total", "none")
"""What switches all of a fund on or off."""

TESTS: Final = (
    "control_total",
    "system_total",
    "agreed",
    "trajectory_or_standard",
    "milestone",
    "tracked",
)
"""By what a part is earned; what is tracked pays nothing."""

_PERCENT: Final = 100

_RULES: Final[Listing[dict[str, Any]]] = Listing(
    "fund rule",
    state_list(
        "fund_rules",
        Column("fund_rule", "text", "Id of this version."),
        Column("fund", "text", "Id of the fund."),
        Column("name", "text", "Name for people."),
        Column("gate", "text", choices=frozenset(GATES)),
        Column("payment", "text", choices=frozenset({"shares", "not_known"})),
        Column("words", "text", "In words, with what is not known."),
    ),
    dict,
)
_PARTS: Final[Listing[dict[str, Any]]] = Listing(
    "fund part",
    state_list(
        "fund_parts",
        Column("fund_part", "text", "Id of this version."),
        Column("fund", "text", "Id of the fund."),
        Column("part", "text", "Id of the part."),
        Column("name", "text", "Name for people."),
        Column("share_percent", "text", "Of what a quarter may pay."),
        Column("test", "text", choices=frozenset(TESTS)),
        Column("words", "text", "In words."),
    ),
    dict,
)
_PHASING: Final[Listing[dict[str, Any]]] = Listing(
    "phasing of a fund",
    state_list(
        "fund_phasing",
        Column("fund_phase", "text", "Id of this version."),
        Column("fund", "text", "Id of the fund."),
        Column("quarter", "whole", "1 to 4."),
        Column("share_percent", "text", "Of what a year may pay."),
        Column("basis", "text", "How it was read."),
        Column("words", "text", "In words."),
    ),
    dict,
)


@dataclass(frozen=True, slots=True)
class FundPart:
    """One part of what a quarter may pay.

    Parameters
    ----------
    part, name : str
        Id, such as ``ae``, and name for people.
    share : Fraction
        Of the allocation of the quarter; the shares of a fund sum to 1.
    test : str
        One of `TESTS`.
    words : str
        The test in words.
    """

    part: str
    name: str
    share: Fraction
    test: str
    words: str


@dataclass(frozen=True, slots=True)
class FundRules:
    """The rules of one fund in one quarter.

    Parameters
    ----------
    fund, name : str
        Id, such as ``stf``, and name for people.
    quarter : Quarter
        When they hold.
    has_gate : bool
        Whether nothing is paid when the control total, year to date, is missed.
    parts : tuple of FundPart
        In the order of the list, those that are only tracked among them.
    words : str
        The rules in words.
    sources : tuple of str
        Where they were read, the fund first and then its parts.
    """

    fund: str
    name: str
    quarter: Quarter
    has_gate: bool
    parts: tuple[FundPart, ...]
    words: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FundNote:
    """What is known of a fund in some years.

    Parameters
    ----------
    fund, name : str
        Id, and name for people.
    years : str
        First and last day on which this version held.
    pays_by_shares : bool
        Whether a payment can be worked out; otherwise no formula was published.
    words, source : str
        What is known and what is not, and where it was read.
    """

    fund: str
    name: str
    years: str
    pays_by_shares: bool
    words: str
    source: str


def list_fund_notes() -> tuple[FundNote, ...]:
    """List what is known of each fund, in the order of time.

    Examples
    --------
    >>> [note.fund for note in list_fund_notes() if not note.pays_by_shares]
    ['psf', 'csf', 'dsf']
    """
    return tuple(
        FundNote(
            *(row["fund"], row["name"], str(row["validity"])),
            row["payment"] == "shares",
            row["words"],
            get_publication(row["source"]).words,
        )
        for row in _RULES.values()
    )


def list_funds() -> dict[str, str]:
    """Name every fund that the rules know, those among them that say no formula.

    Returns
    -------
    dict of str to str
        Name for people by id, in the order of time.

    Examples
    --------
    >>> list_funds()["stf"]
    'Sustainability and Transformation Fund'
    """
    return {row["fund"]: row["name"] for row in _RULES.values()}


def get_fund_rules(fund: str, quarter: Quarter) -> FundRules:
    """Get the rules by which a fund paid in a quarter.

    Parameters
    ----------
    fund : str
        Id of the fund.
    quarter : Quarter
        Quarter of a financial year.

    Returns
    -------
    FundRules
        Its parts and their tests.

    Raises
    ------
    UnknownNameError
        When there is no such fund.
    InputError
        When it did not pay in that quarter, or what it paid for is not known.

    Examples
    --------
    >>> rules = get_fund_rules("stf", Quarter(2016, 2))
    >>> [(each.part, float(100 * each.share)) for each in rules.parts]
    [('finance', 70.0), ('rtt', 12.5), ('ae', 12.5), ('cancer', 5.0), \
('diagnostics', 0.0)]
    """
    named = [row for row in _RULES.values() if row["fund"] == fund]
    if not named:
        raise UnknownNameError("fund", fund, list_funds())
    held = [row for row in named if row["validity"].contains(quarter.starts_on)]
    if not held:
        years = ", ".join(str(Quarter(_start(row), 1))[:-3] for row in named)
        remedy = "Ask for one of these years."
        raise InputError([Fault("period", "", years, str(quarter), remedy)])
    [rule] = held
    if rule["payment"] == "not_known":
        raise InputError([_refuse_unpublished(rule)])
    rows = [r for r in list_held(_PARTS, quarter.starts_on) if r["fund"] == fund]
    parts = tuple(
        FundPart(
            row["part"],
            row["name"],
            Fraction(row["share_percent"]) / _PERCENT,
            row["test"],
            row["words"],
        )
        for row in rows
    )
    cited = dict.fromkeys(row["source"] for row in [rule, *rows])
    sources = tuple(get_publication(each).words for each in cited)
    has_gate = rule["gate"] == "control_total"
    return FundRules(
        *(fund, rule["name"], quarter, has_gate, parts, rule["words"], sources)
    )


def _refuse_unpublished(rule: dict[str, Any]) -> Fault:
    paid = dict.fromkeys(
        row["fund"] for row in _RULES.values() if row["payment"] == "shares"
    )
    expected = "a fund whose payment was published as a formula"
    remedy = f"{rule['words']} A formula was published for: {', '.join(paid)}."
    return Fault("fund", "", expected, rule["name"], remedy)


def _start(row: dict[str, Any]) -> int:
    year: int = row["validity"].first.year
    return year


def find_phasing(fund: str, year: int) -> dict[int, Fraction]:
    """Find what share of a year each quarter could pay.

    The shares are known widely and were not read again in their source: a page that
    shows them says so.

    Parameters
    ----------
    fund : str
        Id of the fund.
    year : int
        Year in which the financial year starts.

    Returns
    -------
    dict of int to Fraction
        Share by quarter, 1 to 4; empty where the phasing is not known.

    Examples
    --------
    >>> {quarter: float(share) for quarter, share in find_phasing("stf", 2017).items()}
    {1: 0.15, 2: 0.2, 3: 0.3, 4: 0.35}
    >>> find_phasing("frf", 2020)
    {}
    """
    return {
        row["quarter"]: Fraction(row["share_percent"]) / _PERCENT
        for row in _PHASING.values()
        if row["fund"] == fund
        and row["validity"].contains(Quarter(year, row["quarter"]).starts_on)
    }
