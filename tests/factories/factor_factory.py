"""Futures of a tiny system with further factors, to check by hand."""

from factories.demand_factory import make_people, make_tables
from placeplan.demand import CodedDemand

YEARS = (2016, 2017, 2018)
PLACES = ("p1", "p2", "p3", "p4")
CELLS = (
    ("day_case", "p1", "mft", "medway", "persons", "0+", 40.0, 0.0),
    ("day_case", "p2", "mft", "medway", "persons", "0+", 60.0, 0.0),
    ("day_case", "p3", "mft", "medway", "persons", "0+", 80.0, 0.0),
    ("day_case", "p4", "mft", "medway", "persons", "0+", 100.0, 0.0),
    ("elective_spell", "p1", "mft", "medway", "female", "50-69", 70.0, 140.0),
    ("elective_spell", "p1", "mft", "medway", "female", "70+", 90.0, 270.0),
    ("elective_spell", "p2", "out", None, "male", "0+", 30.0, 30.0),
    ("birth", "p1", "mft", "medway", "female", "20-29", 20.0, 0.0),
    ("birth", "p1", "mft", "medway", "female", "30-39", 12.0, 0.0),
)
"""Unequal numbers for every cell."""


def make_people_alike(years=YEARS, places=PLACES, ages=(25, 35, 60, 80)):
    """A thousand people of each place, sex and age, in every year."""
    return make_people(
        {
            (year, place, sex, age): 1000.0
            for year in years
            for place in places
            for sex in ("female", "male")
            for age in ages
        }
    )


def make_mortality(by_year):
    """Mortality that is the same at all ages of both sexes: share who die by year."""
    rows = [
        (year, sex, age, share)
        for year, share in by_year.items()
        for sex in ("female", "male")
        for age in range(-1, 91)
    ]
    return make_tables(mortality=rows)["mortality"]


def make_factors(cells=CELLS, **tables):
    """Tables of a plan with further factors."""
    return make_tables(activity_base=cells, **tables)


def code(tables, people=None, possible=()):
    """Code demand of the tiny system."""
    return CodedDemand.from_tables(
        tables,
        make_people_alike() if people is None else people,
        base_year=2016,
        years=YEARS,
        possible=possible,
    )


def sum_pods(coded, values, year):
    """Sum lines by pod and provider in one year, rounded for comparison."""
    found = {}
    for at, (_, provider, _, pod) in enumerate(coded.lines.iter_rows()):
        key = (pod, provider)
        found[key] = round(found.get(key, 0.0) + float(values[at, year - YEARS[0]]), 9)
    return found
