"""What initiatives change: each thing leaves once, and what is moved arrives."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from placeplan.demand.coded_rows import CodedRows
from placeplan.demand.effect_batch import Batch, list_batches
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


@dataclass(frozen=True)
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

    @cached_property
    def taking(self) -> tuple[Batch, ...]:
        """Effects that take whole units, in batches in which they act."""
        effects = [e for e, m in enumerate(self.mechanisms) if KINDS[m] != "shortened"]
        return list_batches(self.rows, effects)

    @cached_property
    def shortening(self) -> tuple[tuple[Batch, ...], ...]:
        """Shorter stays, each by itself: those of a cohort, then the general ones."""
        stays = self.rows.stay_days > 0
        return tuple(
            tuple(
                Batch.from_rows(
                    self.rows, [e], [np.flatnonzero(self.rows.acts[:, e] & stays)]
                )
                for e, mechanism in enumerate(self.mechanisms)
                if mechanism in mechanisms
            )
            for mechanisms in SHORTENING
        )

    @cached_property
    def arriving(self) -> tuple[tuple[Whole, Whole], ...]:
        """Of each landing: lines in which work arrives, and which is whose."""
        batches = (*self.taking, *(b for each in self.shortening for b in each))
        lines = {
            effect: of_effect
            for batch in batches
            for effect, of_effect in zip(batch.effects, batch.lines, strict=True)
        }
        found = []
        for landing in self.landings:
            arriving = landing.lines[lines[landing.effect]]
            each, at = np.unique(arriving, return_inverse=True)
            found.append((each, at))
        return tuple(found)

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
    work: Work,
    counts: Array,
    shares: Array,
    thin: Thin,
    begun: NDArray[np.bool_] | None = None,
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
    begun : array or None
        As that of the work, where some effects are left out.

    Returns
    -------
    tuple of Entry
        In order of effects, arrivals at the end.
    """
    begun = work.begun if begun is None else begun
    shares = np.where(begun, shares, 0.0)
    left = counts.copy()
    entries = []
    for batch in work.taking:
        if begun[list(batch.effects)].any():
            entries += _take_units(work, left, batch, shares, thin)
    entries = [entry for entry in entries if begun[entry.effect].any()]
    for batches in work.shortening:
        entries += _shorten(work, left, batches, begun, shares, thin)
    taken = {entry.effect: entry for entry in entries}
    entries += [
        _land(landing, taken[landing.effect], *where)
        for landing, where in zip(work.landings, work.arriving, strict=True)
        if landing.effect in taken
    ]
    return tuple(entries)


def _take_units(
    work: Work, left: Array, batch: Batch, shares: Array, thin: Thin
) -> list[Entry]:
    """Let all effects of a batch take their shares: 0 in years before they begin."""
    taken = thin(left[batch.rows], shares[batch.owner])
    left[batch.rows] -= taken
    nights = taken * work.rows.stay_days[batch.rows, None]
    return [
        Entry(effect, KINDS[work.mechanisms[effect]], lines, units, by_line)
        for effect, lines, units, by_line in zip(
            batch.effects,
            batch.lines,
            batch.split(batch.sum_lines(taken)),
            batch.split(batch.sum_lines(nights)),
            strict=True,
        )
    ]


def _shorten(
    work: Work,
    left: Array,
    batches: tuple[Batch, ...],
    begun: NDArray[np.bool_],
    shares: Array,
    thin: Thin,
) -> list[Entry]:
    """Share spells out among shorter stays, one after another, and shorten them."""
    effects = np.array([e for batch in batches for e in batch.effects], np.int64)
    entries = []
    for at, (effect, batch) in enumerate(zip(effects.tolist(), batches, strict=True)):
        active = np.flatnonzero(begun[effect])
        if not len(active):
            continue
        cells = np.ix_(batch.rows, active)
        may = work.rows.acts[np.ix_(batch.rows, effects[at:])].astype(np.float64)
        later = may @ begun[np.ix_(effects[at:], active)].astype(np.float64)
        chosen = thin(left[cells], 1 / later)
        left[cells] -= chosen
        nights = np.zeros((len(batch.rows), left.shape[1]))
        stay = work.rows.stay_days[batch.rows, None]
        days_off = work.days_off[effect] if work.days_off else 0
        share = shares[effect, active]
        nights[:, active] = (
            days_off * thin(chosen, share) if days_off else thin(chosen * stay, share)
        )
        by_line = batch.sum_lines(nights)
        none = np.zeros_like(by_line)
        entries.append(Entry(effect, "shortened", batch.lines[0], none, by_line))
    return entries


def _land(landing: Landing, left: Entry, lines: Whole, at: Whole) -> Entry:
    """Bring what left to where it arrives; what comes after the horizon stays out."""
    units = np.zeros((len(lines), left.units.shape[1]))
    late = left.units.shape[1] - landing.lag_years
    if late > 0:
        moved = landing.units_each * left.units[:, :late]
        np.add.at(units[:, landing.lag_years :], at, moved)
    return Entry(landing.effect, ARRIVED, lines, units, landing.bed_days_each * units)
