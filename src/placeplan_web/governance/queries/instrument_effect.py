"""What an instrument changes: which subjects its group may decide with and without."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from placeplan.governance.authority import Authority
from placeplan_web.governance.models import Instrument, InstrumentState
from placeplan_web.governance.queries.authority import find_by_powers, read_powers

ANY_MATTER: Final = "any matter"
VERBS: Final = {"decide": "may decide", "recommend": "may only recommend"}


@dataclass(frozen=True, slots=True)
class InstrumentEffect:
    """What a group may do with a subject on a day, with an instrument and without."""

    group: str
    subject: str
    now: Authority
    without: Authority

    @property
    def changes(self) -> bool:
        return self.now.verb != self.without.verb


def list_effects(instrument: Instrument, day: date) -> list[InstrumentEffect]:
    """List what a group may do with each subject of an instrument. Five queries.

    It is asked for a day on which the instrument holds: its first, where that is still
    to come; its last, where that is over.
    """
    if instrument.starts_on and day < instrument.starts_on:
        day = instrument.starts_on
    if instrument.ends_on and day > instrument.ends_on:
        day = instrument.ends_on
    powers = read_powers(instrument.group, day)
    others = [each for each in powers.instruments if each.pk != instrument.pk]
    made = instrument.state == InstrumentState.IN_FORCE and not instrument.is_withdrawn
    with_it = [*others, instrument] if made else others
    value = instrument.limit_pounds
    return [
        InstrumentEffect(
            instrument.group.name,
            subject,
            find_by_powers(replace(powers, instruments=with_it), subject, day, value),
            find_by_powers(replace(powers, instruments=others), subject, day, value),
        )
        for subject in instrument.subjects or [ANY_MATTER]
    ]


def say_effect(effect: InstrumentEffect) -> str:
    """Say in one sentence what an instrument changes for a subject."""
    now = f"{effect.group} {VERBS[effect.now.verb]} {effect.subject}"
    if effect.changes:
        return f"{now}; without it, it {VERBS[effect.without.verb]} that."
    return f"{now}, with it or without."
