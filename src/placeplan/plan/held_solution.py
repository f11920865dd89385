"""Solutions of a run held to the ledger of its initiatives."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from placeplan.money import hold_to_ledger
from placeplan.money.pence import to_pence_column
from placeplan.plan.ledger_sum import sum_ends
from placeplan.plan.results import Results
from placeplan.plan.results_table import list_axes
from placeplan.plan.scenario import PLAN
from placeplan.tables import STATUS

Tables = Mapping[str, pl.DataFrame]


def hold_solutions(
    results: Results, tables: Tables, *, scenario: str = PLAN
) -> pl.DataFrame:
    """Hold what the solutions of a scenario state to what its initiatives save.

    Parameters
    ----------
    results : Results
        Of a run; a run without initiatives has no ledger, and holds nothing.
    tables : mapping of table name to DataFrame
        Of the plan folder: ``solutions`` and ``solution_initiatives``.
    scenario : str
        Whose solutions close the gap.

    Returns
    -------
    polars.DataFrame
        As `placeplan.money.hold_to_ledger`, of every year.
    """
    stated = _list_stated(results, tables, scenario)
    ties = tables["solution_initiatives"].select("solution", "initiative", "status")
    return hold_to_ledger(stated, ties, find_saved(results, scenario))


def find_saved(results: Results, scenario: str = PLAN) -> pl.DataFrame:
    """Find what each initiative saves in a year, less what it costs, in whole pence.

    Parameters
    ----------
    results : Results
        Of a run.
    scenario : str
        In which initiatives are carried out.

    Returns
    -------
    polars.DataFrame
        ``year, initiative, off_pence`` (care that is no longer given), ``on_pence``
        (care that takes its place, and what the initiative costs), ``saved_pence``,
        ``status``; below zero where an initiative costs more than it saves.
    """
    empty = pl.DataFrame(schema=_SAVED)
    if results.account is None or results.account.ledger.is_empty():
        return empty
    of_scenario = results.account.ledger.filter(pl.col("scenario") == scenario)
    off = to_pence_column("cost_pounds_off").alias("off_pence")
    on = to_pence_column(pl.col("cost_pounds_on") + pl.col("spent_pounds"))
    years = [
        sum_ends(rows).select(
            pl.lit(year, dtype=pl.Int32).alias("year"),
            "initiative",
            off,
            on.alias("on_pence"),
            pl.col("status").cast(STATUS),
        )
        for (year,), rows in of_scenario.group_by("year")
    ]
    saved = pl.col("off_pence") - pl.col("on_pence")
    return (
        pl.concat([empty.drop("saved_pence"), *years])
        .with_columns(saved_pence=saved)
        .select(*_SAVED)
        .sort("year", "initiative")
    )


_SAVED: Final[Mapping[str, pl.DataType]] = {
    "year": pl.Int32(),
    "initiative": pl.String(),
    "off_pence": pl.Int64(),
    "on_pence": pl.Int64(),
    "saved_pence": pl.Int64(),
    "status": STATUS,
}


_STATED: Final[Mapping[str, pl.DataType]] = {
    "year": pl.Int32(),
    "solution": pl.String(),
    "recurrent_pence": pl.Int64(),
    "non_recurrent_pence": pl.Int64(),
    "status": STATUS,
    "theme": pl.String(),
}


def _list_stated(results: Results, tables: Tables, scenario: str) -> pl.DataFrame:
    """List what solutions state in the results, with the theme of each."""
    if "initiative" not in list_axes(results.table, "solution_pounds"):
        return pl.DataFrame(schema=_STATED)
    themes = tables["solutions"].select("solution", "theme").unique()
    rows = results.table.filter(
        pl.col("measure") == "solution_pounds", pl.col("scenario") == scenario
    )
    return rows.select(
        pl.col("year").cast(pl.Int32),
        pl.col("initiative").alias("solution"),
        to_pence_column("value").alias("recurrent_pence"),
        pl.lit(0, dtype=pl.Int64).alias("non_recurrent_pence"),
        pl.col("status").cast(STATUS),
    ).join(themes, on="solution")
