"""Mid-year population estimates: the workbook and the CSV file cut from it."""

import polars as pl
import pytest

from factories.official_factory import (
    count_people,
    list_faults,
    make_mid_year_csv,
    make_mid_year_sheets,
    write_book,
    write_csv,
)
from library.official_files import KENT_AND_MEDWAY, NOT_HERE, SHARED
from placeplan.tables.official import read_mid_year_csv, read_mid_year_workbook

PEOPLE = SHARED / "population"
WORKBOOK = PEOPLE / "ukmidyearestimates20192020ladcodes.xls"
CUT = PEOPLE / "mye2019_lad_sex_syoa_KM_and_neighbours.csv"

WHOLE = "a whole number of 0 or more, or a mark such as * for a suppressed one"


@pytest.fixture
def sheets():
    return make_mid_year_sheets()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "mye.xlsx"


def test_the_workbook_gives_males_and_females_by_age(sheets, path):
    people = read_mid_year_workbook(write_book(path, sheets))

    one = people.filter(area_code="E07000902", sex="female", age=90)
    assert one.rows() == [
        (
            *(2019, "E07000902", "Southhythe", "District", "female", 90),
            *(float(count_people("E07000902", "Females", 90)), None),
        )
    ]
    assert people.group_by("sex").len().sort("sex").rows() == [
        ("female", 6 * 91),
        ("male", 6 * 91),
    ]


def test_a_header_that_moved_down_is_found(sheets, path):
    for name in ("MYE2 - Persons", "MYE2 - Males", "MYE2 - Females"):
        sheets[name].insert(3, ["Released in June"])

    assert list_faults(read_mid_year_workbook, write_book(path, sheets)) == []


@pytest.mark.parametrize("with_figures", [True, False])
def test_headings_in_another_order_are_refused(sheets, path, with_figures):
    for row in sheets["MYE2 - Males"]:
        if len(row) > 90 and (with_figures or row[4] == "0"):
            row[4], row[6] = row[6], row[4]

    found = list_faults(read_mid_year_workbook, write_book(path, sheets))

    where = found[0][0]
    assert found == [
        (where, "'0' before '1', as published", "the other way round"),
        (where, "'1' before '2', as published", "the other way round"),
    ]
    assert where.startswith("sheet 'MYE2 - Males', row ")


def test_sheets_under_each_others_names_are_refused(sheets, path):
    males, females = "MYE2 - Males", "MYE2 - Females"
    sheets[males], sheets[females] = sheets[females], sheets[males]

    assert list_faults(read_mid_year_workbook, write_book(path, sheets)) == [
        (f"sheet '{males}'", "a title that speaks of males", "females"),
        (f"sheet '{females}'", "a title that speaks of females", "males"),
    ]


def test_a_missing_sheet_is_named(sheets, path):
    del sheets["MYE2 - Males"]

    assert list_faults(read_mid_year_workbook, write_book(path, sheets)) == [
        ("", "a sheet 'MYE2 - Males'", "none")
    ]


def test_headings_that_are_missing_in_two_sheets_are_all_named(sheets, path):
    sheets["MYE2 - Males"][4][10] = "six"
    sheets["MYE2 - Females"][4][94] = "85+"

    found = list_faults(read_mid_year_workbook, write_book(path, sheets))

    only = "only the columns of this layout"
    assert found == [
        ("sheet 'MYE2 - Males', row 5", "one column '6'", "none"),
        ("sheet 'MYE2 - Males', row 5", only, "'six'"),
        ("sheet 'MYE2 - Females', row 5", "one column '90+'", "none"),
        ("sheet 'MYE2 - Females', row 5", only, "'85+'"),
    ]


def test_text_and_negative_numbers_in_cells_are_all_named(sheets, path):
    males = sheets["MYE2 - Males"]
    males[9][4], males[10][5], males[10][6] = "many", -3, 2.5

    found = list_faults(read_mid_year_workbook, write_book(path, sheets))

    assert [fault for fault in found if fault[1] == WHOLE] == [
        ("sheet 'MYE2 - Males', row 10, column '0'", WHOLE, "many"),
        ("sheet 'MYE2 - Males', row 11, column '1'", WHOLE, "-3"),
        ("sheet 'MYE2 - Males', row 11, column '2'", WHOLE, "2.5"),
    ]


def test_a_suppressed_figure_is_missing_and_never_zero(sheets, path):
    for rows in (sheets["MYE2 - Males"], sheets["MYE2 - Persons"]):
        for row, column in ((9, 4), (9, 5), (10, 4), (10, 5)):
            rows[row][column] = "*"

    people = read_mid_year_workbook(write_book(path, sheets))

    missing = people.filter(pl.col("value").is_null())
    assert missing.select("area_code", "sex", "age", "missing_reason").rows() == [
        (area, "male", age, "suppressed")
        for area in ("E06000901", "E07000902")
        for age in (0, 1)
    ]


def test_a_mark_whose_figure_could_be_worked_out_is_refused(sheets, path):
    rows = sheets["MYE2 - Males"]
    total, count = rows[10][3], rows[10][4]
    rows[10][4] = "*"

    found = list_faults(read_mid_year_workbook, write_book(path, sheets))

    where = "sheet 'MYE2 - Males', row 11, column 'All ages'"
    assert found[0] == (where, f"{total - count}, the sum of its ages", str(total))


def test_a_total_that_is_not_the_sum_of_its_ages_is_named(sheets, path):
    row = sheets["MYE2 - Females"][10]
    row[3] += 1

    assert list_faults(read_mid_year_workbook, write_book(path, sheets)) == [
        (
            "sheet 'MYE2 - Females', row 11, column 'All ages'",
            f"{row[3] - 1}, the sum of its ages",
            str(row[3]),
        )
    ]


def test_persons_that_are_not_males_and_females_are_named(sheets, path):
    persons = sheets["MYE2 - Persons"]
    for row in (*persons[5:9], persons[9]):
        row[3] += 1
        row[7] += 1

    found = list_faults(read_mid_year_workbook, write_book(path, sheets))

    count = persons[9][7]
    assert found[-1] == (
        "sheet 'MYE2 - Persons', row 10, column '3'",
        f"{count - 1}, the sum of its sexes",
        str(count),
    )
    assert len(found) == 5


def test_a_council_that_is_missing_shows_in_the_nations(sheets, path):
    for rows in sheets.values():
        del rows[10:11]

    found = list_faults(read_mid_year_workbook, write_book(path, sheets))

    where, expected, _ = found[0]
    assert where == "sheet 'MYE2 - Persons', row 6, column '0'"
    assert expected.endswith(", the sum of its councils")


def test_a_council_that_one_sheet_lacks_is_named(tmp_path):
    rows = [row for row in make_mid_year_csv() if row[:2] != ["Males", "E06000901"]]

    found = list_faults(
        read_mid_year_csv, write_csv(tmp_path / "cut.csv", rows), year=2019
    )

    expected = "every area for every sex"
    assert found[0] == ("", expected, "none for 2019, E06000901")


def test_a_repeated_council_is_named(sheets, path):
    sheets["MYE2 - Persons"].insert(11, sheets["MYE2 - Persons"][10])

    found = list_faults(read_mid_year_workbook, write_book(path, sheets))

    assert found[0] == (
        "sheet 'MYE2 - Persons', rows 11, 12",
        "one row for each area_code",
        "2 for E07000902",
    )


def test_a_wrong_code_and_an_empty_name_are_named(sheets, path):
    row = sheets["MYE2 - Persons"][9]
    row[0], row[1] = "Northmarsh", ""

    found = list_faults(read_mid_year_workbook, write_book(path, sheets))

    where = "sheet 'MYE2 - Persons', row 10"
    code = "the code of an area, such as E07000105"
    assert found[:2] == [
        (f"{where}, column 'area_code'", code, "Northmarsh"),
        (f"{where}, column 'area_name'", "a plain name", "nothing"),
    ]


def test_titles_of_two_years_are_refused(sheets, path):
    sheets["MYE2 - Males"][2] = ["MYE2: Males, mid-2018"]

    assert list_faults(read_mid_year_workbook, write_book(path, sheets)) == [
        ("", "one year in the titles of all sheets", "2018 and 2019")
    ]


def test_a_title_without_a_year_is_refused(sheets, path):
    sheets["MYE2 - Males"][2] = ["MYE2: Males"]

    expected = "a title that names the year, such as 'mid-2019'"
    assert list_faults(read_mid_year_workbook, write_book(path, sheets)) == [
        ("sheet 'MYE2 - Males'", expected, "none")
    ]


def test_the_cut_gives_the_same_people_as_the_workbook(sheets, path, tmp_path):
    cut = read_mid_year_csv(
        write_csv(tmp_path / "cut.csv", make_mid_year_csv()), year=2019
    )

    workbook = read_mid_year_workbook(write_book(path, sheets))
    assert cut.equals(workbook.filter(pl.col("area_kind") == "District"))


def test_a_cut_of_persons_alone_stays_persons(tmp_path):
    rows = [row for row in make_mid_year_csv() if row[0] in ("Sex", "Persons")]

    people = read_mid_year_csv(write_csv(tmp_path / "cut.csv", rows), year=2019)

    assert people["sex"].unique().to_list() == ["persons"]
    assert people.height == 2 * 91


def test_a_cut_of_persons_and_males_is_refused(tmp_path):
    rows = [row for row in make_mid_year_csv() if row[0] != "Females"]

    expected = "persons, or males and females, or all three"
    assert list_faults(
        read_mid_year_csv, write_csv(tmp_path / "cut.csv", rows), year=2019
    ) == [("", expected, "male and persons")]


def test_an_unknown_sex_is_named(tmp_path):
    rows = make_mid_year_csv()
    rows[1][0] = "People"

    assert list_faults(
        read_mid_year_csv, write_csv(tmp_path / "cut.csv", rows), year=2019
    ) == [("row 2, column 'sex'", "Persons, Males or Females", "people")]


@pytest.mark.real_files
@pytest.mark.skipif(not WORKBOOK.exists(), reason=NOT_HERE)
def test_kent_and_medway_in_2019_from_the_official_workbook():
    people = read_mid_year_workbook(WORKBOOK)

    here = people.filter(pl.col("area_code").is_in(KENT_AND_MEDWAY))
    assert here["value"].sum() == 1_860_111
    # Males, females and all ages as printed in row England of sheet MYE1.
    england = people.filter(area_code="E92000001").group_by("sex")
    assert england.agg(pl.col("value").sum()).sort("sex").rows() == [
        ("female", 28_459_130),
        ("male", 27_827_831),
    ]
    assert people["area_code"].n_unique() == 426


@pytest.mark.real_files
@pytest.mark.skipif(not CUT.exists(), reason=NOT_HERE)
def test_kent_and_medway_in_2019_from_the_cut():
    people = read_mid_year_csv(CUT, year=2019)

    here = people.filter(pl.col("area_code").is_in(KENT_AND_MEDWAY))
    assert here["value"].sum() == 1_860_111


@pytest.mark.real_files
@pytest.mark.skipif(
    not (PEOPLE / "sape_mid2018_ccg_sex_syoa_KM.csv").exists(), reason=NOT_HERE
)
def test_the_cut_of_the_health_workbook_has_the_same_layout():
    people = read_mid_year_csv(PEOPLE / "sape_mid2018_ccg_sex_syoa_KM.csv", year=2018)

    ashford = people.filter(area_code="E38000002")
    assert ashford["value"].sum() == 129_281  # as printed, All Ages of Persons
    assert people.columns == [
        *("year", "area_code", "area_name", "sex", "age", "value", "missing_reason")
    ]
