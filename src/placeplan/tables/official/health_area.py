"""Population estimates of health areas (CCGs, integrated care boards) by age and sex.

Two workbooks of the Office for National Statistics' small area population estimates:

- to mid-2020, table SAPE21DT6b and its like: sheets ``Mid-2018 Persons``, ``… Males``
  and ``… Females``, areas nested (England, regions, local offices, CCGs);
- from mid-2021, a sheet for each year and set of areas, such as ``Mid-2022 ICB 2023``,
  females and males side by side (``F0`` … ``F90``, ``M0`` … ``M90``; 90 is 90 and
  over).
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import polars as pl

from placeplan.tables.official.age_table import (
    AGE_HEADINGS,
    OPEN_AGE,
    SEXES,
    check_nations,
    check_titles,
    finish_people,
    settle_sexes,
    unpivot_ages,
)
from placeplan.tables.official.fault_list import FaultList
from placeplan.tables.official.figure import COLUMN
from placeplan.tables.official.header import (
    Heading,
    get_header,
    get_headers,
    take_body,
)
from placeplan.tables.official.sheet import AGAIN, Sheet
from placeplan.tables.official.text_check import (
    GSS_CODE,
    check_names,
    check_texts,
    check_unique,
)
from placeplan.tables.official.workbook_sheet import read_workbook_sheets

KINDS: Final = {
    "E92": "country",
    "E40": "nhs_region",
    "E39": "nhs_local_office",
    "E38": "ccg",
}
"""Kind of area by the first characters of its code, in the workbooks to mid-2020."""

TITLE_ROWS: Final = 12
"""How far down the header may stand."""


def read_health_areas_by_sex(path: str | Path) -> pl.DataFrame:
    """Read the CCG workbook of one year (to mid-2020), a sheet for each sex.

    Checked: every total of a row, that males and females make persons, that CCGs make
    up England.

    Parameters
    ----------
    path : str or Path
        The workbook. The year is read from the names of its sheets.

    Returns
    -------
    pl.DataFrame
        ``year`` (of the mid-year, 30 June), ``area_code`` (GSS), ``area_name``,
        ``area_kind`` (country, nhs_region, nhs_local_office, ccg: levels overlap, so
        choose one before adding up), ``sex`` (male, female), ``age`` (0 to 90, 90 and
        over), ``value`` (people), ``missing_reason``.

    Raises
    ------
    InputError
        With every fault, if the layout is another or the figures do not tie.
    """
    file, sheets = read_workbook_sheets(path)
    faults = FaultList(file)
    year, by_sex = _find_sexes(sheets, faults)
    check_titles(by_sex, faults, within_rows=TITLE_ROWS)
    headings = (
        Heading("area_code", "Area Codes"),
        Heading("area_name", "Area Names"),
        Heading("total", "All Ages"),
        *AGE_HEADINGS,
    )
    headers = get_headers(by_sex, headings, faults, within_rows=TITLE_ROWS)
    frames = []
    for sex, sheet in by_sex.items():
        body = take_body(sheet, headers[sex], faults)
        _check_areas(body, sheet, faults, pattern=r"^(E92|E40|E39|E38)[0-9]{6}$")
        frame = unpivot_ages(body, sheet, faults, total="All Ages")
        check_nations(
            frame, {"E92000001": "^E38"}, sheet, faults, words="the sum of its CCGs"
        )
        frames.append(frame.with_columns(sex=pl.lit(sex)))
    faults.stop_if_any()
    people = settle_sexes(pl.concat(frames), by_sex, faults)
    faults.stop_if_any()
    kind = pl.col("area_code").str.head(3).replace_strict(KINDS)
    return finish_people(people.with_columns(year=pl.lit(year), area_kind=kind))


def read_health_areas_by_year(path: str | Path, *, areas: str) -> pl.DataFrame:
    """Read one set of areas from the workbook of several years (from mid-2021).

    Checked: every total of a row. England is not printed, so that a row which is
    missing does not show.

    Parameters
    ----------
    path : str or Path
        The workbook.
    areas : str
        Set of areas as the names of the sheets end, such as ``ICB 2023``.

    Returns
    -------
    pl.DataFrame
        As `read_health_areas_by_sex`, for every year that the workbook holds;
        ``area_code`` and ``area_name`` are those of the smallest area of the sheet
        (``ICB 2023`` gives sub-ICB locations), ``area_kind`` is ``areas``.

    Raises
    ------
    InputError
        With every fault, if the layout is another or the figures do not tie.
    """
    file, sheets = read_workbook_sheets(path)
    faults = FaultList(file)
    pattern = rf"Mid-(20[0-9][0-9]) {re.escape(areas)}"
    years = {
        int(found[1]): sheet
        for name, sheet in sheets.items()
        if (found := re.fullmatch(pattern, name))
    }
    if not years:
        given = ", ".join(sheets) or "none"
        faults.add("", f"sheets such as 'Mid-2022 {areas}'", given, AGAIN)
    faults.stop_if_any()
    frames = [
        _read_year(sheet, areas, faults).with_columns(year=pl.lit(year))
        for year, sheet in years.items()
    ]
    faults.stop_if_any()
    return finish_people(pl.concat(frames).with_columns(area_kind=pl.lit(areas)))


def _find_sexes(
    sheets: Mapping[str, Sheet], faults: FaultList
) -> tuple[int | None, dict[str, Sheet]]:
    by_sex, years = {}, set()
    for name, sheet in sheets.items():
        if found := re.fullmatch(r"Mid-(20[0-9][0-9]) (Persons|Males|Females)", name):
            years.add(int(found[1]))
            by_sex[SEXES[found[2].lower()]] = sheet
    for plural, sex in SEXES.items():
        if sex not in by_sex:
            expected = f"a sheet such as 'Mid-2018 {plural.title()}'"
            faults.add("", expected, "none", AGAIN)
    if len(years) > 1:
        shown = " and ".join(str(year) for year in sorted(years))
        faults.add("", "sheets of one year", shown, AGAIN)
    return min(years, default=None), by_sex


def _check_areas(
    body: pl.DataFrame, sheet: Sheet, faults: FaultList, *, pattern: str
) -> None:
    expected = "the code of an area, such as E38000104"
    check_texts(body, "area_code", sheet, faults, pattern=pattern, expected=expected)
    check_names(body, "area_name", sheet, faults)
    check_unique(body, ["area_code"], sheet, faults)


def _read_year(sheet: Sheet, areas: str, faults: FaultList) -> pl.DataFrame:
    ages = {f"{sex}{age}": age for sex in "FM" for age in range(OPEN_AGE + 1)}
    smallest = re.sub("^ICB", "SICBL", areas)  # sub-ICB locations, then their ICB
    headings = (
        Heading("area_code", f"{smallest} Code"),
        Heading("area_name", f"{smallest} Name"),
        Heading("total", "Total"),
        *(Heading(name, name) for name in ages),
    )
    header = get_header(
        sheet, headings, faults, within_rows=TITLE_ROWS, others="ignore"
    )
    body = take_body(sheet, header, faults)
    _check_areas(body, sheet, faults, pattern=GSS_CODE)
    check_unique(body, ["area_name"], sheet, faults)  # a larger area's would repeat
    people = unpivot_ages(body, sheet, faults, total="Total", ages=ages)
    letters = {"F": "female", "M": "male"}
    sex = pl.col(COLUMN).str.head(1).replace_strict(letters, return_dtype=pl.String)
    return people.with_columns(sex=sex)
