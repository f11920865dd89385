"""A series on a control chart, as the library charts it, and its signals in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any, Final

import numpy as np
import polars as pl

from placeplan.performance import Indicator, Threshold, chart_signals
from placeplan.stats import DEFAULT_RULE_SET
from placeplan_web.performance.register import PerformanceRegister

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
    "neither": "more than chance explains, neither better nor worse",
}


@dataclass(frozen=True)
class ControlChart:
    """One series with its limits, its signals, and what they mean.

    `points` holds a row for every month with its parts, value, limits, judgement and
    rule; the value is null where nobody reported one. `summary` is the library's row of
    the series: its last reported month, its variation and its assurance. `who` says
    whose figures are summed, where they are those of several.
    """

    indicator: Indicator
    body: str
    name: str
    points: pl.DataFrame
    summary: Mapping[str, Any]
    who: str = ""

    @cached_property
    def months(self) -> tuple[date, ...]:
        return tuple(self.points["month"])

    @cached_property
    def values(self) -> np.ndarray:
        """A figure for every month, NaN where nobody reported one."""
        return self.points["value"].to_numpy().astype(float)

    @cached_property
    def threshold(self) -> Threshold | None:
        """The national standard of the last month with a figure."""
        operator, level = self.summary["operator"], self.summary["level"]
        return Threshold(operator, level) if operator else None

    @property
    def level(self) -> float | None:
        return self.threshold.level if self.threshold else None

    @property
    def limits(self) -> dict[str, float | None]:
        """The lower limit, mean and upper limit of the last month."""
        lower, centre, upper = (
            self.points[name][-1] for name in ("lower", "centre", "upper")
        )
        return {"lower": lower, "centre": centre, "upper": upper}

    @property
    def has_limits(self) -> bool:
        return self.variation != "suppressed"

    @property
    def variation(self) -> str:
        return str(self.summary["variation"])

    @property
    def assurance(self) -> str:
        return str(self.summary["assurance"])

    @property
    def last(self) -> int:
        """Where the last month with a figure stands."""
        return self.months.index(self.summary["month"])

    def write(self, value: float) -> str:
        """Write a figure with its unit."""
        return f"{value:,.1f}{self._unit}"

    @property
    def sentence(self) -> str:
        """What the chart says: where it stands, whether that is a signal, and why."""
        here = f"{self.name}: {self.write(self.values[self.last])} in "
        here += f"{self.months[self.last]:%B %Y}"
        if not self.has_limits:
            found = self.points["value"].count()
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
        meaning, height = self.points["judgement"][at].split("_")
        rule = self.points["rule"][at]
        way = (
            {"low": "falling", "high": "rising"}[height] if rule == "trend" else height
        )
        return MEANINGS[meaning], way, RULES[rule]

    def _say_assurance(self) -> str:
        if self.threshold is None or not self.assurance:
            return ""
        level = f"the standard of {self.threshold.words}{self._unit}"
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
        marks = self.points.select("judgement", "rule").rows()
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
        return self.points.select(
            *("month", "numerator", "denominator", "value"),
            pl.col("centre").alias("mean"),
            *("lower", "upper"),
            pl.col("judgement").alias("meaning"),
            "rule",
        )


def list_charts(
    register: PerformanceRegister, indicator: Indicator, body: str | None = None
) -> list[ControlChart]:
    """Every chart of an indicator that has a figure, or that of one body alone."""
    kept = register.monthly.filter(pl.col("indicator") == indicator.id)
    if body is not None:
        kept = kept.filter(pl.col("body") == body)
    charted = chart_signals(kept, {indicator.id: indicator})
    parts = kept.select("body", "month", "numerator", "denominator")
    points = charted.points.join(
        parts, on=["body", "month"], how="left", maintain_order="left"
    )
    found = {row["body"]: row for row in charted.summary.iter_rows(named=True)}
    return [
        ControlChart(
            indicator,
            each,
            register.name_body(each),
            points.filter(pl.col("body") == each),
            found[each],
            register.say_who(indicator.id, each),
        )
        for each in register.list_series(indicator.id)
        if each in found
    ]
