"""Why activity changes: people first, then use by the same people."""

from collections.abc import Iterable
from typing import Final

import polars as pl

from placeplan.demand.inputs import Tables
from placeplan.demand.projection import project_activity

DRIVERS: Final = ("demographic", "non_demographic")
"""The two causes of change, in the order in which they are counted."""


def split_growth(
    tables: Tables, people: pl.DataFrame, *, base_year: int, years: Iterable[int]
) -> pl.DataFrame:
    """Split the change of activity since the base year into its two causes.

    What people alone would change is counted first; the rest, growth of use by as many
    people as there then are, second. The two sum to the change.

    Parameters
    ----------
    tables, people, base_year, years
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
    by_people = _sum_pods(tables, people, base_year, asked, non_demographic=False)
    whole = _sum_pods(tables, people, base_year, asked, non_demographic=True)
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


def _sum_pods(
    tables: Tables,
    people: pl.DataFrame,
    base_year: int,
    years: list[int],
    *,
    non_demographic: bool,
) -> pl.DataFrame:
    return (
        project_activity(
            tables,
            people,
            base_year=base_year,
            years=years,
            non_demographic=non_demographic,
        )
        .filter(pl.col("measure") == "activity")
        .group_by("year", "pod", "unit", maintain_order=True)
        .agg(pl.col("value").sum(), pl.col("status").max())
    )
