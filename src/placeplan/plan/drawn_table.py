"""Draws as rows of the results table: each number with its spread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from placeplan.demand import CodedDemand
from placeplan.plan.drawn_totals import DrawnTotals
from placeplan.plan.line_weight import COST, FIGURE_AXES, LineWeights
from placeplan.plan.spread import SPREAD_COLUMNS, Spread

Array = NDArray[np.float64]

KEYS: Final = (
    "year",
    "place",
    "provider",
    "site",
    "pod",
    "staff_group",
    "organisation",
    "measure",
)
_HEADROOM: Final = {
    "beds_headroom": "beds_needed",
    "spaces_headroom": "spaces_needed",
    "staff_headroom_wte": "staff_needed_wte",
}
_GAPS: Final = ("gap_pounds", "gap_recurrent_pounds")


@dataclass(frozen=True, slots=True)
class DrawnNumbers:
    """The spread of every number that was drawn, ready to stand in tables.

    Parameters
    ----------
    rows : DataFrame
        `KEYS` and the columns of the spread: activity, bed days, what is needed.
    cost : DataFrame
        `year` and the spread of the cost of activity.
    totals : DrawnTotals
        Of the whole plan, draw by draw: the ends of a total are not the sums of the
        ends of its parts.
    """

    rows: pl.DataFrame
    cost: pl.DataFrame
    totals: DrawnTotals

    @classmethod
    def from_draws(
        cls,
        draws: Array,
        demand: CodedDemand,
        weights: LineWeights,
        years: Sequence[int],
        units: Mapping[str, str],
    ) -> "DrawnNumbers":
        """Lay draws out.

        Parameters
        ----------
        draws : array
            Shaped (draw, number, year), numbers in the order of `DrawTask.draw`.
        demand, weights, years
            Of the draws.
        units : mapping of str to str
            Unit of each pod.
        """
        axes = _list_numbers(demand.lines, weights.figures)
        spread = Spread.from_draws(draws)
        rows = axes[np.repeat(np.arange(axes.height), len(years))].with_columns(
            pl.Series("year", np.tile(years, axes.height), dtype=pl.Int32),
            *spread.to_columns(),
        )
        is_cost = pl.col("measure") == COST
        return cls(
            rows.filter(~is_cost).select(*KEYS, *SPREAD_COLUMNS),
            rows.filter(is_cost).select("year", *SPREAD_COLUMNS),
            DrawnTotals.from_draws(axes, draws, years, units),
        )

    def spread_rows(self, frame: pl.DataFrame) -> pl.DataFrame:
        """Give rows of activity and capacity the spread of what was drawn of them.

        Values stay the exact mean, which no number of draws betters.

        Headroom is what is available less what is needed, so its P10 comes of the P90
        of the need. Rows of nothing drawn keep their value and have no spread.
        """
        needed = self.rows.join(
            pl.DataFrame(
                {"measure": list(_HEADROOM.values()), "headroom": list(_HEADROOM)}
            ),
            on="measure",
        )
        turned = needed.with_columns(
            measure="headroom",
            p10=-pl.col("p90"),
            p50=-pl.col("p50"),
            p90=-pl.col("p10"),
            available=pl.lit(1.0),
        ).select(*KEYS, *SPREAD_COLUMNS[1:], "available")
        drawn = pl.concat(
            [self.rows.with_columns(available=pl.lit(0.0)), turned], how="diagonal"
        )
        return _join(_add_available(frame), drawn)

    def spread_money(
        self, frame: pl.DataFrame, expected: Mapping[int, float]
    ) -> pl.DataFrame:
        """Give cost and gap the spread of the cost of activity; values stay.

        Parameters
        ----------
        frame : DataFrame
            Of `placeplan.money.project_money`.
        expected : mapping of int to float
            Cost of activity in the expected future, by year: the fixed cost, and the
            rounding to pence, are the rest.
        """
        base = pl.col("year").replace_strict(
            dict(expected), return_dtype=pl.Float64, default=0.0
        )
        rise = self.cost.drop("value").with_columns(pl.col(*SPREAD_COLUMNS[1:4]) - base)
        fall = rise.select(
            "year",
            p10=-pl.col("p90"),
            p50=-pl.col("p50"),
            p90=-pl.col("p10"),
            mc_error="mc_error",
        )
        moved = [
            side.with_columns(pl.lit(measure).alias("measure"))
            for side, measures in ((rise, (COST,)), (fall, _GAPS))
            for measure in measures
        ]
        spread = SPREAD_COLUMNS[1:]
        shifts = pl.concat(moved).rename({name: f"{name}_shift" for name in spread})
        whole = pl.col("value")
        return (
            frame.join(
                shifts, on=["year", "measure"], how="left", maintain_order="left"
            )
            .with_columns(
                *[(whole + pl.col(f"{n}_shift")).alias(n) for n in spread[:3]],
                pl.col("mc_error_shift").alias("mc_error"),
            )
            .drop(f"{name}_shift" for name in spread)
        )


def _list_numbers(lines: pl.DataFrame, figures: pl.DataFrame) -> pl.DataFrame:
    """Name every number of a draw, in order."""
    parts = [
        lines.with_columns(pl.lit(measure).alias("measure"))
        for measure in ("activity", "bed_days")
    ]
    axes = pl.concat([*parts, figures.select(FIGURE_AXES)], how="diagonal")
    return axes.with_columns(pl.lit(None, pl.String).alias("organisation"))


def _add_available(frame: pl.DataFrame) -> pl.DataFrame:
    """Say beside headroom how much is available: need and headroom together."""
    keys = [name for name in KEYS if name in frame.columns and name != "measure"]
    pairs = pl.DataFrame(
        {"measure": list(_HEADROOM.values()), "headroom": list(_HEADROOM)}
    )
    needed = frame.join(pairs, on="measure").select(
        *keys, measure="headroom", needed="value"
    )
    return (
        frame.join(
            needed,
            on=[*keys, "measure"],
            how="left",
            nulls_equal=True,
            maintain_order="left",
        )
        .with_columns(there=(pl.col("value") + pl.col("needed")).fill_null(0.0))
        .drop("needed")
    )


def _join(frame: pl.DataFrame, drawn: pl.DataFrame) -> pl.DataFrame:
    """Set the spread of draws beside values, which stay the exact mean."""
    keys = [name for name in KEYS if name in frame.columns]
    found = frame.join(
        drawn.select(*keys, *SPREAD_COLUMNS[1:], "available"),
        on=keys,
        how="left",
        nulls_equal=True,
        maintain_order="left",
    )
    there = pl.col("available") * pl.col("there")
    shifted = [(pl.col(name) + there).alias(name) for name in SPREAD_COLUMNS[1:4]]
    return found.with_columns(shifted).drop("available", "there")
