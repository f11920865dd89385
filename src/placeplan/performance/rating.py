"""A rating: indicators scaled, averaged by domain, weighted, and put in a category."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from placeplan.errors import Fault, InputError
from placeplan.performance.indicator import Indicator
from placeplan.performance.rule_set import RuleSet

_WHAT: Final = "ratings"


def score_bodies(
    indicators: Mapping[str, Indicator],
    values: pl.DataFrame,
    weights: Mapping[str, float],
) -> pl.DataFrame:
    """Score bodies against each other.

    Each indicator is scaled over the bodies given, from 0 (worst of them) to 1 (best of
    them), averaged within its domain, and the domains are averaged by weight::

        score[s] = sum_d w[d] * mean_i(z[s, i in d]) / sum_d w[d]

    Parameters
    ----------
    indicators : mapping of str to Indicator
        By id, each with a domain.
    values : DataFrame
        `indicator`, `body`, `value`.
    weights : mapping of str to float
        Weight of each domain; at least one above 0.

    Returns
    -------
    DataFrame
        `body`, `score` (0 to 1), `indicators` (how many went in), `domains`; best
        first. An indicator on which all bodies are equal tells them apart in nothing
        and is left out; so is a missing value, and a domain without any.

    Raises
    ------
    InputError
        When a domain has no weight, or no weight is above 0.
    """
    named = {i.id: i for i in indicators.values()}
    _refuse_unweighted({i.domain for i in named.values()}, weights)
    scaled = _scale(named, values).with_columns(
        pl.col("domain")
        .replace_strict(dict(weights), return_dtype=pl.Float64)
        .alias("weight")
    )
    weighed = (pl.col("z") * pl.col("weight")).sum() / pl.col("weight").sum()
    return (
        scaled.group_by("body")
        .agg(
            weighed.alias("score"),
            pl.col("indicators").sum().cast(pl.Int64),
            pl.len().cast(pl.Int64).alias("domains"),
        )
        .sort(pl.col("score"), "body", descending=[True, False])
    )


def _scale(named: Mapping[str, Indicator], values: pl.DataFrame) -> pl.DataFrame:
    """Scale indicators from the worst body to the best, and average them by domain."""
    sign = {id_: i.sign for id_, i in named.items()}
    domain = {id_: i.domain for id_, i in named.items()}
    turned = pl.col("value") * pl.col("indicator").replace_strict(
        sign, return_dtype=pl.Float64
    )
    worst, best = (end.over("indicator") for end in (turned.min(), turned.max()))
    kept = values.filter(pl.col("indicator").is_in(list(named))).drop_nulls("value")
    return (
        kept.filter(best > worst)
        .with_columns(
            ((turned - worst) / (best - worst)).alias("z"),
            pl.col("indicator")
            .replace_strict(domain, return_dtype=pl.String)
            .alias("domain"),
        )
        .group_by("body", "domain")
        .agg(pl.col("z").mean(), pl.len().alias("indicators"))
    )


def rate_bodies(
    indicators: Mapping[str, Indicator], values: pl.DataFrame, rule_set: RuleSet
) -> pl.DataFrame:
    """Rate bodies by a rule set that weighs domains.

    Returns
    -------
    DataFrame
        `body`, `score`, `indicators`, `domains`, `category`, `label`, `rule_set`,
        `status` (of the rule set: an illustrative one makes an illustrative rating).

    Raises
    ------
    InputError
        When the rule set has no weights or no cut points, or a domain has no weight.
    """
    bounds = [each for each in rule_set.categories if each.least is not None]
    if not rule_set.weights or len(bounds) < len(rule_set.categories):
        remedy = "Choose a rule set that has them, such as system-dashboard-2017."
        expected = "weights and cut points"
        raise InputError([Fault(_WHAT, rule_set.id, expected, "none", remedy)])
    scored = score_bodies(indicators, values, dict(rule_set.weights))
    category = pl.lit(None, pl.Int64)
    label = pl.lit(None, pl.String)
    for each in sorted(bounds, key=lambda each: each.least or 0.0):
        reached = pl.col("score") >= each.least
        category = pl.when(reached).then(pl.lit(each.category)).otherwise(category)
        label = pl.when(reached).then(pl.lit(each.label)).otherwise(label)
    return scored.with_columns(
        category.cast(pl.Int64).alias("category"),
        label.alias("label"),
        pl.lit(rule_set.id).alias("rule_set"),
        pl.lit(rule_set.status).alias("status"),
    )


def _refuse_unweighted(domains: set[str], weights: Mapping[str, float]) -> None:
    remedy = "Give each domain a weight of 0 or more, and one above 0."
    missing = sorted(domains - set(weights))
    if missing or not any(weight > 0 for weight in weights.values()):
        found = ", ".join(each or "a domain without a name" for each in missing)
        expected = "a weight for each domain"
        raise InputError(
            [Fault(_WHAT, "weights", expected, found or "no weight above 0", remedy)]
        )
