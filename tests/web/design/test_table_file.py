"""A table as a file: no text runs as a formula, and every number stays one."""

import io

import openpyxl
import polars as pl
import pytest

from placeplan_web.design.name_room import find_room
from placeplan_web.design.table_file import EXCEL_TYPE, write_table

RISKY = ["=2+5", "+44", "-1 day", "@SUM(A1)", "plain"]
TABLE = pl.DataFrame({"words": RISKY, "number": [-1.5, 2.25, 3.0, None, 0.0]})


def read_cells(response, first=1):
    sheet = openpyxl.load_workbook(io.BytesIO(response.content)).active
    return [list(row) for row in sheet.iter_rows(min_row=first)]


def test_csv_quotes_texts_and_leaves_numbers():
    response = write_table(TABLE, "risky.csv")
    assert response.content.decode().splitlines()[1:] == [
        "'=2+5,-1.5",
        "'+44,2.25",
        "'-1 day,3.0",
        "'@SUM(A1),",
        "plain,0.0",
    ]
    assert response["Content-Disposition"] == 'attachment; filename="risky.csv"'


def test_workbook_writes_texts_as_texts_and_numbers_as_numbers():
    response = write_table(TABLE, "risky.xlsx")
    assert response["Content-Type"] == EXCEL_TYPE
    rows = read_cells(response, first=4)
    assert [(row[0].value, row[0].data_type) for row in rows] == [
        (text, "s") for text in RISKY
    ]
    numbers = [(row[1].value, row[1].data_type) for row in rows]
    assert numbers == [(-1.5, "n"), (2.25, "n"), (3, "n"), (None, "n"), (0, "n")]


def test_workbook_has_its_heading_and_notes_above_the_table():
    response = write_table(TABLE, "risky.xlsx", "What it says.", ["One.", "Two."])
    first = [row[0].value for row in read_cells(response)][:5]
    assert first == ["What it says.", "One.", "Two.", None, "words"]


@pytest.mark.parametrize("name", ["a" * 60, "who-met/what?"])
def test_name_of_a_tab_is_one_that_a_workbook_allows(name):
    response = write_table(TABLE, f"{name}.xlsx")
    (tab,) = openpyxl.load_workbook(io.BytesIO(response.content)).sheetnames
    assert len(tab) <= 31


def test_name_goes_where_it_covers_nothing():
    first, second = (0.0, 0.0, 10.0, 5.0), (0.0, 20.0, 10.0, 25.0)
    inside = (0.0, 0.0, 50.0, 50.0)
    assert find_room([first, second], [], inside) == first
    assert find_room([first, second], [(5.0, 2.0, 8.0, 9.0)], inside) == second


def test_name_stays_in_the_picture_before_it_covers_nothing():
    outside, covering = (45.0, 0.0, 60.0, 5.0), (20.0, 0.0, 30.0, 5.0)
    inside = (0.0, 0.0, 50.0, 50.0)
    assert find_room([outside, covering], [covering], inside) == covering
