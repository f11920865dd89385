"""The ledger: what left, was shortened, was moved and arrived, line by line."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import polars as pl

from placeplan.demand.activity_frame import SCHEMA as ACTIVITY_SCHEMA
from placeplan.demand.change import ARRIVED, Entry
from placeplan.demand.coded_demand import CodedDemand, Future
from placeplan.demand.pod_list import PodWords
from placeplan.tables import STATUS, STATUSES

SCHEMA: Final = {
    "year": pl.Int32(),
    "place": pl.String(),
    "provider": pl.String(),
    "site": pl.String(),
    "pod": pl.String(),
    "initiative": pl.String(),
    "kind": pl.String(),
    "measure": pl.String(),
    "unit": pl.String(),
    "value": pl.Float64(),
    "status": STATUS,
}
"""Columns of the ledger, in order."""

MEASURES: Final = ("activity", "bed_days")

KEYS: Final = ("year", "place", "provider", "site", "pod", "measure")


def list_ledger(
    demand: CodedDemand, future: Future, years: Sequence[int], pods: dict[str, PodWords]
) -> pl.DataFrame:
    """List every entry of a future, one row a line, year and measure.

    Parameters
    ----------
    demand : CodedDemand
        Lines and initiatives.
    future : Future
        Worked out by it.
    years : sequence of int
        Years of the future.
    pods : dict of str to PodWords
        Units by pod.

    Returns
    -------
    DataFrame
        Columns of `SCHEMA`; `kind` is ``avoided``, ``shortened``, ``moved`` or
        ``arrived``; `measure` is ``activity`` (in the unit of the pod) or ``bed_days``.
        Values are never negative; rows of 0 are left out.
    """
    known = _list_entries(demand, future.entries, years)
    units = {name: pods[name].unit for name in known["pod"].unique()}
    unit = (
        pl.when(pl.col("measure") == "bed_days")
        .then(pl.lit("days"))
        .otherwise(pl.col("pod").replace_strict(units, return_dtype=pl.String))
    )
    grouped = [name for name in SCHEMA if name not in ("value", "status")]
    return (
        known.with_columns(unit.alias("unit"))
        .group_by(grouped)
        .agg(pl.col("value").sum(), pl.col("status").max())
        .select(*SCHEMA)
        .sort(grouped, nulls_last=False)
    )


def change_activity(activity: pl.DataFrame, ledger: pl.DataFrame) -> pl.DataFrame:
    """Take from activity what left, and add what arrived.

    ``with initiatives = if nothing changes - avoided - shortened - moved + arrived``,
    line by line, for activity and for bed days alike.

    Parameters
    ----------
    activity : DataFrame
        Of `project_activity`.
    ledger : DataFrame
        Of `list_ledger`.

    Returns
    -------
    DataFrame
        As `activity`; what no initiative touches keeps its value to the last digit.
    """
    signed = ledger.with_columns(
        pl.when(pl.col("kind") == ARRIVED)
        .then(pl.col("value"))
        .otherwise(-pl.col("value"))
        .alias("change")
    )
    change = signed.group_by(*KEYS, "unit").agg(
        pl.col("change").sum(), pl.col("status").max().alias("changed_status")
    )
    return (
        activity.join(
            change, on=[*KEYS, "unit"], how="full", coalesce=True, nulls_equal=True
        )
        .with_columns(
            pl.col("value").fill_null(0.0) + pl.col("change").fill_null(0.0),
            pl.max_horizontal("status", "changed_status").cast(STATUS).alias("status"),
        )
        .select(*ACTIVITY_SCHEMA)
        .sort(KEYS, nulls_last=False)
    )


def _list_entries(
    demand: CodedDemand, entries: Sequence[Entry], years: Sequence[int]
) -> pl.DataFrame:
    """Lay entries out, one after another: its activity, then its bed days."""
    lines, at_year, of_entry, of_measure = ([np.zeros(0, np.int64)] for _ in range(4))
    values = [np.zeros(0)]
    for number, entry in enumerate(entries):
        for measure, each in enumerate((entry.units, entry.bed_days)):
            line, year = np.nonzero(each > 0)
            lines.append(entry.lines[line])
            at_year.append(year)
            of_entry.append(np.full(len(line), number))
            of_measure.append(np.full(len(line), measure))
            values.append(each[line, year])
    entry_at = np.concatenate(of_entry)
    effects = demand.initiatives.effects
    owner = np.array([effects[e.effect].initiative for e in entries], dtype=np.int64)
    status = [STATUSES[demand.initiatives.status[i]] for i in owner]
    ids = [demand.initiatives.ids[i] for i in owner]
    kinds = [entry.kind for entry in entries]
    year_words = pl.Series(years, dtype=pl.Int32)
    columns = [name for name in SCHEMA if name != "unit"]
    return (
        demand.lines[np.concatenate(lines)]
        .with_columns(
            year_words.gather(np.concatenate(at_year)).alias("year"),
            pl.Series(ids, dtype=pl.String).gather(entry_at).alias("initiative"),
            pl.Series(kinds, dtype=pl.String).gather(entry_at).alias("kind"),
            pl.Series(MEASURES).gather(np.concatenate(of_measure)).alias("measure"),
            pl.Series(np.concatenate(values)).alias("value"),
            pl.Series(status, dtype=STATUS).gather(entry_at).alias("status"),
        )
        .select(columns)
    )
