"""How one indicator reads: what it counts, its standards, figures and signals."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import polars as pl

from placeplan.performance import (
    Indicator,
    NationalStandard,
    Threshold,
    compare_with_trajectories,
    list_national_standards,
)
from placeplan.stats import DEFAULT_RULE_SET
from placeplan_web.design.address import Address
from placeplan_web.design.words import write_count, write_day
from placeplan_web.performance.presenters.period import write_period
from placeplan_web.performance.presenters.provider import (
    describe_figures,
    write_figure,
    write_standard,
    write_value,
)
from placeplan_web.performance.presenters.signal import show_chart
from placeplan_web.performance.register import SETS, PerformanceRegister
from placeplan_web.performance.spc import ControlChart, list_charts


@dataclass(frozen=True)
class IndicatorPage:
    """An indicator with everything that is known of it, for all bodies or one."""

    indicator: Indicator
    register: PerformanceRegister
    address: Address

    @cached_property
    def charts(self) -> list[ControlChart]:
        """Charts of every body, or of the one that the address names."""
        charts = list_charts(self.register, self.indicator)
        named = [chart for chart in charts if chart.body == self.address.place]
        return named or charts

    @cached_property
    def compared(self) -> pl.DataFrame:
        kept = self.register.compared.filter(pl.col("indicator") == self.indicator.id)
        named = kept.filter(pl.col("body") == (self.address.place or ""))
        return kept if named.is_empty() else named

    @property
    def finding(self) -> str:
        """What the figures say, in a sentence."""
        if self.charts:
            return self.charts[0].sentence
        told = self.compared.drop_nulls("meets")
        if told.is_empty():
            return self.indicator.definition + "."
        failed = told.filter(~pl.col("meets"))
        names = sorted(self.register.name_body(body) for body in failed["body"])
        misses = "misses" if failed.height == 1 else "miss"
        said = f"{failed.height} of {told.height} {misses} the standard of the period"
        return f"{said}: {', '.join(names)}." if names else f"{said}."

    @property
    def facts(self) -> list[tuple[str, Any]]:
        indicator = self.indicator
        better = {
            "up": "Higher is better",
            "down": "Lower is better",
            "neither": "Neither way is better: it is watched",
        }
        return [
            ("Definition", indicator.definition),
            ("Counted above the line", indicator.numerator or "no paper says"),
            ("Counted below it", indicator.denominator or "nothing"),
            ("Unit", indicator.unit),
            ("Direction", better[indicator.better]),
            ("Where boards see it", SETS.get(indicator.set, indicator.set)),
        ]

    @property
    def standards(self) -> list[list[Any]]:
        """The standard by period, with milestones on the way to it."""
        if not self.indicator.standard:
            return []
        return [
            _write_row(each)
            for each in list_national_standards()
            if each.standard == self.indicator.standard
        ]

    @property
    def rows(self) -> list[list[Any]]:
        """Every single figure, with its standard."""
        sources = self._find_origins()
        return [
            [
                self.register.name_body(row["body"]),
                write_period(row["period"]),
                write_figure(row, self.indicator),
                write_standard(row, self.indicator),
                sources[row["body"], row["period"]],
            ]
            for row in self.compared.to_dicts()
        ]

    def _find_origins(self) -> dict[tuple[str, str], dict[str, str]]:
        frame = self.register.tables["indicator_values"]
        kept = frame.filter(pl.col("indicator") == self.indicator.id)
        return {
            (row["body"], row["period"]): {"text": "", "status": row["status"]}
            for row in kept.to_dicts()
        }

    @property
    def pictures(self) -> list[dict[str, Any]]:
        is_alone = len(self.charts) == 1
        held = self.register.list_statuses([self.indicator.id], "indicator_series")
        status = " and ".join(held)
        return [
            {**show_chart(chart, self.address, is_alone=is_alone), "status": status}
            for chart in self.charts
        ]

    @property
    def silence(self) -> str:
        """Why there is no chart, where there is none."""
        if self.charts:
            return ""
        points = self.compared.height
        return (
            f"Papers give {write_count(points, 'single figure')} of this indicator and "
            "no figure by month. A control chart needs "
            f"{DEFAULT_RULE_SET.minimum_points} months; put monthly numerators and "
            "denominators into performance/series.csv of the plan folder to see one."
        )

    @property
    def trajectories(self) -> list[list[Any]]:
        """Agreed paths towards the standard: planned beside actual."""
        frame = self.register.tables["trajectories"]
        kept = frame.filter(pl.col("indicator") == self.indicator.id)
        held = compare_with_trajectories(self.register.monthly, kept)
        keys = ("indicator", "body", "by_month", "operator", "level")
        words = kept.select(*keys, "words")
        return [
            [
                self.register.name_body(row["body"]),
                f"{row['by_month']:%B %Y}",
                Threshold(row["operator"], row["level"]).words,
                self._write_actual(row),
                row["words"],
            ]
            for row in held.join(words, on=keys, maintain_order="left").to_dicts()
        ]

    def _write_actual(self, row: dict[str, Any]) -> Any:
        """What the month of a path came to, and how far that is from it."""
        if row["value"] is None:
            return "no figure for the month"
        shown = write_value(row["value"], self.indicator)
        if row["meets"]:
            return {"text": shown, "status": "met"}
        note = f"off by {write_value(row['short_by'], self.indicator)}"
        return {"text": shown, "status": "not met", "note": note}

    @property
    def cited(self) -> list[tuple[str, str]]:
        """Ids of sources and what rests on each, for the list of sources."""
        named = (
            ("indicators", "id", "the definition"),
            ("indicator_values", "indicator", "single figures"),
            ("indicator_series", "indicator", "figures by month"),
            ("trajectories", "indicator", "agreed paths"),
        )
        return [
            (source, words)
            for table, column, words in named
            for source in self.register.tables[table]
            .filter(pl.col(column) == self.indicator.id)["source"]
            .unique(maintain_order=True)
        ]

    def make_table(self) -> pl.DataFrame:
        """Figures by month with their limits, or else the single figures."""
        if not self.charts:
            return describe_figures(self.register, self.compared)
        return pl.concat(
            chart.table.select(
                pl.lit(self.indicator.id).alias("indicator"),
                pl.lit(chart.body or "all").alias("body"),
                pl.lit(chart.name).alias("name"),
                *chart.table.columns,
                pl.lit(DEFAULT_RULE_SET.name).alias("rules"),
            )
            for chart in self.charts
        )


def _write_row(each: NationalStandard) -> list[Any]:
    unit = "%" if each.unit == "%" else f" {each.unit}"
    until: date | None = each.validity.ends_on
    return [
        f"{each.threshold.words}{unit}",
        each.kind,
        write_day(each.validity.starts_on),
        write_day(until) if until else "in force",
        each.set_by,
        each.note,
    ]
