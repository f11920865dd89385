"""Mid-year population estimates by single year of age and sex, districts of the UK.

Published by the Office for National Statistics as the workbook
``ukmidyearestimates<year><codes>.xls``: sheets ``MYE2 - Persons``, ``MYE2 - Males`` and
``MYE2 - Females``, the header below a few lines of title. A CSV file cut from it holds
the three sheets under each other with a first column ``Sex``.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import polars as pl

from placeplan.tables.official.age_table import (
    AGE_HEADINGS,
    SEXES,
    check_nations,
    check_titles,
    finish_people,
    settle_sexes,
    unpivot_ages,
)
from placeplan.tables.official.fault_list import FaultList
from placeplan.tables.official.header import (
    Heading,
    get_header,
    get_headers,
    take_body,
)
from placeplan.tables.official.sheet import AGAIN, Sheet, read_csv_sheet
from placeplan.tables.official.text_check import (
    GSS_CODE,
    check_names,
    check_texts,
    check_unique,
)
from placeplan.tables.official.workbook_sheet import get_sheets

SHEETS: Final = {
    "persons": "MYE2 - Persons",
    "male": "MYE2 - Males",
    "female": "MYE2 - Females",
}
"""Sheet of each sex."""

HEADINGS: Final = (
    Heading("area_code", "Code", ("Area Codes",)),
    Heading("area_name", "Name", ("Area Names",)),
    Heading("area_kind", "Geography1", ("Geography",), optional=True),
    Heading("total", "All ages"),
    *AGE_HEADINGS,
)

NATIONS: Final = {
    "K02000001": r"^(E0[6-9]|W06|S12|N09)",
    "K03000001": r"^(E0[6-9]|W06|S12)",
    "K04000001": r"^(E0[6-9]|W06)",
    "E92000001": r"^E0[6-9]",
    "W92000004": r"^W06",
    "S92000003": r"^S12",
    "N92000002": r"^N09",
}
"""Nations, and the codes of the lowest tier of councils that make them up."""

TITLE_ROWS: Final = 12
"""How far down the header may stand."""


def read_mid_year_workbook(path: str | Path) -> pl.DataFrame:
    """Read the mid-year estimates workbook.

    Checked: that all three sheets are there and speak of one year, every total of a
    row, that males and females make persons, that councils make up each nation.

    Parameters
    ----------
    path : str or Path
        The .xls or .xlsx workbook. The year is read from its titles.

    Returns
    -------
    pl.DataFrame
        ``year`` (of the mid-year, 30 June), ``area_code`` (GSS), ``area_name``,
        ``area_kind`` (as published: Country, Region, Unitary Authority …; levels
        overlap, so choose one before adding up), ``sex`` (male, female), ``age``
        (0 to 90, 90 and over), ``value`` (people), ``missing_reason``.

    Raises
    ------
    InputError
        With every fault, if the layout is another or the figures do not tie.
    """
    sheets = get_sheets(path, SHEETS.values())
    by_sex = {sex: sheets[name] for sex, name in SHEETS.items()}
    faults = FaultList(by_sex["persons"].file)
    year = _find_year(by_sex, faults)
    check_titles(by_sex, faults, within_rows=TITLE_ROWS)
    headers = get_headers(by_sex, HEADINGS, faults, within_rows=TITLE_ROWS)
    frames = []
    for sex, sheet in by_sex.items():
        body = take_body(sheet, headers[sex], faults)
        frame = _read_areas(body, sheet, faults).with_columns(sex=pl.lit(sex))
        check_nations(frame, NATIONS, sheet, faults, words="the sum of its councils")
        frames.append(frame)
    faults.stop_if_any()
    people = settle_sexes(pl.concat(frames), by_sex, faults)
    faults.stop_if_any()
    return finish_people(people.with_columns(year=pl.lit(year)))


def read_mid_year_csv(path: str | Path, *, year: int) -> pl.DataFrame:
    """Read a CSV file cut from the mid-year estimates workbook.

    Checked: every total of a row, and that males and females make persons. Cuts from
    the workbooks for health areas (``Area Codes``, no ``Geography1``) are read too.

    Parameters
    ----------
    path : str or Path
        The file: ``Sex, Code, Name, Geography1, All ages, 0 … 89, 90+``.
    year : int
        Year of the mid-year, which this layout does not state.

    Returns
    -------
    pl.DataFrame
        As `read_mid_year_workbook`; without ``area_kind`` where the file lacks it.

    Raises
    ------
    InputError
        With every fault, if the layout is another or the figures do not tie.
    """
    sheet = read_csv_sheet(path)
    faults = FaultList(sheet.file)
    header = get_header(sheet, (Heading("sex", "Sex"), *HEADINGS), faults)
    body = _translate_sex(take_body(sheet, header, faults), sheet, faults)
    people = _read_areas(body, sheet, faults)
    faults.stop_if_any()
    sheets = dict.fromkeys(SHEETS, sheet)
    people = settle_sexes(people.with_columns(year=pl.lit(year)), sheets, faults)
    faults.stop_if_any()
    return finish_people(people)


def _find_year(sheets: Mapping[str, Sheet], faults: FaultList) -> int | None:
    years = set()
    for sheet in sheets.values():
        title = " ".join(" ".join(row) for row in sheet.rows[:TITLE_ROWS])
        if found := re.search(r"\bmid-((?:19|20)[0-9][0-9])\b", title, re.IGNORECASE):
            years.add(int(found[1]))
        else:
            expected = "a title that names the year, such as 'mid-2019'"
            faults.add(sheet.where(), expected, "none", AGAIN)
    if len(years) > 1:
        shown = " and ".join(str(year) for year in sorted(years))
        faults.add("", "one year in the titles of all sheets", shown, AGAIN)
    return min(years, default=None)


def _read_areas(body: pl.DataFrame, sheet: Sheet, faults: FaultList) -> pl.DataFrame:
    expected = "the code of an area, such as E07000105"
    check_texts(body, "area_code", sheet, faults, pattern=GSS_CODE, expected=expected)
    check_names(body, "area_name", sheet, faults)
    key = [name for name in ("sex", "area_code") if name in body.columns]
    check_unique(body, key, sheet, faults)
    return unpivot_ages(body, sheet, faults, total="All ages")


def _translate_sex(body: pl.DataFrame, sheet: Sheet, faults: FaultList) -> pl.DataFrame:
    small = body.with_columns(pl.col("sex").str.to_lowercase())
    pattern = "^(persons|males|females)$"
    expected = "Persons, Males or Females"
    check_texts(small, "sex", sheet, faults, pattern=pattern, expected=expected)
    return small.with_columns(pl.col("sex").replace(SEXES))
