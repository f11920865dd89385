"""How many times the base year's activity each cell is: expected, and by the draw."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.sparse import csr_array

from placeplan.demand.baseline import Baseline
from placeplan.demand.demographic_growth import PeopleSums, grow_cohorts
from placeplan.demand.drawn_inputs import InputName, open_stream
from placeplan.demand.factor import Factor
from placeplan.demand.health_status import list_health
from placeplan.demand.inequality import list_inequality
from placeplan.demand.inputs import Tables
from placeplan.demand.repatriation import list_repatriation
from placeplan.demand.waiting_list import list_waiting
from placeplan.population import PossiblePeople

Array = NDArray[np.float64]

POPULATION: Final = "population"


@dataclass(frozen=True, slots=True)
class PossibleGrowth:
    """Growth of cells with people and with every further factor.

    Parameters
    ----------
    cohort : array
        Cohort of each cell.
    chances : array
        Probability of each population variant; they sum to 1.
    by_people : tuple of array
        Growth with people in each variant, shaped (cohort, year).
    factors : tuple of Factor
        Further factors; no two share a draw, so that means multiply.
    """

    cohort: NDArray[np.int64]
    chances: Array
    by_people: tuple[Array, ...]
    factors: tuple[Factor, ...]

    @property
    def varies(self) -> bool:
        """Whether draws differ in anything of this."""
        return len(self.by_people) > 1 or any(f.size.sd > 0 for f in self.factors)

    def expect(self) -> Array:
        """Give the exact mean, shaped (cell, year)."""
        mean = self.by_people[0]
        if len(self.by_people) > 1:
            mean = np.tensordot(self.chances, np.array(self.by_people), 1)
        return self._multiply(mean, [factor.expect() for factor in self.factors])

    @property
    def names(self) -> list[InputName]:
        """Names of what `draw` gives, in its order."""
        people = [InputName(POPULATION, "variant")] if len(self.by_people) > 1 else []
        return [*people, *(InputName(f.kind, f.id) for f in self._drawn())]

    def draw(self, seed: np.random.SeedSequence) -> Array:
        """Draw a variant and the size of each factor, each from its own stream.

        Returns
        -------
        array
            The position of the variant, where there are several; then standard
            deviations from the middle of its range for every factor that has one.
        """
        found = []
        if len(self.by_people) > 1:
            chance = open_stream(seed, POPULATION).random()
            reached = np.cumsum(self.chances)[:-1]
            found.append(float(np.searchsorted(reached, chance, side="right")))
        streams = [open_stream(seed, f.kind, f.id) for f in self._drawn()]
        return np.array([*found, *(stream.standard_normal() for stream in streams)])

    def at(self, drawn: Array) -> Array:
        """Give growth at one outcome of `draw`, shaped (cell, year)."""
        left = drawn.tolist()
        variant = int(left.pop(0)) if len(self.by_people) > 1 else 0
        multiples = [f.at(left.pop(0) if f.size.sd > 0 else 0.0) for f in self.factors]
        return self._multiply(self.by_people[variant], multiples)

    def _drawn(self) -> list[Factor]:
        return [factor for factor in self.factors if factor.size.sd > 0]

    def weakest(self) -> NDArray[np.uint8]:
        """Give the weakest status of the factors that touch each cell."""
        found = np.zeros(len(self.cohort), dtype=np.uint8)
        for factor in self.factors:
            found[factor.cells] = np.maximum(found[factor.cells], factor.status)
        return found

    def _multiply(self, by_people: Array, multiples: Sequence[Array]) -> Array:
        grown = by_people[self.cohort]
        for factor, multiple in zip(self.factors, multiples, strict=True):
            grown[factor.cells] *= multiple[factor.group]
        return grown


@dataclass(frozen=True, slots=True)
class VariedCount:
    """Counts of coded rows where growth itself is drawn.

    Parameters
    ----------
    growth : PossibleGrowth
        Of cells.
    pool : csr_array
        How many units of each cell every row has in the base year, shaped (row, cell).
    """

    growth: PossibleGrowth
    pool: csr_array

    def at(self, drawn: Array) -> Array:
        """Give expected counts at one outcome of the draw, shaped (row, year)."""
        found: Array = self.pool @ self.growth.at(drawn)
        return found


def find_growth(
    tables: Tables,
    base: Baseline,
    people: pl.DataFrame,
    *,
    possible: Sequence[PossiblePeople],
    base_year: int,
    years: list[int],
) -> PossibleGrowth:
    """Work out how cells may grow.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan.
    base : Baseline
        Cells of the base year.
    people : DataFrame
        Expected people, from the base year on.
    possible : sequence of PossiblePeople
        People of each variant; none where there is one future alone.
    base_year, years : int, list of int
        The base year stays as it was.

    Raises
    ------
    InputError
        As `grow_cohorts`.
    """
    futures: list[tuple[pl.DataFrame, pl.DataFrame | None]] = [
        (each.people, each.fertility) for each in possible
    ]
    grown = tuple(
        grow_cohorts(
            base.cohorts,
            PeopleSums.from_frames(of_variant, fertility),
            base_year=base_year,
            years=years,
        )
        for of_variant, fertility in futures or [(people, tables.get("fertility"))]
    )
    cells = base.cells
    factors = (
        *list_health(tables, cells, people, base_year=base_year, years=years),
        *list_repatriation(tables, cells, base_year=base_year, years=years),
        *list_inequality(tables, cells, people, base_year=base_year, years=years),
        *list_waiting(tables, cells, base_year=base_year, years=years),
    )
    chances = np.array([each.variant.probability for each in possible] or [1.0])
    return PossibleGrowth(base.cohort, chances, grown, factors)
