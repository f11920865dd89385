"""Cancer waiting times, the monthly provider workbook (from October 2023).

Published by NHS England: the 28-day, 31-day and 62-day standards, a sheet each, with a
part for all routes (or stages of treatment) and one for each of them. Providers stand
above a row for all English providers. Column A holds only titles. Counts of 62 days may
end in a half: a patient shared between two providers.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import polars as pl

from placeplan.tables.official.fault_list import FaultList
from placeplan.tables.official.figure import COLUMN, parse_figures
from placeplan.tables.official.header import ROW, plain
from placeplan.tables.official.sheet import AGAIN, Sheet
from placeplan.tables.official.text_check import (
    ODS_CODE,
    check_names,
    check_texts,
    check_unique,
)
from placeplan.tables.official.tie import check_ties
from placeplan.tables.official.workbook_sheet import get_sheets


@dataclass(frozen=True, slots=True)
class _Standard:
    sheet: str
    days: int
    route: str
    parted: bool


STANDARDS: Final = {
    "28_day": _Standard("28-DAY FDS (ALL ROUTES)", 28, "REFERRAL ROUTE", False),
    "31_day": _Standard("31-DAY (ALL CANCER)", 31, "TREATMENT STAGE", True),
    "62_day": _Standard("62-DAY (ALL CANCER)", 62, "REFERRAL ROUTE", True),
}
"""Standards, their sheets, and what the parts of a sheet tell apart."""

MEASURES: Final = ("total", "within", "after")
MONTHS: Final = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
TITLE_ROWS: Final = 40
TOLERANCE_SHARE: Final = 2e-9
"""Shares are printed with nine decimals."""

_ENGLAND: Final = pl.col("provider_name").str.to_lowercase() == "all english providers"
_EVERY: Final = r"(?i)^all "


def read_cancer_waits(path: str | Path) -> pl.DataFrame:
    """Read how many waited within the standards, by provider and route.

    Checked: that providers add up to all English providers, within and after to the
    total, the time bands to the total, routes (or stages) to all of them, and that the
    percentage is within over total.

    Parameters
    ----------
    path : str or Path
        The provider workbook of one month.

    Returns
    -------
    pl.DataFrame
        ``starts_on`` (first day of the month), ``provider`` (ODS code),
        ``provider_name``, ``standard`` (28_day, 31_day, 62_day), ``route`` (of
        referral, or stage of treatment; ``ALL ROUTES`` where the sheet tells no routes
        apart), ``measure`` (total, within, after), ``unit`` (people), ``value``,
        ``missing_reason``. All providers, and all routes where routes are told apart,
        are checked and left out.

    Raises
    ------
    InputError
        With every fault.
    """
    sheets = get_sheets(path, [each.sheet for each in STANDARDS.values()])
    file = next(iter(sheets.values())).file
    faults = FaultList(file)
    frames = {
        name: _read_sheet(sheets[each.sheet], each, faults)
        for name, each in STANDARDS.items()
    }
    months = {_find_month(sheet, faults) for sheet in sheets.values()}
    if len(months) > 1:
        shown = " and ".join(f"{month:%B %Y}" for month in sorted(months))
        faults.add("", "one month in all sheets", shown, AGAIN)
    _check_one_name(frames, file_faults=faults)
    faults.stop_if_any()
    keys = ["provider", "provider_name", "standard", "route", "measure"]
    return (
        pl.concat(
            _keep_parts(frame).with_columns(pl.lit(name).alias("standard"))
            for name, frame in frames.items()
        )
        .with_columns(
            pl.lit(months.pop()).alias("starts_on"), pl.lit("people").alias("unit")
        )
        .select("starts_on", *keys, "unit", "value", "missing_reason")
        .sort("provider", "standard", "route", "measure")
    )


def _check_one_name(
    frames: Mapping[str, pl.DataFrame], *, file_faults: FaultList
) -> None:
    """Check that each code has one name and each name one code, in all sheets."""
    pairs = pl.concat(
        frame.select("provider", "provider_name") for frame in frames.values()
    ).unique()
    for one, other in (("provider", "provider_name"), ("provider_name", "provider")):
        twice = pairs.group_by(one).agg(pl.col(other).sort())
        for text, several in (
            twice.filter(pl.col(other).list.len() > 1).sort(one).rows()
        ):
            found = " and ".join(each or "nothing" for each in several)
            expected = f"one {other.replace('_', ' ')} for {text} in all sheets"
            file_faults.add("", expected, found, AGAIN)


def _keep_parts(frame: pl.DataFrame) -> pl.DataFrame:
    every = pl.col("route").str.contains(_EVERY)
    routes = frame.filter(~every)
    kept = frame if routes.is_empty() else routes
    return kept.filter(~_ENGLAND, pl.col("measure").is_in(MEASURES)).select(
        *("provider", "provider_name", "route", "measure", "value", "missing_reason")
    )


def _find_month(sheet: Sheet, faults: FaultList) -> date:
    cells = [cell for row in sheet.rows[:4] for cell in row if cell]
    for cell in cells:
        if found := re.fullmatch(r"([A-Za-z]{3})-([0-9][0-9])", cell):
            name = found[1].casefold()
            if name in MONTHS:
                return date(2000 + int(found[2]), MONTHS.index(name) + 1, 1)
    shown = cells[1] if len(cells) > 1 else "none"
    faults.add(sheet.where(2), "a month such as Apr-24", shown, AGAIN)
    return date.min


def _read_sheet(sheet: Sheet, standard: _Standard, faults: FaultList) -> pl.DataFrame:
    columns, at = _find_columns(sheet, standard, faults)
    faults.stop_if_any()
    heading = sheet.rows[at - 1]
    rows = [
        (number, *(cells[place] for place in columns.values()))
        for number, cells in enumerate(sheet.rows[at:], at + 1)
        if any(cells[1:]) and cells[1:] != heading[1:]  # a part repeats its heading
    ]
    body = pl.DataFrame(
        rows,
        schema={ROW: pl.Int64} | dict.fromkeys(columns, pl.String),
        orient="row",
    )
    expected = "the code of a provider, such as RVV"
    providers = body.filter(~_ENGLAND)
    check_texts(
        providers, "provider", sheet, faults, pattern=ODS_CODE, expected=expected
    )
    check_names(body, "provider_name", sheet, faults)
    check_names(body, "route", sheet, faults)
    check_unique(body, ["provider", "route"], sheet, faults)
    keys = [ROW, "provider", "provider_name", "route"]
    cells = body.unpivot(
        on=[name for name in columns if name not in keys],
        index=keys,
        variable_name=COLUMN,
        value_name="text",
    ).with_columns(pl.col("text").str.replace(r"^-$", "[z]"))
    figures = parse_figures(cells, sheet, faults, whole=False)
    figures = figures.with_columns(pl.col(COLUMN).alias("measure"))
    faults.stop_if_any()
    _check_routes(body["route"], sheet, standard, faults)
    _check_england(figures, sheet, faults)
    _check_sums(figures, sheet, faults)
    _check_share(figures, sheet, faults)
    return figures


def _check_routes(
    routes: Iterable[str], sheet: Sheet, standard: _Standard, faults: FaultList
) -> None:
    given = {route.casefold().startswith("all ") for route in routes}
    if given == ({True, False} if standard.parted else {True}):
        return
    also = f", and parts of each {standard.route.lower()}" if standard.parted else ""
    found = "one of the two alone" if given and also else "none, or other parts"
    faults.add(sheet.where(), f"a part that is all{also}", found, AGAIN)


def _find_columns(
    sheet: Sheet, standard: _Standard, faults: FaultList
) -> tuple[dict[str, int], int]:
    fixed = {
        "ods code (1)": "provider",
        "accountable provider": "provider_name",
        plain(standard.route): "route",
        "total": "total",
        f"within {standard.days} days": "within",
        f"after {standard.days} days": "after",
        f"treated within {standard.days} days": "share",
        f"told within {standard.days} days": "share",
    }
    rows = [[plain(cell) for cell in cells] for cells in sheet.rows[:TITLE_ROWS]]
    at = next((at for at, row in enumerate(rows) if "ods code (1)" in row), -1)
    if at < 0:
        faults.add(sheet.where(), "a heading ODS CODE (1)", "none", AGAIN)
        return {}, 0
    columns: dict[str, int] = {}
    for place, text in enumerate(rows[at]):
        name = fixed.get(text)
        if name and name not in columns:
            columns[name] = place
        elif "share" in columns and re.search(r"[0-9] days$", text):
            columns[f"band {text}"] = place
    wanted = list(dict.fromkeys(fixed.values()))
    missing = [name for name in wanted if name not in columns]
    bands = [name for name in columns if name.startswith("band")]
    in_order = [name for name in columns if name in wanted] == wanted
    if missing or len(bands) < 2 or not in_order:
        found = "none for " + ", ".join(missing or ["the time bands"])
        found = "another order" if len(bands) > 1 and not missing else found
        remedy = f"Compare the headings with the published layout. {AGAIN}"
        expected = f"the headings of the {standard.days}-day standard"
        faults.add(sheet.where(at + 1), expected, found, remedy)
    return columns, at + 1


def _check_england(figures: pl.DataFrame, sheet: Sheet, faults: FaultList) -> None:
    for route in figures["route"].unique(maintain_order=True):
        rows = figures.filter(_ENGLAND, pl.col("route") == route)[ROW].n_unique()
        if rows != 1:
            expected = f"one row for all English providers of {route}"
            faults.add(sheet.where(), expected, str(rows or "none"), AGAIN)


def _check_sums(figures: pl.DataFrame, sheet: Sheet, faults: FaultList) -> None:
    every = pl.col("route").str.contains(_EVERY)
    measure = pl.col("measure")
    counted = measure != "share"
    total = figures.filter(measure == "total")
    ties = (
        (
            figures.filter(~_ENGLAND, counted),
            figures.filter(_ENGLAND, counted),
            ["route", "measure"],
            "the sum of its providers",
        ),
        (
            figures.filter(measure.is_in(["within", "after"])),
            total,
            [ROW],
            "within and after together",
        ),
        (
            figures.filter(measure.str.starts_with("band")),
            total,
            [ROW],
            "the sum of its time bands",
        ),
        (
            figures.filter(~every, ~_ENGLAND, counted),
            figures.filter(every, ~_ENGLAND, counted),
            ["provider", "measure"],
            "the sum of its parts",
        ),
    )
    for parts, totals, by, words in ties:
        check_ties(parts, totals, sheet, faults, by=by, words=words)


def _check_share(figures: pl.DataFrame, sheet: Sheet, faults: FaultList) -> None:
    measure = pl.col("measure")
    total = figures.filter(measure == "total")
    share = (
        figures.filter(measure == "within")
        .join(total.select(ROW, pl.col("value").alias("whole")), on=ROW)
        .filter(pl.col("whole") > 0)
        .with_columns(value=pl.col("value") / pl.col("whole"))
    )
    printed = figures.filter(measure == "share")
    words, room = "within over total", TOLERANCE_SHARE
    check_ties(share, printed, sheet, faults, by=[ROW], words=words, tolerance=room)
