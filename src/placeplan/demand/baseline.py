"""Activity of the base year, as coded cells in one order."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from placeplan.demand.cell_list import list_cells
from placeplan.demand.inputs import Tables
from placeplan.demand.pod_list import list_birth_pods

LINE: Final = ("place", "provider", "site", "pod")
"""Axes of a line: what is told apart in results."""

COHORT: Final = ("place", "sex", "age_band", "follows_births")
"""What decides how a cell grows with people."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """Cells of `list_cells`, in an order that does not hang on that of the rows.

    Parameters
    ----------
    lines : DataFrame
        `LINE` columns, each line once, in order; people from elsewhere come first.
    cohorts : DataFrame
        `COHORT` columns, each cohort once, in order.
    line_starts : array
        First cell of each line: the cells of a line stand together.
    cells : DataFrame
        Of `list_cells`.
    cohort : array
        Cohort of each cell.
    activity, bed_days : array
        Units and nights of each cell.
    status : array
        Status of each cell, as the number of its word.
    """

    lines: pl.DataFrame
    cohorts: pl.DataFrame
    line_starts: NDArray[np.int64]
    cells: pl.DataFrame
    cohort: NDArray[np.int64]
    activity: NDArray[np.float64]
    bed_days: NDArray[np.float64]
    status: NDArray[np.uint8]

    @classmethod
    def from_tables(cls, tables: Tables) -> "Baseline":
        """Code the table of base activity.

        Parameters
        ----------
        tables : mapping of table name to DataFrame
            Tables of the plan, each checked against its contract.

        Examples
        --------
        >>> from placeplan.demand.inputs import ACTIVITY_BASE
        >>> rows = pl.DataFrame({"pod": ["day_case"] * 2, "place": ["dover"] * 2,
        ...     "provider": ["ekhuft"] * 2, "site": ["qeqm"] * 2,
        ...     "sex": ["male", "female"], "age_band": ["65-69"] * 2,
        ...     "activity": [20.0, 30.0], "bed_days": [0.0] * 2, "source": ["s"] * 2,
        ...     "status": ["derived"] * 2}, schema_overrides=ACTIVITY_BASE.schema)
        >>> base = Baseline.from_tables({"activity_base": rows})
        >>> base.lines.rows(), base.activity.tolist()
        ([('dover', 'ekhuft', 'qeqm', 'day_case')], [30.0, 20.0])
        """
        cells = list_cells(tables).with_columns(
            pl.col("pod").is_in(list_birth_pods(tables)).alias("follows_births")
        )
        cohorts = cells.select(COHORT).unique().sort(COHORT, nulls_last=False)
        lines = cells.select(LINE).unique(maintain_order=True)
        number = _number_rows(cells, lines, LINE)
        starts = np.searchsorted(number, np.arange(lines.height))
        return cls(
            lines,
            cohorts,
            starts.astype(np.int64),
            cells.drop("follows_births"),
            _number_rows(cells, cohorts, COHORT),
            cells["activity"].to_numpy().astype(np.float64),
            cells["bed_days"].to_numpy().astype(np.float64),
            cells["status"].to_physical().to_numpy().astype(np.uint8),
        )

    def sum_lines(self, cells: NDArray[np.float64]) -> NDArray[np.float64]:
        """Add cells up to lines, along the first axis."""
        if not len(self.line_starts):
            return cells
        return np.add.reduceat(cells, self.line_starts, axis=0)

    def weakest_of_lines(self) -> NDArray[np.uint8]:
        """Give the weakest status of the cells of each line."""
        return self.find_weakest(self.status)

    def find_weakest(self, cells: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """Give the weakest of any status of cells by line."""
        if not len(self.line_starts):
            return cells
        return np.maximum.reduceat(cells, self.line_starts)


def _number_rows(
    cells: pl.DataFrame, keys: pl.DataFrame, on: tuple[str, ...]
) -> NDArray[np.int64]:
    """Find each cell's row among the keys, in which empty counts as a value."""
    numbered = keys.with_row_index("number")
    joined = cells.select(on).join(
        numbered, on=list(on), how="left", nulls_equal=True, maintain_order="left"
    )
    return joined["number"].to_numpy().astype(np.int64)
