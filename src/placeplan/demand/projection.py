"""Activity and bed days in every year, if nothing changes."""

from collections.abc import Iterable, Sequence

import numpy as np
import polars as pl
from numpy.typing import NDArray

from placeplan.demand.activity_frame import lay_out_activity
from placeplan.demand.baseline import Baseline
from placeplan.demand.check import check_demand
from placeplan.demand.demographic_growth import PeopleSums
from placeplan.demand.inputs import Tables
from placeplan.demand.non_demographic_growth import index_use, order_years
from placeplan.demand.pod_list import list_pods
from placeplan.demand.possible_growth import find_growth
from placeplan.errors import InputError
from placeplan.population import PossiblePeople

Array = NDArray[np.float64]
Words = NDArray[np.uint8]


def project_activity(
    tables: Tables,
    people: pl.DataFrame,
    *,
    base_year: int,
    years: Iterable[int],
    non_demographic: bool = True,
    possible: Sequence[PossiblePeople] = (),
) -> pl.DataFrame:
    """Project activity and bed days by place, provider, site and point of delivery.

    ::

        demand[y, cell] = base[cell]
                          * people[y, place, sex, band] / people[base, place, sex, band]
                          * further factors[y, cell]
                          * product over years of (1 + non-demographic growth[pod])

    Births and maternity follow births by age of mother. Further factors are health
    status, what moves between providers, the levelling of unequal use and what keeps
    waiting lists level, each where the plan has its table. The stay of a spell does not
    grow. In the base year every number is that of the table, to the last digit.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan, each checked against its contract: those of `TABLES`, and
        ``fertility`` of the people's chapter where there is one.
    people : DataFrame
        `year`, `place`, `sex`, `age` (90 is 90 and over), `value`, `status`, for the
        base year and every year wanted.
    base_year : int
        Financial year of the activity table, by the year in which it starts.
    years : iterable of int
        Financial years wanted, none before the base year.
    non_demographic : bool
        False leaves out growth that people do not explain, so that what people alone
        move can be priced.
    possible : sequence of PossiblePeople
        People of each population variant; activity is then the mean over them.

    Returns
    -------
    DataFrame
        `year`, `place` (empty: people from elsewhere), `provider`, `site`, `pod`,
        `measure` (``activity``, or ``bed_days`` for pods that have beds), `unit`,
        `value`, `status` (the weakest of what went into the number), in order.

    Raises
    ------
    InputError
        With every fault of the tables, or every cohort that has no people.
    PeriodError
        When a year lies before the base year.
    """
    wanted = order_years(base_year, years)
    faults = check_demand(tables)
    if faults:
        raise InputError(faults)
    base = Baseline.from_tables(tables)
    sums = PeopleSums.from_frames(people, tables.get("fertility"))
    growth = find_growth(
        tables, base, people, possible=possible, base_year=base_year, years=wanted
    )
    grown = growth.expect()
    grows = tables if non_demographic else {}
    use, use_status = _lay_out_use(grows, base, base_year, wanted)
    status = np.maximum(base.weakest_of_lines()[:, None], use_status)
    later = np.array(wanted) > base_year
    status = np.maximum(status, base.find_weakest(growth.weakest())[:, None] * later)
    people_status = _weakest_people(base, sums, base_year, wanted)
    values = {
        "activity": base.sum_lines(base.activity[:, None] * grown) * use,
        "bed_days": base.sum_lines(base.bed_days[:, None] * grown) * use,
    }
    return lay_out_activity(
        base.lines, wanted, values, np.maximum(status, people_status), list_pods(tables)
    )


def _lay_out_use(
    tables: Tables,
    base: Baseline,
    base_year: int,
    years: Sequence[int],
) -> tuple[Array, Words]:
    """Lay growth of use and its status out by line and year; 1 where there is none."""
    found = np.ones((base.lines.height, len(years)))
    status = np.zeros(found.shape, dtype=np.uint8)
    index = index_use(tables, base_year=base_year, years=years).with_columns(
        pl.col("status").to_physical()
    )
    by_pod = {
        (pod, year): (value, word) for year, pod, value, word in index.iter_rows()
    }
    for line, pod in enumerate(base.lines["pod"]):
        for at, year in enumerate(years):
            found[line, at], status[line, at] = by_pod.get((pod, year), (1.0, 0))
    return found, status


def _weakest_people(
    base: Baseline, people: PeopleSums, base_year: int, years: Sequence[int]
) -> Words:
    """Give the weakest status of the people behind each line's factor, by year.

    The base year's factor is 1 whoever the people are, so it takes no status from them.
    """
    places = [people.place_at(place) for place in base.lines["place"]]
    at = [people.years.index(year) for year in years]
    then = people.status[people.years.index(base_year)]
    found: Words = np.maximum(people.status[at], then)[:, places].T
    found[:, [year == base_year for year in years]] = 0
    return found
