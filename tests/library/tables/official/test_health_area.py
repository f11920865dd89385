"""Estimates of health areas: a sheet for each sex, or a sheet for each year."""

import polars as pl
import pytest

from factories.official_factory import (
    count_people,
    list_faults,
    make_health_sheets,
    make_health_years,
    write_book,
)
from library.official_files import NOT_HERE, SHARED
from placeplan.tables.official import (
    read_health_areas_by_sex,
    read_health_areas_by_year,
)

BY_SEX = SHARED / "population" / "ccg_2018_pop_est.xlsx"
BY_YEAR = SHARED / "population" / "pop_estimates_icb_mid-22.xlsx"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "health.xlsx"


def test_sheets_of_each_sex_give_males_and_females(path):
    people = read_health_areas_by_sex(write_book(path, make_health_sheets()))

    one = people.filter(area_code="E38000902", sex="male", age=7)
    count = float(count_people("E38000902", "Males", 7))
    assert one.rows() == [
        (2018, "E38000902", "NHS Hythe CCG", "ccg", "male", 7, count, None)
    ]
    assert set(people["area_kind"]) == {"country", "nhs_region", "ccg"}


def test_a_group_that_is_missing_shows_in_england(path):
    sheets = make_health_sheets()
    for rows in sheets.values():
        rows.pop()

    found = list_faults(read_health_areas_by_sex, write_book(path, sheets))

    where, expected, _ = found[0]
    assert where == "sheet 'Mid-2018 Persons', row 4, column '0'"
    assert expected.endswith(", the sum of its CCGs")


def test_a_sheet_for_a_sex_that_is_missing_is_named(path):
    sheets = make_health_sheets()
    del sheets["Mid-2018 Females"]

    assert list_faults(read_health_areas_by_sex, write_book(path, sheets)) == [
        ("", "a sheet such as 'Mid-2018 Females'", "none")
    ]


def test_sheets_of_two_years_are_refused(path):
    sheets = make_health_sheets()
    sheets["Mid-2017 Males"] = sheets.pop("Mid-2018 Males")

    assert list_faults(read_health_areas_by_sex, write_book(path, sheets)) == [
        ("", "sheets of one year", "2017 and 2018")
    ]


def test_an_area_of_unknown_kind_is_refused(path):
    sheets = make_health_sheets()
    for sex in ("Persons", "Males", "Females"):
        sheets[f"Mid-2018 {sex}"][4][0] = "E07000105"

    found = list_faults(read_health_areas_by_sex, write_book(path, sheets))

    expected = "the code of an area, such as E38000104"
    assert found[0] == (
        *("sheet 'Mid-2018 Persons', row 5, column 'area_code'", expected),
        "E07000105",
    )


def test_sheets_of_each_year_give_both_sexes(path):
    people = read_health_areas_by_year(
        write_book(path, make_health_years()), areas="ICB 2023"
    )

    count = float(count_people("E38000902", "Females", 90))
    assert people.filter(year=2022, sex="female", age=90).rows() == [
        (2022, "E38000902", "NHS Marsh - 99Z", "ICB 2023", "female", 90, count, None)
    ]
    assert people.group_by("year").len().sort("year").rows() == [
        (2021, 2 * 91),
        (2022, 2 * 91),
    ]


def test_a_set_of_areas_that_is_not_there_is_refused(path):
    book = write_book(path, make_health_years())

    assert list_faults(read_health_areas_by_year, book, areas="LHB 2023") == [
        (
            "",
            "sheets such as 'Mid-2022 LHB 2023'",
            "Contents, Mid-2021 ICB 2023, Mid-2022 ICB 2023",
        )
    ]


def test_a_total_of_both_sexes_that_does_not_tie_is_refused(path):
    sheets = make_health_years()
    row = sheets["Mid-2021 ICB 2023"][2]
    row[4] += 10

    found = list_faults(
        read_health_areas_by_year, write_book(path, sheets), areas="ICB 2023"
    )

    assert found == [
        (
            "sheet 'Mid-2021 ICB 2023', row 3, column 'Total'",
            f"{row[4] - 10}, the sum of its ages",
            str(row[4]),
        )
    ]


@pytest.mark.real_files
@pytest.mark.skipif(not BY_SEX.exists(), reason=NOT_HERE)
def test_official_ccgs_make_up_england_in_2018():
    people = read_health_areas_by_sex(BY_SEX)

    # England mid-2018 as printed: 55,977,178; every level adds up to it.
    levels = people.group_by("area_kind").agg(pl.col("value").sum())
    assert set(levels["value"]) == {55_977_178}
    assert people.filter(area_kind="ccg")["area_code"].n_unique() == 195
    ashford = people.filter(area_code="E38000002")
    assert ashford["value"].sum() == 129_281  # as printed, All Ages of Persons


@pytest.mark.real_files
@pytest.mark.skipif(not BY_YEAR.exists(), reason=NOT_HERE)
@pytest.mark.parametrize("areas", ["CCG 2021", "ICB 2023"])
def test_kent_and_medway_in_the_official_workbook_of_2022(areas):
    people = read_health_areas_by_year(BY_YEAR, areas=areas)

    here = people.filter(area_code="E38000237").group_by("year")
    # As printed in column Total.
    assert here.agg(pl.col("value").sum()).sort("year").rows() == [
        (2021, 1_858_455),
        (2022, 1_875_893),
    ]


@pytest.mark.real_files
@pytest.mark.skipif(not BY_YEAR.exists(), reason=NOT_HERE)
def test_welsh_boards_in_the_official_workbook_of_2022():
    people = read_health_areas_by_year(BY_YEAR, areas="LHB 2023")

    assert people.filter(area_code="W11000024", year=2022)["value"].sum() == 133_891
