"""A&E attendances and emergency admissions, the monthly CSV file.

Published by NHS England (MSitAE): a row for each provider and a last row of totals,
whose texts are ``TOTAL``, ``Total`` or ``Total `` in some or all of the first four
columns. Regions end in a space; some months have empty columns at the end of every row.
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import polars as pl

from placeplan.tables.official.fault_list import FaultList
from placeplan.tables.official.figure import COLUMN, parse_figures
from placeplan.tables.official.header import ROW, Heading, get_header, take_body
from placeplan.tables.official.sheet import AGAIN, Sheet, read_csv_sheet
from placeplan.tables.official.text_check import (
    ODS_CODE,
    check_names,
    check_texts,
    check_unique,
)
from placeplan.tables.official.tie import check_ties


@dataclass(frozen=True, slots=True)
class Figure:
    """What a column of figures counts.

    Parameters
    ----------
    written : str
        Heading.
    measure : str
        attendances, attendances_over_4_hours, waits_4_to_12_hours,
        waits_over_12_hours or emergency_admissions.
    department : str
        type_1, type_2, other; ``all`` for waits; ``not_a_and_e`` for admissions
        that came another way.
    booking : str
        unbooked, booked, or ``all`` where the file does not tell.
    """

    written: str
    measure: str
    department: str
    booking: str


_BOOKED = "Booked Appointments"

FIGURES: Final = (
    Figure("A&E attendances Type 1", "attendances", "type_1", "unbooked"),
    Figure("A&E attendances Type 2", "attendances", "type_2", "unbooked"),
    Figure("A&E attendances Other A&E Department", "attendances", "other", "unbooked"),
    Figure(f"A&E attendances {_BOOKED} Type 1", "attendances", "type_1", "booked"),
    Figure(f"A&E attendances {_BOOKED} Type 2", "attendances", "type_2", "booked"),
    Figure(
        f"A&E attendances {_BOOKED} Other Department", "attendances", "other", "booked"
    ),
    *(
        Figure(f"Attendances over 4hrs {words}", "attendances_over_4_hours", *axes)
        for words, *axes in (
            ("Type 1", "type_1", "unbooked"),
            ("Type 2", "type_2", "unbooked"),
            ("Other Department", "other", "unbooked"),
            (f"{_BOOKED} Type 1", "type_1", "booked"),
            (f"{_BOOKED} Type 2", "type_2", "booked"),
            (f"{_BOOKED} Other Department", "other", "booked"),
        )
    ),
    Figure(
        "Patients who have waited 4-12 hs from DTA to admission",
        "waits_4_to_12_hours",
        "all",
        "all",
    ),
    Figure(
        "Patients who have waited 12+ hrs from DTA to admission",
        "waits_over_12_hours",
        "all",
        "all",
    ),
    *(
        Figure(f"Emergency admissions via A&E - {words}", "emergency_admissions", *axes)
        for words, *axes in (
            ("Type 1", "type_1", "all"),
            ("Type 2", "type_2", "all"),
            ("Other A&E department", "other", "all"),
        )
    ),
    Figure("Other emergency admissions", "emergency_admissions", "not_a_and_e", "all"),
)
"""The columns of figures, in the order of the file."""

HEADINGS: Final = (
    Heading("period", "Period"),
    Heading("provider", "Org Code"),
    Heading("region", "Parent Org"),
    Heading("provider_name", "Org name"),
    *(Heading(figure.written, figure.written) for figure in FIGURES),
)

MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


def read_emergency_month(path: str | Path) -> pl.DataFrame:
    """Read A&E attendances and emergency admissions of one month.

    Checked: that there is one row of totals, that every column adds up to it, and that
    no department has more attendances over four hours than attendances.

    Parameters
    ----------
    path : str or Path
        The monthly CSV file. The month is read from its rows.

    Returns
    -------
    pl.DataFrame
        ``starts_on`` (first day of the month), ``provider`` (ODS code),
        ``provider_name``, ``region``, ``measure``, ``department``, ``booking`` (see
        `Figure`), ``unit`` (attendances, patients or admissions), ``value``,
        ``missing_reason``. Totals are checked and left out. Attendances at a department
        are those unbooked and booked together.

    Raises
    ------
    InputError
        With every fault, if the layout is another or the figures do not tie.
    """
    sheet = read_csv_sheet(path)
    faults = FaultList(sheet.file)
    body = take_body(sheet, get_header(sheet, HEADINGS, faults), faults)
    is_total = pl.col("provider").str.to_lowercase() == "total"
    providers, printed = body.filter(~is_total), body.filter(is_total)
    _check_providers(providers, sheet, faults)
    if printed.height != 1:
        found = str(printed.height or "none")
        faults.add("", "one row of totals", found, AGAIN)
    month = _find_month(providers, sheet, faults)
    figures = _parse(providers, sheet, faults)
    totals = _parse(printed, sheet, faults)
    faults.stop_if_any()
    check_ties(
        figures, totals, sheet, faults, by=[COLUMN], words="the sum of its providers"
    )
    faults.stop_if_any()
    named = figures.join(_describe_figures(), on=COLUMN, maintain_order="left")
    _check_late(named, sheet, faults)
    faults.stop_if_any()
    axes = ["measure", "department", "booking"]
    keys = ["provider", "provider_name", "region", *axes, "unit"]
    return (
        named.with_columns(starts_on=pl.lit(month))
        .select("starts_on", *keys, "value", "missing_reason")
        .sort("provider", *axes)
    )


def _check_late(figures: pl.DataFrame, sheet: Sheet, faults: FaultList) -> None:
    by = [ROW, "department", "booking"]
    measure = pl.col("measure")
    late = figures.filter(measure == "attendances_over_4_hours")
    whole = figures.filter(measure == "attendances")
    wrong = late.join(whole, on=by, suffix="_of", maintain_order="left").filter(
        pl.col("value") > pl.col("value_of")
    )
    faults.add_all(
        [
            (sheet.where(row, column), f"{value:.0f} of {whole:.0f}")
            for row, column, value, whole in wrong.select(
                ROW, COLUMN, "value", "value_of"
            ).iter_rows()
        ],
        expected="no more over four hours than attended",
        remedy="Compare the row with the published file.",
    )


def _describe_figures() -> pl.DataFrame:
    units = {"attendances": "attendances", "emergency_admissions": "admissions"}
    units["attendances_over_4_hours"] = "attendances"
    return pl.DataFrame(
        [(f.written, f.measure, f.department, f.booking) for f in FIGURES],
        schema=[COLUMN, "measure", "department", "booking"],
        orient="row",
    ).with_columns(unit=pl.col("measure").replace_strict(units, default="patients"))


def _check_providers(body: pl.DataFrame, sheet: Sheet, faults: FaultList) -> None:
    expected = "the code of a provider, such as RVV"
    check_texts(
        body,
        "provider",
        sheet,
        faults,
        pattern=ODS_CODE,
        expected=expected,
        heading="Org Code",
    )
    check_names(body, "provider_name", sheet, faults)
    check_names(body, "region", sheet, faults)
    check_unique(body, ["provider"], sheet, faults)


def _find_month(body: pl.DataFrame, sheet: Sheet, faults: FaultList) -> date | None:
    periods = body["period"].unique(maintain_order=True).to_list()
    if len(periods) != 1:
        shown = " and ".join(periods[:3]) or "none"
        faults.add(sheet.where(column="Period"), "one month", shown, AGAIN)
        return None
    found = re.fullmatch(r"MSitAE-([A-Z]+)-(20[0-9][0-9])", periods[0], re.IGNORECASE)
    if found and (name := found[1].lower()) in MONTHS:
        return date(int(found[2]), MONTHS.index(name) + 1, 1)
    expected = "a month such as MSitAE-JUNE-2024"
    faults.add(sheet.where(column="Period"), expected, periods[0] or "nothing", AGAIN)
    return None


def _parse(body: pl.DataFrame, sheet: Sheet, faults: FaultList) -> pl.DataFrame:
    cells = body.unpivot(
        on=[figure.written for figure in FIGURES],
        index=[ROW, "provider", "provider_name", "region"],
        variable_name=COLUMN,
        value_name="text",
    )
    return parse_figures(cells, sheet, faults, whole=True)
