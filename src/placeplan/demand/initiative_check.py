"""Faults of initiatives that no single cell shows, each with its row and remedy."""

from collections.abc import Iterator

import numpy as np
import polars as pl

from placeplan.demand.change import KINDS
from placeplan.demand.cohort_match import is_band
from placeplan.demand.initiative import correlate_normals
from placeplan.demand.initiative_cohort_check import check_cohorts, name_effect
from placeplan.demand.initiative_inputs import (
    ADDED_CAPACITY,
    ARRIVALS,
    CORRELATIONS,
    EFFECTS,
    INITIATIVES,
    PHASING,
    WITH_ARRIVALS,
)
from placeplan.demand.inputs import Tables, get_table
from placeplan.demand.pod_check import check_pods
from placeplan.demand.pod_list import list_pods
from placeplan.errors import Fault, UnknownNameError
from placeplan.reference import STAFF_GROUPS


def check_initiatives(tables: Tables) -> list[Fault]:
    """List everything about the tables of initiatives that does not fit.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan, each already checked against its contract.

    Returns
    -------
    list of Fault
        In order; empty when all fits. Bands and pods are known, low is not above high,
        phasing does not fall, every initiative that changes care is phased, an
        initiative does not change the same care twice (so nothing that it avoids is
        also shortened by it), what is moved arrives in a pod that exists, cohorts hold
        whole cells of the base activity, and correlations fit each other.

    Examples
    --------
    >>> check_initiatives({})
    []
    """
    faults = [
        *_check_names(tables),
        *_check_sizes(tables),
        *_check_spells(tables),
        *_check_phasing(tables),
        *_check_arrivals(tables),
        *_check_capacity(tables),
        *_check_correlations(tables),
    ]
    return sorted(faults or check_cohorts(tables))


def _check_names(tables: Tables) -> Iterator[Fault]:
    named = ((EFFECTS, "pod"), (ARRIVALS, "from_pod"), (ARRIVALS, "pod"))
    for contract, column in named:
        yield from check_pods(tables, contract, column)
    for band in get_table(tables, EFFECTS)["age_band"].drop_nulls().unique().sort():
        if not is_band(band):
            remedy = "Write ages such as 65+ or 0-17, or leave the cell empty for all."
            yield Fault(EFFECTS.path, f"age_band {band}", "ages", band, remedy)


def _check_sizes(tables: Tables) -> Iterator[Fault]:
    for row in get_table(tables, EFFECTS).iter_rows(named=True):
        where, pod, mechanism = name_effect(row), row["pod"], row["mechanism"]
        low, high = row["remaining_low"], row["remaining_high"]
        due = row["attributable_share"]
        if low > high:
            expected = f"a remaining_low of at most {high:g}"
            yield Fault(EFFECTS.path, where, expected, f"{low:g}", "Swap the two.")
        if (mechanism == "attributable_share") != (due is not None):
            yield Fault(
                EFFECTS.path,
                where,
                "an attributable_share for that mechanism and for no other",
                "none given" if due is None else f"{due:g}",
                "Give the share that the cause explains, or take it out.",
            )
        if KINDS[mechanism] == "shortened" and not _has_beds(tables, pod):
            remedy = "Choose a pod with beds, or another mechanism."
            expected = "a point of delivery with beds"
            yield Fault(EFFECTS.path, where, expected, pod, remedy)


def _check_spells(tables: Tables) -> Iterator[Fault]:
    """Hold the stays that effects name to each other and to their mechanism."""
    for row in get_table(tables, EFFECTS).iter_rows(named=True):
        where, first, last = (
            name_effect(row),
            row["stay_from_days"],
            row["stay_to_days"],
        )
        before = row["pre_operative_days"]
        if first is not None and last is not None and first > last:
            expected = f"a stay_to_days of at least {first}"
            yield Fault(EFFECTS.path, where, expected, f"{last}", "Swap the two.")
        if row["mechanism"] == "pre_operative_stay" and not before:
            yield Fault(
                EFFECTS.path,
                where,
                "the pre_operative_days that it takes off",
                "none given" if before is None else "0",
                "Give 1 or 2, and a row for each, or make the mechanism shorter_stay.",
            )


def _has_beds(tables: Tables, pod: str) -> bool:
    known = list_pods(tables)
    return pod not in known or known[pod].beds


def _check_phasing(tables: Tables) -> Iterator[Fault]:
    phasing = get_table(tables, PHASING).sort("initiative", "year")
    before = pl.col("delivered_share").shift().over("initiative")
    rows = phasing.with_columns(before=before).filter(
        pl.col("delivered_share") < pl.col("before")
    )
    for name, year, share, earlier in rows.select(
        "initiative", "year", "delivered_share", "before"
    ).iter_rows():
        yield Fault(
            PHASING.path,
            f"initiative {name}, year {year}",
            f"a delivered_share of at least {earlier:g}, that of the year before",
            f"{share:g}",
            "Correct the share: what has been delivered stays delivered.",
        )
    effects = get_table(tables, EFFECTS)["initiative"].unique().sort()
    for name in effects:
        if name not in phasing["initiative"]:
            remedy = "Say by year how much of its effect is there."
            yield Fault(PHASING.path, f"initiative {name}", "a row", "none", remedy)


def _check_arrivals(tables: Tables) -> Iterator[Fault]:
    arrivals = get_table(tables, ARRIVALS)
    effects = get_table(tables, EFFECTS)
    what = ("initiative", "mechanism", "pod")
    moving = effects.filter(pl.col("mechanism").is_in(WITH_ARRIVALS))
    moved = set(moving.select("initiative", "pod").iter_rows())
    for name, mechanism, pod in effects.select(what).unique().sort(what).iter_rows():
        rows = arrivals.filter(
            (pl.col("initiative") == name) & (pl.col("from_pod") == pod)
        )
        where = f"initiative {name}, from_pod {pod}"
        if (name, pod) not in moved and rows.height:
            remedy = "Make the mechanism substitution, or take the arrival out."
            expected = f"no arrival: {mechanism} moves nothing"
            yield Fault(ARRIVALS.path, where, expected, f"{rows.height}", remedy)
        elif mechanism == "substitution" and rows.is_empty():
            remedy = "Say what arrives for each one, or make the mechanism avoidance."
            yield Fault(ARRIVALS.path, where, "an arrival", "none", remedy)
        elif mechanism == "change_of_setting" and rows["units_each"].to_list() != [1]:
            remedy = "Give one row with 1, or make the mechanism substitution."
            expected = "one arrival of 1 unit: each one that leaves arrives once"
            found = ", ".join(f"{each:g}" for each in rows["units_each"]) or "none"
            yield Fault(ARRIVALS.path, where, expected, found, remedy)
    yield from _check_idle_arrivals(tables)


def _check_idle_arrivals(tables: Tables) -> Iterator[Fault]:
    leaving = get_table(tables, EFFECTS).select("initiative", from_pod="pod")
    idle = get_table(tables, ARRIVALS).join(
        leaving, on=["initiative", "from_pod"], how="anti"
    )
    for name, pod in (
        idle.select("initiative", "from_pod")
        .unique()
        .sort("initiative", "from_pod")
        .iter_rows()
    ):
        where = f"initiative {name}, from_pod {pod}"
        remedy = f"Add the effect to {EFFECTS.path}, or take the arrival out."
        yield Fault(ARRIVALS.path, where, "an effect on that pod", "none", remedy)
    nights = get_table(tables, ARRIVALS).filter(pl.col("bed_days_each") > 0)
    for name, pod in nights.select("initiative", "pod").iter_rows():
        if not _has_beds(tables, pod):
            where = f"initiative {name}, pod {pod}, column bed_days_each"
            expected = "0: nobody stays overnight for it"
            yield Fault(ARRIVALS.path, where, expected, "nights", "Set them to 0.")


def _check_capacity(tables: Tables) -> Iterator[Fault]:
    rows = get_table(tables, ADDED_CAPACITY).select("initiative", "site", "staff_group")
    for name, site, group in rows.iter_rows():
        where = f"initiative {name}"
        if group is None and site is None:
            remedy = "Name the site of the beds, or the group of the staff."
            yield Fault(ADDED_CAPACITY.path, where, "a site", "none", remedy)
        if group is not None and group not in STAFF_GROUPS:
            words = str(UnknownNameError("staff group", group, STAFF_GROUPS))
            expected = "a staff group of the reference list"
            where = f"{where}, staff_group {group}"
            yield Fault(ADDED_CAPACITY.path, where, expected, group, words)


def _check_correlations(tables: Tables) -> Iterator[Fault]:
    table = get_table(tables, CORRELATIONS)
    seen: set[frozenset[str]] = set()
    for name, other in table.select("initiative", "other").iter_rows():
        where, pair = f"initiative {name}, other {other}", frozenset({name, other})
        if name == other:
            remedy = "Take the row out: anything goes with itself."
            yield Fault(CORRELATIONS.path, where, "two initiatives", name, remedy)
        elif pair in seen:
            remedy = "Keep one of the two rows."
            yield Fault(CORRELATIONS.path, where, "each pair once", "it again", remedy)
        seen.add(pair)
    ids = tuple(get_table(tables, INITIATIVES)["id"].sort())
    sizes, directions = np.linalg.eigh(correlate_normals(table, ids))
    if ids and sizes[0] <= 0:
        weights = np.abs(directions[:, 0])
        clash = [
            name for name, weight in zip(ids, weights, strict=True) if weight > 0.1
        ]
        yield Fault(
            CORRELATIONS.path,
            "",
            "a table that is positive definite",
            f"that {', '.join(clash)} contradict each other",
            "Bring the correlations between these nearer to 0: two initiatives that "
            "both go with a third cannot go strongly against each other.",
        )
