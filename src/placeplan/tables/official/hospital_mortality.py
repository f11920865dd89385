"""Summary Hospital-level Mortality Indicator, the CSV file at trust level.

Published by NHS England: a row for each trust, no totals. Spells and deaths are rounded
to 5, the ratio and its limits to four decimals. The file does not say its period.
"""

from datetime import date
from pathlib import Path
from typing import Final

import polars as pl

from placeplan.tables.official.fault_list import FaultList
from placeplan.tables.official.figure import COLUMN, parse_figures
from placeplan.tables.official.header import ROW, Heading, get_header, take_body
from placeplan.tables.official.sheet import Sheet, read_csv_sheet
from placeplan.tables.official.text_check import (
    ODS_CODE,
    check_names,
    check_texts,
    check_unique,
)

MEASURES: Final = {
    "SHMI_VALUE": ("ratio", "observed over expected"),
    "SHMI_BANDING": ("banding", "1 higher than expected, 2 as expected, 3 lower"),
    "SPELLS": ("spells", "spells"),
    "OBSERVED": ("deaths_observed", "deaths"),
    "EXPECTED": ("deaths_expected", "deaths"),
    "PO_LL": ("poisson_lower", "observed over expected"),
    "PO_UL": ("poisson_upper", "observed over expected"),
    "OD_LL": ("overdispersed_lower", "observed over expected"),
    "OD_UL": ("overdispersed_upper", "observed over expected"),
}
"""Headings of figures, what they are called here, and their units."""

HEADINGS: Final = (
    Heading("indicator", "INDICATOR_CODE"),
    Heading("provider", "PROVIDER_CODE"),
    Heading("provider_name", "PROVIDER_NAME"),
    *(Heading(name, name) for name in MEASURES),
)
INDICATOR: Final = "I00699"
"""Code of the indicator at trust level."""

ROUNDING_DEATHS: Final = 2.5
ROUNDING_RATIO: Final = 0.00005
Z_POISSON: Final = 3.0902
"""Quantile of the normal distribution for limits of 99.8%."""

REMEDY: Final = "Compare the row with the published file."


def read_hospital_mortality(
    path: str | Path, *, starts_on: date, ends_on: date
) -> pl.DataFrame:
    """Read the SHMI of every trust.

    Checked: that the ratio is observed over expected deaths, as far as rounding to 5
    lets one say, that the limits fit the expected deaths and each other, and that the
    band is what the overdispersed limits make it. Nothing checks the spells.

    Parameters
    ----------
    path : str or Path
        The CSV file at trust level.
    starts_on, ends_on : date
        First and last day of its twelve months, which the file does not say.

    Returns
    -------
    pl.DataFrame
        ``starts_on``, ``ends_on``, ``provider`` (ODS code), ``provider_name``,
        ``measure`` (see `MEASURES`), ``unit``, ``value``, ``missing_reason``. The ratio
        is on a base of 1: papers of 2016 print 100.

    Raises
    ------
    InputError
        With every fault.
    """
    sheet = read_csv_sheet(path)
    faults = FaultList(sheet.file)
    body = take_body(sheet, get_header(sheet, HEADINGS, faults), faults)
    _check_keys(body, sheet, faults)
    keys = [ROW, "provider", "provider_name"]
    cells = body.unpivot(
        on=list(MEASURES), index=keys, variable_name=COLUMN, value_name="text"
    )
    figures = parse_figures(cells, sheet, faults, whole=False)
    faults.stop_if_any()
    _check_figures(figures, sheet, faults)
    faults.stop_if_any()
    named = pl.DataFrame(
        [(heading, *words) for heading, words in MEASURES.items()],
        schema=[COLUMN, "measure", "unit"],
        orient="row",
    )
    period = (pl.lit(starts_on).alias("starts_on"), pl.lit(ends_on).alias("ends_on"))
    return (
        figures.join(named, on=COLUMN, maintain_order="left")
        .select(*period, *keys[1:], "measure", "unit", "value", "missing_reason")
        .sort("provider", "measure")
    )


def _check_keys(body: pl.DataFrame, sheet: Sheet, faults: FaultList) -> None:
    for column, pattern, expected in (
        ("indicator", f"^{INDICATOR}$", f"the indicator {INDICATOR}"),
        ("provider", ODS_CODE, "the code of a provider, such as RVV"),
    ):
        check_texts(body, column, sheet, faults, pattern=pattern, expected=expected)
    check_names(body, "provider_name", sheet, faults)
    check_unique(body, ["provider"], sheet, faults)


def _check_figures(figures: pl.DataFrame, sheet: Sheet, faults: FaultList) -> None:
    wide = figures.pivot(on=COLUMN, index=ROW, values="value", maintain_order=True)
    ratio, low, high = (pl.col(name) for name in ("SHMI_VALUE", "OD_LL", "OD_UL"))
    room = ROUNDING_DEATHS * (1 + ratio) + ROUNDING_RATIO * pl.col("EXPECTED")
    apart = (ratio * pl.col("EXPECTED") - pl.col("OBSERVED")).abs() > room
    odd = wide.filter(apart).select(ROW, "SHMI_VALUE", "OBSERVED", "EXPECTED")
    faults.add_all(
        [
            (sheet.where(row, "SHMI_VALUE"), f"{value:g} for {seen:g} of {due:g}")
            for row, value, seen, due in odd.iter_rows()
        ],
        expected="observed over expected deaths",
        remedy=REMEDY,
    )
    _check_limits(wide, sheet, faults)
    band = pl.when(ratio > high).then(1.0).when(ratio < low).then(3.0).otherwise(2.0)
    wrong = wide.filter(band != pl.col("SHMI_BANDING"))
    faults.add_all(
        [
            (sheet.where(row, "SHMI_BANDING"), f"{value:g}")
            for row, value in wrong.select(ROW, "SHMI_BANDING").iter_rows()
        ],
        expected="the band that its overdispersed limits make",
        remedy=REMEDY,
    )


def _check_limits(wide: pl.DataFrame, sheet: Sheet, faults: FaultList) -> None:
    """Check both pairs of limits.

    Overdispersed limits are as far from 1 below as above, on a scale of ratios. Poisson
    limits, of 99.8%, follow from the expected deaths (Byar's formula).
    """
    due, low, high = (pl.col(name) for name in ("EXPECTED", "PO_LL", "PO_UL"))
    more = due + 1
    below = (1 - 1 / (9 * due) - Z_POISSON / (3 * due.sqrt())).pow(3)
    above = more / due * (1 - 1 / (9 * more) + Z_POISSON / (3 * more.sqrt())).pow(3)
    room = ROUNDING_RATIO + ROUNDING_DEATHS * Z_POISSON / due.pow(1.5)
    product = pl.col("OD_LL") * pl.col("OD_UL")
    for wrong, column, expected in (
        ((below - low).abs() > room, "PO_LL", "the limit that the deaths make"),
        ((above - high).abs() > room, "PO_UL", "the limit that the deaths make"),
        ((product - 1).abs() > 3 * ROUNDING_RATIO, "OD_LL", "1 over the upper limit"),
    ):
        rows = wide.filter(wrong).select(ROW, column)
        faults.add_all(
            [(sheet.where(row, column), f"{value:g}") for row, value in rows.rows()],
            expected=expected,
            remedy=REMEDY,
        )
