"""Delayed transfers of care, the monthly workbook by local authority (to 2020).

Published by NHS England: delayed days in a month by type of care, by responsible
organisation and by reason, a sheet each. England stands above the authorities. Later
editions print beds beside days, which are days over the days of the month.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl

from placeplan.periods import Month
from placeplan.tables.official.fault_list import FaultList
from placeplan.tables.official.figure import COLUMN, parse_figures
from placeplan.tables.official.header import ROW, plain
from placeplan.tables.official.sheet import AGAIN, Sheet
from placeplan.tables.official.sheet_month import find_month
from placeplan.tables.official.text_check import (
    GSS_CODE,
    check_names,
    check_texts,
    check_unique,
)
from placeplan.tables.official.tie import check_ties
from placeplan.tables.official.workbook_sheet import read_workbook_sheets

BREAKDOWNS: Final = {
    "la - by type of care": "type_of_care",
    "la - by responsible org": "responsible",
    "la - by reason": "reason",
}
"""Sheets, by their names in lower case, and what each tells apart."""

KEYS: Final = ("region", "gss_code", "code", "name")
TOTAL: Final = {"total": "total"}
CATEGORIES: Final = {
    "type_of_care": {"acute": "acute", "non-acute": "non_acute"} | TOTAL,
    "responsible": {"nhs": "nhs", "social care": "social_care", "both": "both"} | TOTAL,
}
"""Headings of each breakdown but the reasons, and what they are called here."""

REASONS_FOR_DELAY: Final = {
    "a": "assessment",
    "b": "public_funding",
    "c": "further_nhs_care",
    "di": "residential_home",
    "dii": "nursing_home",
    "e": "care_package",
    "f": "equipment",
    "g": "choice",
    "h": "disputes",
    "i": "housing",
    "o": "other",
}
"""Reasons by the letter before their heading, whose words changed over the years."""

AUTHORITY_CODE: Final = r"^[0-9][0-9]([A-Z]{2}|[0-9]{1,2})$"
TITLE_ROWS: Final = 40
TOLERANCE_BEDS: Final = 2e-9
"""Beds are printed with nine decimals."""

_DAYS, _BEDS = "delayed days", "dtoc beds"
_ENGLAND: Final = "england"
_LAYOUT: Final = f"Compare the headings with the published layout. {AGAIN}"


@dataclass(frozen=True, slots=True)
class _Layout:
    row: int
    days: Mapping[str, int]
    beds: Mapping[str, int]


def read_delayed_transfers(path: str | Path) -> pl.DataFrame:
    """Read delayed days in a month by local authority.

    Checked: that authorities add up to England, categories to the total, that the three
    sheets agree on each total, and that beds, where printed, are days over the days of
    the month.

    Parameters
    ----------
    path : str or Path
        The monthly workbook on the basis of local authorities.

    Returns
    -------
    pl.DataFrame
        ``starts_on`` (first day of the month), ``region``, ``gss_code`` (null where the
        edition leaves it out), ``code`` (of the authority, 820 for Kent), ``name``,
        ``breakdown`` (type_of_care, responsible, reason), ``category``, ``unit``
        (days), ``value``, ``missing_reason``. Each breakdown sums to the same days:
        never sum over breakdowns. England and totals are checked and left out.

    Raises
    ------
    InputError
        With every fault.
    """
    file, found = read_workbook_sheets(path)
    sheets = {name.casefold(): sheet for name, sheet in found.items()}
    faults = FaultList(file)
    for name in BREAKDOWNS:
        if name not in sheets:
            faults.add("", f"a sheet '{name}'", "none", AGAIN)
    faults.stop_if_any()
    read = {name: _read_sheet(sheets[name], name, faults) for name in BREAKDOWNS}
    faults.stop_if_any()
    months = {month for _, month in read.values()}
    if len(months) > 1:
        shown = " and ".join(sorted(str(month) for month in months))
        faults.add("", "one month in all sheets", shown, AGAIN)
    _compare_sheets({name: frame for name, (frame, _) in read.items()}, sheets, faults)
    faults.stop_if_any()
    kept = [frame.filter(pl.col("category") != "total") for frame, _ in read.values()]
    return (
        pl.concat(kept)
        .filter(pl.col("name").str.to_lowercase() != _ENGLAND)
        .with_columns(
            pl.lit(months.pop().starts_on).alias("starts_on"),
            pl.lit("days").alias("unit"),
            *(
                pl.when(~pl.col(name).is_in(["", "-"])).then(pl.col(name)).alias(name)
                for name in ("region", "gss_code")
            ),
        )
        .select(
            *("starts_on", *KEYS, "breakdown", "category"),
            *("unit", "value", "missing_reason"),
        )
        .sort("code", "breakdown", "category")
    )


def _read_sheet(
    sheet: Sheet, name: str, faults: FaultList
) -> tuple[pl.DataFrame, Month]:
    breakdown = BREAKDOWNS[name]
    month = find_month(sheet, faults, within_rows=TITLE_ROWS)
    layout = _find_layout(sheet, breakdown, faults)
    if layout is None:
        return pl.DataFrame(), month
    rows = [
        (number, cells)
        for number, cells in enumerate(sheet.rows[layout.row :], layout.row + 1)
        if sum(bool(cell) for cell in cells) > 1
    ]
    body = pl.DataFrame(
        [(number, *cells[: len(KEYS)]) for number, cells in rows],
        schema=[ROW, *KEYS],
        orient="row",
    )
    _check_keys(body, sheet, faults)
    days = _parse(body, rows, layout.days, sheet, faults)
    beds = _parse(body, rows, layout.beds, sheet, faults, whole=False)
    faults.stop_if_any()
    _check_sums(days, sheet, faults)
    length = (month.ends_on - month.starts_on).days + 1
    check_ties(
        days.with_columns(pl.col("value") / length),
        beds,
        sheet,
        faults,
        by=[ROW, "category"],
        words="the days over the days of the month",
        tolerance=TOLERANCE_BEDS,
    )
    return days.with_columns(pl.lit(breakdown).alias("breakdown")), month


def _check_keys(body: pl.DataFrame, sheet: Sheet, faults: FaultList) -> None:
    check_names(body, "name", sheet, faults)
    authorities = body.filter(pl.col("code") != "-")
    for column, pattern, expected in (
        ("code", AUTHORITY_CODE, "the code of an authority, such as 820"),
        ("gss_code", rf"{GSS_CODE}|^-?$", "the code of an area, such as E10000016"),
    ):
        check_texts(
            authorities, column, sheet, faults, pattern=pattern, expected=expected
        )
    check_unique(body, ["code"], sheet, faults)


def _find_layout(sheet: Sheet, breakdown: str, faults: FaultList) -> _Layout | None:
    ends = [[plain(cell) for cell in row[:4:3]] for row in sheet.rows[:TITLE_ROWS]]
    at = ends.index(["region", "name"]) if ["region", "name"] in ends else -1
    if at < 0:
        faults.add(sheet.where(), "headings from Region to Name", "none", _LAYOUT)
        return None
    cells = sheet.rows[at]
    groups: list[dict[str, int]] = [{}]
    for place in range(len(KEYS), len(cells)):
        if not cells[place]:
            groups.append({})
            continue
        category = _name_category(cells[place], breakdown)
        if category is None or category in groups[-1]:
            where, shown = sheet.where(at + 1), f"'{cells[place]}'"
            expected = f"the headings of {breakdown.replace('_', ' ')}, once each"
            faults.add(where, expected, shown, _LAYOUT)
            return None
        groups[-1][category] = place
    days, *others = [group for group in groups if group] or [{}]
    order = [*REASONS_FOR_DELAY.values(), *CATEGORIES.get(breakdown, TOTAL).values()]
    if any(sorted(group, key=order.index) != [*group] for group in groups):
        expected = f"the headings of {breakdown.replace('_', ' ')}, as published"
        faults.add(sheet.where(at + 1), expected, "another order", _LAYOUT)
        return None
    beds = others[0] if others else {}
    above = [plain(cell) for cell in sheet.rows[at - 1] if cell] if others else [_DAYS]
    if len(days) < 2 or len(others) > 1 or above[:1] != [_DAYS]:
        found = ", ".join(above) or "none"
        faults.add(sheet.where(at), f"the groups {_DAYS} and {_BEDS}", found, _LAYOUT)
        return None
    return _Layout(at + 1, days, beds)


def _name_category(heading: str, breakdown: str) -> str | None:
    text = plain(heading)
    if breakdown != "reason":
        return CATEGORIES[breakdown].get(text)
    if text == "total":
        return text
    letter = re.match(r"([a-z]i{0,2})\)", text)
    return REASONS_FOR_DELAY.get(letter[1]) if letter else None


def _parse(
    body: pl.DataFrame,
    rows: list[tuple[int, tuple[str, ...]]],
    places: Mapping[str, int],
    sheet: Sheet,
    faults: FaultList,
    *,
    whole: bool = True,
) -> pl.DataFrame:
    cells = pl.DataFrame(
        [
            (number, category, category, row[at])
            for number, row in rows
            for category, at in places.items()
        ],
        schema=[ROW, "category", COLUMN, "text"],
        schema_overrides={ROW: pl.Int64, "text": pl.String},
        orient="row",
    ).with_columns(pl.col("category", COLUMN).cast(pl.String))
    figures = parse_figures(cells, sheet, faults, whole=whole)
    return figures.join(body, on=ROW, maintain_order="left")


def _check_sums(days: pl.DataFrame, sheet: Sheet, faults: FaultList) -> None:
    england = pl.col("name").str.to_lowercase() == _ENGLAND
    if days.filter(england)[ROW].n_unique() != 1:
        count = str(days.filter(england)[ROW].n_unique() or "none")
        faults.add(sheet.where(), "one row for England", count, AGAIN)
    words = "the sum of its authorities"
    parts, printed = days.filter(~england), days.filter(england)
    check_ties(parts, printed, sheet, faults, by=["category"], words=words)
    total = pl.col("category") == "total"
    words = "the sum of its categories"
    parts, printed = days.filter(~total), days.filter(total)
    check_ties(parts, printed, sheet, faults, by=[ROW], words=words)


def _compare_sheets(
    frames: Mapping[str, pl.DataFrame], sheets: Mapping[str, Sheet], faults: FaultList
) -> None:
    """Check that each authority has the same days however they are told apart."""
    first, *others = frames
    summed = frames[first].filter(pl.col("category") != "total")
    for name in others:
        frame = frames[name].filter(pl.col("category") != "total")
        totals = frame.group_by("code", maintain_order=True).agg(
            pl.col(ROW).first(),
            pl.when(pl.col("value").is_not_null().all()).then(pl.col("value").sum()),
            pl.lit("all categories").alias(COLUMN),
        )
        keys = list(KEYS)
        lost = set(summed.select(keys).rows()) ^ set(frame.select(keys).rows())
        for code in sorted({row[KEYS.index("code")] for row in lost}):
            where = sheets[name].where(column="Code")
            faults.add(where, "the authorities of the first sheet", code, AGAIN)
        words = f"the days on the sheet '{sheets[first].name}'"
        check_ties(summed, totals, sheets[name], faults, by=["code"], words=words)
