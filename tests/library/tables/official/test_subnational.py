"""Subnational population projections, the Z1 CSV file."""

import polars as pl
import pytest

from factories.official_factory import (
    count_people,
    list_faults,
    make_subnational,
    write_csv,
)
from library.official_files import NOT_HERE, SHARED
from placeplan.tables.official import read_subnational_projection

SAMPLE = SHARED / "projections" / "snpp2014_persons_Bristol_FORMAT_SAMPLE.csv"
ALL_SEXES = ("persons", "males", "females")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "z1.csv"


def test_each_year_and_age_becomes_a_row(path):
    people = read_subnational_projection(write_csv(path, make_subnational(("males",))))

    count = count_people("E07000902", "Males", 90) / 4
    assert people.filter(area_code="E07000902", year=2015, age=90).rows() == [
        (2015, "E07000902", "Southhythe, City of", "male", 90, count, None)
    ]
    assert people.height == 2 * 2 * 91


def test_a_file_of_persons_stays_persons(path):
    people = read_subnational_projection(write_csv(path, make_subnational()))

    assert people["sex"].unique().to_list() == ["persons"]


def test_persons_beside_both_sexes_are_a_check_and_left_out(path):
    people = read_subnational_projection(write_csv(path, make_subnational(ALL_SEXES)))

    assert sorted(people["sex"].unique()) == ["female", "male"]


def test_persons_that_are_not_both_sexes_are_refused(path):
    rows = make_subnational(ALL_SEXES)
    first, total = rows[1], rows[92]
    first[5], total[5] = f"{float(first[5]) + 1:.3f}", f"{float(total[5]) + 1:.3f}"

    found = list_faults(read_subnational_projection, write_csv(path, rows))

    assert found == [
        (
            "row 2, column '2014'",
            f"{float(first[5]) - 1:.12g}, the sum of its sexes",
            f"{float(first[5]):.12g}",
        )
    ]


def test_what_rounding_allows_is_no_fault(path):
    rows = make_subnational()
    total = rows[92]
    total[5] = f"{float(total[5]) + 0.046:.3f}"

    assert list_faults(read_subnational_projection, write_csv(path, rows)) == []


def test_more_than_rounding_allows_is_a_fault(path):
    rows = make_subnational()
    total = rows[92]
    before = float(total[5])
    total[5] = f"{before + 0.047:.3f}"

    assert list_faults(read_subnational_projection, write_csv(path, rows)) == [
        (
            "row 93, column '2014'",
            f"{before:.12g}, the sum of its ages",
            f"{before + 0.047:.12g}",
        )
    ]


def test_an_age_that_is_missing_is_refused(path):
    rows = make_subnational()
    del rows[5]

    found = list_faults(read_subnational_projection, write_csv(path, rows))

    expected = "91 ages and All ages for each area"
    assert found[0] == ("", expected, "90 ages and All ages")


def test_a_total_that_is_missing_is_refused(path):
    rows = make_subnational()[:-1]

    expected = "91 ages and All ages for each area"
    assert list_faults(read_subnational_projection, write_csv(path, rows)) == [
        ("", expected, "91 ages without All ages")
    ]


def test_a_total_alone_is_refused(path):
    rows = make_subnational()

    found = list_faults(
        read_subnational_projection, write_csv(path, [rows[0], rows[92]])
    )

    expected = "91 ages and All ages for each area"
    assert found == [("", expected, "0 ages and All ages")]


def test_other_components_sexes_and_ages_are_all_named(path):
    rows = make_subnational()
    rows[1][2], rows[2][3], rows[3][4] = "Births", "boys", "85+"

    found = list_faults(read_subnational_projection, write_csv(path, rows))

    assert found == [
        ("row 2, column 'COMPONENT'", "Population", "Births"),
        ("row 3, column 'SEX'", "persons, males or females", "boys"),
        ("row 4, column 'AGE_GROUP'", "0 to 89, 90 and over, All ages", "85+"),
    ]


def test_years_that_repeat_or_leave_gaps_are_refused(path):
    rows = make_subnational()
    rows[0][6] = "2014"
    assert list_faults(read_subnational_projection, write_csv(path, rows)) == [
        ("row 1", "each year once", "'2014' a second time")
    ]

    rows[0][6] = "2016"
    assert list_faults(read_subnational_projection, write_csv(path, rows)) == [
        ("row 1", "years in order, without a gap", "2014, 2016")
    ]


def test_columns_that_are_no_years_are_refused(path):
    rows = make_subnational()
    rows[0][5:] = ["2014/15", "later"]

    assert list_faults(read_subnational_projection, write_csv(path, rows)) == [
        ("row 1", "a year such as 2014", "'2014/15'"),
        ("row 1", "a year such as 2014", "'later'"),
        ("row 1", "a column for each year, such as 2014", "none"),
    ]


@pytest.mark.real_files
@pytest.mark.skipif(not SAMPLE.exists(), reason=NOT_HERE)
def test_the_official_sample_ties_to_its_printed_totals():
    people = read_subnational_projection(SAMPLE)

    totals = people.group_by("year").agg(pl.col("value").sum()).sort("year")
    # As printed in its row All ages: 442474.000 in 2014, 545616.696 in 2039.
    assert totals.height == 26
    assert totals.row(0) == (2014, pytest.approx(442_474.000, abs=0.046))
    assert totals.row(-1) == (2039, pytest.approx(545_616.696, abs=0.046))
