"""Demand pooled by point of delivery: much smaller, and the same in every total."""

from dataclasses import replace

import numpy as np
import polars as pl

from placeplan.demand.change import Landing, Work
from placeplan.demand.coded_demand import CodedDemand
from placeplan.demand.coded_rows import CodedRows
from placeplan.demand.initiative import InitiativeSet
from placeplan.demand.use_range import UseRange


def pool_pods(demand: CodedDemand, years: int) -> CodedDemand:
    """Pool lines of one pod, and keep the first years alone.

    Rows on which the same effects act, with the same stay, are held once, so that sets
    of initiatives can be worked out by the thousand.

    Parameters
    ----------
    demand : CodedDemand
        Of a whole plan.
    years : int
        How many of its years to keep.

    Returns
    -------
    CodedDemand
        One line a pod; places, providers and sites are empty.
    """
    pods = demand.lines["pod"].unique().sort()
    number = {pod: at for at, pod in enumerate(pods)}
    of_line = np.array([number[pod] for pod in demand.lines["pod"]], dtype=np.int64)
    rows = demand.work.rows
    keys = np.column_stack([of_line[rows.line], rows.stay_days, rows.acts])
    unique, row = np.unique(keys, axis=0, return_inverse=True)
    count = np.zeros((len(unique), years))
    np.add.at(count, row.ravel(), rows.count[:, :years])
    pooled = CodedRows(unique[:, 0], unique[:, 1], unique[:, 2:] > 0, count)
    empty = pl.lit(None, pl.String)
    lines = pl.DataFrame({"pod": pods}).select(
        place=empty, provider=empty, site=empty, pod="pod"
    )
    return CodedDemand(
        lines,
        _keep_years(demand.initiatives, years),
        _pool_work(demand, pooled, number, years),
        UseRange(
            demand.use.pods, demand.use.share, demand.use.sd, demand.use.steps[:years]
        ),
        np.array(
            [demand.use.pods.index(pods[int(at)]) for at in pooled.line], np.int64
        ),
    )


def _keep_years(initiatives: InitiativeSet, years: int) -> InitiativeSet:
    return replace(initiatives, phasing=initiatives.phasing[:, :years])


def _pool_work(
    demand: CodedDemand, rows: CodedRows, number: dict[str, int], years: int
) -> Work:
    """Let work of a pod land in the pod in which all of its lines land."""
    landings = []
    for landing in demand.work.landings:
        lines = np.full(len(number), -1, dtype=np.int64)
        for line in np.flatnonzero(landing.lines >= 0):
            at = number[demand.lines["pod"][int(line)]]
            lines[at] = number[demand.lines["pod"][int(landing.lines[line])]]
        landings.append(
            Landing(
                landing.effect,
                lines,
                landing.units_each,
                landing.bed_days_each,
                landing.lag_years,
            )
        )
    return Work(
        rows,
        demand.work.mechanisms,
        demand.work.begun[:, :years],
        tuple(landings),
        len(number),
        demand.work.days_off,
    )
