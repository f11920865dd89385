"""Practices and trusts of the Organisation Data Service."""

from datetime import date

import polars as pl
import pytest

from factories.official_factory import (
    list_faults,
    make_practice,
    make_trust,
    write_csv,
)
from library.official_files import NOT_HERE, SHARED
from placeplan.tables.official import read_practices, read_trusts

ODS = SHARED / "ods"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "epraccur.csv"


def test_a_practice_is_read_without_its_name_address_and_telephone(path):
    row = make_practice(address="1 MARSH LANE", telephone="none", closed="20211231")

    practices = read_practices(write_csv(path, [row]))

    assert practices.to_dicts() == [
        {
            "code": "G99901",
            "name": "G99901",
            "national_grouping": "Y59",
            "health_geography": "Q88",
            "postcode": "ZZ9 9ZZ",
            "opened_on": date(1974, 4, 1),
            "closed_on": date(2021, 12, 31),
            "status": "active",
            "commissioner": "09X",
            "joined_on": date(2013, 4, 1),
            "left_on": None,
            "parent": "09X",
            "setting": "4",
        }
    ]


def test_names_are_shown_on_request_but_never_those_of_persons(path):
    rows = [
        make_practice("G99901", name="MARSH LANE SURGERY"),
        make_practice("G99902", name="DR A EXAMPLE"),
        make_practice("G99903", name="EXAMPLE & PARTNERS"),
    ]

    practices = read_practices(write_csv(path, rows), with_names=True)

    assert practices["name"].to_list() == ["MARSH LANE SURGERY", "G99902", "G99903"]


@pytest.mark.parametrize(
    ("letter", "status"),
    [("A", "active"), ("C", "closed"), ("D", "dormant"), ("P", "proposed")],
)
def test_letters_of_status_become_words(path, letter, status):
    practices = read_practices(write_csv(path, [make_practice(status=letter)]))

    assert practices["status"].to_list() == [status]


def test_every_field_at_fault_is_named_by_its_number(path):
    rows = [
        make_practice("g1", status="X", setting="GP"),
        make_practice("G99902", opened="20230230", closed="2023-01-01"),
        make_practice("G99903", name="=1+1"),
        make_practice("G99904", opened="20200101", closed="20191231"),
        make_practice("G99904", left="17000101", opened=""),
    ]

    found = list_faults(read_practices, write_csv(path, rows))

    a_date = "a date as year, month and day, such as 20160601"
    code = "the code of an organisation, such as RVV"
    assert found == [
        ("row 1, column 'field 1, code'", code, "g1"),
        ("row 3, column 'name'", "a plain name", "'=1+1'"),
        ("rows 4, 5", "one row for each code", "2 for G99904"),
        ("row 2, column 'opened_on'", a_date, "20230230"),
        ("row 5, column 'opened_on'", a_date, "nothing"),
        ("row 2, column 'closed_on'", a_date, "2023-01-01"),
        ("row 5, column 'left_on'", a_date, "17000101"),
        (
            "row 4, column 'closed_on'",
            "a date not before opened_on",
            "2019-12-31, before 2020-01-01",
        ),
        ("row 1, column 'field 13, status'", "one of the letters A, C, D, P", "X"),
        ("row 1, column 'field 26, setting'", "a prescribing setting, such as 4", "GP"),
    ]


def test_rows_of_another_width_are_refused(path):
    rows = [make_practice(), make_practice("G99902")[:26], [*make_practice(), "more"]]

    assert list_faults(read_practices, write_csv(path, rows))[:2] == [
        ("row 2", "27 cells", "26 cells"),
        ("row 3", "27 cells", "28 cells"),
    ]


def test_a_list_of_trusts_is_no_list_of_practices(path):
    found = list_faults(read_practices, write_csv(path, [make_trust()]))

    assert found == [
        (
            "row 1, column 'field 13, status'",
            "one of the letters A, C, D, P",
            "nothing",
        ),
        (
            "row 1, column 'field 26, setting'",
            "a prescribing setting, such as 4",
            "nothing",
        ),
    ]


def test_a_trust_is_closed_when_it_has_a_closing_date(path):
    rows = [make_trust("RXX"), make_trust("RXY", closed="20190401")]

    trusts = read_trusts(write_csv(path, rows), with_names=True)

    assert trusts.select("code", "name", "status", "region").rows() == [
        ("RXX", "MARSH NHS TRUST", "active", "J"),
        ("RXY", "MARSH NHS TRUST", "closed", "J"),
    ]


def test_a_list_of_practices_is_no_list_of_trusts(path):
    found = list_faults(read_trusts, write_csv(path, [make_practice()]))

    nothing = "nothing, as in a list of trusts"
    assert found == [
        ("row 1, column 'field 13, status'", nothing, "A"),
        ("row 1, column 'field 26, setting'", nothing, "4"),
        ("row 1, column 'field 24, parent'", "a letter for the region", "09X"),
    ]


@pytest.mark.real_files
@pytest.mark.skipif(not ODS.exists(), reason=NOT_HERE)
@pytest.mark.parametrize(
    ("file", "rows", "practices"),
    [
        ("epraccur_2015-11-27_KM.csv", 403, 251),
        ("epraccur_2019-11_KM.csv", 464, 210),
        ("epraccur_2023_KM.csv", 509, 182),
    ],
)
def test_gp_practices_of_kent_and_medway(file, rows, practices):
    frame = read_practices(ODS / file)

    assert frame.height == rows
    assert frame.filter(status="active", setting="4").height == practices
    assert frame["name"].equals(frame["code"].alias("name"))


@pytest.mark.real_files
@pytest.mark.skipif(not ODS.exists(), reason=NOT_HERE)
@pytest.mark.parametrize(
    ("file", "rows"), [("etr_2020-03.csv", 232), ("etr_2022-02.csv", 218)]
)
def test_the_trusts_of_kent_and_medway_are_active(file, rows):
    frame = read_trusts(ODS / file)

    here = frame.filter(
        pl.col("code").is_in(["RVV", "RWF", "RPA", "RN7", "RXY", "RYY"])
    )
    assert here["status"].to_list() == ["active"] * 6
    assert frame.height == rows
