"""Population estimates of small areas and districts, persons by single year of age.

Small area population estimates (SAPE) of the Office for National Statistics, as the
package demographr writes them: ``lsoa11_name, lsoa11_code, total_population, 0 … 89,
90+`` in any order; ``msoa11_…``, ``ltla19_…`` and so on for other areas.
"""

import re
from pathlib import Path
from typing import Final

import polars as pl

from placeplan.tables.official.age_table import (
    AGE_HEADINGS,
    finish_people,
    unpivot_ages,
)
from placeplan.tables.official.fault_list import FaultList
from placeplan.tables.official.header import Heading, get_header, take_body
from placeplan.tables.official.sheet import AGAIN, Sheet, read_csv_sheet
from placeplan.tables.official.text_check import check_names, check_texts, check_unique

CODES: Final = {
    "lsoa": r"^[EW]01[0-9]{6}$",
    "msoa": r"^[EW]02[0-9]{6}$",
    "ltla": r"^(E0[6-9]|W06|S12|N09)[0-9]{6}$",
}
"""Codes of each kind of area."""


def read_small_area_estimates(path: str | Path, *, year: int) -> pl.DataFrame:
    """Read persons by single year of age for small areas or districts.

    Checked: that each total is the sum of its ages, and that no area repeats.

    Parameters
    ----------
    path : str or Path
        The CSV file. Its kind of area is read from the heading of the codes.
    year : int
        Year of the mid-year, which this layout does not state.

    Returns
    -------
    pl.DataFrame
        ``year`` (of the mid-year, 30 June), ``area_code`` (GSS), ``area_name``,
        ``area_kind`` (such as ``lsoa11``: the kind and the year of its boundaries),
        ``sex`` (persons), ``age`` (0 to 90, 90 and over), ``value`` (people),
        ``missing_reason``.

    Raises
    ------
    InputError
        With every fault, if the layout is another or the figures do not tie.
    """
    sheet = read_csv_sheet(path)
    faults = FaultList(sheet.file)
    kind = _find_kind(sheet, faults)
    faults.stop_if_any()
    headings = (
        Heading("area_code", f"{kind}_code", anywhere=True),
        Heading("area_name", f"{kind}_name", anywhere=True),
        Heading("total", "total_population"),
        *AGE_HEADINGS,
    )
    header = get_header(sheet, headings, faults)
    body = take_body(sheet, header, faults)
    expected = f"the code of an area of kind {kind}"
    pattern = CODES[kind[:4]]
    check_texts(body, "area_code", sheet, faults, pattern=pattern, expected=expected)
    check_names(body, "area_name", sheet, faults)
    check_unique(body, ["area_code"], sheet, faults)
    people = unpivot_ages(body, sheet, faults, total="total_population")
    faults.stop_if_any()
    return finish_people(
        people.with_columns(
            year=pl.lit(year), area_kind=pl.lit(kind), sex=pl.lit("persons")
        )
    )


def _find_kind(sheet: Sheet, faults: FaultList) -> str:
    header = sheet.rows[0]
    for cell in header:
        if found := re.fullmatch(
            r"((?:lsoa|msoa|ltla)[0-9][0-9])_code", cell.casefold()
        ):
            return found[1]
    expected = "a column of codes such as lsoa11_code or ltla19_code"
    found_words = ", ".join(header[:6]) or "nothing"
    faults.add("row 1", expected, found_words, AGAIN)
    return ""
