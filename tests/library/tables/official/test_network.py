"""Primary care networks and their practices."""

from datetime import date

import polars as pl
import pytest

from factories.official_factory import list_faults, make_networks, write_book
from library.official_files import NOT_HERE, SHARED
from placeplan.tables.official import read_network_members, read_networks

ODS = SHARED / "ods"
MEMBERS = "PCN Core Partner Details"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "ePCN.xlsx"


@pytest.mark.parametrize("edition", [2020, 2023])
def test_both_editions_give_the_same_networks(path, edition):
    networks = read_networks(write_book(path, make_networks(edition)))

    began, ended = date(2019, 10, 1), date(2021, 12, 31)
    assert networks.rows() == [
        ("U99901", "NORTH MARSH PCN", "09X", began, None, "ZZ9 9ZZ"),
        ("U99902", "SOUTH MARSH PCN", "09X", began, ended, "ZZ9 9ZY"),
    ]


@pytest.mark.parametrize("edition", [2020, 2023])
def test_both_editions_give_the_same_members(path, edition):
    members = read_network_members(write_book(path, make_networks(edition)))

    began, ended, again = date(2019, 10, 1), date(2021, 12, 31), date(2022, 1, 1)
    assert members.rows() == [
        ("G99901", "G99901", "09X", "U99901", "09X", began, None),
        ("G99902", "G99902", "09X", "U99902", "09X", began, ended),
        ("G99902", "G99902", "09Y", "U99901", "09X", again, None),
    ]


def test_names_are_shown_on_request_but_never_those_of_persons(path):
    book = write_book(path, make_networks())

    members = read_network_members(book, with_names=True)

    names = ["G99901", "MARSH SURGERY", "MARSH SURGERY"]
    assert members["name"].to_list() == names


def test_every_fault_of_the_members_is_named(path):
    sheets = make_networks()
    first, second, third = sheets[MEMBERS][1:]
    first[3], first[6] = "U99909", "20191301"
    second[8] = False
    third[1] = None

    found = list_faults(read_network_members, write_book(path, sheets))

    where = f"sheet '{MEMBERS}', row"
    assert found == [
        (f"{where} 4, column 'name'", "a plain name", "nothing"),
        (
            f"{where} 2, column 'PCN Code'",
            "a network of sheet 'PCNDetails'",
            "U99909",
        ),
        (
            f"{where} 3, column 'Match'",
            "TRUE where both commissioners are the same, else FALSE",
            "'false' for 09X and 09X",
        ),
        (
            f"{where} 2, column 'joined_on'",
            "a date as year, month and day, such as 20160601",
            "20191301",
        ),
    ]


def test_a_practice_in_two_networks_at_once_is_refused(path):
    sheets = make_networks()
    sheets[MEMBERS][2][7] = None

    assert list_faults(read_network_members, write_book(path, sheets)) == [
        (f"sheet '{MEMBERS}', rows 3, 4", "one row for each code", "2 for G99902")
    ]


def test_a_membership_that_repeats_or_ends_before_it_starts_is_refused(path):
    sheets = make_networks()
    row = sheets[MEMBERS][2]
    row[7] = "20190101"
    sheets[MEMBERS].append(row)

    found = list_faults(read_network_members, write_book(path, sheets))

    wrong = ("a date not before joined_on", "2019-01-01, before 2019-10-01")
    assert found == [
        (f"sheet '{MEMBERS}', row 3, column 'left_on'", *wrong),
        (f"sheet '{MEMBERS}', row 5, column 'left_on'", *wrong),
        (
            f"sheet '{MEMBERS}', rows 3, 5",
            "one row for each code, network, joined_on",
            "2 for G99902, U99902, 2019-10-01",
        ),
    ]


def test_a_repeated_network_is_refused(path):
    sheets = make_networks()
    sheets["PCNDetails"].append(sheets["PCNDetails"][1])

    assert list_faults(read_networks, write_book(path, sheets)) == [
        ("sheet 'PCNDetails', rows 2, 4", "one row for each network", "2 for U99901")
    ]


def test_missing_sheets_are_all_named(path):
    write_book(path, {"Sheet1": [["PCN Code"]]})

    assert list_faults(read_network_members, path) == [
        ("", "a sheet 'PCNDetails'", "none"),
        ("", f"a sheet '{MEMBERS}'", "none"),
    ]


@pytest.mark.real_files
@pytest.mark.skipif(not ODS.exists(), reason=NOT_HERE)
@pytest.mark.parametrize(
    ("file", "networks", "memberships", "practices"),
    [("ePCN_2020.xlsx", 1283, 7023, 198), ("ePCN_2023.xlsx", 1329, 7455, 185)],
)
def test_kent_and_medway_has_42_networks(file, networks, memberships, practices):
    members = read_network_members(ODS / file)

    here = members.filter(
        pl.col("network_commissioner") == "91Q", pl.col("left_on").is_null()
    )
    assert here["network"].n_unique() == 42
    assert here["code"].n_unique() == practices
    assert members.height == memberships
    assert read_networks(ODS / file).height == networks
