"""Headroom: what is available less what is needed."""

from collections.abc import Sequence
from typing import Final

import polars as pl

from placeplan.tables import STATUS

AXES: Final = ("year", "provider", "site", "pod", "staff_group")
SCHEMA: Final = {
    "year": pl.Int32(),
    "provider": pl.String(),
    "site": pl.String(),
    "pod": pl.String(),
    "staff_group": pl.String(),
    "measure": pl.String(),
    "unit": pl.String(),
    "value": pl.Float64(),
    "status": STATUS,
}
"""Columns of a comparison, in order."""


def find_headroom(available: float, needed: float) -> float:
    """Take what is needed from what is available; negative when there is too little.

    Examples
    --------
    >>> find_headroom(available=513, needed=567.25)
    -54.25
    """
    return available - needed


def compare(
    needed: pl.DataFrame,
    available: pl.DataFrame,
    keys: Sequence[str],
    *,
    measures: tuple[str, str, str],
    unit: str,
) -> pl.DataFrame:
    """Set what is needed against what is available, thing by thing.

    Parameters
    ----------
    needed, available : DataFrame
        `keys`, `value`, `status`, one row a thing. What nothing is needed of is needed
        0; only what is available at all (0 counts) is compared.
    keys : sequence of str
        Axes that both have, of `AXES`.
    measures : tuple of str
        Names for needed, available and headroom.
    unit : str
        Unit of all three.

    Returns
    -------
    DataFrame
        Columns of `SCHEMA`, in order.
    """
    both = available.join(
        needed, on=list(keys), how="left", nulls_equal=True, suffix="_needed"
    ).with_columns(pl.col("value_needed").fill_null(0.0))
    weakest = pl.max_horizontal("status", "status_needed")
    pairs = zip(
        measures,
        (
            (pl.col("value_needed"), pl.coalesce("status_needed", "status")),
            (pl.col("value"), pl.col("status")),
            (pl.col("value") - pl.col("value_needed"), weakest),
        ),
        strict=True,
    )
    frames = [
        both.select(
            *keys,
            measure=pl.lit(measure),
            unit=pl.lit(unit),
            value=value,
            status=status,
        )
        for measure, (value, status) in pairs
    ]
    missing = [name for name in AXES if name not in keys]
    return (
        pl.concat(frames)
        .with_columns(pl.lit(None, pl.String).alias(name) for name in missing)
        .select(pl.col(name).cast(kind) for name, kind in SCHEMA.items())
    )
