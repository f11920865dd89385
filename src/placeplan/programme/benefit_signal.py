"""A benefit's indicator on its control chart: a signal, or only chance."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from placeplan.errors import Fault, InputError
from placeplan.performance import Indicator, SignalCharts, chart_signals
from placeplan.programme.benefit import Benefit
from placeplan.stats import DEFAULT_RULE_SET, SpcRuleSet


@dataclass(frozen=True, slots=True)
class BenefitSignal:
    """What the series of a benefit's indicator says.

    Parameters
    ----------
    benefit : str
        Its reference.
    charts : SignalCharts
        Points with their limits, and a row with what the last month means.
    wanted : bool or None
        Whether the last month is a signal in the way the benefit needs; None while
        there are too few months to tell.
    sentence : str
        For a reader.
    """

    benefit: str
    charts: SignalCharts
    wanted: bool | None
    sentence: str


def chart_benefit(
    benefit: Benefit,
    summed: pl.DataFrame,
    indicators: Mapping[str, Indicator],
    *,
    body: str,
    rules: SpcRuleSet = DEFAULT_RULE_SET,
) -> BenefitSignal:
    """Chart the indicator of a benefit, and say whether a change is more than chance.

    Which way is better is the indicator's. A benefit is not realised because one month
    is good: only a signal speaks for a change, and only the people who know the service
    can say that the programme brought it.

    Parameters
    ----------
    benefit : Benefit
        One that names an indicator.
    summed : DataFrame
        `indicator`, `body`, `month`, `value`, as `performance.sum_series` gives.
    indicators : mapping of str to Indicator
        By id.
    body : str
        Whose series.
    rules : SpcRuleSet
        The national rules unless others are named.

    Raises
    ------
    InputError
        When it names no indicator, one that is not known, or one without a series.
    """
    own = summed.filter(
        (pl.col("indicator") == benefit.indicator)
        & (pl.col("body") == body)
        & pl.col("value").is_not_null()
    )
    if benefit.indicator not in indicators or own.is_empty():
        expected = f"an indicator with monthly values of {body}"
        found = benefit.indicator or "none"
        remedy = "Name an indicator of the room of performance that has a series."
        fault = Fault(f"benefit {benefit.id}", "indicator", expected, found, remedy)
        raise InputError([fault])
    charts = chart_signals(own, indicators, rules=rules)
    (row,) = charts.summary.to_dicts()
    variation = str(row["variation"])
    wanted = variation.startswith("improvement")
    return BenefitSignal(
        benefit.id,
        charts,
        None if variation == "suppressed" else wanted,
        str(row["sentence"]),
    )
