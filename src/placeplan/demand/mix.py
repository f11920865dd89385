"""What a cell of the base activity is made up of: stays, specialties and cohorts."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from placeplan.demand.cohort_match import lies_inside
from placeplan.demand.inputs import ACTIVITY_MIX, Tables, get_table
from placeplan.reference import AgeBand

Array = NDArray[np.float64]
Whole = NDArray[np.int64]

TOLD: Final = ("specialty", "stay_days", "pre_operative_days", "codes")
"""What a mix tells of spells."""

STEEPEST: Final = 60.0
"""Largest tilt by night: beyond it the nearest stay has everything."""

HALVINGS: Final = 64
"""Enough to halve the range of tilts down to the last digit."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Cells split by their mix; a cell without one is its only part.

    Parameters
    ----------
    cells : DataFrame
        Columns of the cell and those of `TOLD`, one row a part, in order of cells.
    cell : array
        Cell of each part.
    share : array
        Share of its cell's activity; the parts of a cell sum to 1.
    stay_days : array
        Mean nights of a unit of the part; over a cell they keep its mean.
    """

    cells: pl.DataFrame
    cell: Whole
    share: Array
    stay_days: Array


def split_cells(cells: pl.DataFrame, tables: Tables) -> Parts:
    """Split cells by the mix of their pod and ages.

    A mix gives shares of stays for a whole pod; a cell knows its own mean stay. The
    shares are tilted to that mean, ``share x exp(t x stay)`` with one ``t`` a cell: of
    all shares with the right mean those nearest to the mix (the least Kullback-Leibler
    divergence), so that units and nights of each cell stay as they are. Where a cell's
    mean is longer than the longest stay of the mix, all of it has its own mean, and
    belongs to the longest stay.

    Parameters
    ----------
    cells : DataFrame
        `pod`, `age_band`, `activity`, `bed_days`, and what else is known of cells.
    tables : mapping of table name to DataFrame
        Tables of the plan; ``activity_mix`` may be missing.

    Returns
    -------
    Parts
        Every cell by its parts; parts without activity are left out.

    Examples
    --------
    >>> cells = pl.DataFrame({"pod": ["emergency_spell"], "age_band": ["65+"],
    ...     "activity": [10.0], "bed_days": [20.0]})
    >>> mix = pl.DataFrame({"pod": ["emergency_spell"] * 3, "stay_days": [0, 1, 5],
    ...     "share": [0.5, 0.25, 0.25]})
    >>> whole = pl.concat([ACTIVITY_MIX.make_empty(), mix], how="diagonal")
    >>> parts = split_cells(cells, {"activity_mix": whole})
    >>> round(float(parts.share @ parts.stay_days), 9), parts.share.round(2).tolist()
    (2.0, [0.42, 0.23, 0.35])
    """
    nights, units = (
        cells[name].to_numpy().astype(np.float64) for name in ("bed_days", "activity")
    )
    mean = np.where(units > 0, nights / np.where(units > 0, units, 1.0), 0.0)
    mix = get_table(tables, ACTIVITY_MIX)
    rows = mix.select(*TOLD).vstack(mix.select(*TOLD).clear(n=1))
    whole = np.full(cells.height, mix.height, dtype=np.int64)
    pieces = []
    for of_cells, of_mix in match_mixes(cells, mix):
        whole[of_cells] = -1
        pieces.append(_split_alike(of_cells, mean[of_cells], of_mix, mix))
    alone = np.flatnonzero(whole >= 0)
    pieces.append((alone, whole[alone], np.ones(len(alone)), mean[alone]))
    cell, row, share, stay = (
        np.concatenate(each) for each in zip(*pieces, strict=True)
    )
    order = np.argsort(cell, kind="stable")
    cell, row, share, stay = (each[order] for each in (cell, row, share, stay))
    return Parts(cells[cell].hstack(rows[row]), cell, share, stay)


def match_mixes(
    cells: pl.DataFrame, mix: pl.DataFrame
) -> Iterator[tuple[Whole, Whole]]:
    """Find the cells of each mix: those of its pod whose ages lie inside its band.

    Yields
    ------
    tuple of array and array
        Cells, and the rows of their mix. A mix of all ages has the cells that lie in no
        other band of its pod.
    """
    numbered = cells.select("pod", "age_band").with_row_index("cell")
    for (pod,), rows in mix.with_row_index("row").group_by("pod", maintain_order=True):
        mine = numbered.filter(pl.col("pod") == pod)
        bands = sorted(rows["age_band"].unique(), key=lambda band: band is None)
        for band in bands:
            ages = None if band is None else AgeBand.parse(band)
            inside = [b for b in mine["age_band"].unique() if lies_inside(b, ages)]
            taken = pl.col("age_band").is_in(inside)
            of_mix = rows.filter(pl.col("age_band").eq_missing(pl.lit(band)))["row"]
            of_cells = mine.filter(taken)["cell"]
            mine = mine.filter(~taken)
            if len(of_cells):
                yield (
                    of_cells.to_numpy().astype(np.int64),
                    of_mix.to_numpy().astype(np.int64),
                )


def tilt_shares(share: Array, stay_days: Array, mean_days: Array) -> Array:
    """Tilt shares of stays to the mean of each cell.

    Parameters
    ----------
    share, stay_days : array
        Of the mix, one a row; no share is 0.
    mean_days : array
        Mean stay of each cell, at least the shortest stay of the mix.

    Returns
    -------
    array
        Shaped (cell, row); each row of it sums to 1.

    Examples
    --------
    >>> tilt_shares(np.array([0.5, 0.5]), np.array([0.0, 4.0]), np.array([1.0, 9.0])
    ...     ).round(9).tolist()
    [[0.75, 0.25], [0.0, 1.0]]
    """
    ends = stay_days.min(), stay_days.max()
    low, high = (np.full(len(mean_days), t) for t in (-STEEPEST, STEEPEST))
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        short = _weigh(share, stay_days, middle) @ stay_days < mean_days
        low, high = np.where(short, middle, low), np.where(short, high, middle)
    found = _weigh(share, stay_days, (low + high) / 2)
    for end, beyond in zip(
        ends, (mean_days <= ends[0], mean_days >= ends[1]), strict=True
    ):
        at_end = np.where(stay_days == end, share, 0.0)
        found[beyond] = at_end / at_end.sum()
    return found


def _weigh(share: Array, stay_days: Array, tilt: Array) -> Array:
    exponent = tilt[:, None] * stay_days
    exponent -= exponent.max(axis=1, keepdims=True)
    weight = share * np.exp(exponent)
    found: Array = weight / weight.sum(axis=1, keepdims=True)
    return found


def _split_alike(
    cells: Whole, mean_days: Array, of_mix: Whole, mix: pl.DataFrame
) -> tuple[Whole, Whole, Array, Array]:
    """Split cells of one mix: cell, row of the mix, share and stay of each part."""
    of_mix = of_mix[mix["share"].to_numpy()[of_mix] > 0]
    rows = mix[of_mix]
    share = np.tile(rows["share"].to_numpy(), (len(cells), 1))
    stay = np.tile(mean_days[:, None], (1, len(of_mix)))
    if rows["stay_days"].null_count() == 0:
        told = rows["stay_days"].to_numpy().astype(np.float64)
        share = tilt_shares(share[0], told, mean_days)
        longer = (mean_days[:, None] > told) & (told == told.max())
        stay = np.where(longer, mean_days[:, None], told)
    at, row = np.nonzero(share > 0)
    return cells[at], of_mix[row], share[at, row], stay[at, row]
