"""Comparison: what differs between two runs, by measure and by driver of the gap."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from placeplan.plan.draw_comparison import DrawComparison, compare_draws
from placeplan.plan.results import Results
from placeplan.plan.results_table import SIGNIFICANT_DIGITS, sum_values
from placeplan.reference import STATUS

BASE_YEAR: Final = "base year"
"""Driver of what the gap of the base year itself adds to a difference."""

_GAP: Final = "gap_pounds"
_SOLUTION: Final = "solution_pounds"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The difference between two runs.

    Parameters
    ----------
    inputs : mapping of str to str
        Files of the plan folder that differ: ``changed``, ``added`` or ``removed``.
    measures : polars.DataFrame
        ``scenario, measure, year, unit, first, second, change, change_percent,
        status``: totals of each measure in each year that both or one of them has,
        where they differ. A change is the second run less the first.
    drivers : polars.DataFrame
        ``scenario, year, driver, first_pounds, second_pounds, change_pounds``: the
        change of the gap, shared among what moves it; the drivers of a year sum to it.
    draws : DrawComparison
        Of two runs with many draws of one seed: the changes of totals with their own
        spread, and what explains it.
    """

    inputs: Mapping[str, str]
    measures: pl.DataFrame
    drivers: pl.DataFrame
    draws: DrawComparison


def compare_runs(first: Results, second: Results) -> Comparison:
    """Explain the difference between two runs.

    Parameters
    ----------
    first, second : Results
        The run compared with, and the run compared.

    Returns
    -------
    Comparison
        Empty frames where nothing differs.
    """
    totals = _pair_totals(first.table, second.table)
    return Comparison(
        inputs=_compare_inputs(first.record.inputs, second.record.inputs),
        measures=_find_changes(totals),
        drivers=_share_among_drivers(totals),
        draws=compare_draws(first, second),
    )


def _compare_inputs(
    first: Mapping[str, str], second: Mapping[str, str]
) -> dict[str, str]:
    found = {}
    for name in sorted({*first, *second}):
        if name not in second:
            found[name] = "removed"
        elif name not in first:
            found[name] = "added"
        elif first[name] != second[name]:
            found[name] = "changed"
    return found


def _pair_totals(first: pl.DataFrame, second: pl.DataFrame) -> pl.DataFrame:
    keys = ["scenario", "measure", "year", "unit"]
    sides = [
        sum_values(table, keys).rename({"value": name, "status": f"{name}_status"})
        for name, table in (("first", first), ("second", second))
    ]
    return (
        sides[0]
        .join(sides[1], on=keys, how="full", coalesce=True)
        .with_columns(
            pl.max_horizontal("first_status", "second_status")
            .cast(STATUS)
            .alias("status")
        )
        .select(*keys, "first", "second", "status")
        .sort(keys)
    )


def _find_changes(totals: pl.DataFrame) -> pl.DataFrame:
    change = (pl.col("second") - pl.col("first")).round_sig_figs(SIGNIFICANT_DIGITS)
    share = pl.when(pl.col("first") != 0).then(change / pl.col("first").abs())
    return totals.filter(pl.col("first").ne_missing(pl.col("second"))).select(
        "scenario",
        "measure",
        "year",
        "unit",
        "first",
        "second",
        change.alias("change"),
        (100 * share).round(2).alias("change_percent"),
        "status",
    )


def _share_among_drivers(totals: pl.DataFrame) -> pl.DataFrame:
    """Share the change of each gap; what no driver explains stands in the base year.

    In any year: gap = gap of the base year + every driver + what solutions close.
    """
    both = totals.drop_nulls(["first", "second"])
    parts = both.filter(
        pl.col("measure").str.contains(r"^driver_.+_pounds$")
        | (pl.col("measure") == _SOLUTION)
    ).with_columns(
        driver=pl.col("measure")
        .str.replace(r"^driver_", "")
        .str.replace(r"_pounds$", "")
        .str.replace_all("_", " ")
    )
    keys = ["scenario", "year"]
    explained = parts.group_by(keys).agg(
        pl.col("first").sum().alias("first_part"),
        pl.col("second").sum().alias("second_part"),
    )
    rest = (
        both.filter(pl.col("measure") == _GAP)
        .join(explained, on=keys)
        .select(
            *keys,
            pl.lit(BASE_YEAR).alias("driver"),
            (pl.col("first") - pl.col("first_part")).alias("first"),
            (pl.col("second") - pl.col("second_part")).alias("second"),
        )
    )
    columns = [*keys, "driver", "first", "second"]
    return (
        pl.concat([parts.select(columns), rest])
        .with_columns((pl.col("second") - pl.col("first")).alias("change"))
        .with_columns(pl.col("first", "second", "change").round(2))
        .filter(pl.col("change") != 0)
        .rename({name: f"{name}_pounds" for name in ("first", "second", "change")})
        .sort([*keys, "driver"])
    )
