"""Faults that no single cell shows: activity and growth that do not fit together."""

from collections.abc import Iterator

import polars as pl

from placeplan.demand.demographic_growth import OPEN_AGE
from placeplan.demand.factor_check import check_factors
from placeplan.demand.initiative_check import check_initiatives
from placeplan.demand.inputs import (
    ACTIVITY_BASE,
    ACTIVITY_MIX,
    GROWTH,
    PODS,
    Tables,
    get_table,
)
from placeplan.demand.mix_check import check_mix
from placeplan.demand.pod_check import check_pods
from placeplan.demand.pod_list import list_pods
from placeplan.errors import Fault, UnknownNameError
from placeplan.reference import POINTS_OF_DELIVERY, AgeBand

_SHOWN = 20


def check_demand(tables: Tables) -> list[Fault]:
    """List everything about the activity and growth tables that does not fit.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan, each already checked against its contract.

    Returns
    -------
    list of Fault
        In order; empty when all fits: activity is there, pods are known, bands can be
        read and told apart from 90 and over, only pods with beds have bed days, growth
        periods of a pod do not overlap, growth lies between its low and high end, and
        the mix (`check_mix`), further factors (`check_factors`) and initiatives
        (`check_initiatives`) fit.

    Examples
    --------
    >>> print(check_demand({})[0])
    activity/base.csv: expected at least one row, found none. Add the activity of the \
base year.
    """
    return sorted(
        [
            *_check_presence(tables),
            *_check_own_pods(tables),
            *check_pods(tables, ACTIVITY_BASE),
            *check_pods(tables, ACTIVITY_MIX),
            *check_pods(tables, GROWTH),
            *_check_bands(tables),
            *_check_bed_days(tables),
            *_check_periods(tables),
            *_check_range(tables),
            *check_mix(tables),
            *check_factors(tables),
            *check_initiatives(tables),
        ]
    )


def _check_presence(tables: Tables) -> Iterator[Fault]:
    if get_table(tables, ACTIVITY_BASE).is_empty():
        remedy = "Add the activity of the base year."
        yield Fault(ACTIVITY_BASE.path, "", "at least one row", "none", remedy)


def _check_own_pods(tables: Tables) -> Iterator[Fault]:
    for pod in get_table(tables, PODS)["pod"].sort():
        if pod in POINTS_OF_DELIVERY:
            yield Fault(
                PODS.path,
                f"pod {pod}",
                "a point of delivery that the reference list lacks",
                pod,
                "Leave the row out, or give the plan's own another id.",
            )


def _check_bands(tables: Tables) -> Iterator[Fault]:
    for band in get_table(tables, ACTIVITY_BASE)["age_band"].unique().sort():
        if not _is_band(band):
            yield Fault(
                ACTIVITY_BASE.path,
                f"age_band {band}",
                f"ages such as 65-69, with {OPEN_AGE}+ as the last",
                band,
                f"People are known by single year up to {OPEN_AGE} and over: "
                "use such a band.",
            )


def _is_band(text: str) -> bool:
    try:
        band = AgeBand.parse(text)
    except UnknownNameError:
        return False
    last = OPEN_AGE - 1 if band.last_age is None else band.last_age
    return band.first_age <= OPEN_AGE and last < OPEN_AGE


def _check_bed_days(tables: Tables) -> Iterator[Fault]:
    known = list_pods(tables)
    nights = get_table(tables, ACTIVITY_BASE).filter(pl.col("bed_days") > 0)
    for pod in nights["pod"].unique().sort():
        if pod in known and not known[pod].beds:
            yield Fault(
                ACTIVITY_BASE.path,
                f"pod {pod}, column bed_days",
                "0: nobody stays overnight for it",
                "bed days",
                "Set them to 0, or give the nights to a pod that has beds.",
            )


def _check_periods(tables: Tables) -> Iterator[Fault]:
    ordered = get_table(tables, GROWTH).sort("pod", "from_year", "to_year")
    earlier = pl.col("to_year").cum_max().shift().over("pod")
    for pod, first, last, reached in (
        ordered.with_columns(earlier.alias("reached"))
        .select("pod", "from_year", "to_year", "reached")
        .iter_rows()
    ):
        where = f"pod {pod}, from_year {first}"
        if last < first:
            remedy = "Correct the years."
            expected = f"a to_year of {first} or later"
            yield Fault(GROWTH.path, where, expected, str(last), remedy)
        elif reached is not None and first <= reached:
            yield Fault(
                GROWTH.path,
                where,
                "periods of one pod that do not overlap",
                f"one that reaches {reached}",
                "End the earlier period in the year before the later one starts.",
            )


def _check_range(tables: Tables) -> Iterator[Fault]:
    outside = get_table(tables, GROWTH).filter(
        (pl.col("growth_share") < pl.col("low"))
        | (pl.col("growth_share") > pl.col("high"))
    )
    rows = outside.sort("pod", "from_year").head(_SHOWN)
    for pod, year, share, low, high in rows.select(
        "pod", "from_year", "growth_share", "low", "high"
    ).iter_rows():
        yield Fault(
            GROWTH.path,
            f"pod {pod}, from_year {year}",
            f"a growth_share from low {low:g} to high {high:g}",
            f"{share:g}",
            "Correct whichever of the three is wrong.",
        )
