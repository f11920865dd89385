"""Totals over the whole plan, draw by draw, and the inputs that made them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from placeplan.demand import InputName
from placeplan.plan.line_weight import UNITS
from placeplan.plan.results_table import SIGNIFICANT_DIGITS
from placeplan.plan.spread import Spread

Array = NDArray[np.float64]

TOTAL_AXES: Final = ("year", "pod", "staff_group", "measure", "unit")
"""What tells totals apart."""

DRAWS: Final = "draws"
"""Column with the number of every draw, in order, as a list."""


@dataclass(frozen=True, slots=True)
class DrawnInputTable:
    """Every input of every draw.

    Parameters
    ----------
    names : tuple of InputName
        Inputs that vary, in order.
    values : array
        Shaped (draw, input).
    """

    names: tuple[InputName, ...]
    values: Array

    @classmethod
    def from_rows(cls, names: Sequence[InputName], rows: Array) -> "DrawnInputTable":
        """Keep the inputs that are not the same in every draw."""
        varies = np.ptp(rows, axis=0) > 0
        kept = tuple(name for name, moves in zip(names, varies, strict=True) if moves)
        return cls(kept, rows[:, varies])

    def leave_out(self, kinds: frozenset[str]) -> "DrawnInputTable":
        """Leave inputs of some kinds out."""
        at = [i for i, name in enumerate(self.names) if name.kind not in kinds]
        return DrawnInputTable(tuple(self.names[i] for i in at), self.values[:, at])

    def to_frame(self) -> pl.DataFrame:
        """Give `kind`, `input` and the draws of each as a list."""
        return pl.DataFrame(
            {
                "kind": pl.Series([n.kind for n in self.names], dtype=pl.String),
                "input": pl.Series([n.id for n in self.names], dtype=pl.String),
                DRAWS: _list_draws(self.values),
            }
        )

    @classmethod
    def from_frame(cls, frame: pl.DataFrame) -> "DrawnInputTable":
        """Read what `to_frame` gave."""
        names = tuple(InputName(*row) for row in frame.select("kind", "input").rows())
        return cls(names, stack_draws(frame))


@dataclass(frozen=True, slots=True)
class DrawnTotals:
    """Totals of every draw.

    Parameters
    ----------
    axes : DataFrame
        Columns of `TOTAL_AXES`, one row a total.
    values : array
        Shaped (draw, total).
    """

    axes: pl.DataFrame
    values: Array

    @classmethod
    def from_draws(
        cls,
        axes: pl.DataFrame,
        draws: Array,
        years: Sequence[int],
        units: Mapping[str, str],
    ) -> "DrawnTotals":
        """Add the numbers of a draw up over places, providers and sites.

        Totals that are 0 in every draw and year, such as nights of attendances, are
        left out.

        Parameters
        ----------
        axes : DataFrame
            `measure`, `pod` and `staff_group` of each number.
        draws : array
            Shaped (draw, number, year).
        years : sequence of int
            Of the draws.
        units : mapping of str to str
            Unit of each pod: that of its activity.
        """
        keys = ["measure", "pod", "staff_group"]
        groups = axes.with_row_index("at").group_by(keys, maintain_order=True).agg("at")
        sums = np.stack(
            [draws[:, at.to_numpy()].sum(axis=1) for at in groups["at"]], axis=1
        )
        there = sums.any(axis=(0, 2))
        groups, sums = groups.filter(pl.Series(there)), sums[:, there]
        named = groups[np.repeat(np.arange(groups.height), len(years))].select(
            pl.Series("year", np.tile(years, groups.height), dtype=pl.Int32),
            "pod",
            "staff_group",
            "measure",
            _find_unit(units).alias("unit"),
        )
        order = (
            named.with_row_index("at")
            .sort("measure", "pod", "staff_group", "year", nulls_last=False)["at"]
            .to_numpy()
        )
        values = sums.reshape(len(draws), -1)
        return cls(named[order], values[:, order])

    def spread(self) -> pl.DataFrame:
        """Give the spread of each total."""
        return self.axes.with_columns(Spread.from_draws(self.values).to_columns())

    def to_frame(self) -> pl.DataFrame:
        """Give the totals with the draws of each as a list."""
        return self.axes.with_columns(_list_draws(self.values))


def _find_unit(units: Mapping[str, str]) -> pl.Expr:
    known = {"bed_days": "days", **UNITS}
    return (
        pl.when(pl.col("measure") == "activity")
        .then(pl.col("pod").replace_strict(units, default=None))
        .otherwise(pl.col("measure").replace_strict(known, default=None))
    )


def stack_draws(frame: pl.DataFrame, column: str = DRAWS) -> Array:
    """Stack lists of draws, shaped (draw, row)."""
    if frame.is_empty():
        return np.zeros((0, 0))
    flat = frame[column].explode().to_numpy()
    return np.ascontiguousarray(flat.reshape(frame.height, -1).T)


def count_draws(frame: pl.DataFrame) -> int:
    """Count the draws that a frame of lists holds; 0 where it has no rows."""
    return len(frame[DRAWS][0]) if frame.width and frame.height else 0


def _list_draws(values: Array) -> pl.Series:
    """Give each column as a list, to the digits of the results table."""
    rows, draws = values.shape[1], values.shape[0]
    flat = pl.Series(DRAWS, values.T.ravel()).round_sig_figs(SIGNIFICANT_DIGITS)
    return pl.Series(
        DRAWS, flat.reshape((rows, draws)), dtype=pl.Array(pl.Float64, draws)
    ).cast(pl.List(pl.Float64))
