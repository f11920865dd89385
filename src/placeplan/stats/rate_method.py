"""Proportions, rates, means and quantiles, asked by name."""

from typing import Any, Final

import numpy as np

from placeplan.stats.crude_rate import PER_100K, estimate_crude_rate
from placeplan.stats.estimate import Estimate
from placeplan.stats.group import sum_groups
from placeplan.stats.level import name_levels
from placeplan.stats.mean import estimate_mean
from placeplan.stats.method import (
    CONFIDENCE,
    GROUP,
    STRUCTURE,
    Answer,
    InputColumn,
    Method,
    Option,
)
from placeplan.stats.proportion import estimate_proportion
from placeplan.stats.quantile import assign_quantiles
from placeplan.stats.request import Request

GUIDE: Final = "Public Health England, Fingertips technical guide."


def name_limits(estimate: Estimate) -> dict[str, Any]:
    """Name the value and its limits as columns: lower, or lower_95 among several.

    Examples
    --------
    >>> found = estimate_proportion([5], [25], confidence=[0.95, 0.998])
    >>> list(name_limits(found))
    ['value', 'lower_95', 'upper_95', 'lower_998', 'upper_998']
    """
    named: dict[str, Any] = {"value": estimate.value}
    for place, suffix in enumerate(name_levels(estimate.levels)):
        named[f"lower{suffix}"] = estimate.lower[..., place]
        named[f"upper{suffix}"] = estimate.upper[..., place]
    return named


def _sum_counts(request: Request) -> tuple[dict[str, list[Any]], Any, Any]:
    x, n = request.numbers("x"), request.numbers("n")
    look = request.inspect()
    look.refuse_rows(x < 0, "x", "a count of 0 or more", "Correct the count.")
    look.refuse_rows(n <= 0, "n", "a denominator above 0", "Correct or leave it out.")
    look.close()
    labels, codes = request.groups()
    if not labels:
        return {}, x, n
    groups = len(next(iter(labels.values())))
    return labels, sum_groups(codes, x, groups), sum_groups(codes, n, groups)


def _answer_proportion(request: Request) -> Answer:
    x, n = request.numbers("x"), request.numbers("n")
    look = request.inspect()
    look.refuse_rows(x > n, "x", "no count above its denominator", "Check both.")
    look.close()
    labels, count, base = _sum_counts(request)
    found = estimate_proportion(
        count,
        base,
        multiplier=request.number("multiplier", 1.0),
        confidence=request.levels(),
        structure=request.inspect().structure,
    )
    return Answer({**labels, **name_limits(found)}, found.checks, found.reason.tolist())


def _answer_rate(request: Request) -> Answer:
    labels, count, base = _sum_counts(request)
    found = estimate_crude_rate(
        count,
        base,
        multiplier=request.number("multiplier", PER_100K),
        confidence=request.levels(),
        structure=request.inspect().structure,
    )
    return Answer({**labels, **name_limits(found)}, found.checks, found.reason.tolist())


def _answer_mean(request: Request) -> Answer:
    labels, codes = request.groups()
    found = estimate_mean(
        request.numbers("x"),
        codes,
        confidence=request.levels(),
        structure=request.inspect().structure,
    )
    return Answer({**labels, **name_limits(found)}, found.checks, found.reason.tolist())


def _answer_quantile(request: Request) -> Answer:
    values = request.numbers("value")
    look = request.inspect()
    look.find_rows(np.isnan(values), "value", "a value in every row", "Fill it in.")
    checks = look.close()
    count = request.whole("nquantiles", 10)
    given = request.option("invert", True)
    highest = request.flags(given) if isinstance(given, str) else None
    _, codes = request.groups()
    found = np.full(len(values), np.nan)
    for code in range(int(codes.max(initial=-1)) + 1):
        here = codes == code
        first = (
            request.flag("invert", True) if highest is None else bool(highest[here][0])
        )
        found[here] = assign_quantiles(values[here], count, highest_first=first)
    withheld = np.isnan(found)
    reason = np.where(
        withheld, np.where(np.isnan(values), "missing_count", "few_areas"), ""
    )
    whole = [None if gone else int(q) for gone, q in zip(withheld, found, strict=True)]
    return Answer({"quantile": whole}, checks, reason.tolist())


COUNT: Final = (InputColumn("x", "Numerator."), InputColumn("n", "Denominator."))
MULTIPLIER: Final = Option("multiplier", "number", 1, "What results are multiplied by.")

RATE_METHODS: Final = (
    Method(
        "proportion",
        "Proportions with Wilson's interval.",
        COUNT,
        (GROUP, MULTIPLIER, CONFIDENCE, STRUCTURE),
        _answer_proportion,
        GUIDE,
    ),
    Method(
        "rate",
        "Crude rates with exact limits under ten events and Byar's from ten.",
        COUNT,
        (
            GROUP,
            Option("multiplier", "number", 100_000, "People that a rate is for."),
            CONFIDENCE,
            STRUCTURE,
        ),
        _answer_rate,
        GUIDE,
    ),
    Method(
        "mean",
        "Means with Student's interval.",
        (InputColumn("x", "What was measured."),),
        (GROUP, CONFIDENCE, STRUCTURE),
        _answer_mean,
        GUIDE,
    ),
    Method(
        "quantile",
        "Quantiles of areas by rank.",
        (InputColumn("value", "A score."),),
        (
            GROUP,
            Option("nquantiles", "integer", 10, "How many quantiles."),
            Option(
                "invert",
                "boolean",
                True,
                "Highest values in quantile 1; or a column that says so by group.",
                ("string",),
            ),
            STRUCTURE,
        ),
        _answer_quantile,
        GUIDE,
    ),
)
