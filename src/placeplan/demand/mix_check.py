"""Faults of the mix of activity that no single cell shows."""

from collections.abc import Iterator
from itertools import combinations

import polars as pl

from placeplan.demand.cohort_match import is_band, lies_inside, overlaps
from placeplan.demand.inputs import ACTIVITY_BASE, ACTIVITY_MIX, Tables, get_table
from placeplan.demand.mix import match_mixes
from placeplan.demand.pod_list import list_pods
from placeplan.errors import Fault
from placeplan.reference import AgeBand


def check_mix(tables: Tables) -> list[Fault]:
    """List everything about the mix of activity that does not fit.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan, each already checked against its contract; pods are known.

    Returns
    -------
    list of Fault
        Empty when all fits: bands can be read, do not overlap and do not cut those of
        the base activity; stays are told for all rows of a mix or for none, and only
        where there are beds; days before theatre are part of the stay; no cell has a
        mean stay below the shortest of its mix.

    Examples
    --------
    >>> check_mix({})
    []
    """
    mix = get_table(tables, ACTIVITY_MIX)
    bands = [
        *mix["age_band"].drop_nulls(),
        *get_table(tables, ACTIVITY_BASE)["age_band"],
    ]
    if not all(map(is_band, dict.fromkeys(bands))):
        return list(_check_bands(mix))
    faults = [*_check_cuts(tables, mix), *_check_stays(tables, mix)]
    return faults or list(_check_means(tables, mix))


def _check_bands(mix: pl.DataFrame) -> Iterator[Fault]:
    for band in mix["age_band"].drop_nulls().unique().sort():
        if not is_band(band):
            remedy = "Write ages such as 65+ or 0-17, or leave the cell empty for all."
            yield Fault(ACTIVITY_MIX.path, f"age_band {band}", "ages", band, remedy)


def _check_cuts(tables: Tables, mix: pl.DataFrame) -> Iterator[Fault]:
    cells = get_table(tables, ACTIVITY_BASE)
    told = mix.drop_nulls("age_band")
    for (pod,), rows in told.sort("pod").group_by("pod", maintain_order=True):
        bands = list(rows["age_band"].unique().sort())
        for first, second in combinations(bands, 2):
            if overlaps(second, AgeBand.parse(first)):
                where = f"pod {pod}, age_band {second}"
                remedy = "Tell the ages apart, so that each is in one mix."
                yield Fault(ACTIVITY_MIX.path, where, "other ages", first, remedy)
        of_base = cells.filter(pl.col("pod") == pod)["age_band"].unique().sort()
        for band in bands:
            ages = AgeBand.parse(band)
            cut = [b for b in of_base if overlaps(b, ages) and not lies_inside(b, ages)]
            if cut:
                yield Fault(
                    ACTIVITY_MIX.path,
                    f"pod {pod}, age_band {band}",
                    "ages that do not cut a band of the base activity",
                    f"some that cut {cut[0]}",
                    "Begin and end where the bands of the base activity do.",
                )


def _check_stays(tables: Tables, mix: pl.DataFrame) -> Iterator[Fault]:
    known = list_pods(tables)
    groups = mix.sort("pod", "age_band").group_by(
        "pod", "age_band", maintain_order=True
    )
    for (pod, band), rows in groups:
        where = f"pod {pod}, age_band {band or '(empty)'}"
        without = rows["stay_days"].null_count()
        if pod in known and not known[pod].beds and without < rows.height:
            remedy = "Leave stay_days empty, or choose a pod with beds."
            yield Fault(ACTIVITY_MIX.path, where, "no stays", "nights", remedy)
        elif 0 < without < rows.height:
            remedy = "Give stay_days in every row of this mix, or in none."
            expected = "stays of all rows"
            yield Fault(ACTIVITY_MIX.path, where, expected, f"{without} empty", remedy)
    early = mix.filter(
        pl.col("pre_operative_days") > pl.col("stay_days").fill_null(-1)
    ).sort("pod", "stay_days", "pre_operative_days")
    for pod, stay, before in early.select(
        "pod", "stay_days", "pre_operative_days"
    ).iter_rows():
        yield Fault(
            ACTIVITY_MIX.path,
            f"pod {pod}, stay_days {'(empty)' if stay is None else stay}, "
            f"pre_operative_days {before}",
            "no more days before theatre than the whole stay",
            f"{before}",
            "Correct the days, or give the stay to which they belong.",
        )


def _check_means(tables: Tables, mix: pl.DataFrame) -> Iterator[Fault]:
    cells = get_table(tables, ACTIVITY_BASE)
    for of_cells, of_mix in match_mixes(cells, mix):
        stays = mix[of_mix].filter(pl.col("share") > 0)["stay_days"]
        if stays.null_count():
            continue
        shortest = min(stays)
        short = cells[of_cells].filter(
            pl.col("bed_days") < pl.lit(shortest) * pl.col("activity")
        )
        if short.height:
            row = mix[of_mix].row(0, named=True)
            first = short.sort("place", "provider", "sex", "age_band").row(
                0, named=True
            )
            yield Fault(
                ACTIVITY_MIX.path,
                f"pod {row['pod']}, age_band {row['age_band'] or '(empty)'}",
                f"a stay as short as the mean of every cell of {ACTIVITY_BASE.path}",
                f"{shortest} nights and longer, where place {first['place']}, sex "
                f"{first['sex']}, ages {first['age_band']} stay "
                f"{first['bed_days'] / first['activity']:.2f} on average",
                "Add the shorter stays, such as a row of 0 nights.",
            )
