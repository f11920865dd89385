"""A benefit: who owns it, who gains or loses, and whether it can be claimed at all."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from placeplan.errors import Fault, InputError
from placeplan.periods import Validity
from placeplan.reference.listing import Listing, state_list
from placeplan.tables import Column


@dataclass(frozen=True, slots=True)
class BenefitType:
    """A type of benefit.

    Parameters
    ----------
    type, name : str
        Id, such as ``cash_releasing``, and name for people.
    pounds : bool
        Whether its value may be told in pounds.
    about, source : str
        What it is, and the id of the `Publication` that tells the types apart.
    validity : Validity
        The days on which it is in use.
    """

    type: str
    name: str
    pounds: bool
    about: str
    source: str
    validity: Validity


BENEFIT_TYPES: Final[Listing[BenefitType]] = Listing(
    "type of benefit",
    state_list(
        "benefit_types",
        Column("type", "text", "Id."),
        Column("name", "text", "Name for people."),
        Column("pounds", "flag", "Whether it may be told in pounds."),
        Column("about", "text", "What it is."),
    ),
    BenefitType,
)
"""Types of benefit by id."""


@dataclass(frozen=True, slots=True)
class Benefit:
    """A benefit as it is planned, for one who gains or loses by it.

    Parameters
    ----------
    id, title : str
        Its reference, and what gets better.
    owner, beneficiary : str
        The post that answers for it, and whom it reaches.
    type : str
        Id of a `BenefitType`; empty where nobody has said.
    measure, unit : str
        What is counted, and in which unit.
    baseline, target : float or None
        Where it starts and where it is to come, in the unit.
    due_on : date or None
        By when.
    indicator : str
        Id of the indicator whose series shows it; empty for none.
    evidence : str
        Why the change should bring it.
    is_disbenefit : bool
        Whether the beneficiary loses by it: a gain to one may be a loss to another.

    Raises
    ------
    InputError
        When the type is none.

    Examples
    --------
    >>> cut = Benefit("BEN-05", "Management costs fall by 20%", unit="%", target=20.0)
    >>> cut.is_disbenefit, len(list_claim_gaps(cut))
    (False, 8)
    """

    id: str
    title: str
    owner: str = ""
    beneficiary: str = ""
    type: str = ""
    measure: str = ""
    unit: str = ""
    baseline: float | None = None
    target: float | None = None
    due_on: date | None = None
    indicator: str = ""
    evidence: str = ""
    is_disbenefit: bool = False

    def __post_init__(self) -> None:
        if self.type and self.type not in BENEFIT_TYPES:
            known = "one of " + ", ".join(BENEFIT_TYPES)
            remedy = "Choose one of them, or none until somebody has said."
            fault = Fault(f"benefit {self.id}", "type", known, self.type, remedy)
            raise InputError([fault])


def list_claim_gaps(benefit: Benefit, *, has_profile: bool = False) -> tuple[str, ...]:
    """List why a benefit cannot be claimed yet: measurable, or not claimable.

    Parameters
    ----------
    benefit : Benefit
        The benefit.
    has_profile : bool
        Whether it has a planned path over time.

    Returns
    -------
    tuple of str
        Reasons as sentences; empty when it can be claimed.

    Notes
    -----
    The papers of 2019 ask that a benefit is quantified before each stage and says to
    whom it accrues: Initiation Document 0.9, section 6.1. Of their seven benefits one
    has a number.

    Examples
    --------
    >>> whole = Benefit("B", "Shorter waits", "planned care lead", "patients",
    ...     "qualitative", "weeks waited", "weeks", 20.0, 18.0, date(2020, 3, 31),
    ...     evidence="Twelve more lists a week")
    >>> list_claim_gaps(whole)
    ('It has no planned path over time.',)
    """
    gaps = [
        f"It has no {name}."
        for name, words in (
            ("owner", benefit.owner),
            ("beneficiary", benefit.beneficiary),
            ("type", benefit.type),
            ("measure", benefit.measure),
            ("unit", benefit.unit),
            ("evidence", benefit.evidence),
        )
        if not words.strip()
    ]
    gaps += [
        f"It has no {name}."
        for name, value in (
            ("baseline", benefit.baseline),
            ("target", benefit.target),
            ("day by which it is due", benefit.due_on),
        )
        if value is None
    ]
    if benefit.target is not None and benefit.target == benefit.baseline:
        gaps.append(
            f"Its target is its baseline, {benefit.target:,.10g}: nothing changes."
        )
    kind = BENEFIT_TYPES[benefit.type] if benefit.type else None
    if kind and not kind.pounds and benefit.unit.strip() == "pounds":
        gaps.append(f"A benefit that is {kind.name.lower()} is not told in pounds.")
    if not has_profile:
        gaps.append("It has no planned path over time.")
    return tuple(gaps)
