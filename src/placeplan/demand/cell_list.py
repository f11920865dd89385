"""Cells of the base year, and those in which what moves between providers arrives."""

from typing import Final

import polars as pl

from placeplan.demand.factor_inputs import REPATRIATION
from placeplan.demand.inputs import ACTIVITY_BASE, Tables, get_table

CELL_ORDER: Final = ("place", "provider", "site", "pod", "sex", "age_band")
"""Order of cells: the axes of a line, then sex and ages."""

STAYS: Final = -1
"""What `moved_by` says of cells of the base year."""


def list_moves(tables: Tables) -> pl.DataFrame:
    """List the rows of repatriation in the order in which they take their shares."""
    table = get_table(tables, REPATRIATION)
    return table.sort(REPATRIATION.key, nulls_last=False)


def list_cells(tables: Tables) -> pl.DataFrame:
    """List cells in order: those of the base activity, and where they move to.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan; ``repatriation`` may be missing.

    Returns
    -------
    DataFrame
        The columns of the base activity; `origin`, the number of the cell among those
        of the base year in their order; `moved_by`, the row of `list_moves` that brings
        it to its provider, -1 for cells of the base year. What moves has the activity
        of its origin, of which a factor then takes the share.
    """
    base = (
        get_table(tables, ACTIVITY_BASE)
        .sort(CELL_ORDER, nulls_last=False)
        .with_row_index("origin")
        .with_columns(
            pl.col("origin").cast(pl.Int64), pl.lit(STAYS, pl.Int64).alias("moved_by")
        )
    )
    moves = list_moves(tables)
    if moves.is_empty():
        return base
    arriving = [
        base.filter(match_move(row)).with_columns(
            pl.lit(row["to_provider"]).alias("provider"),
            pl.lit(row["to_site"], pl.String).alias("site"),
            pl.lit(number, pl.Int64).alias("moved_by"),
        )
        for number, row in enumerate(moves.iter_rows(named=True))
    ]
    order = [*CELL_ORDER, "moved_by", "origin"]
    return pl.concat([base, *arriving]).sort(order, nulls_last=False)


def match_move(row: dict[str, object]) -> pl.Expr:
    """Say by an expression which cells of the base year a row moves."""
    same = (pl.col("pod") == pl.lit(row["pod"])) & (
        pl.col("provider") == pl.lit(row["from_provider"])
    )
    return (
        same
        if row["place"] is None
        else same & (pl.col("place") == pl.lit(row["place"]))
    )
