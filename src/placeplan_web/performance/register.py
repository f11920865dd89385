"""What pages of performance ask of the tables: indicators, bodies, figures, series."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import polars as pl

from placeplan.performance import (
    Indicator,
    compare_with_standards,
    read_indicators,
    sum_series,
)
from placeplan.places import RegistryView

SETS: Final[Mapping[str, str]] = {
    "acute-2016": "Acute indicators of 2016",
    "dashboard-2017": "Progress dashboard of 2017",
    "inequality-2016": "Inequality, 2016",
    "local-health": "Health of districts",
    "monthly": "By month",
}
ALL: Final = ""
"""The body that stands for all whose parts are summed."""


@dataclass(frozen=True)
class PerformanceRegister:
    """The tables of performance with the names of bodies, as a page reads them."""

    tables: Mapping[str, pl.DataFrame]
    view: RegistryView

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """Every indicator by id, in the order of the sets and of the rows there."""
        return read_indicators(self.tables["indicators"])

    def list_set(self, name: str) -> dict[str, Indicator]:
        """Indicators of one set, by id."""
        return {id_: i for id_, i in self.indicators.items() if i.set == name}

    def find_kin(self, indicators: Iterable[str]) -> set[str]:
        """Find indicators, and those that are held to the same standard."""
        asked = [self.indicators[id_] for id_ in indicators]
        standards = {each.standard for each in asked} - {""}
        kin = {id_ for id_, i in self.indicators.items() if i.standard in standards}
        return kin | {each.id for each in asked}

    @cached_property
    def compared(self) -> pl.DataFrame:
        """Every figure held against the standard of its own period."""
        return compare_with_standards(self.indicators, self.tables["indicator_values"])

    @cached_property
    def peers(self) -> Mapping[str, str]:
        """Names of bodies elsewhere, by id."""
        frame = self.tables["peers"]
        return dict(zip(frame["id"], frame["name"], strict=True))

    def name_body(self, body: str) -> str:
        """Name a body of the registry, or elsewhere, by its last name."""
        if body == ALL:
            return "All together"
        periods = self.view.registry.periods.get(body)
        return periods[-1].name if periods else self.peers.get(body, body)

    def list_bodies(self, indicator_set: str) -> list[str]:
        """Bodies that have figures in a set, in the order in which they stand there."""
        kept = self.compared.filter(
            pl.col("indicator").is_in(list(self.list_set(indicator_set)))
        )
        order = self.tables["indicator_values"]["body"].unique(maintain_order=True)
        found = set(kept["body"])
        return [body for body in order if body in found]

    def list_statuses(
        self, indicators: Iterable[str], table: str = "indicator_values"
    ) -> list[str]:
        """Whether figures of some indicators are published, derived and so on."""
        frame = self.tables[table]
        kept = frame.filter(pl.col("indicator").is_in(list(indicators)))
        return list(kept["status"].cast(pl.String).unique(maintain_order=True))

    @cached_property
    def monthly(self) -> pl.DataFrame:
        """Every series by body and month, and that of all bodies together."""
        series, indicators = self.tables["indicator_series"], self.indicators
        if series.is_empty():
            return sum_series(series, indicators)
        whole = sum_series(series, indicators, by=["month"])
        every = whole.with_columns(pl.lit(ALL).alias("body"))
        each = sum_series(series, indicators)
        return pl.concat([each, every.select(each.columns)])

    def say_who(self, indicator: str, body: str) -> str:
        """Say whose figures are summed; nothing where it is one body's own."""
        names = [self.name_body(each) for each in self.list_series(indicator)[1:]]
        return "" if body != ALL else f"All together are {', '.join(names)}."

    def list_series(self, indicator: str) -> list[str]:
        """Bodies with a series of an indicator, all together first if several."""
        kept = self.monthly.filter(pl.col("indicator") == indicator)
        bodies = sorted(set(kept["body"]) - {ALL}, key=self.name_body)
        return [ALL, *bodies] if len(bodies) > 1 else bodies
