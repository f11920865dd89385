"""Weights: beds, spaces, staff and pounds that one unit of each line takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from placeplan.capacity import find_standards, need_beds, need_spaces, need_staff
from placeplan.demand import sum_groups
from placeplan.money import index_growth

Array = NDArray[np.float64]
Whole = NDArray[np.int64]
Tables = Mapping[str, pl.DataFrame]

FIGURE_AXES: Final = ("measure", "provider", "site", "pod", "staff_group")
"""What tells figures apart, beside the year."""

COST: Final = "cost_pounds"

_AXES_OF: Final = {
    "beds_needed": ("provider", "site"),
    "spaces_needed": ("provider", "site", "pod"),
    "staff_needed_wte": ("provider", "staff_group"),
    COST: (),
}
_STATED_IN: Final = {
    "beds_needed": "beds",
    "spaces_needed": "spaces",
    "staff_needed_wte": "staff",
}
"""Table that states what there is: only where it does, needs are compared."""
UNITS: Final = {
    "beds_needed": "beds",
    "spaces_needed": "spaces",
    "staff_needed_wte": "wte",
    COST: "pounds",
}
"""Unit of each measure that follows from activity in proportion."""


@dataclass(frozen=True, slots=True)
class LineWeights:
    """How figures follow from lines: each is a weighted sum of activity or of nights.

    Parameters
    ----------
    figures : DataFrame
        Columns of `FIGURE_AXES`, one row a figure.
    figure, line : array
        Figure and line of each weight, in order of figure.
    of_nights : array
        Whether the weight is that of a bed day, not of a unit of activity.
    weight : array
        Shaped (weight, year).
    """

    figures: pl.DataFrame
    figure: Whole
    line: Whole
    of_nights: NDArray[np.bool_]
    weight: Array

    @classmethod
    def from_tables(
        cls,
        tables: Tables,
        lines: pl.DataFrame,
        *,
        base_year: int,
        years: Sequence[int],
    ) -> "LineWeights":
        """Weigh every line by the standards and prices of each year.

        Needs are those of places with a stated capacity, from the first year stated on,
        as `placeplan.capacity.compare_capacity` compares them; the cost of activity is
        that of every line.
        """
        each = weigh_pods(tables, base_year=base_year, years=years)
        numbered = lines.with_row_index("line").select(
            "line", "provider", "site", "pod"
        )
        rows = pl.concat(
            _keep_stated(
                _place_figures(numbered.join(part, on="pod"), measure),
                tables,
                str(measure),
            )
            for (measure,), part in each.group_by("measure", maintain_order=True)
        )
        figures = rows.select(FIGURE_AXES).unique().sort(FIGURE_AXES, nulls_last=False)
        keys = rows.join(
            figures.with_row_index("figure"), on=FIGURE_AXES, nulls_equal=True
        ).sort("figure", "line", "year")
        weights = keys.group_by("figure", "line", maintain_order=True).first()
        at = _number_runs(keys)
        weight = np.zeros((weights.height, len(years)))
        weight[at, keys["year"].to_numpy() - years[0]] = keys["value"].to_numpy()
        return cls(
            figures,
            weights["figure"].to_numpy().astype(np.int64),
            weights["line"].to_numpy().astype(np.int64),
            (weights["measure"] == "beds_needed").to_numpy(),
            weight,
        )

    def weigh(self, activity: Array, bed_days: Array) -> Array:
        """Add weighted lines up to figures.

        Parameters
        ----------
        activity, bed_days : array
            Shaped (line, year).

        Returns
        -------
        array
            Shaped (figure, year).
        """
        taken = np.where(
            self.of_nights[:, None], bed_days[self.line], activity[self.line]
        )
        return sum_groups(taken * self.weight, self.figure, self.figures.height)


def weigh_pods(tables: Tables, *, base_year: int, years: Sequence[int]) -> pl.DataFrame:
    """Say what one unit of each pod takes in each year, by the chapters' own formulas.

    Returns
    -------
    DataFrame
        `measure`, `year`, `pod`, `staff_group`, `value` (beds are for one bed day),
        `status`.
    """
    one = pl.lit(1.0)
    beds = need_beds(one, pl.col("days_open"), pl.col("occupancy_share"))
    spaces = need_spaces(
        one,
        pl.col("hours_each"),
        pl.col("weeks"),
        pl.col("hours_a_week"),
        pl.col("utilisation_share"),
    )
    staff = need_staff(one, pl.col("minutes_each"), pl.col("productive_minutes"))
    needs = (
        ("beds_needed", "bed_standards", ["pod"], beds),
        ("spaces_needed", "space_standards", ["pod"], spaces),
        ("staff_needed_wte", "staff_standards", ["pod", "staff_group"], staff),
    )
    parts = [
        _name(find_standards(tables[table], keys, years).with_columns(value=each), name)
        for name, table, keys, each in needs
    ]
    return pl.concat([*parts, _price_pods(tables, base_year, years)])


def _price_pods(tables: Tables, base_year: int, years: Sequence[int]) -> pl.DataFrame:
    found = tables["prices"].select("pod", "status", value="price_pounds")
    found = found.join(pl.DataFrame({"year": years}, {"year": pl.Int32}), how="cross")
    for kind in ("price", "policy"):
        index = index_growth(
            tables["inflation"], kind=kind, base_year=base_year, years=years
        )
        found = (
            found.join(index, on="year", suffix="_index")
            .with_columns(
                pl.col("value") * pl.col("index"),
                pl.max_horizontal("status", "status_index"),
            )
            .drop("index", "status_index")
        )
    return _name(found, COST)


def _name(frame: pl.DataFrame, measure: str) -> pl.DataFrame:
    group = (
        pl.col("staff_group")
        if "staff_group" in frame.columns
        else pl.lit(None, pl.String).alias("staff_group")
    )
    return frame.select(
        pl.lit(measure).alias("measure"), "year", "pod", group, "value", "status"
    )


def _place_figures(rows: pl.DataFrame, measure: object) -> pl.DataFrame:
    """Empty the axes by which a measure is not told apart."""
    kept = _AXES_OF[str(measure)]
    return rows.with_columns(
        pl.lit(None, pl.String).alias(axis)
        for axis in FIGURE_AXES[1:]
        if axis not in kept
    ).select("line", "year", *FIGURE_AXES, "value")


def _keep_stated(rows: pl.DataFrame, tables: Tables, measure: str) -> pl.DataFrame:
    """Keep needs where the plan states what there is, and since when it does."""
    if measure not in _STATED_IN:
        return rows
    axes = list(_AXES_OF[measure])
    first = tables[_STATED_IN[measure]].group_by(axes).agg(since=pl.col("year").min())
    return (
        rows.join(first, on=axes, nulls_equal=True, maintain_order="left")
        .filter(pl.col("year") >= pl.col("since"))
        .drop("since")
    )


def _number_runs(keys: pl.DataFrame) -> Whole:
    """Give each row the number of its figure and line."""
    both = keys.select(pl.struct("figure", "line").rle_id().alias("run"))
    return both["run"].to_numpy().astype(np.int64)
