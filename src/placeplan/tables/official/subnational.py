"""Subnational population projections, the "Z1" CSV file.

Published by the Office for National Statistics every second year (2014-, 2016-, 2018-
and 2022-based alike): ``AREA_CODE, AREA_NAME, COMPONENT, SEX, AGE_GROUP`` and a column
for each year. Figures have three decimals and so do not add up exactly.
"""

from pathlib import Path
from typing import Final

import polars as pl

from placeplan.tables.official.age_table import (
    OPEN_AGE,
    SEXES,
    finish_people,
    settle_sexes,
)
from placeplan.tables.official.fault_list import FaultList
from placeplan.tables.official.figure import COLUMN, parse_figures
from placeplan.tables.official.header import (
    ROW,
    Heading,
    get_header,
    plain,
    take_body,
)
from placeplan.tables.official.sheet import AGAIN, Sheet, read_csv_sheet
from placeplan.tables.official.text_check import (
    GSS_CODE,
    check_names,
    check_texts,
    check_unique,
)
from placeplan.tables.official.tie import check_ties

TOLERANCE: Final = 0.0005 * (OPEN_AGE + 2)
"""How far 91 figures and their total, each rounded to three decimals, may differ."""

HEADINGS: Final = (
    Heading("area_code", "AREA_CODE"),
    Heading("area_name", "AREA_NAME"),
    Heading("component", "COMPONENT"),
    Heading("sex", "SEX"),
    Heading("age_group", "AGE_GROUP"),
)

AGES: Final = {str(age): age for age in range(OPEN_AGE)} | {
    "90 and over": OPEN_AGE,
    "90+": OPEN_AGE,
}
"""Ages as they are written, in small letters."""

ALL_AGES: Final = "all ages"


def read_subnational_projection(path: str | Path) -> pl.DataFrame:
    """Read a subnational population projection.

    Checked: that every area has every age, that ages add up to All ages in every year
    (to 0.046 people, what rounding allows), and, where a file holds all three, that
    males and females make persons.

    Parameters
    ----------
    path : str or Path
        The Z1 CSV file, of persons, males or females.

    Returns
    -------
    pl.DataFrame
        ``year`` (of the mid-year, 30 June), ``area_code`` (GSS), ``area_name``, ``sex``
        (persons, male or female, as the file says), ``age`` (0 to 90, 90 and over),
        ``value`` (people, unrounded), ``missing_reason``.

    Raises
    ------
    InputError
        With every fault, if the layout is another or the figures do not tie.
    """
    sheet = read_csv_sheet(path)
    faults = FaultList(sheet.file)
    header = get_header(sheet, HEADINGS, faults, others="ignore")
    years = _find_years(sheet, faults)
    header.columns.update(years)
    body = take_body(sheet, header, faults)
    _check_body(body, sheet, faults)
    cells = body.with_columns(
        sex=pl.col("sex").str.to_lowercase().replace(SEXES),
        age_group=pl.col("age_group").str.to_lowercase(),
    ).unpivot(
        on=list(years),
        index=[ROW, "area_code", "area_name", "sex", "age_group"],
        variable_name=COLUMN,
        value_name="text",
    )
    figures = parse_figures(cells, sheet, faults, whole=False)
    faults.stop_if_any()
    total = pl.col("age_group") == ALL_AGES
    people = figures.filter(~total).with_columns(
        year=pl.col(COLUMN).cast(pl.Int32),
        age=pl.col("age_group").replace_strict(AGES, return_dtype=pl.Int16),
    )
    _check_ages(figures.filter(total), people, sheet, faults)
    sheets = dict.fromkeys(SEXES.values(), sheet)
    settled = settle_sexes(people, sheets, faults, tolerance=0.0015)
    faults.stop_if_any()
    return finish_people(settled)


def _find_years(sheet: Sheet, faults: FaultList) -> dict[str, int]:
    years: dict[str, int] = {}
    for at, cell in enumerate(sheet.rows[0]):
        if len(cell) == 4 and cell.isdecimal():
            if cell in years:
                found = f"'{cell}' a second time"
                faults.add("row 1", "each year once", found, AGAIN)
            years[cell] = at
        elif cell and not any(heading.fits(cell) for heading in HEADINGS):
            faults.add("row 1", "a year such as 2014", f"'{cell}'", AGAIN)
    numbers = [int(year) for year in years]
    if not numbers:
        faults.add("row 1", "a column for each year, such as 2014", "none", AGAIN)
    elif numbers != list(range(numbers[0], numbers[-1] + 1)):
        found = ", ".join(str(number) for number in numbers)
        faults.add("row 1", "years in order, without a gap", found, AGAIN)
    faults.stop_if_any()
    return years


def _check_body(body: pl.DataFrame, sheet: Sheet, faults: FaultList) -> None:
    ages = "|".join(plain(age).replace("+", r"\+") for age in [*AGES, ALL_AGES])
    for column, heading, pattern, expected in (
        ("area_code", "AREA_CODE", GSS_CODE, "the code of an area, such as E07000105"),
        ("component", "COMPONENT", "(?i)^population$", "Population"),
        ("sex", "SEX", "(?i)^(persons|males|females)$", "persons, males or females"),
        ("age_group", "AGE_GROUP", f"(?i)^({ages})$", "0 to 89, 90 and over, All ages"),
    ):
        check_texts(
            body,
            column,
            sheet,
            faults,
            pattern=pattern,
            expected=expected,
            heading=heading,
        )
    check_names(body, "area_name", sheet, faults)
    check_unique(body, ["area_code", "sex", "age_group"], sheet, faults)


def _check_ages(
    totals: pl.DataFrame, people: pl.DataFrame, sheet: Sheet, faults: FaultList
) -> None:
    key = ["area_code", "sex"]
    given = people.group_by(key, maintain_order=True).agg(pl.col("age").n_unique())
    printed = totals.select(key).unique().with_columns(total=pl.lit(value=True))
    lacking = given.join(printed, on=key, how="full", coalesce=True).filter(
        (pl.col("age").fill_null(0) <= OPEN_AGE) | pl.col("total").is_null()
    )
    cells = [
        (sheet.where(), f"{ages or 0} ages {'and' if total else 'without'} All ages")
        for _, _, ages, total in lacking.iter_rows()
    ]
    faults.add_all(
        cells, expected=f"{OPEN_AGE + 1} ages and All ages for each area", remedy=AGAIN
    )
    by = [*key, COLUMN]
    check_ties(
        people,
        totals,
        sheet,
        faults,
        by=by,
        words="the sum of its ages",
        tolerance=TOLERANCE,
    )
