"""Activity as one long frame, in the order of the results table."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from placeplan.demand.pod_list import PodWords
from placeplan.tables import STATUS, STATUSES

SCHEMA: Final = {
    "year": pl.Int32(),
    "place": pl.String(),
    "provider": pl.String(),
    "site": pl.String(),
    "pod": pl.String(),
    "measure": pl.String(),
    "unit": pl.String(),
    "value": pl.Float64(),
    "status": STATUS,
}
"""Columns of the frame, in order."""


def lay_out_activity(
    lines: pl.DataFrame,
    years: Sequence[int],
    values: Mapping[str, NDArray[np.float64]],
    status: NDArray[np.uint8],
    pods: Mapping[str, PodWords],
) -> pl.DataFrame:
    """Lay values out by year, line and measure.

    Parameters
    ----------
    lines : DataFrame
        `place`, `provider`, `site`, `pod`, one row a line.
    years : sequence of int
        Years, in order.
    values : mapping of measure to array
        ``activity`` and ``bed_days``, each shaped (line, year).
    status : array
        Number of the status word, shaped (line, year).
    pods : mapping of str to PodWords
        Units, and which pods have bed days.

    Returns
    -------
    DataFrame
        Columns of `SCHEMA`, in order of year, line and measure. Bed days stand for
        pods that have beds alone.
    """
    known = lines["pod"].unique()
    units = {pod: pods[pod].unit for pod in known}
    with_beds = [pod for pod in known if pods[pod].beds]
    columns = lines.with_columns(
        pl.col("pod").replace_strict(units, return_dtype=pl.String).alias("unit"),
        pl.col("pod").is_in(with_beds).alias("beds"),
    )
    count = lines.height
    frames = []
    for measure in ("activity", "bed_days"):
        repeated = pl.concat([columns] * len(years)) if years else columns.clear()
        frame = repeated.with_columns(
            pl.Series("year", np.repeat(years, count), dtype=pl.Int32),
            pl.lit(measure).alias("measure"),
            pl.Series("value", values[measure].T.ravel()),
            _name_status(status),
        )
        if measure == "bed_days":
            frame = frame.filter("beds").with_columns(pl.lit("days").alias("unit"))
        frames.append(frame)
    order = ("year", "place", "provider", "site", "pod", "measure")
    return pl.concat(frames).select(*SCHEMA).sort(order, nulls_last=False)


def _name_status(status: NDArray[np.uint8]) -> pl.Series:
    words = pl.Series("status", STATUSES, dtype=STATUS)
    return words.gather(status.T.ravel().astype(np.uint32))
