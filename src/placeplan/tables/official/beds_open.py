"""Beds open overnight, the quarterly KH03 workbook.

Published by NHS England (Bed Availability and Occupancy). Sheet ``NHS Trust by
Sector``: a title and a row of three groups (Available, Occupied, % Occupied) above
the header, then England, a blank row and the providers. Figures are average daily beds
under consultant care, not whole numbers. A dash stands where a share has no beds to be
a share of.
"""

from datetime import date
from pathlib import Path
from typing import Final

import polars as pl

from placeplan.tables.official.fault_list import FaultList
from placeplan.tables.official.figure import COLUMN, parse_figures
from placeplan.tables.official.header import ROW, Header, plain, take_body
from placeplan.tables.official.sheet import AGAIN, Sheet
from placeplan.tables.official.text_check import (
    ODS_CODE,
    check_names,
    check_texts,
    check_unique,
)
from placeplan.tables.official.tie import check_ties
from placeplan.tables.official.workbook_sheet import get_sheets

SHEET: Final = "NHS Trust by Sector"

KEYS: Final = {
    "Year": "financial_year",
    "Period End": "last_month",
    "Region Code": "region",
    "Org Code": "provider",
    "Org Name": "provider_name",
}
"""The first headings, and what they are called here."""

GROUPS: Final = {
    "Available": "beds_available",
    "Occupied": "beds_occupied",
    "% Occupied": "occupied_share",
}
"""The groups of columns, and what they measure."""

SECTORS: Final = {
    "Total": "total",
    "General & Acute": "general_acute",
    "Learning Disabilities": "learning_disabilities",
    "Maternity": "maternity",
    "Mental Illness": "mental_illness",
}
"""The columns of each group."""

QUARTERS: Final = {"june": (6, 30), "september": (9, 30), "december": (12, 31)} | {
    "march": (3, 31)
}
"""Last month and day of each quarter."""

TITLE_ROWS: Final = 40
TOLERANCE_ENGLAND, TOLERANCE_TRUST = 2e-8, 3e-9
"""How far sums may miss a total: figures are printed with nine decimals."""

FIGURE_COLUMNS: Final = tuple(
    f"{group}, {sector}" for group in GROUPS for sector in SECTORS
)


def read_beds_open_overnight(path: str | Path) -> pl.DataFrame:
    """Read average daily beds available and occupied overnight, by trust and sector.

    Checked: that providers add up to England, sectors to the total, and that the share
    is occupied over available.

    Parameters
    ----------
    path : str or Path
        The KH03 workbook of one quarter.

    Returns
    -------
    pl.DataFrame
        ``year`` (in which the financial year starts: 2020 is 2020/21), ``ends_on``
        (last day of the quarter), ``region``, ``provider`` (ODS codes),
        ``provider_name``, ``sector`` (general_acute, learning_disabilities,
        maternity, mental_illness), ``measure`` (beds_available, beds_occupied,
        occupied_share), ``unit`` (beds or share, 0 to 1), ``value``,
        ``missing_reason``. The England row and the totals over sectors are checked and
        left out.

    Raises
    ------
    InputError
        With every fault, if the layout is another or the figures do not tie.
    """
    sheet = get_sheets(path, [SHEET])[SHEET]
    faults = FaultList(sheet.file)
    body = take_body(sheet, _find_columns(sheet, faults), faults)
    england = pl.col("provider_name").str.to_lowercase() == "england"
    _check_keys(body.filter(~england), sheet, faults)
    if body.filter(england).height != 1:
        found = str(body.filter(england).height or "none")
        faults.add(sheet.where(), "one row for England", found, AGAIN)
    figures = _parse(body, sheet, faults)
    period = _find_period(body, sheet, faults)
    faults.stop_if_any()
    _check_sums(figures, sheet, faults)
    faults.stop_if_any()
    keys = ["region", "provider", "provider_name", "sector", "measure", "unit"]
    return (
        figures.filter(~england, pl.col("sector") != "total")
        .with_columns(
            pl.lit(period.year - (period.month < 4), pl.Int32).alias("year"),
            pl.lit(period).alias("ends_on"),
        )
        .select("year", "ends_on", *keys, "value", "missing_reason")
        .sort("provider", "sector", "measure")
    )


def _find_columns(sheet: Sheet, faults: FaultList) -> Header:
    """Find the header, whose sector columns repeat below each of the three groups."""
    expected = [*KEYS, *list(SECTORS) * len(GROUPS)]
    wanted = [plain(text) for text in expected]
    for at, cells in enumerate(sheet.rows[:TITLE_ROWS]):
        filled = [place for place, cell in enumerate(cells) if cell]
        if [plain(cells[place]) for place in filled] != wanted:
            continue
        above = [cell for cell in sheet.rows[at - 1] if cell] if at else []
        starts = [sheet.rows[at - 1][filled[5 + 5 * n]] for n in range(3)] if at else []
        if above != list(GROUPS) or starts != above:
            words = ", ".join(GROUPS)
            shown = ", ".join(above) or "none"
            faults.add(sheet.where(at), f"the groups {words}", shown, AGAIN)
            faults.stop_if_any()
        names = [*KEYS.values(), *FIGURE_COLUMNS]
        columns = dict(zip(names, filled, strict=True))
        return Header(at + 1, columns, len(cells))
    remedy = f"Compare the headings with the published layout. {AGAIN}"
    words = "the headings " + ", ".join([*KEYS, *SECTORS])
    faults.add(sheet.where(), f"{words}, the sectors three times", "none", remedy)
    faults.stop_if_any()
    raise AssertionError  # pragma: no cover - stop_if_any has raised


def _check_keys(body: pl.DataFrame, sheet: Sheet, faults: FaultList) -> None:
    for column, expected in (
        ("region", "the code of a region, such as Y59"),
        ("provider", "the code of a provider, such as RVV"),
    ):
        check_texts(body, column, sheet, faults, pattern=ODS_CODE, expected=expected)
    check_names(body, "provider_name", sheet, faults)
    check_unique(body, ["provider"], sheet, faults)


def _parse(body: pl.DataFrame, sheet: Sheet, faults: FaultList) -> pl.DataFrame:
    keys = [ROW, "region", "provider", "provider_name"]
    cells = body.unpivot(
        on=list(FIGURE_COLUMNS), index=keys, variable_name=COLUMN, value_name="text"
    )
    figures = parse_figures(cells, sheet, faults, whole=False)
    group = pl.col(COLUMN).str.split(", ").list.first()
    sector = pl.col(COLUMN).str.split(", ").list.last()
    measure = group.replace_strict(GROUPS, return_dtype=pl.String)
    unit = pl.when(measure == "occupied_share").then(pl.lit("share"))
    return figures.with_columns(
        sector=sector.replace_strict(SECTORS, return_dtype=pl.String),
        measure=measure,
        unit=unit.otherwise(pl.lit("beds")),
    )


def _find_period(body: pl.DataFrame, sheet: Sheet, faults: FaultList) -> date:
    periods = body.select("financial_year", "last_month").unique(maintain_order=True)
    if periods.height > 1:
        shown = " and ".join(" ".join(row) for row in periods.iter_rows())
        faults.add(sheet.where(), "one quarter in every row", shown, AGAIN)
    year, month = periods.row(0) if periods.height else ("", "")
    quarter = QUARTERS.get(month.casefold())
    start = year[:4]
    if quarter and start.isdecimal() and year[4:] == f"-{(int(start) + 1) % 100:02d}":
        return date(int(start) + (quarter[0] < 4), *quarter)
    expected = "a financial year and a month, such as 2020-21 and June"
    faults.add(sheet.where(), expected, f"{year} {month}".strip() or "nothing", AGAIN)
    return date.min


def _check_sums(figures: pl.DataFrame, sheet: Sheet, faults: FaultList) -> None:
    beds = figures.filter(pl.col("unit") == "beds")
    england = pl.col("provider_name").str.to_lowercase() == "england"
    check_ties(
        beds.filter(~england),
        beds.filter(england),
        sheet,
        faults,
        by=[COLUMN],
        words="the sum of its providers",
        tolerance=TOLERANCE_ENGLAND,
    )
    total = pl.col("sector") == "total"
    check_ties(
        beds.filter(~total),
        beds.filter(total),
        sheet,
        faults,
        by=[ROW, "measure"],
        words="the sum of its sectors",
        tolerance=TOLERANCE_TRUST,
    )
    by = [ROW, "sector"]
    available, occupied, share = (
        figures.filter(pl.col("measure") == measure) for measure in GROUPS.values()
    )
    ratio = (
        occupied.join(available, on=by, suffix="_open")
        .filter(pl.col("value_open") > 0)
        .with_columns(value=pl.col("value") / pl.col("value_open"))
    )
    words = "occupied over available beds"
    check_ties(
        ratio, share, sheet, faults, by=by, words=words, tolerance=TOLERANCE_TRUST
    )
