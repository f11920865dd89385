"""A table is read against its contract, and every fault of the file is told at once."""

import os

import polars as pl
import pytest

from placeplan.errors import Fault
from placeplan.tables import STATUS, Column, TableContract, read_table

BEDS = TableContract(
    "beds",
    "capacity/beds.csv",
    (
        Column("year", "year"),
        Column("site", "text"),
        Column("beds", "number", least=0),
        Column("note", "text", nullable=True),
    ),
    key=("year", "site"),
)
HEADER = b"year,site,beds,note,source,status\n"
ROW = b"2016,qeqm,319,,estates-2014,derived\n"


def _read(folder, content, contract=BEDS, **limits):
    path = folder / contract.path
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    frame, faults = read_table(contract.path, contract, folder=folder, **limits)
    assert dict(frame.schema) == contract.schema
    return frame, list(faults)


def test_sound_table_has_the_types_of_its_contract(tmp_path):
    frame, faults = _read(tmp_path, HEADER + ROW)

    assert faults == []
    assert frame.rows() == [(2016, "qeqm", 319.0, None, "estates-2014", "derived")]
    assert frame.schema == {
        "year": pl.Int32,
        "site": pl.String,
        "beds": pl.Float64,
        "note": pl.String,
        "source": pl.String,
        "status": STATUS,
    }


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + HEADER + ROW,
        (HEADER + ROW).replace(b"\n", b"\r\n"),
        (HEADER + ROW).replace(b"\n", b"\r"),
        HEADER + ROW.rstrip(),
        b"status,source,note,beds,site,year\nderived,estates-2014,,319,qeqm,2016\n",
        HEADER + b'2016,"qeqm",319,"","estates-2014",derived\n',
    ],
    ids=["mark", "windows", "old mac", "no last line end", "other order", "quoted"],
)
def test_what_spreadsheets_make_of_a_sound_table_is_sound(tmp_path, content):
    frame, faults = _read(tmp_path, content)

    assert faults == []
    assert frame.rows() == [(2016, "qeqm", 319.0, None, "estates-2014", "derived")]


AT = "capacity/beds.csv"
COLUMNS = "only the columns year, site, beds, note, source, status"
FILL = "Fill it in, or take it away if the plan does not need it."
SAVE = "Save the file as 'CSV UTF-8' and put it in place again."
COMMAS = "Save the file with commas between the cells."
QUOTES = "Close the quotation mark, and write a mark inside a text twice."
QUOTED = "Put quotation marks around a text that holds a comma."
SPLIT = "Leave out what the plan does not use, or split the plan."
BAD = {
    "empty": (b"", [("", "a file with content", "an empty file", FILL)]),
    "blank": (b"\n \n", [("", "a file with content", "an empty file", FILL)]),
    "header only": (
        HEADER,
        [
            (
                "row 2",
                "at least one row",
                "a header alone",
                "Add rows, or take the file away if the plan does not need it.",
            )
        ],
    ),
    "latin-1": (
        HEADER + ROW + b"2017,Caf\xe9 Royal,3,,x,derived\n",
        [("line 3", "text in UTF-8", "the byte 0xE9 after '2017,Caf'", SAVE)],
    ),
    "latin-1 after a mark": (
        b"\xef\xbb\xbf" + HEADER + b"\xe9",
        [("line 2", "text in UTF-8", "the byte 0xE9", SAVE)],
    ),
    "utf-16": (
        (HEADER + ROW).decode().encode("utf-16"),
        [("", "text in UTF-8", "text in UTF-16", SAVE)],
    ),
    "zero byte": (
        HEADER + b"2016,qe\0qm,319,,x,derived\n",
        [("line 2", "text", "a zero byte (NUL)", SAVE)],
    ),
    "semicolons": (
        HEADER.replace(b",", b";") + ROW.replace(b",", b";"),
        [("row 1", "commas between the cells", "semicolons", COMMAS)],
    ),
    "tabs": (
        HEADER.replace(b",", b"\t") + ROW.replace(b",", b"\t"),
        [("row 1", "commas between the cells", "tabs", COMMAS)],
    ),
    "open quotation mark": (
        HEADER + ROW + b'2017,"qeqm,3,,x,derived\n',
        [("line 3", "cells that can be told apart", "unexpected end of data", QUOTES)],
    ),
    "open quotation mark in the header": (
        b'"year\n',
        [("line 1", "cells that can be told apart", "unexpected end of data", QUOTES)],
    ),
    "too few and too many cells, and empty rows": (
        HEADER + b"2016,qeqm\n" + ROW + b",,,,,\n2016,a,1,x,y,derived,z\n\n",
        [
            ("row 2", "6 cells", "2 cells", QUOTED),
            ("row 4", "6 cells", "none", "Delete the empty row."),
            ("row 5", "6 cells", "7 cells", QUOTED),
            ("row 6", "6 cells", "none", "Delete the empty row."),
        ],
    ),
    "headers missing, unknown, repeated and empty": (
        b"year,sites,beds,beds,source,status,\n2016,qeqm,319,320,x,derived,\n",
        [
            ("row 1", "a column site", "none", "Add the column."),
            ("row 1", "a column note", "none", "Add the column."),
            ("cell B1", COLUMNS, "'sites'", "Did you mean 'site'?"),
            (
                "cell D1",
                "each column once",
                "'beds' a second time",
                "Delete one of the two columns.",
            ),
            (
                "cell G1",
                COLUMNS,
                "an empty header",
                "Delete the column, or correct its name.",
            ),
        ],
    ),
    "too many columns": (
        HEADER.rstrip() + b"," * 600 + b"\n",
        [
            (
                "row 1",
                "at most 500 columns",
                "606",
                "Delete the columns that the table does not have.",
            )
        ],
    ),
    "everything at once": (
        HEADER + b"2016,qeqm,-1,,x,derived\n2016,qeqm,2,,,derive\n",
        [
            ("row 2, column beds", "a number of 0 or more", "-1", "Correct the value."),
            ("row 3, column source", "a text", "nothing", "Fill in the cell."),
            (
                "row 3, column status",
                "one of: published, derived, calibrated, illustrative",
                "derive",
                "Did you mean 'derived'?",
            ),
            (
                "rows 2, 3",
                "one row for each year, site",
                "2 for year 2016, site qeqm",
                "Keep one of the rows, or correct what tells them apart.",
            ),
        ],
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_file_is_told_in_words(tmp_path, name):
    content, faults = BAD[name]

    assert _read(tmp_path, content)[1] == [Fault(AT, *fault) for fault in faults]


def test_row_numbers_are_those_of_a_spreadsheet(tmp_path):
    content = HEADER + b'2016,a,1,"two\nlines",x,derived\n2016,b,-1,,x,derived\n'

    _, faults = _read(tmp_path, content)

    assert [fault.where for fault in faults] == [
        "row 3, column beds",
        "row 2, column note",
    ]


def test_sound_rows_are_kept_beside_those_at_fault(tmp_path):
    frame, _ = _read(tmp_path, HEADER + ROW + b"short\n2016,whh,-1,,x,derived\n")

    assert frame["site"].to_list() == ["qeqm", "whh"]
    assert frame["beds"].to_list() == [319.0, None]


def test_many_rows_of_the_wrong_width_are_counted_after_twenty(tmp_path):
    _, faults = _read(tmp_path, HEADER + b"short\n" * 23)

    assert len(faults) == 21
    assert faults[-1] == Fault(
        AT, "", "6 cells", "3 more rows like these", "Mend them likewise."
    )


def test_more_rows_than_one_slice_are_all_read(tmp_path):
    rows = b"".join(b"2016,s%d,%d,,x,derived\n" % (n, n) for n in range(120_000))

    frame, faults = _read(tmp_path, HEADER + rows)

    assert faults == []
    assert frame.height == 120_000
    assert frame["beds"].sum() == sum(range(120_000))


def test_file_over_the_limit_is_refused_by_its_size(tmp_path):
    _, faults = _read(tmp_path, HEADER + ROW * 100_000, limit_bytes=1_000_000)

    assert faults == [Fault(AT, "", "at most 1.0 MB", "3.6 MB", SPLIT)]


def test_file_of_2_gb_is_refused_unread(tmp_path):
    path = tmp_path / AT
    path.parent.mkdir()
    with path.open("wb") as opened:
        opened.truncate(2_000_000_000)  # a sparse file: it takes no room

    _, faults = read_table(AT, BEDS, folder=tmp_path)

    assert faults == (Fault(AT, "", "at most 200.0 MB", "2,000.0 MB", SPLIT),)


def test_missing_table_is_a_fault_only_if_the_plan_must_have_it(tmp_path):
    optional = TableContract("x", "x.csv", (Column("a", "text"),), (), required=False)

    frame, faults = read_table("x.csv", optional, folder=tmp_path)
    assert (frame.height, faults) == (0, ())
    frame, faults = read_table(AT, BEDS, folder=tmp_path)
    assert frame.height == 0
    remedy = "Add the file to the folder."
    assert faults == (Fault(AT, "", "a file", "nothing", remedy),)


def test_link_that_leaves_the_folder_is_refused(tmp_path):
    plan, secret = tmp_path / "plan", tmp_path / "secret.csv"
    (plan / "capacity").mkdir(parents=True)
    secret.write_bytes(HEADER + ROW)
    (plan / AT).symlink_to(secret)

    frame, faults = read_table(AT, BEDS, folder=plan)

    assert frame.height == 0
    remedy = "Put the file itself into the folder instead of a link to it."
    found = "a link that leaves it"
    assert faults == (Fault(AT, "", "a file in the folder", found, remedy),)


def test_path_that_climbs_out_is_refused(tmp_path):
    plan = tmp_path / "plan"
    plan.mkdir()
    (tmp_path / "secret.csv").write_bytes(HEADER + ROW)

    _, faults = read_table("../secret.csv", BEDS, folder=plan)

    assert [fault.found for fault in faults] == ["a link that leaves it"]


def test_link_within_the_folder_is_followed(tmp_path):
    (tmp_path / "capacity").mkdir()
    (tmp_path / "other.csv").write_bytes(HEADER + ROW)
    (tmp_path / AT).symlink_to(tmp_path / "other.csv")

    frame, faults = read_table(AT, BEDS, folder=tmp_path)

    assert (frame.height, faults) == (1, ())


def test_link_to_nowhere_or_to_itself_is_no_missing_table(tmp_path):
    optional = TableContract("x", "x.csv", (Column("a", "text"),), (), required=False)
    (tmp_path / "x.csv").symlink_to(tmp_path / "nowhere.csv")
    (tmp_path / "y.csv").symlink_to(tmp_path / "y.csv")

    for path in ("x.csv", "y.csv"):
        _, faults = read_table(path, optional, folder=tmp_path)
        assert len(faults) == 1, path


@pytest.mark.parametrize(
    ("make", "found"),
    [(os.mkdir, "a folder"), (os.mkfifo, "something else")],
)
def test_what_is_no_file_is_refused(tmp_path, make, found):
    make(tmp_path / "x.csv")
    contract = TableContract("x", "x.csv", (Column("a", "text"),), ())

    _, faults = read_table("x.csv", contract, folder=tmp_path)

    remedy = "Put a file in its place."
    assert faults == (Fault("x.csv", "", "a file", found, remedy),)


def test_file_that_may_not_be_read_says_so(tmp_path, monkeypatch):
    (tmp_path / "x.csv").write_bytes(b"a\n1\n")
    contract = TableContract("x", "x.csv", (Column("a", "text"),), ())

    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    _, faults = read_table("x.csv", contract, folder=tmp_path)

    remedy = "Check that the file is there and that you may read it."
    expected, found = "a file that can be read", "permission denied"
    assert faults == (Fault("x.csv", "", expected, found, remedy),)


def test_file_that_grows_while_it_is_read_is_refused(tmp_path, monkeypatch):
    (tmp_path / "x.csv").write_bytes(b"a\n" + b"1\n" * 50)
    contract = TableContract("x", "x.csv", (Column("a", "text"),), ())
    monkeypatch.setattr("placeplan.tables.file._refuse", lambda *_, **__: None)

    _, faults = read_table("x.csv", contract, folder=tmp_path, limit_bytes=10)

    assert [fault.expected for fault in faults] == ["at most 0.0 MB"]


def test_an_optional_column_that_the_file_leaves_out_is_empty(tmp_path):
    columns = (Column("site", "text"), Column("ward", "text", "", True, optional=True))
    wards = TableContract("wards", "capacity/wards.csv", columns, key=("site",))

    left_out, faults = _read(tmp_path, b"site,source,status\nqeqm,a,derived\n", wards)
    given, others = _read(
        tmp_path, b"site,ward,source,status\nqeqm,west,a,derived\n", wards
    )
    assert (faults, others) == ([], [])
    assert (left_out["ward"].to_list(), given["ward"].to_list()) == ([None], ["west"])
