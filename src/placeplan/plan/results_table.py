"""The results table: one row a number, always in the same order."""

from collections.abc import Iterable, Sequence
from typing import Final, Protocol

import polars as pl

from placeplan.reference import STATUS

AXES: Final = (
    "scenario",
    "year",
    "place",
    "provider",
    "site",
    "organisation",
    "age_band",
    "sex",
    "pod",
    "specialty",
    "staff_group",
    "initiative",
)
"""What a number may be told apart by, in the order of the columns."""

NUMBERS: Final = ("value", "p10", "p50", "p90", "mc_error")
"""The number itself and, of a run with many draws, its spread."""

SIGNIFICANT_DIGITS: Final = 12
"""Numbers are kept to this many digits: what lies beyond depends on the order in which
a machine happened to add, and would make the same run differ from itself."""


class HoldsTable(Protocol):
    """Anything with a results table, such as `Results`."""

    @property
    def table(self) -> pl.DataFrame:
        """One row a number, as `arrange_table` lays them."""


def arrange_table(frames: Iterable[pl.DataFrame]) -> pl.DataFrame:
    """Lay frames of chapters under one another in the one agreed order.

    Parameters
    ----------
    frames : iterable of polars.DataFrame
        Long frames with ``scenario``, ``measure``, ``unit``, ``value``, ``status`` and
        any of the axes.

    Returns
    -------
    polars.DataFrame
        Columns in the order of `AXES`, ``measure``, ``unit``, `NUMBERS`, ``status``,
        those without any content left out. Rows sorted by scenario, measure, and then
        every other axis, an empty cell first. Numbers to 12 significant digits.

    Examples
    --------
    >>> people = pl.DataFrame({"scenario": ["do_nothing"] * 2, "year": [2016] * 2,
    ...     "measure": ["population"] * 2, "unit": ["people"] * 2,
    ...     "place": ["swale", "dover"], "value": [143.0, 114.0],
    ...     "status": ["derived", "published"]})
    >>> arrange_table([people]).select("year", "place", "value", "status").rows()
    [(2016, 'dover', 114.0, 'published'), (2016, 'swale', 143.0, 'derived')]
    """
    typed = [_type_columns(frame) for frame in frames]
    table = pl.concat(typed, how="diagonal")
    wanted = [*AXES, "measure", "unit", *NUMBERS, "status"]
    kept = [
        name for name in wanted if name in table.columns and _has_content(table, name)
    ]
    order = ["scenario", "measure", *(axis for axis in kept if axis in AXES[1:])]
    return table.select(kept).sort(order, nulls_last=False)


def list_axes(table: pl.DataFrame, measure: str) -> tuple[str, ...]:
    """Name the axes that the rows of a measure use, in the order of the columns."""
    return list_filled_axes(table.filter(pl.col("measure") == measure))


def list_filled_axes(rows: pl.DataFrame) -> tuple[str, ...]:
    """Name the axes that some of these rows have a value on, in order."""
    return tuple(
        axis for axis in AXES if axis in rows.columns and _has_content(rows, axis)
    )


def list_years(frame: pl.DataFrame) -> list[int]:
    """List the years of a frame, each once, in order."""
    return [int(year) for year in frame["year"].unique().sort()]


def find_weakest(frame: pl.DataFrame) -> str:
    """Find the weakest status of a frame.

    Examples
    --------
    >>> find_weakest(pl.DataFrame({"status": ["derived", "published"]},
    ...     schema={"status": STATUS}))
    'derived'
    """
    return str(frame["status"].cast(STATUS).max())


def sum_values(table: pl.DataFrame, keys: Sequence[str]) -> pl.DataFrame:
    """Add values up within groups; a sum has the weakest status of its parts.

    Parameters
    ----------
    table : polars.DataFrame
        Rows of one results table whose values may be added.
    keys : sequence of str
        Columns to tell apart.

    Returns
    -------
    polars.DataFrame
        ``keys, value, status``, sorted by the keys, values to 12 significant digits.

    Examples
    --------
    >>> rows = pl.DataFrame({"year": [2016, 2016], "value": [0.1, 0.2],
    ...     "status": pl.Series(["derived", "published"], dtype=STATUS)})
    >>> sum_values(rows, ["year"]).row(0)
    (2016, 0.3, 'derived')
    """
    return (
        table.group_by(keys)
        .agg(
            pl.col("value").sum().round_sig_figs(SIGNIFICANT_DIGITS),
            pl.col("status").max(),
        )
        .sort(keys)
    )


def _has_content(table: pl.DataFrame, column: str) -> bool:
    return table[column].null_count() < table.height


def _type_columns(frame: pl.DataFrame) -> pl.DataFrame:
    texts = [name for name in (*AXES, "measure", "unit") if name != "year"]
    return frame.with_columns(
        pl.col(name).cast(pl.String) for name in texts if name in frame.columns
    ).with_columns(
        pl.col("year").cast(pl.Int32),
        pl.col("status").cast(STATUS),
        *(
            pl.col(name).cast(pl.Float64).round_sig_figs(SIGNIFICANT_DIGITS)
            for name in NUMBERS
            if name in frame.columns
        ),
    )
