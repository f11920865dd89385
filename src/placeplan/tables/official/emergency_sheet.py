"""A&E attendances and emergency admissions, the monthly workbook by provider.

Published by NHS England beside the CSV file: sheet ``Provider Level Data``, booked and
unbooked attendances together. Below a row of groups the headings of the types of
department stand three times. Saved as CSV, the sheet loses its title, its month and
England, and figures carry commas and percent signs.
"""

from datetime import date
from pathlib import Path
from typing import Final

import polars as pl

from placeplan.tables.official.fault_list import FaultList
from placeplan.tables.official.figure import COLUMN, parse_figures
from placeplan.tables.official.header import ROW, Header, plain, take_body
from placeplan.tables.official.sheet import AGAIN, Sheet, read_csv_sheet
from placeplan.tables.official.sheet_month import find_month
from placeplan.tables.official.text_check import (
    ODS_CODE,
    check_names,
    check_texts,
    check_unique,
)
from placeplan.tables.official.tie import check_ties
from placeplan.tables.official.workbook_sheet import read_workbook_sheets

SHEET: Final = "Provider Level Data"
KEYS: Final = {"Code": "provider", "Region": "region", "Name": "provider_name"}
TYPES: Final = {
    "Type 1 Departments - Major A&E": "type_1",
    "Type 2 Departments - Single Specialty": "type_2",
    "Type 3 Departments - Other A&E/Minor Injury Unit": "other",
}
GROUPS: Final = {
    "attendances": "Total attendances",
    "within": "Total Attendances < 4 hours",
    "attendances_over_4_hours": "Total Attendances > 4 hours",
}
"""What the types of department are counted by, and the heading of each total."""

SHARES: Final = {
    "Percentage in 4 hours or less (all)": "all",
    "Percentage in 4 hours or less (type 1)": "type_1",
    "Percentage in 4 hours or less (type 2)": "type_2",
    "Percentage in 4 hours or less (type 3)": "other",
}
OTHERS: Final = {
    "Emergency Admissions via Type 1 A&E": ("emergency_admissions", "type_1"),
    "Emergency Admissions via Type 2 A&E": ("emergency_admissions", "type_2"),
    "Emergency Admissions via Type 3 and 4 A&E": ("emergency_admissions", "other"),
    "Total Emergency Admissions via A&E": ("emergency_admissions", "a_and_e"),
    "Other Emergency admissions (i.e not via A&E)": (
        "emergency_admissions",
        "not_a_and_e",
    ),
    "Total Emergency Admissions": ("emergency_admissions", "all"),
    "Number of patients spending >4 hours from decision to admit to admission": (
        "waits_over_4_hours",
        "all",
    ),
    "Number of patients spending >12 hours from decision to admit to admission": (
        "waits_over_12_hours",
        "all",
    ),
}
HEADINGS: Final = (
    *KEYS,
    *(text for total in GROUPS.values() for text in (*TYPES, total)),
    *SHARES,
    *OTHERS,
)
"""All headings, in order."""

AXES: Final = (
    *((name, kind) for name in GROUPS for kind in (*TYPES.values(), "all")),
    *(("share", kind) for kind in SHARES.values()),
    *OTHERS.values(),
)
"""Measure and department of each column of figures, in order."""

KEPT: Final = {
    "attendances": "attendances",
    "attendances_over_4_hours": "attendances",
    "emergency_admissions": "admissions",
    "waits_over_4_hours": "patients",
    "waits_over_12_hours": "patients",
}
"""Measures that are kept, and their units."""

TITLE_ROWS: Final = 40
TOLERANCE_SHARE, TOLERANCE_PERCENT = 2e-9, 0.00051
_ENGLAND: Final = pl.col("provider_name").str.to_lowercase() == "england"


def read_emergency_providers(
    path: str | Path, *, starts_on: date | None = None
) -> pl.DataFrame:
    """Read A&E attendances and emergency admissions by provider, of one month.

    Checked: that providers add up to England where it is printed, departments to their
    total, those within and over four hours to all, admissions to theirs, and that each
    percentage is those within four hours over all.

    Parameters
    ----------
    path : str or Path
        The workbook, or its sheet ``Provider Level Data`` saved as CSV.
    starts_on : date or None
        First day of the month; needed for, and only for, a CSV file, which has none.

    Returns
    -------
    pl.DataFrame
        As `read_emergency_month`, with ``booking`` always ``all``, and with
        ``waits_over_4_hours`` (of which some are ``waits_over_12_hours``) in place of
        the waits of 4 to 12 hours.

    Raises
    ------
    InputError
        With every fault, if the layout is another or the figures do not tie.
    """
    is_text = Path(path).suffix.lower() == ".csv"
    sheet, month, faults = _open(path, is_text=is_text, starts_on=starts_on)
    body = take_body(sheet, _find_columns(sheet, faults), faults)
    _check_keys(body, sheet, faults, printed={0, 1} if is_text else {1})
    figures = _parse(body, sheet, faults, thousands=is_text)
    faults.stop_if_any()
    _check_sums(figures, sheet, faults)
    faults.stop_if_any()
    sums = pl.col("department").is_in(["all", "a_and_e"]) & (
        ~pl.col("measure").str.starts_with("waits")
    )
    unit = pl.col("measure").replace_strict(KEPT, return_dtype=pl.String)
    return (
        figures.filter(~_ENGLAND, ~sums, pl.col("measure").is_in([*KEPT]))
        .with_columns(starts_on=pl.lit(month), booking=pl.lit("all"), unit=unit)
        .select(
            *("starts_on", "provider", "provider_name", "region", "measure"),
            *("department", "booking", "unit", "value", "missing_reason"),
        )
        .sort("provider", "measure", "department")
    )


def _open(
    path: str | Path, *, is_text: bool, starts_on: date | None
) -> tuple[Sheet, date | None, FaultList]:
    if is_text:
        sheet = read_csv_sheet(path)
        faults = FaultList(sheet.file)
        if starts_on is None:
            remedy = "Name the month when reading this file."
            faults.add("", "a month, which a CSV file does not say", "none", remedy)
        return sheet, starts_on, faults
    file, sheets = read_workbook_sheets(path)
    faults = FaultList(file)
    if SHEET not in sheets:
        faults.add("", f"a sheet '{SHEET}'", "none", AGAIN)
    if starts_on is not None:
        remedy = f"Leave out {starts_on} when reading this file."
        faults.add("", "a month in the workbook alone", "one named too", remedy)
    faults.stop_if_any()
    months = {
        name: find_month(sheet, faults, within_rows=TITLE_ROWS)
        for name, sheet in sheets.items()
        if name == SHEET or any("Period:" in row for row in sheet.rows[:TITLE_ROWS])
    }
    if len(set(months.values())) > 1:
        shown = " and ".join(sorted({str(month) for month in months.values()}))
        faults.add("", "one month in all sheets", shown, AGAIN)
    return sheets[SHEET], months[SHEET].starts_on, faults


def _find_columns(sheet: Sheet, faults: FaultList) -> Header:
    wanted = [plain(text) for text in HEADINGS]
    for at, cells in enumerate(sheet.rows[:TITLE_ROWS]):
        filled = [place for place, cell in enumerate(cells) if cell]
        if [plain(cells[place]) for place in filled] == wanted:
            names = [*KEYS.values(), *(" ".join(axes) for axes in AXES)]
            return Header(at + 1, dict(zip(names, filled, strict=True)), len(cells))
    remedy = f"Compare the headings with the published layout. {AGAIN}"
    expected = f"the {len(HEADINGS)} headings of the layout, in order"
    faults.add(sheet.where(), expected, "none", remedy)
    faults.stop_if_any()
    raise AssertionError  # pragma: no cover - stop_if_any has raised


def _parse(
    body: pl.DataFrame, sheet: Sheet, faults: FaultList, *, thousands: bool
) -> pl.DataFrame:
    axes = [" ".join(pair) for pair in AXES]
    cells = body.unpivot(
        on=axes, index=[ROW, *KEYS.values()], variable_name=COLUMN, value_name="text"
    ).with_columns(
        measure=pl.col(COLUMN).str.split(" ").list.first(),
        department=pl.col(COLUMN).str.split(" ").list.last(),
    )
    share = pl.col("measure") == "share"
    counted = parse_figures(
        cells.filter(~share), sheet, faults, whole=True, thousands=thousands
    )
    percent = cells.filter(share).with_columns(
        is_percent=pl.col("text").str.ends_with("%"),
        text=pl.col("text").str.strip_suffix("%"),
    )
    shares = parse_figures(percent, sheet, faults, whole=False).with_columns(
        value=pl.when("is_percent")
        .then(pl.col("value") / 100)
        .otherwise(pl.col("value"))
    )
    measure = pl.when("is_percent").then(pl.lit("percent")).otherwise("measure")
    named = shares.with_columns(measure=measure).drop("is_percent")
    return pl.concat([counted, named])


def _check_keys(
    body: pl.DataFrame, sheet: Sheet, faults: FaultList, *, printed: set[int]
) -> None:
    england = body.filter(_ENGLAND).height
    if england not in printed:
        faults.add(sheet.where(), "one row for England", str(england or "none"), AGAIN)
    providers = body.filter(~_ENGLAND)
    expected = "the code of a provider, such as RVV"
    check_texts(
        providers, "provider", sheet, faults, pattern=ODS_CODE, expected=expected
    )
    check_names(providers, "provider_name", sheet, faults)
    check_names(providers, "region", sheet, faults)
    check_unique(body, ["provider"], sheet, faults)


def _check_sums(figures: pl.DataFrame, sheet: Sheet, faults: FaultList) -> None:
    counts = figures.filter(~pl.col("measure").is_in(["share", "percent"]))
    named = dict(counts.partition_by("measure", as_dict=True, include_key=True))
    by_measure = {str(key[0]): frame for key, frame in named.items()}
    attended = pl.concat([by_measure[name] for name in GROUPS])
    admitted = by_measure["emergency_admissions"]
    whole, late = by_measure["attendances"], by_measure["attendances_over_4_hours"]
    within = by_measure["within"]
    each, row = [ROW, "department"], [ROW, "measure"]
    department = pl.col("department")
    types, total = department.is_in([*TYPES.values()]), department == "all"
    via = department == "a_and_e"
    for parts, totals, by, words in (
        (counts.filter(~_ENGLAND), counts.filter(_ENGLAND), [COLUMN], "its providers"),
        (attended.filter(types), attended.filter(total), row, "its departments"),
        (within.vstack(late), whole, each, "those within and over four hours"),
        (admitted.filter(types), admitted.filter(via), [ROW], "its departments"),
        (
            admitted.filter(via | (department == "not_a_and_e")),
            admitted.filter(total),
            [ROW],
            "those by A&E and not",
        ),
    ):
        words = f"the sum of {words}"
        check_ties(parts, totals, sheet, faults, by=by, words=words)
    _check_shares(figures, within, whole, sheet, faults)
    _check_waits(counts, sheet, faults)


def _check_shares(
    figures: pl.DataFrame,
    within: pl.DataFrame,
    whole: pl.DataFrame,
    sheet: Sheet,
    faults: FaultList,
) -> None:
    by, words = [ROW, "department"], "those within four hours over all"
    ratio = (
        within.join(whole, on=by, suffix="_of")
        .filter(pl.col("value_of") > 0)
        .with_columns(value=pl.col("value") / pl.col("value_of"))
    )
    for measure, room in (("share", TOLERANCE_SHARE), ("percent", TOLERANCE_PERCENT)):
        printed = figures.filter(pl.col("measure") == measure)
        check_ties(ratio, printed, sheet, faults, by=by, words=words, tolerance=room)


def _check_waits(counts: pl.DataFrame, sheet: Sheet, faults: FaultList) -> None:
    over = counts.filter(pl.col("measure") == "waits_over_4_hours")
    long = counts.filter(pl.col("measure") == "waits_over_12_hours")
    wrong = long.join(over, on=ROW, suffix="_of", maintain_order="left").filter(
        pl.col("value") > pl.col("value_of")
    )
    faults.add_all(
        [
            (sheet.where(row, "waits_over_12_hours"), f"{value:.0f} of {whole:.0f}")
            for row, value, whole in wrong.select(ROW, "value", "value_of").iter_rows()
        ],
        expected="no more over twelve hours than over four",
        remedy="Compare the row with the published file.",
    )
