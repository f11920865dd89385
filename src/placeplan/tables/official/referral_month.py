"""Referral to treatment waits, the full monthly extract (CSV).

Published by NHS England: a row for each provider, commissioner, part of the return and
treatment function, with people by week waited. C_999 is the total over functions, and
Part_2A is a part of Part_2. The file of all England has 180,000 rows of 121 columns, so
it is read whole by Polars and not cell by cell.
"""

import re
from datetime import date
from pathlib import Path
from typing import Final

import polars as pl

from placeplan.errors import Fault, InputError
from placeplan.tables.file import LoadedFile
from placeplan.tables.official.emergency import MONTHS
from placeplan.tables.official.fault_list import FaultList
from placeplan.tables.official.figure import COLUMN
from placeplan.tables.official.header import ROW
from placeplan.tables.official.packed import unpack_alone
from placeplan.tables.official.sheet import AGAIN, Sheet, open_official
from placeplan.tables.official.text_check import ODS_CODE, check_texts, check_unique
from placeplan.tables.official.tie import check_ties

COLUMNS: Final = {
    "Period": "period",
    "Provider Org Code": "provider",
    "Provider Org Name": "provider_name",
    "Commissioner Org Code": "commissioner",
    "RTT Part Type": "part",
    "Treatment Function Code": "treatment_function",
    "Treatment Function Name": "treatment_function_name",
}
"""Headings that are kept, and what they are called here."""

PARTS: Final = {
    "Part_1A": "completed_admitted",
    "Part_1B": "completed_non_admitted",
    "Part_2": "incomplete",
    "Part_2A": "incomplete_decided",
    "Part_3": "new",
}
"""Parts of the return. Those decided to admit are among the incomplete."""

ALL_FUNCTIONS: Final = "C_999"
UNKNOWN, KNOWN, TOTAL = "Patients with unknown clock start date", "Total", "Total All"
CHECKED: Final = (*COLUMNS, KNOWN, UNKNOWN, TOTAL)
ORDER: Final = (
    *("Period", "Provider Parent Org Code", "Provider Parent Name"),
    *("Provider Org Code", "Provider Org Name"),
    *("Commissioner Parent Org Code", "Commissioner Parent Name"),
    *("Commissioner Org Code", "Commissioner Org Name"),
    *("RTT Part Type", "RTT Part Description"),
    *("Treatment Function Code", "Treatment Function Name", KNOWN, UNKNOWN, TOTAL),
)
"""Headings as published, those that are not read among them, save the weeks."""

_BAND: Final = re.compile(r"Gt ([0-9]+)(?: To ([0-9]+))? Weeks SUM 1")
_COUNT: Final = r"^[0-9]{1,12}$"


def read_referral_month(path: str | Path) -> pl.DataFrame:
    """Read people by week waited, for every provider, commissioner and function.

    Checked: that weeks and unknown starts add up to the printed totals of each row, and
    treatment functions to C_999, week by week. An empty week is 0 where the total says
    so, and no row passes where it does not.

    Parameters
    ----------
    path : str or Path
        The full extract, as published in a ZIP archive or unpacked, of all England or
        a cut of rows.

    Returns
    -------
    pl.DataFrame
        ``starts_on`` (first day of the month), ``provider``, ``provider_name``,
        ``commissioner``, ``part`` (see `PARTS`), ``treatment_function``,
        ``treatment_function_name``, ``people_by_week`` (list of int: people who waited
        more than 0 to 1 weeks, more than 1 to 2, …, the last without an end; null in
        part ``new``, which has none), ``people_unknown_start``, ``people`` (all of the
        row). C_999 is checked and left out. Never sum ``incomplete`` and
        ``incomplete_decided``.

    Raises
    ------
    InputError
        With every fault.
    """
    loaded = unpack_alone(open_official(path))
    sheet = Sheet(loaded.name, "", ())
    faults = FaultList(loaded.name)
    frame = _load(loaded)
    bands = _find_bands(frame, faults)
    body = _check_keys(frame, sheet, faults)
    month = _find_month(body, sheet, faults)
    figures = _parse(body, [*bands, KNOWN, UNKNOWN, TOTAL], sheet, faults)
    faults.stop_if_any()
    _check_sums(figures, bands, sheet, faults)
    faults.stop_if_any()
    is_new = pl.col("part") == "Part_3"
    weeks = pl.concat_list(pl.col(bands).fill_null(0))
    return (
        figures.filter(pl.col("treatment_function") != ALL_FUNCTIONS)
        .select(
            pl.lit(month).alias("starts_on"),
            *("provider", "provider_name", "commissioner"),
            pl.col("part").replace_strict(PARTS, return_dtype=pl.String),
            *("treatment_function", "treatment_function_name"),
            pl.when(~is_new).then(weeks).alias("people_by_week"),
            pl.col(UNKNOWN).fill_null(0).alias("people_unknown_start"),
            pl.col(TOTAL).alias("people"),
        )
        .sort("provider", "commissioner", "part", "treatment_function")
    )


def _load(loaded: LoadedFile) -> pl.DataFrame:
    if not loaded.content.endswith((b"\n", b"\r")):
        found = "a last line without one: the file was cut short"
        where, expected = "the last row", "a line break at the end"
        raise InputError([Fault(loaded.name, where, expected, found, AGAIN)])
    try:
        frame = pl.read_csv(
            loaded.content, infer_schema=False, truncate_ragged_lines=False
        )
    except (pl.exceptions.PolarsError, UnicodeDecodeError) as error:
        found = str(error).splitlines()[0]
        fault = Fault(loaded.name, "", "rows of one length in UTF-8", found, AGAIN)
        raise InputError([fault]) from None
    places = [frame.columns.index(n) for n in ORDER if n in frame.columns]
    if places != sorted(places):
        expected, found = "the headings in the published order", "another order"
        raise InputError([Fault(loaded.name, "row 1", expected, found, AGAIN)])
    missing = [name for name in CHECKED if name not in frame]
    if missing or frame.is_empty():
        found = f"no {', '.join(missing)}" if missing else "a header alone"
        remedy = f"Compare the headings with the published layout. {AGAIN}"
        expected = "the headings and rows of the full extract"
        raise InputError([Fault(loaded.name, "row 1", expected, found, remedy)])
    return frame.with_columns(pl.all().str.strip_chars()).with_row_index(ROW, offset=2)


def _find_bands(frame: pl.DataFrame, faults: FaultList) -> list[str]:
    """Find the weekly columns, which must follow one another and end open."""
    named = {name: _BAND.fullmatch(name) for name in frame.columns}
    bands = {name: found.groups() for name, found in named.items() if found}
    starts = [f"{week:02}" for week in range(len(bands))]
    follow = list(zip(starts, [*starts[1:], None], strict=False))
    if len(bands) < 2 or list(bands.values()) != follow:
        shown = f"{len(bands)} columns that do not" if bands else "none"
        expected = "columns of weeks that follow one another, the last without an end"
        faults.add("row 1", expected, shown, AGAIN)
    return list(bands)


def _check_keys(frame: pl.DataFrame, sheet: Sheet, faults: FaultList) -> pl.DataFrame:
    body = frame.rename(dict(COLUMNS)).with_columns(
        pl.col(list(COLUMNS.values())).fill_null("")
    )
    for column, pattern, expected in (
        ("provider", ODS_CODE, "the code of a provider, such as RVV"),
        ("commissioner", ODS_CODE, "the code of a commissioner, such as 91Q"),
        ("part", f"^({'|'.join(PARTS)})$", "a part such as Part_2"),
        ("treatment_function", r"^[CX]_?[0-9]{2,3}$", "a function such as C_100"),
    ):
        check_texts(body, column, sheet, faults, pattern=pattern, expected=expected)
    keys = ["provider", "commissioner", "part", "treatment_function"]
    check_unique(body, keys, sheet, faults)
    return body


def _find_month(body: pl.DataFrame, sheet: Sheet, faults: FaultList) -> date | None:
    periods = body["period"].unique(maintain_order=True).to_list()
    found = re.fullmatch(r"RTT-([A-Za-z]+)-(20[0-9][0-9])", periods[0])
    if len(periods) == 1 and found and found[1].lower() in MONTHS:
        return date(int(found[2]), MONTHS.index(found[1].lower()) + 1, 1)
    shown = " and ".join(text or "nothing" for text in periods[:3])
    expected = "one month, such as RTT-January-2026"
    faults.add(sheet.where(column="Period"), expected, shown, AGAIN)
    return None


def _parse(
    body: pl.DataFrame, columns: list[str], sheet: Sheet, faults: FaultList
) -> pl.DataFrame:
    for name in columns:
        bad = body.filter(~pl.col(name).str.contains(_COUNT)).select(ROW, name)
        faults.add_all(
            [(sheet.where(row, name), text) for row, text in bad.iter_rows()],
            expected="a whole number of 0 or more, or an empty cell",
            remedy="Compare the cell with the published file.",
        )
    return body.with_columns(pl.col(columns).cast(pl.Int64, strict=False))


def _check_sums(
    figures: pl.DataFrame, bands: list[str], sheet: Sheet, faults: FaultList
) -> None:
    rows = figures.filter(pl.col("part") != "Part_3")
    weeks = pl.sum_horizontal(bands)
    unknown = pl.col(UNKNOWN).fill_null(0)
    for printed, summed, words in (
        (KNOWN, weeks, "the sum of its weeks"),
        (TOTAL, weeks + unknown, "its weeks and unknown starts together"),
    ):
        parts = rows.select(ROW, summed.cast(pl.Float64).alias("value"))
        totals = rows.select(
            ROW, pl.col(printed).alias("value"), pl.lit(printed).alias(COLUMN)
        )
        check_ties(parts, totals, sheet, faults, by=[ROW], words=words)
    lost = figures.filter(pl.col(TOTAL).is_null())[ROW]
    faults.add_all(
        [(sheet.where(row, TOTAL), "nothing") for row in lost],
        expected="a total in every row",
        remedy=AGAIN,
    )
    keys = ["provider", "commissioner", "part"]
    total = pl.col("treatment_function") == ALL_FUNCTIONS
    value = pl.col(TOTAL).alias("value")
    parts = figures.filter(~total).select(*keys, value)
    totals = figures.filter(total).select(
        ROW, *keys, value, pl.lit(TOTAL).alias(COLUMN)
    )
    words = "the sum of its treatment functions"
    check_ties(parts, totals, sheet, faults, by=keys, words=words)
    _check_weeks(figures, bands, sheet, faults)
    unmatched = parts.unique(keys).join(totals, on=keys, how="anti").height
    unmatched += totals.join(parts, on=keys, how="anti").height
    if unmatched:
        expected = "functions and their total for each provider and commissioner"
        faults.add("", expected, f"{unmatched} with one of the two alone", AGAIN)


def _check_weeks(
    figures: pl.DataFrame, bands: list[str], sheet: Sheet, faults: FaultList
) -> None:
    """Check each week of C_999, so that no two weeks can change against each other."""
    keys = ["provider", "commissioner", "part"]
    total = pl.col("treatment_function") == ALL_FUNCTIONS
    sums = figures.filter(~total).group_by(keys).agg(pl.col(bands).sum())
    apart = pl.any_horizontal(
        pl.col(band).fill_null(0) != pl.col(f"{band}_summed") for band in bands
    )
    wrong = figures.filter(total).join(sums, on=keys, suffix="_summed").filter(apart)
    faults.add_all(
        [(sheet.where(row), "other weeks") for row in wrong[ROW].sort()],
        expected="weeks that are the sums of its treatment functions",
        remedy="Compare the row with the published file.",
    )
