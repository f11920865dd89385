"""Authority: whether a group may decide, or only recommend, and then to whom."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from placeplan.errors import Fault, InputError
from placeplan.governance.instrument import Instrument, is_within
from placeplan.governance.joint_power import JointPower, list_joint_powers
from placeplan.programme.interval import print_day

MEMBER_KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "commissioner": "the governing body or board of each commissioner",
        "provider": "the board of each provider",
        "local_authority": "each council or its executive",
        "regulator": "the national body",
        "system": "",
        "patient_voice": "",
        "professional": "",
        "other": "",
    }
)
"""Kinds of member, each with who decides for it; empty where a kind has no functions
that others could exercise for it."""


@dataclass(frozen=True, slots=True)
class Member:
    """A body that belongs to a group.

    Parameters
    ----------
    kind : str
        One of `MEMBER_KINDS`.
    body : str
        Its id; empty where only the kind is known.
    """

    kind: str
    body: str = ""

    @property
    def has_functions(self) -> bool:
        """Whether it has functions that it could delegate."""
        return bool(MEMBER_KINDS[self.kind])

    @property
    def name(self) -> str:
        """How reasons call it."""
        return self.body or self.kind.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Authority:
    """Whether a group may decide.

    Parameters
    ----------
    verb : str
        ``decide`` or ``recommend``.
    ask : tuple of str
        Who decides, where the group only recommends.
    reasons : tuple of str
        Why, the weightiest first.
    source : str
        The law of the day.
    """

    verb: str
    ask: tuple[str, ...]
    reasons: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Matter:
    """What is to be decided.

    Parameters
    ----------
    subject : str
        What it is about.
    as_at : date
        Day of the decision.
    value_pounds : Decimal or None
        What it costs; None where it is not stated.
    """

    subject: str
    as_at: date
    value_pounds: Decimal | None = None

    def __post_init__(self) -> None:
        faults = []
        if not self.subject.strip():
            faults.append(("subject", "some words", "nothing"))
        if self.value_pounds is not None and not self.value_pounds >= 0:
            faults.append(("value_pounds", "0 or more", str(self.value_pounds)))
        if faults:
            raise InputError(Fault("matter", *each, "Correct it.") for each in faults)


def find_authority(
    members: Sequence[Member],
    instruments: Iterable[Instrument],
    matter: Matter,
    *,
    terms: Sequence[str] | None = None,
) -> Authority:
    """Find whether a group may decide a matter, and if not, whom it must ask.

    A group decides where the law of the day lets its members act together, every
    member with functions has delegated to it by an instrument in force that covers
    subject and value, and its terms of reference cover the subject.

    Parameters
    ----------
    members : sequence of Member
        Bodies that belong to it, one or more.
    instruments : iterable of Instrument
        By which they delegate.
    matter : Matter
        What is to be decided, and when.
    terms : sequence of str or None
        Subjects of the terms of reference; None where they are not looked at.

    Raises
    ------
    InputError
        When there is no member, or one of an unknown kind.

    Examples
    --------
    >>> joint = Instrument(section="65Z5")
    >>> both = [Member("commissioner"), Member("provider")]
    >>> [find_authority(both, [joint], Matter("Stroke", date(year, 3, 9))).verb
    ...  for year in (2016, 2023)]
    ['recommend', 'decide']
    """
    _check_members(members)
    functional = tuple(each for each in members if each.has_functions)
    law = list_joint_powers(matter.as_at)
    kinds = {each.kind for each in functional}
    powers = [each for each in law if functional and each.covers(kinds)]
    given = list(instruments)
    usable = {each: power for each in given if (power := _find_power(each, powers))}
    covering = [each for each in usable if _find_bar(each, matter) is None]
    bars = _list_bars(functional, powers, given, covering, matter)
    if not is_within(matter.subject, terms):
        bars.append(f"The terms of reference do not cover {matter.subject}.")
    if bars:
        ask = tuple(dict.fromkeys(MEMBER_KINDS[each.kind] for each in functional))
        words = f"It may recommend; who decides: {'; '.join(ask) or 'nobody named'}."
        source = _cite(powers or law)
        return Authority("recommend", ask, (*bars, words), source)
    used = tuple(dict.fromkeys(usable[each] for each in covering))
    return Authority("decide", (), _say_why(covering, used, matter), _cite(used))


def _check_members(members: Sequence[Member]) -> None:
    faults = [
        ("members", f"one of: {', '.join(MEMBER_KINDS)}", member.kind)
        for member in members
        if member.kind not in MEMBER_KINDS
    ]
    if not members:
        faults.append(("members", "one member or more", "none"))
    if faults:
        raise InputError(Fault("authority", *each, "Correct it.") for each in faults)


def _find_power(
    instrument: Instrument, powers: Iterable[JointPower]
) -> JointPower | None:
    for power in powers:
        if instrument.section == power.section:
            return power
        if not instrument.section and not power.named_only:
            return power
    return None


def _find_bar(instrument: Instrument, matter: Matter) -> str | None:
    return instrument.find_bar(matter.subject, matter.value_pounds, matter.as_at)


def _list_bars(
    functional: Sequence[Member],
    powers: Sequence[JointPower],
    given: Sequence[Instrument],
    covering: Sequence[Instrument],
    matter: Matter,
) -> list[str]:
    day = print_day(matter.as_at)
    if not functional:
        return ["No member has functions that it could delegate."]
    if not powers:
        kinds = dict.fromkeys(each.kind.replace("_", " ") for each in functional)
        together = f"members of these kinds: {', '.join(kinds)}"
        return [f"No law of {day} lets a joint committee decide for {together}."]
    if not given:
        return ["Nobody has delegated anything to it: no instrument is given."]
    missing = [each for each in functional if not _delegates(each, covering)]
    if not missing:
        return []
    names = ", ".join(dict.fromkeys(each.name for each in missing))
    bars = [f"No instrument by which {names} delegates covers the matter on {day}."]
    for instrument in given:
        bar = _find_bar(instrument, matter)
        if bar:
            bars.append(bar)
        elif instrument not in covering:
            under = f"section {instrument.section}" if instrument.section else "no law"
            bars.append(
                f"{instrument.name[:1].upper()}{instrument.name[1:]} rests on {under}, "
                f"which on {day} does not let these members decide together."
            )
    return list(dict.fromkeys(bars))


def _delegates(member: Member, covering: Iterable[Instrument]) -> bool:
    return any(_names(member, each.bodies) for each in covering)


def _names(member: Member, bodies: Sequence[str] | None) -> bool:
    if bodies is None or member.kind in bodies or member.body in bodies:
        return True
    # a member known by its kind alone cannot be told from the ids that delegate
    return not member.body and bool(bodies) and MEMBER_KINDS.keys().isdisjoint(bodies)


def _say_why(
    covering: Sequence[Instrument], used: Sequence[JointPower], matter: Matter
) -> tuple[str, ...]:
    day = print_day(matter.as_at)
    said = [f"{power.words} (section {power.section})." for power in used]
    for each in covering:
        limit = "no limit" if each.limit_pounds is None else f"£{each.limit_pounds:,}"
        name = each.name[:1].upper() + each.name[1:]
        covers = f"{name} covers {matter.subject} on {day}, with {limit} as to value."
        said.append(covers)
    warnings = (words for power in used for words in power.warnings)
    return (*said, *dict.fromkeys(warnings))


def _cite(powers: Iterable[JointPower]) -> str:
    return "; ".join(dict.fromkeys(each.source for each in powers))
