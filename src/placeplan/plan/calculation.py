"""The calculation: people, demand, capacity, money, for each scenario of a plan."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

import polars as pl

from placeplan.capacity import compare_capacity
from placeplan.demand import CodedDemand, project_activity
from placeplan.money import project_money
from placeplan.plan.changed_future import (
    Changed,
    Drawn,
    change_future,
    draw_level,
    gather_account,
)
from placeplan.plan.initiative_account import InitiativeAccount
from placeplan.plan.manifest import Manifest
from placeplan.plan.progress import Steps
from placeplan.plan.results_table import arrange_table
from placeplan.plan.scenario import GrowthLevel, Scenario
from placeplan.population import (
    PossiblePeople,
    list_possible_people,
    project_components,
    project_population,
    sum_by_band,
)

Tables = Mapping[str, pl.DataFrame]

_GROWTH_COLUMNS: Mapping[GrowthLevel, str] = {
    "low": "low",
    "expected": "growth_share",
    "high": "high",
}


@dataclass(frozen=True, slots=True)
class Calculation:
    """What is to be worked out.

    Parameters
    ----------
    manifest : Manifest
        Of the plan.
    tables : mapping of str to polars.DataFrame
        Checked tables of the plan folder.
    scenarios : sequence of Scenario
        Which to work out.
    draws : int
        Futures drawn; 1 works out the expected one alone.
    executor : Executor or None
        Where draws are worked out; None for here.
    """

    manifest: Manifest
    tables: Tables
    scenarios: Sequence[Scenario]
    draws: int = 1
    executor: Executor | None = None

    @property
    def growth_levels(self) -> list[GrowthLevel]:
        """Levels of growth that the scenarios use, each once."""
        return list(dict.fromkeys(scenario.growth for scenario in self.scenarios))

    @property
    def step_names(self) -> list[str]:
        """Names of the steps, in order."""
        return [
            "people",
            *(
                f"{chapter}, {level} growth"
                for level in self.growth_levels
                for chapter in ("demand", "capacity")
            ),
            *(f"money, {scenario.name}" for scenario in self.scenarios),
            *(f"initiatives, {level} growth" for level in self.changed_levels),
            *(f"draws, {level} growth" for level in self.drawn_levels),
            *(["account"] if self.changed_levels or self.drawn_levels else []),
            "results",
        ]

    @property
    def changed_levels(self) -> list[GrowthLevel]:
        """Levels of growth at which initiatives are carried out, each once."""
        if self.tables["initiatives"].is_empty():
            return []
        carried = [s.growth for s in self.scenarios if s.with_solutions]
        return list(dict.fromkeys(carried))

    @property
    def drawn_levels(self) -> list[GrowthLevel]:
        """Levels of growth whose futures are drawn."""
        return self.growth_levels if self.draws > 1 else []

    def work_out(self, steps: Steps) -> tuple[pl.DataFrame, InitiativeAccount | None]:
        """Work everything out, step by step.

        Parameters
        ----------
        steps : Steps
            Of the names of `step_names`; told of each step, and may stop the work.

        Returns
        -------
        tuple of polars.DataFrame and InitiativeAccount or None
            The results table; the account of initiatives, where there are any or where
            futures were drawn.
        """
        people, possible = steps.take("people", self._project_people)
        shared = [*self._list_people(people), self._list_catchments()]
        futures = {
            level: self._project_future(level, people, possible, steps)
            for level in self.growth_levels
        }
        money = {
            s.id: self._project_money(s, futures[s.growth], steps)
            for s in self.scenarios
        }
        coded = self._code(futures, people, possible, steps)
        changed = {
            level: self._change(futures[level], coded[level], steps, level)
            for level in self.changed_levels
        }
        drawn = {
            level: self._draw(futures[level], coded[level], steps, level)
            for level in self.drawn_levels
        }
        frames = []
        for scenario in self.scenarios:
            future = futures[scenario.growth]
            of_plan = changed.get(scenario.growth) if scenario.with_solutions else None
            parts = [
                of_plan.activity if of_plan else future.activity,
                of_plan.capacity if of_plan else future.capacity,
                money[scenario.id],
            ]
            if scenario.growth in drawn:
                parts = drawn[scenario.growth].spread(*parts, with_plan=bool(of_plan))
            frames += [
                _name_scenario(frame, scenario.id) for frame in [*shared, *parts]
            ]
        account = None
        if changed or drawn:
            account = steps.take(
                "account",
                lambda: gather_account(
                    self.scenarios,
                    changed,
                    drawn,
                    tell=lambda part: steps.tell_within(f"account: {part}"),
                ),
            )
        return steps.take("results", lambda: arrange_table(frames)), account

    def _code(
        self,
        futures: Mapping[GrowthLevel, "_Future"],
        people: pl.DataFrame,
        possible: Sequence[PossiblePeople],
        steps: Steps,
    ) -> dict[GrowthLevel, CodedDemand]:
        """Code demand at each level at which something is changed or drawn."""
        coded = {}
        for level in dict.fromkeys([*self.changed_levels, *self.drawn_levels]):
            steps.tell_within(f"demand, {level} growth: coded for initiatives")
            coded[level] = CodedDemand.from_tables(
                futures[level].tables,
                people,
                base_year=self.manifest.base_year,
                years=self.manifest.years,
                possible=possible,
            )
        return coded

    def _change(
        self, future: "_Future", coded: CodedDemand, steps: Steps, level: GrowthLevel
    ) -> Changed:
        name = f"initiatives, {level} growth"
        return steps.take(
            name,
            lambda: change_future(
                future.tables,
                future.activity,
                coded,
                manifest=self.manifest,
                tell=lambda part: steps.tell_within(f"{name}: {part}"),
            ),
        )

    def _draw(
        self, future: "_Future", coded: CodedDemand, steps: Steps, level: GrowthLevel
    ) -> Drawn:
        name = f"draws, {level} growth"
        return steps.take(
            name,
            lambda: draw_level(
                future.tables,
                coded,
                manifest=self.manifest,
                draws=self.draws,
                vary_use=level == "expected",
                executor=self.executor,
                tell=lambda done: steps.tell_within(f"{name}: {done} of {self.draws}"),
            ),
        )

    def _project_people(self) -> tuple[pl.DataFrame, tuple[PossiblePeople, ...]]:
        first, last = self.manifest.people_from, self.manifest.people_to
        return (
            project_population(self.tables, first_year=first, last_year=last),
            list_possible_people(self.tables, first_year=first, last_year=last),
        )

    def _list_people(self, people: pl.DataFrame) -> list[pl.DataFrame]:
        components = project_components(
            self.tables,
            first_year=self.manifest.people_from,
            last_year=self.manifest.people_to,
        )
        counted = sum_by_band(people).with_columns(
            measure=pl.lit("population"), unit=pl.lit("people")
        )
        return [counted, components]

    def _list_catchments(self) -> pl.DataFrame:
        return self.tables["catchments"].select(
            pl.lit(self.manifest.base_year, dtype=pl.Int32).alias("year"),
            pl.col("footprint").alias("place"),
            pl.lit("catchment_people").alias("measure"),
            pl.lit("people").alias("unit"),
            pl.col("people").cast(pl.Float64).alias("value"),
            "status",
        )

    def _project_future(
        self,
        level: GrowthLevel,
        people: pl.DataFrame,
        possible: Sequence[PossiblePeople],
        steps: Steps,
    ) -> "_Future":
        growth = pl.col(_GROWTH_COLUMNS[level]).alias("growth_share")
        grown = self.tables["growth"].with_columns(growth)
        tables = {**self.tables, "growth": grown}
        years = self.manifest.years
        activity = steps.take(
            f"demand, {level} growth",
            lambda: project_activity(
                tables,
                people,
                base_year=self.manifest.base_year,
                years=years,
                possible=possible,
            ),
        )
        capacity = steps.take(
            f"capacity, {level} growth",
            lambda: compare_capacity(tables, activity, years=years),
        )
        return _Future(tables, activity, capacity)

    def _project_money(
        self, scenario: Scenario, future: "_Future", steps: Steps
    ) -> pl.DataFrame:
        base_year, years = self.manifest.base_year, self.manifest.years
        return steps.take(
            f"money, {scenario.name}",
            lambda: project_money(
                future.tables,
                future.activity,
                base_year=base_year,
                years=years,
                with_solutions=scenario.with_solutions,
            ),
        )


@dataclass(frozen=True, slots=True)
class _Future:
    """Demand and capacity at one level of growth, with the tables that it rests on."""

    tables: Tables
    activity: pl.DataFrame
    capacity: pl.DataFrame


def _name_scenario(frame: pl.DataFrame, scenario: str) -> pl.DataFrame:
    return frame.with_columns(pl.lit(scenario).alias("scenario"))
