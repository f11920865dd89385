"""The bridge of initiatives: what each adds to the change, whatever the order."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from placeplan.demand import CodedDemand, group_rows, list_pods, pool_pods
from placeplan.plan.line_weight import UNITS, weigh_pods
from placeplan.plan.shapley import ShapleySplit, split_by_shapley
from placeplan.tables import STATUS, STATUSES

Array = NDArray[np.float64]
Tables = Mapping[str, pl.DataFrame]

INTERACTION: Final = "interaction"

LEAST_SHARE: Final = 1e-9
"""Changes smaller than this share of a number are the dust of adding."""

SCHEMA: Final = {
    "year": pl.Int32(),
    "pod": pl.String(),
    "measure": pl.String(),
    "unit": pl.String(),
    "initiative": pl.String(),
    "value": pl.Float64(),
    "error": pl.Float64(),
    "simple_effect": pl.Float64(),
    "status": STATUS,
}
"""Columns of the bridge, in order."""


def split_change(
    tables: Tables,
    demand: CodedDemand,
    *,
    base_year: int,
    years: Sequence[int],
    year: int,
    seed: int,
    tell: Callable[[str], None] = lambda _part: None,
) -> pl.DataFrame:
    """Share the change from nothing to plan out among initiatives, by Shapley.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan: standards and prices.
    demand : CodedDemand
        Of the plan.
    base_year, years, year : int, sequence of int, int
        Of prices; of the demand; in which the bridge stands.
    seed : int
        Of random orders, where there are more than twelve initiatives.
    tell : callable
        Told before each group of initiatives; may raise, which stops the work.

    Returns
    -------
    DataFrame
        Columns of `SCHEMA`: for activity and bed days of each pod that changes, and for
        beds, spaces, staff and the cost of activity, what each initiative adds
        (`value`; the values sum to the change), the standard error of that, and the
        change that the initiative would make alone (`simple_effect`). A row
        ``interaction`` has what the simple effects leave of the change, and value 0.
    """
    at = years.index(year)
    pooled = pool_pods(demand, at + 1)
    weights = _Weights(tables, pooled.lines["pod"], base_year=base_year, year=year)

    def weigh(narrow: CodedDemand, without: frozenset[int]) -> Array:
        activity, nights = narrow.expect(without).with_initiatives()
        return weights.weigh(activity[:, at], nights[:, at])

    everyone = frozenset(range(len(pooled.initiatives.ids)))
    least = LEAST_SHARE * (np.abs(weigh(pooled, everyone)) + 1.0)
    splits = []
    for members, narrow in group_rows(pooled):
        tell("bridge")

        def value(
            chosen: frozenset[int],
            narrow: CodedDemand = narrow,
            members: list[int] = members,
        ) -> Array:
            kept = frozenset(members[each] for each in chosen)
            return weigh(narrow, frozenset(members) - kept)

        splits.append((members, split_by_shapley(value, len(members), seed=seed)))
    large = [np.abs(split.simple).max(axis=0) for _, split in splits]
    frames = []
    for (members, split), here in zip(splits, large, strict=True):
        moved = (np.max(large, axis=0) > least) & (here > 0)
        frames += _lay_split(pooled, weights.numbers, members, split, moved)
    return _gather(frames, year)


def _lay_split(
    demand: CodedDemand,
    numbers: pl.DataFrame,
    members: list[int],
    split: ShapleySplit,
    moved: NDArray[np.bool_],
) -> list[pl.DataFrame]:
    status = [STATUSES[demand.initiatives.status[i]] for i in members]
    names = [demand.initiatives.ids[i] for i in members]
    frames = [
        _lay_factor(numbers, *parts)
        for parts in zip(
            names, split.share, split.error, split.simple, status, strict=True
        )
    ]
    zero = np.zeros(numbers.height)
    worst = str(pl.Series(status, dtype=STATUS).max())
    frames.append(
        _lay_factor(numbers, INTERACTION, zero, zero, split.interaction, worst)
    )
    return [frame.filter(pl.Series(moved)) for frame in frames]


def _gather(frames: list[pl.DataFrame], year: int) -> pl.DataFrame:
    """Put groups together; their interactions add up to one."""
    if not frames:
        return pl.DataFrame(schema=SCHEMA)
    keys = ["pod", "measure", "unit", "initiative"]
    return (
        pl.concat(frames)
        .group_by(keys)
        .agg(pl.col("value", "error", "simple_effect").sum(), pl.col("status").max())
        .with_columns(
            pl.lit(year, pl.Int32).alias("year"),
            pl.col("value", "error", "simple_effect").round_sig_figs(12),
        )
        .select(*SCHEMA)
        .sort("measure", "pod", "initiative", nulls_last=False)
    )


class _Weights:
    """What a unit and a night of each pod weigh in every number of the bridge."""

    def __init__(
        self, tables: Tables, pods: pl.Series, *, base_year: int, year: int
    ) -> None:
        words = list_pods(tables)
        each = weigh_pods(tables, base_year=base_year, years=range(base_year, year + 1))
        now = each.filter(pl.col("year") == year)
        rows: list[tuple[str | None, str, str]] = []
        units, nights = [], []
        eye, none = np.eye(len(pods)), np.zeros(len(pods))
        for at, pod in enumerate(pods):
            rows.append((pod, "activity", words[pod].unit))
            units.append(eye[at])
            nights.append(none)
            if words[pod].beds:
                rows.append((pod, "bed_days", "days"))
                units.append(none)
                nights.append(eye[at])
        for measure, unit in UNITS.items():
            part = now.filter(pl.col("measure") == measure)
            weight = np.array(
                [part.filter(pl.col("pod") == pod)["value"].sum() for pod in pods]
            )
            rows.append((None, measure, unit))
            units.append(none if measure == "beds_needed" else weight)
            nights.append(weight if measure == "beds_needed" else none)
        self.numbers = pl.DataFrame(
            rows, dict.fromkeys(("pod", "measure", "unit"), pl.String), orient="row"
        )
        self._units, self._nights = np.array(units), np.array(nights)

    def weigh(self, activity: Array, nights: Array) -> Array:
        found: Array = self._units @ activity + self._nights @ nights
        return found


def _lay_factor(
    numbers: pl.DataFrame,
    name: str,
    share: Array,
    error: Array,
    simple: Array,
    status: str,
) -> pl.DataFrame:
    return numbers.with_columns(
        pl.lit(name).alias("initiative"),
        pl.Series("value", share),
        pl.Series("error", error),
        pl.Series("simple_effect", simple),
        pl.lit(status, STATUS).alias("status"),
    )
