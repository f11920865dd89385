"""Monthly series of Kent and Medway's bodies, from official files and tidied copies.

Counts stand above and below the line, so that bodies can be summed. A month for which a
body has no figure is empty, and one that no file holds has no row: on a chart both are
gaps, and never a step.
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl

from placeplan.tables.official.emergency import read_emergency_month

Row = Mapping[str, Any]

EARLY_AE = "urgent_care/NHSRdatasets_ae_attendances_2016-04_to_2019-03.csv"
LATER_AE = "urgent_care/healthyr_trust_ae_2021-04_to_2024-09.csv"
LATEST_AE = ("October-2025", "Nov-25", "December-2025", "-2026")  # after LATER_AE ends
BEDS = "beds/healthyr_critical_general_acute_beds_KM_and_neighbours.csv"
DELAYS = "discharge/DToC_Days_Responsible_Organisation_KM.csv"
COUNCILS = {"Kent": "kcc", "Medway": "medway-council"}
PARTS = {"code": pl.String, "month": pl.Date, "above": pl.Float64, "below": pl.Float64}
MISSING = "NA"
"""How the tidied copies write a cell without a figure."""


def list_series(official: Path, people: Path, figures: Row) -> Iterator[Row]:
    """Every monthly series, in the order of indicator, body and month."""
    codes = figures["trusts"]
    yield from list_early_emergencies(official, codes)
    later = pl.concat([read_later(official), read_latest(official)])
    yield from write_rows("ae-4h-2021", later, codes, "ae-months-2021-2026")
    yield from write_rows("beds-occupied", read_beds(official), codes, "beds-2022-2025")
    delays = read_delays(official, people)
    yield from write_rows("delayed-days", delays, COUNCILS, "delayed-days-2011-2019")


def write_rows(
    indicator: str, months: pl.DataFrame, codes: Mapping[str, str], source: str
) -> Iterator[Row]:
    """Rows of the table, of a frame of code, month, numerator and denominator."""
    kept = months.filter(pl.col("code").is_in(list(codes)))
    every = (
        kept.select("code").unique().join(kept.select("month").unique(), how="cross")
    )
    whole = every.join(kept, on=["code", "month"], how="left").sort("code", "month")
    for code, month, above, below in whole.iter_rows():
        yield {
            "indicator": indicator,
            "body": codes[code],
            "month": month,
            "numerator": None if above is None else round(above),
            "denominator": None if below is None else round(below),
            "source": source,
            "status": "derived",
        }


def list_early_emergencies(official: Path, codes: Mapping[str, str]) -> Iterator[Row]:
    """Attendances within four hours, and those that end in a bed, over all types."""
    months = (
        pl.read_csv(official / EARLY_AE, try_parse_dates=True)
        .group_by(code=pl.col("org_code"), month=pl.col("period"))
        .agg(pl.col("attendances", "breaches", "admissions").sum())
    )
    within = pl.col("attendances") - pl.col("breaches")
    for indicator, above in (
        ("ae-4h-monthly", within),
        ("ae-admitted", pl.col("admissions")),
    ):
        parts = months.select("code", "month", above.alias("above"), "attendances")
        yield from write_rows(indicator, parts, codes, "ae-months-2016-2019")


def read_later(official: Path) -> pl.DataFrame:
    """A&E within four hours from April 2021, by the tidied copy."""
    table = pl.read_csv(official / LATER_AE, null_values=MISSING)
    within = pl.col("total_attendances") - pl.col("attendances_over_4hours")
    return table.select(
        pl.col("nhs_trust22_code").alias("code"),
        _read_month("date"),
        within.alias("above"),
        pl.col("total_attendances").alias("below"),
    ).drop_nulls()


def read_latest(official: Path) -> pl.DataFrame:
    """Read the same from the official files of the months after it."""
    wanted = {"attendances": "below", "attendances_over_4_hours": "over"}
    months = []
    for path in sorted((official / "urgent_care").glob("*.csv")):
        is_monthly = path.name.startswith(("Monthly-AE", "February-2026"))
        if is_monthly and any(words in path.name for words in LATEST_AE):
            months.append(read_emergency_month(path))
    summed = (
        pl.concat(months)
        .filter(pl.col("measure").is_in(list(wanted)))
        .group_by("provider", "starts_on", "measure")
        .agg(pl.col("value").sum())
        .pivot("measure", index=["provider", "starts_on"], values="value")
        .rename(wanted)
    )
    return summed.select(
        pl.col("provider").alias("code"),
        pl.col("starts_on").alias("month"),
        (pl.col("below") - pl.col("over")).alias("above"),
        "below",
    )


def read_beds(official: Path) -> pl.DataFrame:
    """General and acute beds occupied of those available, by month."""
    table = pl.read_csv(official / BEDS, null_values=MISSING)
    return table.select(
        pl.col("nhs_trust22_code").alias("code"),
        _read_month("date"),
        pl.col("general_acute_beds_occupied").alias("above"),
        pl.col("general_acute_beds_available").alias("below"),
    ).drop_nulls()


def read_delays(official: Path, people: Path) -> pl.DataFrame:
    """Delayed days of a month, over the people and the days that could be delayed."""
    totals = count_people(people)
    table = pl.read_csv(official / DELAYS, null_values=MISSING)
    rows = []
    for name, nhs, care, both, period in table.iter_rows():
        month = read_month(period)
        if name in COUNCILS:
            days = monthrange(month.year, month.month)[1]
            rows.append(
                (name, month, nhs + care + both, totals[name, month.year] * days)
            )
    return pl.DataFrame(
        rows,
        schema=PARTS,
        orient="row",
    )


def count_people(people: Path) -> dict[tuple[str, int], float]:
    """People of each council's area at the middle of each year."""
    totals = pl.read_csv(people / "totals.csv")
    council = pl.when(pl.col("place") == "medway").then(pl.lit("Medway"))
    summed = totals.group_by(council.otherwise(pl.lit("Kent")), "year").agg(
        pl.col("value").sum()
    )
    return {(name, year): value for name, year, value in summed.iter_rows()}


def read_month(text: str) -> date:
    """Read a month as these files write it.

    Examples
    --------
    >>> read_month("April 2019")
    datetime.date(2019, 4, 1)
    """
    return datetime.strptime(f"1 {text}", "%d %B %Y").date()  # noqa: DTZ007 - a month has no zone


def _read_month(column: str) -> pl.Expr:
    return ("1 " + pl.col(column)).str.to_date("%d %B %Y").alias("month")
