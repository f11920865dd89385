"""A series on a control chart, by the national rules, and its signals in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Final

import numpy as np
import polars as pl

from placeplan.performance import Indicator, NationalStandard, find_national_standard
from placeplan.stats import DEFAULT_RULE_SET, SpcChart, chart_series
from placeplan_web.performance.register import PerformanceRegister, list_months

RULES: Final = {
    "single": "beyond the limits",
    "two_sigma": "two of three months close to a limit",
    "shift": f"in a run of {DEFAULT_RULE_SET.shift_points} months or more on one side "
    "of the mean",
    "trend": f"in a run of {DEFAULT_RULE_SET.trend_points} months or more going one "
    "way",
}
MEANINGS: Final = {
    "improvement": "better than chance explains",
    "concern": "worse than chance explains",
    "neither": "other than chance explains",
}


@dataclass(frozen=True)
class ControlChart:
    """One series with its limits, its signals, and what they mean.

    `values` holds a figure for every month, NaN where nobody reported one.
    """

    indicator: Indicator
    body: str
    name: str
    months: tuple[date, ...]
    values: np.ndarray
    parts: pl.DataFrame

    @cached_property
    def standard(self) -> NationalStandard | None:
        """The national standard of the last month with a figure."""
        if not self.indicator.standard:
            return None
        return find_national_standard(self.indicator.standard, self.months[self.last])

    @cached_property
    def level(self) -> float | None:
        return self.standard.threshold.level if self.standard else None

    @cached_property
    def chart(self) -> SpcChart:
        way = {"up": "increase", "down": "decrease"}[self.indicator.better]
        return chart_series(self.values, improvement=way, target=self.level)

    @property
    def has_limits(self) -> bool:
        return self.variation != "suppressed"

    @property
    def variation(self) -> str:
        return str(self.chart.variation[0])

    @property
    def assurance(self) -> str:
        return str(self.chart.assurance[0])

    @property
    def last(self) -> int:
        """Where the last month with a figure stands."""
        return int(np.flatnonzero(~np.isnan(self.values))[-1])

    def write(self, value: float) -> str:
        """Write a figure with its unit."""
        unit = "%" if self.indicator.unit == "%" else f" {self.indicator.unit}"
        return f"{value:,.1f}{unit}"

    @property
    def sentence(self) -> str:
        """What the chart says: where it stands, whether that is a signal, and why."""
        here = f"{self.name}: {self.write(self.values[self.last])} in "
        here += f"{self.months[self.last]:%B %Y}"
        if not self.has_limits:
            found = int((~np.isnan(self.values)).sum())
            return (
                f"{here}. {found} months are too few for limits: "
                f"{DEFAULT_RULE_SET.minimum_points} are needed."
            )
        return f"{here}; {self._say_variation()}. {self._say_assurance()}".strip()

    def _say_variation(self) -> str:
        if self.variation == "common_cause":
            return "no signal: it varies as chance would"
        meaning, way, rule = self._read_signal(self.last)
        return f"{way} and {meaning} ({rule})"

    def _read_signal(self, at: int) -> tuple[str, str, str]:
        """Give what a signal means, its way, and its rule, in words."""
        meaning, height = str(self.chart.judgement[0, at]).split("_")
        rule = str(self.chart.rule[0, at])
        way = (
            {"low": "falling", "high": "rising"}[height] if rule == "trend" else height
        )
        return MEANINGS[meaning], way, RULES[rule]

    def _say_assurance(self) -> str:
        standard = self.standard
        if standard is None or not self.assurance:
            return ""
        level = f"the standard of {standard.threshold.words}{self._unit}"
        return {
            "pass": f"It can be expected to meet {level}.",
            "fail": f"It cannot be expected to meet {level} unless something changes.",
            "hit_or_miss": f"It meets {level} in some months and not in others, by "
            "chance.",
        }[self.assurance]

    @property
    def _unit(self) -> str:
        return "%" if self.indicator.unit == "%" else f" {self.indicator.unit}"

    @property
    def signals(self) -> list[str]:
        """A sentence for each run of months that is one signal."""
        return [self._say_signal(first, last) for first, last in self._find_runs()]

    def _find_runs(self) -> Iterator[tuple[int, int]]:
        if not self.has_limits:
            return
        marks = list(zip(self.chart.judgement[0], self.chart.rule[0], strict=True))
        live = [at for at in range(len(marks)) if not np.isnan(self.values[at])]
        for (judgement, _), run in groupby(live, key=lambda at: marks[at]):
            held = list(run)
            if judgement != "common_cause":
                yield held[0], held[-1]

    def _say_signal(self, first: int, last: int) -> str:
        meaning, way, rule = self._read_signal(last)
        when = f"{self.months[first]:%B %Y}"
        if last > first:
            when += f" to {self.months[last]:%B %Y}"
        return f"{when}: {way}, {meaning}, {rule}."

    @property
    def table(self) -> pl.DataFrame:
        """Month by month: parts, figure, limits, and what it means."""
        limits = self.chart.limits
        return self.parts.with_columns(
            mean=pl.Series(limits.centre[0]).fill_nan(None),
            lower=pl.Series(limits.lower[0]).fill_nan(None),
            upper=pl.Series(limits.upper[0]).fill_nan(None),
            meaning=pl.Series([str(word) for word in self.chart.judgement[0]]),
            rule=pl.Series([str(word) for word in self.chart.rule[0]]),
        )


def chart_body(
    register: PerformanceRegister, indicator: Indicator, body: str
) -> ControlChart:
    """Put the series of a body on a chart; a month without a row is a gap."""
    rows = register.monthly.filter(
        (pl.col("indicator") == indicator.id) & (pl.col("body") == body)
    )
    months = list_months(min(rows["month"]), max(rows["month"]))
    parts = pl.DataFrame({"month": months}).join(
        rows.select("month", "numerator", "denominator", "value"),
        on="month",
        how="left",
        maintain_order="left",
    )
    values = parts["value"].to_numpy().astype(float)
    name = register.name_body(body)
    return ControlChart(indicator, body, name, tuple(months), values, parts)


def list_charts(
    register: PerformanceRegister, indicator: Indicator
) -> list[ControlChart]:
    """Every chart of an indicator that has a figure."""
    charts = [
        chart_body(register, indicator, body)
        for body in register.list_series(indicator.id)
    ]
    return [chart for chart in charts if not np.isnan(chart.values).all()]
