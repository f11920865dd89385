"""The calculation: people, demand, capacity, money, for each scenario of a plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from placeplan.capacity import compare_capacity
from placeplan.demand import project_activity
from placeplan.money import project_money
from placeplan.plan.manifest import Manifest
from placeplan.plan.progress import Steps
from placeplan.plan.results_table import arrange_table
from placeplan.plan.scenario import GrowthLevel, Scenario
from placeplan.population import project_components, project_population, sum_by_band

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
    """

    manifest: Manifest
    tables: Tables
    scenarios: Sequence[Scenario]

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
            "results",
        ]

    def work_out(self, steps: Steps) -> pl.DataFrame:
        """Work everything out, step by step.

        Parameters
        ----------
        steps : Steps
            Of the names of `step_names`; told of each step, and may stop the work.

        Returns
        -------
        polars.DataFrame
            The results table.
        """
        people = steps.take("people", self._project_people)
        shared = [*self._list_people(people), self._list_catchments()]
        futures = {
            level: self._project_future(level, people, steps)
            for level in self.growth_levels
        }
        frames = []
        for scenario in self.scenarios:
            future = futures[scenario.growth]
            money = self._project_money(scenario, future, steps)
            parts = [*shared, future.activity, future.capacity, money]
            frames += [_name_scenario(frame, scenario.id) for frame in parts]
        return steps.take("results", lambda: arrange_table(frames))

    def _project_people(self) -> pl.DataFrame:
        return project_population(
            self.tables,
            first_year=self.manifest.people_from,
            last_year=self.manifest.people_to,
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
        self, level: GrowthLevel, people: pl.DataFrame, steps: Steps
    ) -> "_Future":
        growth = pl.col(_GROWTH_COLUMNS[level]).alias("growth_share")
        grown = self.tables["growth"].with_columns(growth)
        tables = {**self.tables, "growth": grown}
        years = self.manifest.years
        activity = steps.take(
            f"demand, {level} growth",
            lambda: project_activity(
                tables, people, base_year=self.manifest.base_year, years=years
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
