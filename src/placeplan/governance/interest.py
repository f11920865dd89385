"""Interests: what a member with one must declare and may still do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, Literal

from placeplan.errors import Fault, InputError, UnknownNameError
from placeplan.governance.held import cite, list_held, warn
from placeplan.reference.listing import Listing, state_list
from placeplan.tables import Column

REGIMES: Final = ("localism_act", "nhs")
"""Councils by the Localism Act and their code of conduct; bodies of the NHS."""

RULINGS: Final = (
    *("note_and_stay", "stay_no_vote", "discussion_only", "no_papers", "leave"),
    "chair_hands_over",
)
"""What the chair of an NHS meeting may rule, from least to most."""

Stay = Literal["yes", "until_spoken", "no"]
_STAY_ORDER: Final = ("no", "until_spoken", "yes")
_STANDARD: Final = "standard"
_MAY_SPEAK: Final = "may_speak"

_FLAGS: Final = tuple(
    Column(name, "flag") for name in ("declare", "speak", "vote", "papers")
)
_KINDS: Final[Listing[dict[str, Any]]] = Listing(
    "kind of interest",
    state_list(
        "interest_kinds",
        Column("kind", "text", "Id."),
        Column("regime", "text", choices=frozenset(REGIMES)),
        Column("name", "text", "Name for people."),
        Column("about", "text", "What it is."),
        Column("basis", "text", "How it was read."),
    ),
    dict,
)
_EFFECTS: Final[Listing[dict[str, Any]]] = Listing(
    "effect",
    state_list(
        "interest_effects",
        Column("effect", "text", "Id."),
        Column("regime", "text", choices=frozenset(REGIMES)),
        Column("kind", "text", "Kind of interest, or any."),
        Column("case", "text", "Standard, may_speak, or what the chair ruled."),
        *_FLAGS[:3],
        Column("stay", "text", choices=frozenset(_STAY_ORDER)),
        _FLAGS[3],
        Column("words", "text", "In a sentence."),
        Column("basis", "text", "How it was read."),
    ),
    dict,
)


@dataclass(frozen=True, slots=True)
class Dispensation:
    """Leave to take part in spite of an interest, given before the meeting.

    Parameters
    ----------
    speak, vote : bool
        What it allows.
    stay : str
        ``yes``, ``until_spoken`` or ``no``. Whoever may vote, or stay to the end, hears
        all that the exempt papers say, and so is served them.
    granted_on, expires_on : date or None
        First and last day on which it holds; None where none is stated.

    Raises
    ------
    InputError
        When it expires before it is granted.
    """

    speak: bool = False
    vote: bool = False
    stay: Stay = "no"
    granted_on: date | None = None
    expires_on: date | None = None

    def __post_init__(self) -> None:
        first, last = self.granted_on, self.expires_on
        if first and last and last < first:
            words = f"{first} (granted_on) or later"
            remedy = "Correct one of the two."
            fault = Fault("dispensation", "expires_on", words, str(last), remedy)
            raise InputError([fault])

    def holds_on(self, day: date | None) -> bool:
        """Whether it holds on a day; with no day, whether it could."""
        if day is None:
            return True
        early = self.granted_on is not None and day < self.granted_on
        return not early and (self.expires_on is None or day <= self.expires_on)


@dataclass(frozen=True, slots=True)
class Interest:
    """An interest of a member in an item.

    Parameters
    ----------
    regime, kind : str
        One of `REGIMES`; one of the kinds of that regime.
    ruling : str
        What the chair ruled, one of `RULINGS`; empty under the Localism Act.
    may_speak : bool
        Whether the public may speak on the item, or the member is there to make
        representations, answer questions or give evidence.
    dispensation : Dispensation or None
        Leave to take part.
    """

    regime: str
    kind: str
    ruling: str = ""
    may_speak: bool = False
    dispensation: Dispensation | None = None


@dataclass(frozen=True, slots=True)
class InterestEffect:
    """What a member may do on an item.

    Parameters
    ----------
    declare, speak, vote : bool
        What must be said; what is allowed.
    stay : str
        ``yes``, ``until_spoken`` or ``no``.
    papers : bool
        Whether the member is served the exempt papers of the item.
    reasons : tuple of str
        Why, in sentences.
    source : str
        Where it was read.
    """

    declare: bool
    speak: bool
    vote: bool
    stay: Stay
    papers: bool
    reasons: tuple[str, ...] = ()
    source: str = ""

    @property
    def withdraws(self) -> bool:
        """Whether the member is not counted for the quorum of the item."""
        return self.stay != "yes"


FREE: Final = InterestEffect(
    False, True, True, "yes", True, ("No interest is declared.",)
)
"""What a member without an interest may do."""


def list_interest_kinds(regime: str, as_at: date | None = None) -> Mapping[str, str]:
    """List the kinds of interest of a regime on a day, with their names.

    Examples
    --------
    >>> list(list_interest_kinds("localism_act"))
    ['dpi', 'significant', 'authority_function', 'gift']
    """
    rows = [row for row in _KINDS.values() if row["regime"] == regime]
    if not rows:
        raise UnknownNameError("regime", regime, REGIMES)
    held = list_held({row["kind"]: row for row in rows}, as_at, f"regime {regime}")
    return {row["kind"]: row["name"] for row in held}


def find_interest_effect(
    interest: Interest, as_at: date | None = None
) -> InterestEffect:
    """Find what an interest lets a member do, by the rules of a day.

    Parameters
    ----------
    interest : Interest
        The interest, with the chair's ruling where the NHS regime counts.
    as_at : date or None
        Day of the meeting; None for the rules that still hold.

    Raises
    ------
    UnknownNameError
        When the regime is unknown.
    InputError
        When the regime did not hold on the day, or with everything that it does not
        know: the kind, a ruling that is missing or not one, a dispensation.

    Examples
    --------
    >>> found = find_interest_effect(Interest("localism_act", "dpi"))
    >>> found.declare, found.speak, found.vote, found.stay
    (True, False, False, 'no')
    """
    kinds = list_interest_kinds(interest.regime, as_at)
    _check(interest, kinds)
    row = _pick_row(interest, as_at)
    effect = InterestEffect(
        *(row["declare"], row["speak"], row["vote"], row["stay"], row["papers"]),
        *((row["words"], *warn(row)), cite(row)),
    )
    return _dispense(effect, interest.dispensation, as_at)


def combine_effects(effects: Iterable[InterestEffect]) -> InterestEffect:
    """Combine what all interests of a member in an item do: the strictest counts.

    Examples
    --------
    >>> gift = find_interest_effect(Interest("localism_act", "gift"))
    >>> both = combine_effects([gift, find_interest_effect(
    ...     Interest("localism_act", "significant", may_speak=True))])
    >>> both.speak, both.vote, both.stay
    (True, False, 'until_spoken')
    """
    found = list(effects)
    if not found:
        return FREE
    return InterestEffect(
        any(each.declare for each in found),
        all(each.speak for each in found),
        all(each.vote for each in found),
        min((each.stay for each in found), key=_STAY_ORDER.index),
        all(each.papers for each in found),
        tuple(dict.fromkeys(words for each in found for words in each.reasons)),
        "; ".join(dict.fromkeys(each.source for each in found if each.source)),
    )


def _check(interest: Interest, kinds: Iterable[str]) -> None:
    faults = []
    if interest.kind not in kinds:
        words = f"one of: {', '.join(kinds)}"
        faults.append(("kind", words, interest.kind, "Correct the kind."))
    if interest.regime == "nhs":
        known = ", ".join(RULINGS)
        if interest.ruling not in RULINGS:
            remedy = "Give what the chair ruled."
            faults.append(("ruling", f"one of: {known}", interest.ruling, remedy))
        if interest.dispensation is not None:
            found, remedy = "one", "Give the ruling of the chair instead."
            faults.append(("dispensation", "none under this regime", found, remedy))
    elif interest.ruling:
        remedy = "Take it out: the code decides, and not the chair."
        faults.append(("ruling", "none under this regime", interest.ruling, remedy))
    if faults:
        raise InputError(Fault("interest", *each) for each in faults)


def _pick_row(interest: Interest, as_at: date | None) -> dict[str, Any]:
    cases = {interest.ruling or _STANDARD: 0}
    if interest.may_speak:
        cases = {_MAY_SPEAK: 0, **cases}
    rows = [
        row
        for row in list_held(_EFFECTS, as_at, f"regime {interest.regime}")
        if row["regime"] == interest.regime
        and row["kind"] in (interest.kind, "any")
        and row["case"] in cases
    ]
    return min(rows, key=lambda row: list(cases).index(row["case"]))


def _dispense(
    effect: InterestEffect, given: Dispensation | None, as_at: date | None
) -> InterestEffect:
    if given is None:
        return effect
    if not given.holds_on(as_at):
        words = "The dispensation does not hold on the day of the meeting."
        return replace(effect, reasons=(words, *effect.reasons))
    words = "A dispensation, granted before the meeting, allows what it names."
    return replace(
        effect,
        speak=effect.speak or given.speak,
        vote=effect.vote or given.vote,
        stay=max(effect.stay, given.stay, key=_STAY_ORDER.index),
        papers=effect.papers or given.vote or given.stay == "yes",
        reasons=(words, *effect.reasons),
    )
