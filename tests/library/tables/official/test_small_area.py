"""Small area and district estimates, persons by single year of age."""

import polars as pl
import pytest

from factories.official_factory import (
    count_people,
    list_faults,
    make_small_areas,
    write_csv,
)
from library.official_files import KENT_AND_MEDWAY, NOT_HERE, SHARED
from placeplan.tables.official import read_small_area_estimates

PEOPLE = SHARED / "population"
LOOKUP = SHARED / "geography" / "LSOA11_CCG21_LAD21_lookup_KM_and_neighbours.csv"


@pytest.fixture
def rows():
    return make_small_areas()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "lsoa.csv"


def test_each_age_becomes_a_row(rows, path):
    people = read_small_area_estimates(write_csv(path, rows), year=2019)

    assert people.filter(area_code="W01000902", age=90).rows() == [
        (
            *(2019, "W01000902", "Aber 1B", "lsoa11", "persons", 90),
            *(float(count_people("W01000902", "Males", 90)), None),
        )
    ]
    assert people.height == 2 * 91


def test_the_kind_of_area_is_read_from_the_heading(rows, path):
    rows[0][:2] = ["ltla21_name", "ltla21_code"]
    rows[1][1], rows[2][1] = "E06000901", "S12000902"

    people = read_small_area_estimates(write_csv(path, rows), year=2020)

    assert people["area_kind"].unique().to_list() == ["ltla21"]


def test_codes_of_another_kind_of_area_are_refused(rows, path):
    rows[1][1] = "E06000901"

    assert list_faults(read_small_area_estimates, write_csv(path, rows), year=2019) == [
        (
            "row 2, column 'area_code'",
            "the code of an area of kind lsoa11",
            "E06000901",
        )
    ]


def test_a_file_without_codes_is_refused(rows, path):
    rows[0][1] = "code"

    expected = "a column of codes such as lsoa11_code or ltla19_code"
    found = "lsoa11_name, code, total_population, 0, 1, 2"
    assert list_faults(read_small_area_estimates, write_csv(path, rows), year=2019) == [
        ("row 1", expected, found)
    ]


def test_a_total_of_other_ages_is_refused(rows, path):
    rows[2][2] -= 4

    assert list_faults(read_small_area_estimates, write_csv(path, rows), year=2019) == [
        (
            "row 3, column 'total_population'",
            f"{rows[2][2] + 4}, the sum of its ages",
            str(rows[2][2]),
        )
    ]


def test_suppressed_ages_may_add_up_to_less_than_the_total(rows, path):
    rows[1][3], rows[1][50] = "*", "c"

    people = read_small_area_estimates(write_csv(path, rows), year=2019)

    assert people.filter(pl.col("value").is_null()).select(
        "area_code", "age", "missing_reason"
    ).rows() == [("E01000901", 0, "suppressed"), ("E01000901", 47, "suppressed")]


def test_suppressed_ages_may_not_add_up_to_more_than_the_total(rows, path):
    count = rows[1][3]
    rows[1][2], rows[1][3] = 5, "*"

    found = list_faults(read_small_area_estimates, write_csv(path, rows), year=2019)

    least = sum(make_small_areas()[1][3:]) - count
    assert found == [
        (
            "row 2, column 'total_population'",
            f"at least {least}, the sum of its ages",
            "5",
        )
    ]


def test_repeated_areas_are_refused(rows, path):
    found = list_faults(
        read_small_area_estimates, write_csv(path, [*rows, rows[1]]), year=2019
    )

    assert found == [("rows 2, 4", "one row for each area_code", "2 for E01000901")]


@pytest.mark.real_files
@pytest.mark.skipif(not PEOPLE.exists(), reason=NOT_HERE)
@pytest.mark.parametrize(
    ("year", "file", "total"),
    [
        (2019, "population19_ltla19_persons_syoa_UK.csv", 1_860_111),
        (2020, "population20_ltla20_persons_syoa_UK.csv", 1_868_199),
        (2020, "population20_ltla21_persons_syoa_UK.csv", 1_868_199),
    ],
)
def test_kent_and_medway_from_official_districts(year, file, total):
    people = read_small_area_estimates(PEOPLE / file, year=year)

    here = people.filter(pl.col("area_code").is_in(KENT_AND_MEDWAY))
    assert here["value"].sum() == total
    assert here["area_code"].n_unique() == 13


@pytest.mark.real_files
@pytest.mark.skipif(not LOOKUP.exists(), reason=NOT_HERE)
@pytest.mark.parametrize(("year", "total"), [(2019, 1_860_111), (2020, 1_868_199)])
def test_kent_and_medway_from_official_small_areas(year, total):
    file = PEOPLE / f"mye{year}_lsoa11_persons_syoa_KM_and_neighbours.csv"
    lookup = pl.read_csv(LOOKUP).filter(pl.col("LAD21CD").is_in(KENT_AND_MEDWAY))

    people = read_small_area_estimates(file, year=year)

    here = people.filter(pl.col("area_code").is_in(lookup["LSOA11CD"].implode()))
    assert here["area_code"].n_unique() == 1065
    assert here["value"].sum() == total


@pytest.mark.real_files
@pytest.mark.skipif(not PEOPLE.exists(), reason=NOT_HERE)
def test_official_small_areas_of_2017_add_up_to_their_printed_totals():
    file = PEOPLE / "mye2017_lsoa11_persons_syoa_KM_and_neighbours.csv"
    printed = pl.read_csv(file)

    people = read_small_area_estimates(file, year=2017)

    assert people["value"].sum() == printed["total_population"].sum()
    assert people["area_code"].n_unique() == 1664
