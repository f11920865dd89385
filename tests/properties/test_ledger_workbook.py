"""Laws of the finance workbook: out and in unchanged; damage is told, never a crash."""

import io
import zipfile
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from factories.ledger_workbook import make_full_ledger, open_book, save_book
from factories.small_ledger import LINES
from placeplan.errors import InputError
from placeplan.money.ledger.position import find_position
from placeplan.money.workbook import (
    find_changes,
    read_ledger_workbook,
    write_ledger_workbook,
)

LEDGER = make_full_ledger()
CONTENT = write_ledger_workbook(LEDGER, year=2016)
BODIES = ("trust", "group", "it's", "System")
MONTHS = [date(2016 + (at > 9), (at + 2) % 12 + 1, 1) for at in range(1, 13)]

keys = st.tuples(
    st.sampled_from(BODIES),
    st.sampled_from([line[0] for line in LINES]),
    st.sampled_from(MONTHS),
    st.sampled_from(["plan", "actual"]),
    st.booleans(),
    st.sampled_from([None, *BODIES]),
)
amounts = st.integers(-(10**14), 10**14).map(lambda pence: pence / 100)
ledgers = st.dictionaries(keys, amounts, min_size=1, max_size=12).map(
    lambda cells: make_full_ledger(
        values=[(*key, pounds) for key, pounds in cells.items()], totals=[], changes=[]
    )
)


def list_faults(content):
    """Give every fault; none of a workbook that can be taken in."""
    try:
        find_changes(LEDGER, read_ledger_workbook(content))
    except InputError as error:
        return error.faults
    return ()


@settings(max_examples=8)
@given(ledgers)
def test_any_ledger_comes_back_unchanged_and_adds_up(ledger):
    content = write_ledger_workbook(ledger, year=2016)

    assert find_changes(ledger, read_ledger_workbook(content)) == ()
    page = open_book(content, values=True)["System"]
    found = find_position(ledger, year=2016, by=())
    for row, basis in ((9, "plan"), (21, "actual")):
        (pence,) = found.filter(side="surplus")[f"{basis}_pence"]
        assert round(page.cell(row, page.max_column).value * 100) == pence


@settings(max_examples=8)
@given(
    st.dictionaries(
        st.tuples(st.integers(7, 13), st.integers(8, 19)),
        st.integers(-(10**9), 10**9),
        min_size=1,
        max_size=5,
    )
)
def test_changed_cells_are_just_those_that_differ(changed):
    book = open_book(CONTENT)
    page, expected = book["trust"], {}
    for (row, column), pence in changed.items():
        cell = page.cell(row, column)
        if cell.data_type != "f":
            if cell.value is None or round(cell.value * 100) != pence:
                expected[f"sheet 'trust', cell {cell.coordinate}"] = pence
            cell.value = pence / 100

    found = find_changes(LEDGER, read_ledger_workbook(save_book(book)))

    assert {each.where: each.new for each in found} == expected


values = st.one_of(
    st.none(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=9),
    st.sampled_from(["=1+1", "=SUM(A1:B2)", "='trust'!A1", "plan", "yes", "group"]),
)


@settings(max_examples=12)
@given(st.sampled_from(open_book(CONTENT).sheetnames), st.data())
def test_any_cell_changed_is_a_change_or_a_fault(tab, drawn):
    book = open_book(CONTENT)
    for _ in range(drawn.draw(st.integers(1, 3))):
        row = drawn.draw(st.integers(1, 34))
        column = drawn.draw(st.integers(1, 24))
        value = drawn.draw(values)
        if isinstance(value, str) and value.startswith("'"):
            value = "quoted"
        book[tab].cell(row, column).value = value
    content = save_book(book)

    assert all(fault.remedy.endswith(".") for fault in list_faults(content))


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)),
        min_size=1,
        max_size=6,
    )
)
def test_damaged_file_is_read_or_refused(damage):
    content = bytearray(CONTENT)
    for share, byte in damage:
        content[int(share * len(content))] = byte

    assert all(fault.remedy.endswith(".") for fault in list_faults(bytes(content)))


@settings(max_examples=60)
@given(
    st.sampled_from(zipfile.ZipFile(io.BytesIO(CONTENT)).namelist()),
    st.floats(0, 1, exclude_max=True),
    st.integers(0, 30),
    st.binary(max_size=12) | st.sampled_from([b'"', b"</c>", b"<f>", b"&#x0;", b"<c>"]),
)
def test_damaged_part_is_read_or_refused(name, share, cut, put):
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(CONTENT)) as old,
        zipfile.ZipFile(packed, "w") as new,
    ):
        for each in old.namelist():
            part = old.read(each)
            if each == name:
                at = int(share * len(part))
                part = part[:at] + put + part[at + cut :]
            new.writestr(each, part)

    faults = list_faults(packed.getvalue())
    assert all(fault.remedy.endswith(".") for fault in faults)
