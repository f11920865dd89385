"""Demand coded for many futures: what stands still is worked out once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.sparse import csr_array

from placeplan.demand.baseline import Baseline
from placeplan.demand.change import Entry, Landing, Work, apply_effects
from placeplan.demand.coded_rows import CodedRows, code_rows
from placeplan.demand.cohort_match import match_cells
from placeplan.demand.drawn_inputs import (
    DrawnInputs,
    InputName,
    name_inputs,
    open_stream,
)
from placeplan.demand.initiative import Effect, InitiativeSet
from placeplan.demand.initiative_inputs import WITH_ARRIVALS
from placeplan.demand.inputs import ACTIVITY_BASE, Tables
from placeplan.demand.mix import Parts, split_cells
from placeplan.demand.possible_growth import (
    VariedCount,
    find_growth,
)
from placeplan.demand.thinning import Drawn, take_expected
from placeplan.demand.use_range import UseRange
from placeplan.errors import Fault, InputError
from placeplan.population import PossiblePeople

Array = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Future:
    """Activity of one future, if nothing changes and what initiatives change of it.

    Parameters
    ----------
    activity, bed_days : array
        If nothing changes, shaped (line, year).
    entries : tuple of Entry
        What leaves, is shortened, and arrives.
    """

    activity: Array
    bed_days: Array
    entries: tuple[Entry, ...]

    def with_initiatives(self) -> tuple[Array, Array]:
        """Give activity and bed days once everything has left and arrived."""
        activity, bed_days = self.activity.copy(), self.bed_days.copy()
        for entry in self.entries:
            sign = 1.0 if entry.kind == "arrived" else -1.0
            activity[entry.lines] += sign * entry.units
            bed_days[entry.lines] += sign * entry.bed_days
        return activity, bed_days


@dataclass(frozen=True, slots=True)
class CodedDemand:
    """All that demand needs to work out one future after another.

    Parameters
    ----------
    lines : DataFrame
        `place`, `provider`, `site`, `pod`: those of the base year, then those in which
        work only arrives.
    initiatives : InitiativeSet
        What the plan changes.
    work : Work
        Rows, with counts by people alone, and the effects that act on them.
    use : UseRange
        Growth of use by pod, with its range.
    pod : array
        Pod of each row, by its place in ``use``.
    varied : VariedCount or None
        Counts of rows where people or further factors are drawn too.
    """

    lines: pl.DataFrame
    initiatives: InitiativeSet
    work: Work
    use: UseRange
    pod: Whole
    varied: VariedCount | None = None

    @classmethod
    def from_tables(
        cls,
        tables: Tables,
        people: pl.DataFrame,
        *,
        base_year: int,
        years: Sequence[int],
        possible: Sequence[PossiblePeople] = (),
    ) -> "CodedDemand":
        """Code the base year, grow it with people, and set initiatives to work.

        Parameters
        ----------
        tables : mapping of table name to DataFrame
            Tables of the plan, checked.
        people : DataFrame
            As `project_activity` takes it.
        base_year : int
            Year of the activity table.
        years : sequence of int
            Years wanted, in order, without gaps, so that lags count years.
        possible : sequence of PossiblePeople
            As `project_activity` takes them; a draw takes one.

        Raises
        ------
        InputError
            Bed days of a cell that has no activity, which no stay can hold; cohorts
            without people.
        """
        base = Baseline.from_tables(tables)
        _refuse_idle_nights(base.cells)
        wanted = list(years)
        initiatives = InitiativeSet.from_tables(tables, wanted)
        growth = find_growth(
            tables, base, people, possible=possible, base_year=base_year, years=wanted
        )
        parts = split_cells(base.cells, tables)
        acts = match_cells(parts.cells, initiatives.effects)
        rows, pool = _count_rows(base, parts, acts, growth.expect())
        lines, landings = _find_landings(base.lines, initiatives)
        work = Work(
            rows,
            tuple(effect.mechanism for effect in initiatives.effects),
            initiatives.has_begun().reshape(len(initiatives.effects), len(wanted)),
            landings,
            lines.height,
            tuple(effect.days_off for effect in initiatives.effects),
        )
        use = UseRange.from_tables(tables, base.lines["pod"], base_year, wanted)
        pods = np.array(
            [use.pods.index(pod) for pod in lines["pod"][: len(base.lines)]]
        )
        varied = VariedCount(growth, pool) if growth.varies else None
        return cls(lines, initiatives, work, use, pods[rows.line], varied)

    def expect(self, without: frozenset[int] = frozenset()) -> Future:
        """Work the exact mean out.

        Parameters
        ----------
        without : frozenset of int
            Initiatives, by position, that are left out.
        """
        shares = self.initiatives.expect_shares()
        gone = [e.initiative in without for e in self.initiatives.effects]
        begun = self.work.begun.copy()
        begun[gone] = False
        counts = self.work.rows.count * self.use.expect()[self.pod]
        entries = apply_effects(self.work, counts, shares, take_expected, begun)
        return self._sum(counts, entries)

    @property
    def input_names(self) -> list[InputName]:
        """Inputs that draws may vary, in the order of `DrawnInputs.to_row`."""
        named = name_inputs(self.initiatives.ids, self.use.pods)
        return named if self.varied is None else named + self.varied.growth.names

    def draw(self, seed: np.random.SeedSequence, *, vary_use: bool = True) -> Future:
        """Draw one future: growth, sizes and fates, then counts, then who is reached.

        Parameters
        ----------
        seed : SeedSequence
            Of this draw.
        vary_use : bool
            Whether growth of use is drawn from its range, or stays as expected.
        """
        return self.play(self.draw_inputs(seed, vary_use=vary_use), seed)

    def draw_inputs(
        self, seed: np.random.SeedSequence, *, vary_use: bool = True
    ) -> DrawnInputs:
        """Draw the inputs of a future alone, as `draw` does."""
        size, delivered = self.initiatives.draw(seed)
        use = np.zeros(len(self.use.pods))
        if vary_use:
            streams = [open_stream(seed, "use", pod) for pod in self.use.pods]
            use = np.array([stream.standard_normal() for stream in streams])
        drawn = np.zeros(0) if self.varied is None else self.varied.growth.draw(seed)
        return DrawnInputs(size, delivered, use, drawn)

    def play(self, inputs: DrawnInputs, seed: np.random.SeedSequence) -> Future:
        """Play a future out: inputs are known, counts and who is reached are chance.

        Parameters
        ----------
        inputs : DrawnInputs
            Of `draw_inputs`, or any others of these shapes.
        seed : SeedSequence
            Of the chance.
        """
        shares = self.initiatives.take_shares(inputs.size, inputs.delivered)
        rows = self.work.rows.count
        if self.varied is not None:
            rows = self.varied.at(inputs.growth)
        expected = rows * self.use.at(inputs.use)[self.pod]
        counts = open_stream(seed, "arrivals").poisson(expected).astype(np.float64)
        thin = Drawn(open_stream(seed, "thinning"))
        return self._sum(counts, apply_effects(self.work, counts, shares, thin))

    def _sum(self, counts: Array, entries: tuple[Entry, ...]) -> Future:
        nights = counts * self.work.rows.stay_days[:, None]
        return Future(self.work.sum_lines(counts), self.work.sum_lines(nights), entries)


def _refuse_idle_nights(cells: pl.DataFrame) -> None:
    """Refuse bed days of a cell without activity."""
    without = cells.filter((pl.col("activity") == 0) & (pl.col("bed_days") > 0))
    if without.height:
        where = ", ".join(
            f"{axis} {value}"
            for axis, value in without.select("pod", "sex", "age_band")
            .row(0, named=True)
            .items()
        )
        remedy = "Give the activity to which the nights belong, or set them to 0."
        raise InputError(
            [Fault(ACTIVITY_BASE.path, where, "activity for bed days", "0", remedy)]
        )


def _count_rows(
    base: Baseline, parts: Parts, acts: NDArray[np.bool_], growth: Array
) -> tuple[CodedRows, csr_array]:
    """Count rows, and say how much of the growth of each cell every row has."""
    line = np.repeat(
        np.arange(base.lines.height),
        np.diff(np.append(base.line_starts, len(base.activity))),
    )
    rows, row, share = code_rows(line[parts.cell], parts.stay_days, acts)
    grown = (base.activity[:, None] * growth)[parts.cell]
    grown *= parts.share[:, None]
    count = np.zeros((len(rows.line), growth.shape[1]))
    np.add.at(count, row, share[:, None] * np.concatenate([grown, grown]))
    kept = count.any(axis=1)
    weight = share * np.tile(base.activity[parts.cell] * parts.share, 2)
    where = row, np.tile(parts.cell, 2)
    pool = csr_array((weight, where), shape=(len(count), len(base.activity)))
    coded = CodedRows(
        rows.line[kept], rows.stay_days[kept], rows.acts[kept], count[kept]
    )
    return coded, pool[kept]


def _find_landings(
    lines: pl.DataFrame, initiatives: InitiativeSet
) -> tuple[pl.DataFrame, tuple[Landing, ...]]:
    """Find the lines in which work arrives, and add those that are not there yet."""
    known = {key: at for at, key in enumerate(lines.iter_rows())}
    landings = []
    for arrival in initiatives.arrivals:
        for at, effect in enumerate(initiatives.effects):
            pair = effect.initiative, effect.cohort[0]
            moves = effect.mechanism in WITH_ARRIVALS
            if not moves or pair != (arrival.initiative, arrival.from_pod):
                continue
            target = np.full(lines.height, -1, dtype=np.int64)
            for number, (place, provider, site, pod) in enumerate(lines.iter_rows()):
                if pod == arrival.from_pod and _names(effect, place, provider):
                    stays = arrival.provider in (None, provider)
                    key = (
                        place,
                        arrival.provider or provider,
                        arrival.site or (site if stays else None),
                        arrival.pod,
                    )
                    target[number] = known.setdefault(key, len(known))
            landings.append(
                Landing(
                    at,
                    target,
                    arrival.units_each,
                    arrival.bed_days_each,
                    arrival.lag_years,
                )
            )
    return pl.DataFrame(list(known), schema=lines.schema, orient="row"), tuple(landings)


def _names(effect: Effect, place: str | None, provider: str) -> bool:
    return effect.cohort[1] in (None, place) and effect.cohort[2] in (None, provider)
