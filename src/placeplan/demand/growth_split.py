"""Why activity changes: people first, then use by the same people."""

from collections.abc import Iterable, Sequence
from typing import Final

import polars as pl

from placeplan.demand.inputs import Tables
from placeplan.demand.projection import project_activity
from placeplan.population import PossiblePeople

DRIVERS: Final = ("demographic", "non_demographic")
"""The two causes of change, in the order in which they are counted."""


def split_growth(
    tables: Tables,
    people: pl.DataFrame,
    *,
    base_year: int,
    years: Iterable[int],
    possible: Sequence[PossiblePeople] = (),
) -> pl.DataFrame:
    """Split the change of activity since the base year into its two causes.

    What people and further factors alone would change is counted first; the rest,
    growth of use by as many people as there then are, second. The two sum to the
    change.

    Parameters
    ----------
    tables, people, base_year, years, possible
        As `project_activity`.

    Returns
    -------
    DataFrame
        `year`, `pod`, `driver` (of `DRIVERS`), `unit`, `value` (change in units since
        the base year), `status`, in order of year, pod and driver.

    Raises
    ------
    InputError, PeriodError
        As `project_activity`.
    """
    asked = sorted({base_year, *years})
    wanted = sorted(set(years))
    by_people, whole = (
        _sum_pods(
            project_activity(
                tables,
                people,
                base_year=base_year,
                years=asked,
                non_demographic=with_use,
                possible=possible,
            )
        )
        for with_use in (False, True)
    )
    base = whole.filter(pl.col("year") == base_year).select("pod", base="value")
    both = (
        by_people.join(whole, on=["year", "pod", "unit"], suffix="_all")
        .join(base, on="pod")
        .filter(pl.col("year").is_in(wanted))
    )
    order = pl.Enum(DRIVERS)
    parts = [
        both.select("year", "pod", "unit", value=change, status=status).with_columns(
            pl.lit(driver, dtype=order).alias("driver")
        )
        for driver, change, status in (
            ("demographic", pl.col("value") - pl.col("base"), pl.col("status")),
            (
                "non_demographic",
                pl.col("value_all") - pl.col("value"),
                pl.col("status_all"),
            ),
        )
    ]
    return (
        pl.concat(parts)
        .sort("year", "pod", "driver")
        .with_columns(pl.col("driver").cast(pl.String))
        .select("year", "pod", "driver", "unit", "value", "status")
    )


def _sum_pods(activity: pl.DataFrame) -> pl.DataFrame:
    return (
        activity.filter(pl.col("measure") == "activity")
        .group_by("year", "pod", "unit", maintain_order=True)
        .agg(pl.col("value").sum(), pl.col("status").max())
    )
