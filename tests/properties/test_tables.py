"""Laws of tables: what is written comes back; the fast check agrees with a slow one."""

import re
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from placeplan.errors import ArchiveError, Fault
from placeplan.periods import Validity
from placeplan.tables import (
    STATUSES,
    Column,
    Document,
    LoadedFile,
    TableContract,
    parse_table,
    parse_yaml,
    read_table,
    unpack_archive,
    write_frame_csv,
)

CONTRACT = TableContract(
    "x",
    "x.csv",
    (
        Column("name", "text", nullable=True),
        Column("count", "whole", nullable=True),
        Column("value", "number", nullable=True),
        Column("on", "date", nullable=True),
        Column("year", "year"),
        Column("recurrent", "flag", nullable=True),
    ),
    key=(),
)
LARGEST = 1e13  # pounds beyond it have no exact pence
# one line of text that needs no mending: letters, digits and signs, no space around it
PLAIN = st.text(
    st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=12
).filter(lambda text: text == text.strip() and text[0] not in "=+@-")
ROW = st.fixed_dictionaries(
    {
        "name": st.none() | PLAIN,
        "count": st.none() | st.integers(-(10**18) + 1, 10**18 - 1),
        "value": st.none() | st.floats(-LARGEST, LARGEST),
        "on": st.none() | st.dates(date(1000, 1, 1)),
        "year": st.integers(1900, 2150),
        "recurrent": st.none() | st.booleans(),
        "source": PLAIN,
        "status": st.sampled_from(STATUSES),
    }
)


@given(st.lists(ROW, min_size=1, max_size=8))
def test_what_is_written_comes_back(rows):
    frame = pl.DataFrame(rows, schema=CONTRACT.schema)

    with TemporaryDirectory() as name:
        folder = Path(name)
        write_frame_csv(frame, folder / "x.csv")
        back, faults = read_table("x.csv", CONTRACT, folder=folder)

    assert faults == ()
    assert back.equals(frame)


# --- the slow, obvious twin of the check of a column of numbers


def _slow_number(cell: str, least: float) -> float | None:
    """Read one cell as the contract would; None when it is at fault."""
    if cell != cell.strip() or not re.fullmatch(
        r"-?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?", cell
    ):
        return None
    value = float(cell)
    return value if least <= value <= LARGEST else None


CELL = st.one_of(
    st.integers(-5, 5).map(str),
    st.floats(width=32).map(str),
    st.sampled_from(
        ["1e400", "-0", ".5", "5.", "1,0", "٣", "=1", " 1", "1 ", "+1", "e"]
    ),
    st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=4),
)


@given(st.lists(CELL, min_size=1, max_size=20), st.sampled_from([-2.0, 0.0, 1.0]))
def test_fast_check_of_numbers_agrees_with_a_slow_one(cells, least):
    contract = TableContract(
        "x",
        "x.csv",
        (Column("value", "number", least=least),),
        key=(),
        sourced=False,
    )
    lines = ['"' + cell.replace('"', '""') + '"' for cell in cells]
    content = "\n".join(["value", *lines]).encode()

    frame, faults = parse_table(LoadedFile("x.csv", content), contract)

    slow = [_slow_number(cell, least) for cell in cells]
    assert frame["value"].to_list() == slow
    wrong = [f"row {at + 2}, column value" for at, v in enumerate(slow) if v is None]
    assert sorted(fault.where for fault in faults) == sorted(wrong)


PERIODS = st.lists(
    st.tuples(
        st.sampled_from("ab"),
        st.none() | st.dates(date(2016, 1, 1), date(2016, 1, 12)),
        st.none() | st.dates(date(2016, 1, 1), date(2016, 1, 12)),
    ).filter(lambda row: None in row or row[1] <= row[2]),
    min_size=1,
    max_size=6,
)


@given(PERIODS)
def test_overlaps_are_found_just_when_two_periods_share_a_day(rows):
    contract = TableContract(
        "x",
        "x.csv",
        (
            Column("id", "text"),
            Column("starts_on", "date", nullable=True),
            Column("ends_on", "date", nullable=True),
        ),
        key=("id", "starts_on", "ends_on"),
        valid_columns=("starts_on", "ends_on"),
        sourced=False,
    )
    lines = [",".join(str(cell or "") for cell in row) for row in rows]
    content = "\n".join(["id,starts_on,ends_on", *lines]).encode()

    _, faults = parse_table(LoadedFile("x.csv", content), contract)

    pairs = {
        (one[0], frozenset({m, n}))
        for m, one in enumerate(rows)
        for n, other in enumerate(rows)
        if m < n
        and one[0] == other[0]
        and Validity(*one[1:]).overlaps(Validity(*other[1:]))
    }
    named = {
        frozenset(int(row) - 2 for row in re.findall(r"\d+", fault.where))
        for fault in faults
    }
    assert bool(named) == bool(pairs)
    assert named <= {rows for _, rows in pairs}


@given(st.binary(max_size=200))
def test_any_bytes_give_a_frame_or_faults_never_an_exception(content):
    frame, faults = parse_table(LoadedFile("x.csv", content), CONTRACT)

    assert frame.drop(frame.columns[-1]).schema == CONTRACT.schema
    assert frame.height > 0 or faults


@given(st.binary(max_size=120) | st.text(max_size=120).map(str.encode))
def test_any_bytes_give_a_document_or_faults_never_an_exception(content):
    document, faults = parse_yaml(LoadedFile("x.yaml", content))

    assert isinstance(document, Document) is not bool(faults)
    assert all(isinstance(fault, Fault) for fault in faults)


NAME = st.lists(
    st.sampled_from(["a", "b.csv", "..", ".", "", "C:", "\\x", "a ", "é", "/"]),
    min_size=1,
    max_size=4,
).map("/".join)


@given(st.lists(NAME, min_size=1, max_size=4, unique=True))
def test_no_archive_writes_outside_its_folder(names):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as opened:
        for name in names:
            with opened.open(zipfile.ZipInfo(name), "w") as entry:
                entry.write(b"x")

    with TemporaryDirectory() as top:
        folder = Path(top)
        (folder / "plan.zip").write_bytes(buffer.getvalue())
        try:
            unpacked = unpack_archive(folder / "plan.zip", folder / "in" / "plan")
        except ArchiveError:
            unpacked = None
        left = {
            path.relative_to(folder).as_posix()
            for path in folder.rglob("*")
            if path.is_file()
        }

    if unpacked is None:
        assert left == {"plan.zip"}
    else:
        assert left == {"plan.zip", *(f"in/plan/{name}" for name in unpacked)}
