"""Initiatives as they are worked with: effects in order, phased by year."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from placeplan.demand.drawn_inputs import open_stream
from placeplan.demand.initiative_inputs import (
    ARRIVALS,
    CORRELATIONS,
    EFFECTS,
    INITIATIVES,
    MECHANISMS,
    PHASING,
    SPELL_COHORT,
)
from placeplan.demand.inputs import ACTIVITY_MIX, Tables, get_table
from placeplan.demand.percentile_range import PercentileRange
from placeplan.reference import AgeBand

Array = NDArray[np.float64]

COHORT_AXES: Final = ("pod", "place", "provider", "sex")
"""Axes on which an effect names its cohort outright; ages it names by band."""


@dataclass(frozen=True, slots=True)
class SpellCohort:
    """Which spells of a cell an effect is about, as `SPELL_COHORT` says; None for any.

    Examples
    --------
    >>> SpellCohort(stay_to_days=2).is_stated, SpellCohort().is_stated
    (True, False)
    """

    specialty: str | None = None
    code: str | None = None
    stay_from_days: int | None = None
    stay_to_days: int | None = None
    pre_operative_days: int | None = None

    @property
    def is_stated(self) -> bool:
        """Whether it leaves any spell out."""
        return self != SpellCohort()


@dataclass(frozen=True, slots=True)
class Effect:
    """What one row of the effects table does.

    Parameters
    ----------
    initiative : int
        Position of its initiative.
    mechanism : str
        Of `MECHANISMS`.
    cohort : tuple
        Pod, place, provider, sex; None for all.
    ages : AgeBand or None
        None for all ages.
    attributable_share : float
        Share of the cohort that the cause explains; 1 for other mechanisms.
    remaining : PercentileRange
        Share that remains when the whole effect is there.
    spells : SpellCohort
        Which of their spells.
    """

    initiative: int
    mechanism: str
    cohort: tuple[str | None, ...]
    ages: AgeBand | None
    attributable_share: float
    remaining: PercentileRange
    spells: SpellCohort = SpellCohort()

    @property
    def days_off(self) -> int:
        """Nights that it takes off a stay as a whole; 0 where it takes a share."""
        whole = self.mechanism == "pre_operative_stay"
        return (self.spells.pre_operative_days or 0) if whole else 0


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where what an initiative takes from a pod arrives; as the arrivals table says."""

    initiative: int
    from_pod: str
    pod: str
    provider: str | None
    site: str | None
    units_each: float
    bed_days_each: float
    lag_years: int


@dataclass(frozen=True, slots=True)
class InitiativeSet:
    """All initiatives of a plan, ready to be worked with.

    Parameters
    ----------
    ids : tuple of str
        Initiatives, in order.
    delivery : array
        Probability that each is delivered.
    phasing : array
        Share of the effect that is there, shaped (initiative, year).
    effects : tuple of Effect
        In the order of `MECHANISMS`, then that of the initiatives.
    arrivals : tuple of Arrival
        Where what leaves arrives.
    status : array
        Number of the weakest status among the rows of each initiative.
    correlation : array
        Correlation of the Normals behind the sizes, shaped (initiative, initiative).
    """

    ids: tuple[str, ...]
    delivery: Array
    phasing: Array
    effects: tuple[Effect, ...]
    arrivals: tuple[Arrival, ...]
    status: NDArray[np.uint8]
    correlation: Array

    @classmethod
    def from_tables(cls, tables: Tables, years: list[int]) -> "InitiativeSet":
        """Read the tables of initiatives, which may all be missing."""
        rows = get_table(tables, INITIATIVES).sort("id")
        ids = tuple(rows["id"])
        at = {name: number for number, name in enumerate(ids)}
        return cls(
            ids,
            rows["delivery_share"].to_numpy().astype(np.float64),
            _phase(get_table(tables, PHASING), ids, years),
            _list_effects(get_table(tables, EFFECTS), at),
            _list_arrivals(get_table(tables, ARRIVALS), at),
            _find_status(tables, ids),
            correlate_normals(get_table(tables, CORRELATIONS), ids),
        )

    def expect_shares(self) -> Array:
        """Give the exact mean share that each effect takes, shaped (effect, year)."""
        remaining = [effect.remaining.mean for effect in self.effects]
        return self._take(np.array(remaining), self.delivery)

    def draw(self, seed: np.random.SeedSequence) -> tuple[Array, Array]:
        """Draw the size and the fate of each initiative.

        Returns
        -------
        tuple of array and array
            Standard deviations from the middle of its range; 1 if delivered, else 0.
        """
        streams = [open_stream(seed, "initiative", each) for each in self.ids]
        normal = np.array([stream.standard_normal() for stream in streams])
        chance = np.array([stream.random() for stream in streams])
        size = np.linalg.cholesky(self.correlation) @ normal if self.ids else normal
        return size, (chance < self.delivery).astype(np.float64)

    def take_shares(self, size: Array, delivered: Array) -> Array:
        """Give the share that each effect takes at a size and fate of its initiative.

        All effects of an initiative share one draw of its size. They never meet in one
        cohort, so the exact mean stays that of `expect_shares`.
        """
        remaining = [float(e.remaining.at(size[e.initiative])) for e in self.effects]
        return self._take(np.array(remaining), delivered)

    def has_begun(self) -> NDArray[np.bool_]:
        """Say whether each effect has begun, shaped (effect, year)."""
        found: NDArray[np.bool_] = self.phasing[self._owner()] > 0
        return found

    def _owner(self) -> NDArray[np.int64]:
        return np.array([effect.initiative for effect in self.effects], dtype=np.int64)

    def _take(self, remaining: Array, delivered: Array) -> Array:
        owner = self._owner()
        due = np.array([effect.attributable_share for effect in self.effects])
        whole = due * (1 - remaining) * delivered[owner]
        taken: Array = whole[:, None] * self.phasing[owner]
        return taken


def correlate_normals(table: pl.DataFrame, ids: tuple[str, ...]) -> Array:
    """Turn rank correlations into those of the Normals behind the ranks.

    ``r = 2 sin(pi * rank_correlation / 6)`` (Pearson's relation for two Normals).

    Returns
    -------
    array
        Symmetric, ones on the diagonal; whether it is positive definite, the check of
        the plan says.
    """
    found = np.eye(len(ids))
    at = {name: number for number, name in enumerate(ids)}
    rows = table.select("initiative", "other", "rank_correlation").iter_rows()
    for first, second, rank in rows:
        if first in at and second in at and first != second:
            normal = 2 * np.sin(np.pi * rank / 6)
            found[at[first], at[second]] = found[at[second], at[first]] = normal
    return found


def _phase(table: pl.DataFrame, ids: tuple[str, ...], years: list[int]) -> Array:
    """Lay phasing out: nothing before the first year stated, then the last stated."""
    found = np.zeros((len(ids), len(years)))
    for row, name in enumerate(ids):
        stated = table.filter(pl.col("initiative") == name).sort("year")
        for year, share in stated.select("year", "delivered_share").iter_rows():
            found[row, np.array(years) >= year] = share
    return found


def _list_effects(table: pl.DataFrame, at: dict[str, int]) -> tuple[Effect, ...]:
    found = [
        Effect(
            at[row["initiative"]],
            row["mechanism"],
            tuple(row[axis] for axis in COHORT_AXES),
            None if row["age_band"] is None else AgeBand.parse(row["age_band"]),
            1.0 if row["attributable_share"] is None else row["attributable_share"],
            PercentileRange(row["remaining_low"], row["remaining_high"]),
            SpellCohort(*(row[column.name] for column in SPELL_COHORT)),
        )
        for row in table.sort(table.columns, nulls_last=False).iter_rows(named=True)
        if row["initiative"] in at
    ]
    order = {name: number for number, name in enumerate(MECHANISMS)}
    return tuple(sorted(found, key=lambda e: (order[e.mechanism], e.initiative)))


def _list_arrivals(table: pl.DataFrame, at: dict[str, int]) -> tuple[Arrival, ...]:
    columns = [column.name for column in ARRIVALS.columns[1:-2]]
    ordered = table.sort(table.columns, nulls_last=False)
    return tuple(
        Arrival(at[row["initiative"]], *(row[name] for name in columns))
        for row in ordered.iter_rows(named=True)
        if row["initiative"] in at
    )


def _find_status(tables: Tables, ids: tuple[str, ...]) -> NDArray[np.uint8]:
    """Give the weakest status among all rows that shape what an initiative changes."""
    found = np.zeros(len(ids), dtype=np.uint8)
    key = {INITIATIVES.name: "id"}
    for contract in (INITIATIVES, EFFECTS, PHASING, ARRIVALS):
        table = get_table(tables, contract)
        column = key.get(contract.name, "initiative")
        for name, status in table.select(
            column, pl.col("status").to_physical()
        ).iter_rows():
            if name in ids:
                found[ids.index(name)] = max(found[ids.index(name)], status)
    mixes = get_table(tables, ACTIVITY_MIX).select(
        "pod", pl.col("status").to_physical().alias("mixed")
    )
    effects = get_table(tables, EFFECTS).select("initiative", "pod")
    for name, status in (
        effects.join(mixes, on="pod").select("initiative", "mixed").iter_rows()
    ):
        if name in ids:
            found[ids.index(name)] = max(found[ids.index(name)], status)
    return found
