"""Signals: whether a change is more than chance, and if the standard can be met."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl

from placeplan.performance.indicator import Indicator
from placeplan.performance.national_standard import find_national_standard
from placeplan.stats import (
    DEFAULT_RULE_SET,
    Direction,
    SpcChart,
    SpcRuleSet,
    chart_series,
)

VARIATIONS: Final[Mapping[str, str]] = {
    "common_cause": "no signal: it varies as it has done",
    "improvement_high": "better than chance explains, and higher",
    "improvement_low": "better than chance explains, and lower",
    "concern_high": "worse than chance explains, and higher",
    "concern_low": "worse than chance explains, and lower",
    "neither_high": "beyond chance and higher, which is neither better nor worse",
    "neither_low": "beyond chance and lower, which is neither better nor worse",
    "suppressed": "too few months to tell a signal from chance",
}
"""What each judgement of the last month says."""

ASSURANCES: Final[Mapping[str, str]] = {
    "pass": "as it runs, it can be expected to meet {standard}",
    "fail": "as it runs, it can be expected to miss {standard}",
    "hit_or_miss": "it may meet or miss {standard} by chance",
    "": "nothing can be said of {standard}",
}
"""What each assurance says of the standard."""

_WAY: Final = {
    "up": Direction.INCREASE,
    "down": Direction.DECREASE,
    "neither": Direction.NEUTRAL,
}
_POINTS: Final = {
    "indicator": pl.String,
    "body": pl.String,
    "month": pl.Date,
    "value": pl.Float64,
    "centre": pl.Float64,
    "lower": pl.Float64,
    "upper": pl.Float64,
    "judgement": pl.String,
    "rule": pl.String,
    "reason": pl.String,
}
_SUMMARY: Final = {
    "indicator": pl.String,
    "body": pl.String,
    "month": pl.Date,
    "value": pl.Float64,
    "variation": pl.String,
    "operator": pl.String,
    "level": pl.Float64,
    "assurance": pl.String,
    "rule_set": pl.String,
    "sentence": pl.String,
}


@dataclass(frozen=True, slots=True)
class SignalCharts:
    """Control charts of many series.

    Parameters
    ----------
    points : DataFrame
        `indicator`, `body`, `month`, `value`, `centre`, `lower`, `upper` (in the unit
        of the indicator), `judgement`, `rule` and `reason`; a row for every month from
        the first to the last, empty where nobody reported.
    summary : DataFrame
        A row for each series: its last reported `month` and `value`, `variation`, the
        national standard of that month (`operator`, `level`; null for none),
        `assurance`, `rule_set` and a `sentence` for a reader.
    """

    points: pl.DataFrame
    summary: pl.DataFrame


def chart_signals(
    summed: pl.DataFrame,
    indicators: Mapping[str, Indicator],
    *,
    rules: SpcRuleSet = DEFAULT_RULE_SET,
) -> SignalCharts:
    """Chart every series and say of each what its last month means.

    Parameters
    ----------
    summed : DataFrame
        `indicator`, `body`, `month`, `value`, as `sum_series` gives.
    indicators : mapping of str to Indicator
        By id; other series are left out.
    rules : SpcRuleSet
        The national rules unless others are named.

    Returns
    -------
    SignalCharts
        A month that is missing is bridged and never a step. A series without any value
        is left out.

    Notes
    -----
    Limits are those of an XmR chart, as in NHS England's Making Data Count. A share
    near 0 or 100 may have a limit beyond it; limits are not cut there.
    """
    points: list[pl.DataFrame] = []
    rows: list[tuple[object, ...]] = []
    kept = summed.filter(pl.col("indicator").is_in(list(indicators)))
    for (id_, body), series in kept.group_by(
        ["indicator", "body"], maintain_order=True
    ):
        if series["value"].count() == 0:
            continue
        drawn, row = _chart_one(series, indicators[str(id_)], str(body), rules)
        points.append(drawn)
        rows.append(row)
    empty = pl.DataFrame(schema=_POINTS)
    return SignalCharts(
        pl.concat([empty, *points]), pl.DataFrame(rows, schema=_SUMMARY, orient="row")
    )


def _chart_one(
    series: pl.DataFrame, indicator: Indicator, body: str, rules: SpcRuleSet
) -> tuple[pl.DataFrame, tuple[object, ...]]:
    months = (
        series.select("month", "value").sort("month").upsample("month", every="1mo")
    )
    values = months["value"].to_numpy()
    at = int(np.flatnonzero(~np.isnan(values))[-1])
    last, value = months["month"][at], float(values[at])
    standard = (
        find_national_standard(indicator.standard, last) if indicator.standard else None
    )
    threshold = standard.threshold if standard else None
    chart = chart_series(
        values,
        improvement=_WAY[indicator.better],
        rules=rules,
        target=threshold.level if threshold else None,
    )
    named = months.select(
        pl.lit(indicator.id).alias("indicator"), pl.lit(body).alias("body"), pl.all()
    )
    drawn = _add_lines(named, chart)
    variation, assurance = str(chart.variation[0]), str(chart.assurance[0])
    said = VARIATIONS[variation]
    unit = "%" if indicator.unit == "%" else f" {indicator.unit}"
    words = f"{indicator.name}: {value:.1f}{unit} in {last:%B %Y}; {said}"
    if threshold:
        standard_words = f"the standard of {threshold.words}"
        words += f"; {ASSURANCES[assurance].format(standard=standard_words)}"
    held = (threshold.operator, threshold.level) if threshold else (None, None)
    head = (indicator.id, body, last, value, variation)
    return drawn, (*head, *held, assurance, rules.name, f"{words}.")


def _add_lines(months: pl.DataFrame, chart: SpcChart) -> pl.DataFrame:
    """Set the lines and signals of a chart of one series beside its months."""
    limits, height = chart.limits, months.height
    return months.with_columns(
        pl.Series("centre", limits.centre[0]).fill_nan(None),
        pl.Series("lower", limits.lower[0]).fill_nan(None),
        pl.Series("upper", limits.upper[0]).fill_nan(None),
        pl.Series("judgement", chart.judgement[0].tolist(), pl.String),
        pl.Series("rule", chart.rule[0].tolist(), pl.String),
        pl.Series("reason", chart.reason[0].tolist()[:height], pl.String),
    )
