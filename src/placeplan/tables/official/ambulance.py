"""Ambulance Quality Indicators, the CSV file of systems indicators (AmbSYS).

Published by NHS England: a row a month for England, each trust and each region, with
items by code (A7 is all incidents). A full stop or a dash stands for what a trust does
not supply.
"""

from datetime import date
from pathlib import Path
from typing import Final

import polars as pl

from placeplan.tables.official.fault_list import FaultList
from placeplan.tables.official.figure import COLUMN, parse_figures
from placeplan.tables.official.header import ROW, Header, Heading, get_header, take_body
from placeplan.tables.official.sheet import AGAIN, Sheet, read_csv_sheet
from placeplan.tables.official.text_check import check_names, check_unique
from placeplan.tables.official.tie import check_ties

ITEMS: Final = {
    "A7": ("incidents", "all", "incidents"),
    "A8": ("incidents", "category_1", "incidents"),
    "A9": ("incidents", "category_1_transport", "incidents"),
    "A10": ("incidents", "category_2", "incidents"),
    "A11": ("incidents", "category_3", "incidents"),
    "A12": ("incidents", "category_4", "incidents"),
    "A24": ("response_total", "category_1", "seconds"),
    "A25": ("response_mean", "category_1", "seconds"),
    "A26": ("response_90th", "category_1", "seconds"),
    "A27": ("response_total", "category_1_transport", "seconds"),
    "A28": ("response_mean", "category_1_transport", "seconds"),
    "A29": ("response_90th", "category_1_transport", "seconds"),
    "A30": ("response_total", "category_2", "seconds"),
    "A31": ("response_mean", "category_2", "seconds"),
    "A32": ("response_90th", "category_2", "seconds"),
    "A33": ("response_total", "category_3", "seconds"),
    "A34": ("response_mean", "category_3", "seconds"),
    "A35": ("response_90th", "category_3", "seconds"),
    "A36": ("response_total", "category_4", "seconds"),
    "A37": ("response_mean", "category_4", "seconds"),
    "A38": ("response_90th", "category_4", "seconds"),
}
"""Items that are read: code, measure, category of call, unit. Others are left alone."""

HEADINGS: Final = (
    Heading("year", "Year"),
    Heading("month", "Month"),
    Heading("region", "Region"),
    Heading("provider", "Org Code"),
    Heading("provider_name", "Org Name"),
    *(Heading(code, code) for code in ITEMS),
)
ENGLAND: Final = "Eng"
TRUST: Final = r"^R[A-Z0-9]{2}$"
REGION: Final = r"^Y[0-9][0-9]$"
_SUMMED: Final = ("incidents", "response_total")


def read_ambulance_months(path: str | Path) -> pl.DataFrame:
    """Read incidents and response times of every ambulance trust by month.

    Checked: that trusts add up to their region and to England, and that a mean is the
    total over the incidents.

    Parameters
    ----------
    path : str or Path
        The CSV file (AmbSYS), of one month or many.

    Returns
    -------
    pl.DataFrame
        ``starts_on`` (first day of the month), ``provider`` (ODS code),
        ``provider_name``, ``region``, ``measure`` (incidents, response_total,
        response_mean, response_90th), ``category`` (all, category_1,
        category_1_transport, category_2 to category_4), ``unit`` (incidents or
        seconds), ``value``, ``missing_reason``. England and regions are checked and
        left out: sum the totals and the incidents, never the means.

    Raises
    ------
    InputError
        With every fault.
    """
    sheet = read_csv_sheet(path)
    faults = FaultList(sheet.file)
    header = get_header(sheet, HEADINGS, faults, others="ignore")
    _check_order(header, sheet, faults)
    body = _date_rows(take_body(sheet, header, faults), sheet, faults)
    faults.stop_if_any()
    keys = [ROW, "starts_on", "region", "provider", "provider_name"]
    cells = body.unpivot(
        on=list(ITEMS), index=keys, variable_name=COLUMN, value_name="text"
    )
    figures = parse_figures(cells, sheet, faults, whole=True).join(
        _name_items(), on=COLUMN, maintain_order="left"
    )
    faults.stop_if_any()
    trusts = figures.filter(pl.col("provider").str.contains(TRUST))
    _check_sums(figures, trusts, sheet, faults)
    _check_means(figures, sheet, faults)
    faults.stop_if_any()
    axes = ["measure", "category"]
    return trusts.select(
        *("starts_on", "provider", "provider_name", "region"),
        *(*axes, "unit", "value", "missing_reason"),
    ).sort("starts_on", "provider", *axes)


def _check_order(header: Header, sheet: Sheet, faults: FaultList) -> None:
    """Refuse items apart: the heading of one may stand over one that is not read."""
    places = [header.columns[code] for code in ITEMS]
    if places != list(range(places[0], places[0] + len(places))):
        expected = "A7 to A12 and A24 to A38 beside each other"
        faults.add(sheet.where(header.row), expected, "others between them", AGAIN)


def _name_items() -> pl.DataFrame:
    rows = [(code, *words) for code, words in ITEMS.items()]
    names = [COLUMN, "measure", "category", "unit"]
    return pl.DataFrame(rows, schema=names, orient="row")


def _date_rows(body: pl.DataFrame, sheet: Sheet, faults: FaultList) -> pl.DataFrame:
    check_names(body, "provider_name", sheet, faults)
    check_unique(body, ["year", "month", "provider"], sheet, faults)
    code = pl.col("provider")
    known = code.str.contains(f"{TRUST}|{REGION}") | (code == ENGLAND)
    faults.add_all(
        [
            (sheet.where(row, "Org Code"), text or "nothing")
            for row, text in body.filter(~known).select(ROW, "provider").iter_rows()
        ],
        expected="a trust such as RYD, a region such as Y59, or Eng",
        remedy=AGAIN,
    )
    months = [_read_month(*cells) for cells in body.select("year", "month").iter_rows()]
    faults.add_all(
        [
            (sheet.where(row), f"{year} {month}".strip() or "nothing")
            for (row, year, month), day in zip(
                body.select(ROW, "year", "month").iter_rows(), months, strict=True
            )
            if day is None
        ],
        expected="a year and the number of a month, such as 2024 and 5",
        remedy=AGAIN,
    )
    dated = body.with_columns(pl.Series("starts_on", months, pl.Date))
    for month in dated["starts_on"].drop_nulls().unique(maintain_order=True):
        count = dated.filter(code == ENGLAND, pl.col("starts_on") == month).height
        if count == 0:
            where = sheet.where(column="Org Code")
            faults.add(where, f"a row for England in {month:%B %Y}", "none", AGAIN)
    return dated


def _read_month(year: str, month: str) -> date | None:
    if not (year.isdecimal() and month.isdecimal() and len(year) == 4):
        return None
    return date(int(year), int(month), 1) if 1 <= int(month) <= 12 else None


def _check_sums(
    figures: pl.DataFrame, trusts: pl.DataFrame, sheet: Sheet, faults: FaultList
) -> None:
    summed = pl.col("measure").is_in(_SUMMED)
    england = figures.filter(summed, pl.col("provider") == ENGLAND)
    regions = figures.filter(summed, pl.col("provider").str.contains(REGION))
    for totals, by, words in (
        (england, ["starts_on", COLUMN], "the sum of its trusts"),
        (
            regions.with_columns(region=pl.col("provider")),
            ["starts_on", "region", COLUMN],
            "the sum of the trusts in the region",
        ),
    ):
        check_ties(trusts.filter(summed), totals, sheet, faults, by=by, words=words)


def _check_means(figures: pl.DataFrame, sheet: Sheet, faults: FaultList) -> None:
    by = [ROW, "category"]
    total, incidents, mean = (
        figures.filter(pl.col("measure") == measure)
        for measure in ("response_total", "incidents", "response_mean")
    )
    worked_out = (
        total.join(incidents, on=by, suffix="_of")
        .filter(pl.col("value_of") > 0)
        .with_columns(value=pl.col("value") / pl.col("value_of"))
    )
    words = "the total over the incidents"
    check_ties(worked_out, mean, sheet, faults, by=by, words=words, tolerance=0.501)
