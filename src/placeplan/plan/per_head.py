"""Money per head, with each way to count the heads beside it."""

import re
from collections.abc import Mapping
from typing import Final

import polars as pl

from placeplan.plan.results_table import HoldsTable, find_weakest
from placeplan.plan.scenario import DO_NOTHING
from placeplan.tables import STATUS

Tables = Mapping[str, pl.DataFrame]
_Heads = tuple[str, float, str]

HEADS_SCHEMA: Final[Mapping[str, pl.DataType]] = {
    "counted": pl.String(),
    "people": pl.Float64(),
    "status": STATUS,
}
_ONE_YEAR: Final = re.compile(r"\d{4}")


def count_heads(results: HoldsTable, tables: Tables, *, year: int) -> pl.DataFrame:
    """Count the people whom the money of a system is for, in each way that is known.

    Parameters
    ----------
    results : Results
        Of a run: people who live there in the middle of the year.
    tables : mapping of table name to DataFrame
        Of the plan folder: catchments, which count patients wherever they live, by set
        of footprints; and facts on the people of the body whose income the plan has.
    year : int
        Year in which a financial year starts.

    Returns
    -------
    polars.DataFrame
        ``counted`` (who, in words), ``people``, ``status``; residents first, then
        catchments, then the fact whose year is nearest.
    """
    rows = [
        *_count_residents(results, year),
        *_count_catchments(tables),
        *_find_fact(tables, year),
    ]
    return pl.DataFrame(rows, schema=HEADS_SCHEMA, orient="row")


def share_per_head(heads: pl.DataFrame, amounts: Mapping[str, float]) -> pl.DataFrame:
    """Share amounts among heads, each way of counting on a row of its own.

    Parameters
    ----------
    heads : DataFrame
        From `count_heads`.
    amounts : mapping of str to float
        Pounds, by the name of the column that shows them.

    Returns
    -------
    polars.DataFrame
        The columns of `heads`, and pounds a head to the penny for each amount.

    Examples
    --------
    >>> heads = pl.DataFrame({"counted": ["Residents"], "people": [1.8e6]})
    >>> share_per_head(heads, {"gap": -486e6})["gap"].to_list()
    [-270.0]
    """
    shares = [
        (pl.lit(pounds) / pl.col("people")).round(2).alias(name)
        for name, pounds in amounts.items()
    ]
    return heads.filter(pl.col("people") > 0).with_columns(shares)


def _count_residents(results: HoldsTable, year: int) -> list[_Heads]:
    lived = results.table.filter(
        pl.col("measure") == "population",
        pl.col("scenario") == DO_NOTHING,
        pl.col("year") == year,
    )
    if lived.is_empty():
        return []
    words = f"People who live there in the middle of {year} (projected)"
    return [(words, float(lived["value"].sum()), find_weakest(lived))]


def _count_catchments(tables: Tables) -> list[_Heads]:
    """Sum each set of footprints by itself: sets cover the same people."""
    sets = tables["footprints"].select("id", "set").unique("id")
    sums = (
        tables["catchments"]
        .join(sets, left_on="footprint", right_on="id")
        .group_by("set")
        .agg(pl.col("people").sum(), pl.col("status").cast(STATUS).max())
        .sort("set")
    )
    names = dict(tables["footprint_sets"].select("id", "name").iter_rows())
    return [
        (f"Catchments: {names.get(id_, id_)}", float(people), status)
        for id_, people, status in sums.iter_rows()
    ]


def _find_fact(tables: Tables, year: int) -> list[_Heads]:
    system = tables["income"]["organisation"].unique().to_list()
    known = (
        tables["facts"]
        .sort("id", "version")
        .group_by("id", maintain_order=True)
        .last()
        .filter(
            pl.col("category") == "population",
            pl.col("kind") == "number",
            pl.col("unit") == "people",
            pl.col("body").is_in(system),
        )
    )
    of_year = [
        (abs(int(row["period"]) - year), row["id"], row)
        for row in known.iter_rows(named=True)
        if _ONE_YEAR.fullmatch(row["period"] or "")
    ]
    if not of_year:
        return []
    _, id_, fact = min(of_year, key=lambda each: each[:2])
    words = f"{fact['statement']}, {fact['period']} (fact {id_})"
    return [(words, float(fact["value"]), fact["status"])]
