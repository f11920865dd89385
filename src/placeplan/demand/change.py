"""What initiatives change: each thing leaves once, and what is moved arrives."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from placeplan.demand.coded_rows import CodedRows
from placeplan.demand.thinning import Thin

Array = NDArray[np.float64]
Whole = NDArray[np.int64]

SHORTER_STAY: Final = "shorter_stay"
PRE_OPERATIVE_STAY: Final = "pre_operative_stay"
GENERAL_SHORTER_STAY: Final = "general_shorter_stay"
SHORTENING: Final = ((SHORTER_STAY, PRE_OPERATIVE_STAY), (GENERAL_SHORTER_STAY,))
"""Mechanisms that shorten stays: those of a cohort, then the general one."""

KINDS: Final = {
    "attributable_share": "avoided",
    "avoidance": "avoided",
    "substitution": "moved",
    "change_of_setting": "moved",
    SHORTER_STAY: "shortened",
    PRE_OPERATIVE_STAY: "shortened",
    GENERAL_SHORTER_STAY: "shortened",
}
"""How the ledger counts what each mechanism takes."""

ARRIVED: Final = "arrived"


@dataclass(frozen=True, slots=True)
class Entry:
    """What one effect takes from lines, or brings to them.

    Parameters
    ----------
    effect : int
        Effect that does it.
    kind : str
        ``avoided``, ``shortened``, ``moved`` or ``arrived``.
    lines : array
        Lines, each once.
    units, bed_days : array
        Shaped (line, year), never negative.
    """

    effect: int
    kind: str
    lines: Whole
    units: Array
    bed_days: Array


@dataclass(frozen=True, slots=True)
class Landing:
    """Where what an effect takes arrives.

    Parameters
    ----------
    effect : int
        Effect whose work it is.
    lines : array
        For every line, that in which its work arrives; -1 where it takes none.
    units_each, bed_days_each : float
        Units for each one that left, and nights for each of these units.
    lag_years : int
        Years later.
    """

    effect: int
    lines: Whole
    units_each: float
    bed_days_each: float
    lag_years: int


@dataclass(frozen=True, slots=True)
class Work:
    """The effects that act on rows, worked out once for many draws.

    Parameters
    ----------
    rows : CodedRows
        Activity.
    mechanisms : tuple of str
        Of each effect, in the order in which they take effect.
    begun : array
        Whether each effect has begun, shaped (effect, year).
    landings : tuple of Landing
        Where work arrives.
    line_count : int
        Number of lines, those where work only arrives among them.
    days_off : tuple of int
        Nights that each effect takes off a stay as a whole; 0, or none stated, where it
        takes its share of the nights.
    """

    rows: CodedRows
    mechanisms: tuple[str, ...]
    begun: NDArray[np.bool_]
    landings: tuple[Landing, ...]
    line_count: int
    days_off: tuple[int, ...] = ()

    def sum_lines(self, values: Array) -> Array:
        """Add rows up to lines, along the first axis."""
        return sum_groups(values, self.rows.line, self.line_count)


def sum_groups(values: Array, group: Whole, count: int) -> Array:
    """Add rows up to groups that stand together and never fall."""
    found = np.zeros((count, values.shape[1]))
    if len(group):
        starts = np.flatnonzero(np.diff(group, prepend=-1))
        found[group[starts]] = np.add.reduceat(values, starts, axis=0)
    return found


def apply_effects(
    work: Work, counts: Array, shares: Array, thin: Thin
) -> tuple[Entry, ...]:
    """Let every effect act, each on what those before it left.

    1. Effects that take whole units act in order: a thing is avoided or moved once.
    2. What is left of each row is shared out equally among the shorter stays that have
       begun and act on it: one efficiency a spell. Each shortens its own spells.
       General ones get the rows that no other shortens.
    3. What was moved arrives, some years later, in its lines.

    Parameters
    ----------
    work : Work
        Rows and effects.
    counts : array
        Units of each row, shaped (row, year); not changed.
    shares : array
        Share that each effect takes, shaped (effect, year).
    thin : Thin
        How shares are taken.

    Returns
    -------
    tuple of Entry
        In order of effects, arrivals at the end.
    """
    left = counts.copy()
    entries = []
    for effect, mechanism in enumerate(work.mechanisms):
        if KINDS[mechanism] != "shortened" and work.begun[effect].any():
            entries.append(_take_units(work, left, effect, shares[effect], thin))
    for mechanisms in SHORTENING:
        entries += _shorten(work, left, shares, thin, mechanisms)
    taken = {entry.effect: entry for entry in entries}
    entries += [
        _land(landing, taken[landing.effect], work.line_count)
        for landing in work.landings
        if landing.effect in taken
    ]
    return tuple(entries)


def _take_units(
    work: Work, left: Array, effect: int, share: Array, thin: Thin
) -> Entry:
    rows = np.flatnonzero(work.rows.acts[:, effect])
    active = np.flatnonzero(work.begun[effect])
    taken = np.zeros((len(rows), left.shape[1]))
    taken[:, active] = thin(left[np.ix_(rows, active)], share[active])
    left[rows] -= taken
    nights = taken * work.rows.stay_days[rows, None]
    kind = KINDS[work.mechanisms[effect]]
    return _sum_entry(Entry(effect, kind, work.rows.line[rows], taken, nights))


def _shorten(
    work: Work, left: Array, shares: Array, thin: Thin, mechanisms: tuple[str, ...]
) -> list[Entry]:
    """Share spells out among shorter stays, one after another, and shorten them."""
    effects = [e for e, m in enumerate(work.mechanisms) if m in mechanisms]
    may = work.rows.acts[:, effects].astype(np.float64)
    begun = work.begun[effects]
    stays = work.rows.stay_days > 0
    entries = []
    for at, effect in enumerate(effects):
        rows = np.flatnonzero((may[:, at] > 0) & stays)
        active = np.flatnonzero(begun[at])
        if not len(active):
            continue
        cells = np.ix_(rows, active)
        later = may[rows, at:] @ begun[at:, active].astype(np.float64)
        chosen = thin(left[cells], 1 / later)
        left[cells] -= chosen
        nights = np.zeros((len(rows), left.shape[1]))
        stay = work.rows.stay_days[rows, None]
        days_off = work.days_off[effect] if work.days_off else 0
        share = shares[effect, active]
        nights[:, active] = (
            days_off * thin(chosen, share) if days_off else thin(chosen * stay, share)
        )
        line = work.rows.line[rows]
        none = np.zeros_like(nights)
        entries.append(_sum_entry(Entry(effect, "shortened", line, none, nights)))
    return entries


def _sum_entry(by_row: Entry) -> Entry:
    """Add what was taken of rows up to lines."""
    lines, group = np.unique(by_row.lines, return_inverse=True)
    return Entry(
        by_row.effect,
        by_row.kind,
        lines,
        sum_groups(by_row.units, group, len(lines)),
        sum_groups(by_row.bed_days, group, len(lines)),
    )


def _land(landing: Landing, left: Entry, line_count: int) -> Entry:
    """Bring what left to where it arrives; what comes after the horizon stays out."""
    units = np.zeros((line_count, left.units.shape[1]))
    late = left.units.shape[1] - landing.lag_years
    if late > 0:
        moved = landing.units_each * left.units[:, :late]
        np.add.at(units[:, landing.lag_years :], landing.lines[left.lines], moved)
    lines = np.unique(landing.lines[left.lines])
    arriving = units[lines]
    return Entry(
        landing.effect, ARRIVED, lines, arriving, landing.bed_days_each * arriving
    )
