"""Drivers of spread: how much of the variance of a figure each input explains."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from placeplan.plan.drawn_totals import DrawnInputTable, DrawnTotals
from placeplan.plan.results_table import SIGNIFICANT_DIGITS

Array = NDArray[np.float64]

CHANCE: Final = "chance"
OTHERS: Final = "others"
"""Inputs that explain too little to be named, taken together."""

FOLDS: Final = 20
"""Parts of the draws that are left out in turn to find the error of a share."""

SPARE_DRAWS: Final = 10
"""Draws that there must be beyond one for each input, in every fold."""

LEAST_SHARE: Final = 0.01
"""An input is named from this share of the variance on, and twice its error."""

SCHEMA: Final = {
    "year": pl.Int32(),
    "pod": pl.String(),
    "staff_group": pl.String(),
    "measure": pl.String(),
    "input": pl.String(),
    "kind": pl.String(),
    "rank": pl.Int32(),
    "spread_share": pl.Float64(),
    "direction": pl.Int8(),
    "mc_error": pl.Float64(),
}
"""Columns of the drivers, in order."""


@dataclass(frozen=True, slots=True)
class VarianceShares:
    """Variance of some figures, shared out among inputs.

    Parameters
    ----------
    share : array
        Of each input, shaped (input, figure); with `chance` they sum to 1.
    chance : array
        What no input explains in proportion: counts and who is reached fall by chance,
        and what inputs do only together. Shaped (figure,).
    slope : array
        Change of a figure for a step of an input, shaped (input, figure).
    share_error, chance_error : array
        Their standard errors, from leaving parts of the draws out.
    """

    share: Array
    chance: Array
    slope: Array
    share_error: Array
    chance_error: Array


def share_variance(inputs: Array, figures: Array) -> VarianceShares:
    """Share the variance of figures out among the inputs of their draws.

    Figures are regressed on all inputs by least squares. Input i explains
    ``b_i cov(x_i, y) / var(y)``, its slope times its covariance with the figure: for
    inputs that do not go together the share of variance that is lost when it is fixed,
    and for others the product measure of Hoffman and Pratt, which sums to R squared.
    ``s2 / (n - 1) / var(y)``, with the variance ``s2`` of what is left, is what an
    input that does nothing would explain by luck, and is taken off each; the rest,
    ``s2 / var(y)``, is chance. So the shares sum to 1 and none is favoured by few
    draws; that of an input that does nothing lies about 0, on either side.

    Parameters
    ----------
    inputs : array
        Shaped (draw, input).
    figures : array
        Shaped (draw, figure). One that never varies has shares of 0.

    Raises
    ------
    ValueError
        Fewer draws than `has_draws_to_rank` asks for.

    References
    ----------
    Pratt, J. W. (1987), Dividing the indivisible. Groemping, U. (2015), Variable
    importance in regression models, WIREs Computational Statistics 7.

    Examples
    --------
    >>> x = np.random.default_rng(1).standard_normal((4000, 2))
    >>> found = share_variance(x, x @ np.array([[3.0], [-4.0]]))
    >>> found.share[:, 0].round(1).tolist(), found.slope[:, 0].round(1).tolist()
    ([0.4, 0.6], [3.0, -4.0])
    """
    if not has_draws_to_rank(len(inputs), inputs.shape[1]):
        message = f"{len(inputs)} draws cannot rank {inputs.shape[1]} inputs"
        raise ValueError(message)
    share, chance, slope = _share_once(inputs, figures)
    fold = np.arange(len(inputs)) % FOLDS
    parts = [_share_once(inputs[fold != k], figures[fold != k]) for k in range(FOLDS)]
    errors = [_jackknife(np.array([part[at] for part in parts])) for at in (0, 1)]
    return VarianceShares(share, chance, slope, *errors)


def has_draws_to_rank(draws: int, inputs: int) -> bool:
    """Say whether there are draws enough to rank so many inputs.

    Examples
    --------
    >>> has_draws_to_rank(256, 60), has_draws_to_rank(64, 60)
    (True, False)
    """
    return draws - -(-draws // FOLDS) >= inputs + 1 + SPARE_DRAWS


def rank_drivers(totals: DrawnTotals, inputs: DrawnInputTable) -> pl.DataFrame:
    """Rank what explains the spread of each total.

    Parameters
    ----------
    totals : DrawnTotals
        Of the draws.
    inputs : DrawnInputTable
        Of the same draws.

    Returns
    -------
    DataFrame
        Columns of `SCHEMA`. For each total that varies: inputs from the largest
        `spread_share` on, those that explain too little as one row ``others``, and
        ``chance``; the shares of a total sum to 1. `direction` is 1 where more of the
        input makes the figure larger and -1 where smaller; empty for chance and others.
        No rows where there are too few draws.
    """
    moves = np.ptp(totals.values, axis=0) > 0
    draws, count = inputs.values.shape
    if not moves.any() or not has_draws_to_rank(draws, count):
        return pl.DataFrame(schema=SCHEMA)
    found = share_variance(inputs.values, totals.values[:, moves])
    axes = totals.axes.filter(pl.Series(moves)).select(list(SCHEMA)[:4])
    figure = pl.int_range(pl.len(), dtype=pl.Int64).alias("figure")
    rows = _lay_rows(found, inputs)
    return (
        axes.with_columns(figure)
        .join(rows, on="figure", maintain_order="left_right")
        .select(*SCHEMA)
    )


def _share_once(inputs: Array, figures: Array) -> tuple[Array, Array, Array]:
    x = inputs - inputs.mean(axis=0)
    y = figures - figures.mean(axis=0)
    free = len(x) - 1 - x.shape[1]
    # An input that is the same in all of these draws gets a slope of 0.
    slope = np.linalg.pinv(x) @ y
    left = ((y - x @ slope) ** 2).sum(axis=0) / free
    variance = (y**2).sum(axis=0) / (len(x) - 1)
    whole = np.where(variance > 0, variance, 1.0)
    explained = slope * (x.T @ y) / (len(x) - 1) - left / (len(x) - 1)
    return explained / whole, left / whole, slope


def _jackknife(parts: Array) -> Array:
    """Give the standard error from estimates that each leave one part out."""
    off = parts - parts.mean(axis=0)
    found: Array = np.sqrt((len(parts) - 1) / len(parts) * (off**2).sum(axis=0))
    return found


def _lay_rows(found: VarianceShares, inputs: DrawnInputTable) -> pl.DataFrame:
    """Lay shares out as rows, those too small to be named taken together."""
    count, figures = found.share.shape
    number = np.repeat(np.arange(figures), count)
    names = inputs.names * figures
    each = pl.DataFrame(
        {
            "figure": number,
            "input": pl.Series([name.id for name in names], dtype=pl.String),
            "kind": pl.Series([name.kind for name in names], dtype=pl.String),
            "spread_share": found.share.T.ravel(),
            "direction": np.sign(found.slope.T.ravel()).astype(np.int8),
            "mc_error": found.share_error.T.ravel(),
        }
    )
    large = (pl.col("spread_share") >= LEAST_SHARE) & (
        pl.col("spread_share") >= 2 * pl.col("mc_error")
    )
    others = (
        each.filter(~large)
        .group_by("figure", maintain_order=True)
        .agg(
            pl.lit(OTHERS).alias("input"),
            pl.lit(OTHERS).alias("kind"),
            pl.col("spread_share").sum(),
            pl.lit(None, pl.Int8).alias("direction"),
            (pl.col("mc_error") ** 2).sum().sqrt(),
        )
    )
    chance = pl.DataFrame(
        {
            "figure": np.arange(figures),
            "input": [CHANCE] * figures,
            "kind": [CHANCE] * figures,
            "spread_share": found.chance,
            "direction": pl.Series([None] * figures, dtype=pl.Int8),
            "mc_error": found.chance_error,
        }
    )
    last = (pl.col("kind") == OTHERS).alias("last")
    ordered = pl.concat([each.filter(large), others, chance]).sort(
        "figure", last, -pl.col("spread_share"), "kind", "input"
    )
    rank = pl.int_range(1, pl.len() + 1, dtype=pl.Int32).over("figure").alias("rank")
    return ordered.with_columns(
        rank, pl.col("spread_share", "mc_error").round_sig_figs(SIGNIFICANT_DIGITS)
    )
