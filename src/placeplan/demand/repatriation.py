"""Repatriation and expatriation: activity that goes to another provider, conserved."""

from typing import Final

import numpy as np
import polars as pl

from placeplan.demand.cell_list import STAYS, list_moves, match_move
from placeplan.demand.factor import Factor
from placeplan.demand.inputs import Tables
from placeplan.demand.percentile_range import PercentileRange

REPATRIATED: Final = "repatriation"


def list_repatriation(
    tables: Tables, cells: pl.DataFrame, *, base_year: int, years: list[int]
) -> list[Factor]:
    """Give a factor for each row: what leaves cells arrives in their copies.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan.
    cells : DataFrame
        Of `list_cells`.
    base_year, years : int, list of int
        Nothing moves in the base year or before.

    Returns
    -------
    list of Factor
        In the order of `list_moves`. A row takes its share of what those before it left
        of a cell: ``1 - s`` stays, ``s`` arrives, whatever ``s`` is drawn.
    """
    moves = list_moves(tables)
    numbered = cells.with_row_index("cell")
    found = []
    for number, row in enumerate(moves.iter_rows(named=True)):
        origins = cells.filter((pl.col("moved_by") == STAYS) & match_move(row))
        touched = numbered.filter(
            pl.col("origin").is_in(origins["origin"].implode())
            & ((pl.col("moved_by") >= number) | (pl.col("moved_by") == STAYS))
        )
        arrives = (touched["moved_by"] == number).to_numpy()
        begun = [float(year > base_year and year >= row["from_year"]) for year in years]
        moved = np.array([np.zeros(len(years)), begun])
        knots = np.array([[1 - moved[0], moved[0]], [1 - moved[1], moved[1]]])
        found.append(
            Factor(
                REPATRIATED,
                name_move(row),
                PercentileRange(row["moved_low"], row["moved_high"]),
                touched["cell"].to_numpy().astype(np.int64),
                arrives.astype(np.int64),
                knots,
                int(moves["status"].to_physical()[number]),
            )
        )
    return found


def name_move(row: dict[str, object]) -> str:
    """Name a row for people and for its stream of random numbers.

    Examples
    --------
    >>> name_move({"pod": "day_case", "place": None, "from_provider": "out",
    ...     "to_provider": "mft", "to_site": "medway"})
    'day_case from out to mft medway'
    """
    of_place = f" of {row['place']}" if row["place"] else ""
    to_site = f" {row['to_site']}" if row["to_site"] else ""
    way = f"from {row['from_provider']} to {row['to_provider']}{to_site}"
    return f"{row['pod']}{of_place} {way}"
