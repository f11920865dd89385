"""What keeps waiting lists level: the base year's change, done in every later year."""

from typing import Final

import numpy as np
import polars as pl

from placeplan.demand.factor import Factor
from placeplan.demand.factor_inputs import WAITING_LIST
from placeplan.demand.inputs import ACTIVITY_BASE, Tables, get_table
from placeplan.demand.percentile_range import PercentileRange

LISTED: Final = "waiting_list"


def list_waiting(
    tables: Tables, cells: pl.DataFrame, *, base_year: int, years: list[int]
) -> list[Factor]:
    """Give a fixed factor for each row: ``1 + change of the list / base activity``.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan.
    cells : DataFrame
        Of `list_cells`; what moves between providers keeps the factor of its origin.
    base_year, years : int, list of int
        The base year itself stays as it was.
    """
    rows = get_table(tables, WAITING_LIST).sort(WAITING_LIST.key)
    numbered = cells.with_row_index("cell")
    later = np.array(years) > base_year
    found = []
    for pod, provider, change, status in rows.select(
        *WAITING_LIST.key, "list_change", pl.col("status").to_physical()
    ).iter_rows():
        share = change / sum_provider(tables, pod, provider)
        origins = cells.filter(match_provider(pod, provider) & (pl.col("moved_by") < 0))
        mine = numbered.filter(pl.col("origin").is_in(origins["origin"].implode()))
        knots = np.tile(1 + share * later, (2, 1, 1))
        at = mine["cell"].to_numpy().astype(np.int64)
        group = np.zeros(len(at), dtype=np.int64)
        name, fixed = f"{pod} of {provider}", PercentileRange(1, 1)
        found.append(Factor(LISTED, name, fixed, at, group, knots, status))
    return found


def match_provider(pod: str, provider: str) -> pl.Expr:
    """Say by an expression which cells are a provider's of one pod."""
    return (pl.col("pod") == pod) & (pl.col("provider") == provider)


def sum_provider(tables: Tables, pod: str, provider: str) -> float:
    """Sum a provider's base activity of one pod."""
    cells = get_table(tables, ACTIVITY_BASE).filter(match_provider(pod, provider))
    return float(cells["activity"].sum())
