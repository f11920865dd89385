"""Tables with a column for each year of age, and what they must add up to."""

import re
from collections.abc import Mapping
from typing import Final

import polars as pl

from placeplan.tables.official.fault_list import FaultList
from placeplan.tables.official.figure import COLUMN, MISSING_REASON, parse_figures
from placeplan.tables.official.header import ROW, Heading
from placeplan.tables.official.sheet import AGAIN, Sheet
from placeplan.tables.official.tie import check_ties

OPEN_AGE: Final = 90
"""Last age of most official tables: 90 means 90 and over."""

AGE_HEADINGS: Final = (
    *(Heading(str(age), str(age)) for age in range(OPEN_AGE)),
    Heading(str(OPEN_AGE), "90+", ("90 and over", "90")),
)
"""The headings of ages 0 to 89 and 90 and over."""

SEXES: Final[Mapping[str, str]] = {
    "persons": "persons",
    "males": "male",
    "females": "female",
}
"""What publishers write, in small letters, and what is written here."""

PEOPLE_SCHEMA: Final = pl.Schema(
    {
        "year": pl.Int32(),
        "area_code": pl.String(),
        "area_name": pl.String(),
        "area_kind": pl.String(),
        "sex": pl.String(),
        "age": pl.Int16(),
        "value": pl.Float64(),
        "missing_reason": MISSING_REASON,
    }
)
"""Columns of every frame of people by age; a layout leaves out what it does not say."""


def unpivot_ages(
    body: pl.DataFrame,
    sheet: Sheet,
    faults: FaultList,
    *,
    total: str,
    ages: Mapping[str, int] | None = None,
) -> pl.DataFrame:
    """Turn a column for each age into a row for each age, and check the row's total.

    Parameters
    ----------
    body : pl.DataFrame
        `ROW`, ``total``, a text column for each age, and any others (kept).
    sheet : Sheet
        Where it stands.
    faults : FaultList
        Takes figures at fault, and totals that are not the sum of their ages.
    total : str
        Heading of the total, for faults.
    ages : mapping of str to int or None
        Column of each age; ``"0"`` to ``"90"`` when None.

    Returns
    -------
    pl.DataFrame
        The other columns, `ROW`, `COLUMN`, ``age``, ``value``, ``missing_reason``.
    """
    by_column = ages or {str(age): age for age in range(OPEN_AGE + 1)}
    keys = [name for name in body.columns if name not in {*by_column, "total"}]
    cells = body.unpivot(
        on=list(by_column), index=keys, variable_name=COLUMN, value_name="text"
    )
    figures = parse_figures(cells, sheet, faults, whole=True)
    printed = body.select(
        ROW, pl.lit(total).alias(COLUMN), pl.col("total").alias("text")
    )
    totals = parse_figures(printed, sheet, faults, whole=True)
    check_ties(figures, totals, sheet, faults, by=[ROW], words="the sum of its ages")
    age = pl.col(COLUMN).replace_strict(by_column, return_dtype=pl.Int16)
    return figures.with_columns(age=age)


def check_titles(
    by_sex: Mapping[str, Sheet], faults: FaultList, *, within_rows: int
) -> None:
    """Check that the title in each sheet speaks of the sex that its name speaks of.

    Parameters
    ----------
    by_sex : mapping of str to Sheet
        Sheets by persons, male, female.
    faults : FaultList
        Takes sheets that are another's.
    within_rows : int
        How many rows from the top may hold the title.
    """
    for plural, sex in SEXES.items():
        if sex not in by_sex:
            continue
        sheet = by_sex[sex]
        title = " ".join(" ".join(row[:3]) for row in sheet.rows[:within_rows])
        spoken = {word for word in SEXES if re.search(rf"(?i)\b{word}\b", title)}
        if spoken and plural not in spoken:
            found = " and ".join(sorted(spoken))
            faults.add(sheet.where(), f"a title that speaks of {plural}", found, AGAIN)


def settle_sexes(
    people: pl.DataFrame,
    sheets: Mapping[str, Sheet],
    faults: FaultList,
    *,
    tolerance: float = 1e-6,
) -> pl.DataFrame:
    """Check persons against males and females, then keep what is not said twice.

    Parameters
    ----------
    people : pl.DataFrame
        ``sex`` (persons, male, female), the other columns of `PEOPLE_SCHEMA` that the
        layout has, `ROW` and `COLUMN`.
    sheets : mapping of str to Sheet
        Where each sex stands.
    faults : FaultList
        Takes areas that a sex lacks, and persons that are not males and females.
    tolerance : float
        How far persons may differ from males and females, in people.

    Returns
    -------
    pl.DataFrame
        Males and females where both are given, else persons.
    """
    sexes = set(people["sex"].unique())
    if len(sexes) < 2:
        return people
    if sexes != {"persons", "male", "female"} and sexes != {"male", "female"}:
        found = " and ".join(sorted(sexes))
        faults.add("", "persons, or males and females, or all three", found, AGAIN)
        return people
    by = [name for name in ("year", "area_code", "age") if name in people.columns]
    both = pl.col("sex") != "persons"
    _check_complete(people, sheets, faults, sexes=sexes)
    if "persons" in sexes:
        check_ties(
            people.filter(both),
            people.filter(~both),
            sheets["persons"],
            faults,
            by=by,
            words="the sum of its sexes",
            tolerance=tolerance,
        )
    return people.filter(both)


def _check_complete(
    people: pl.DataFrame,
    sheets: Mapping[str, Sheet],
    faults: FaultList,
    *,
    sexes: set[str],
) -> None:
    key = [name for name in ("year", "area_code") if name in people.columns]
    given = people.group_by(key, maintain_order=True).agg(pl.col("sex").unique())
    lacking = given.filter(pl.col("sex").list.len() < len(sexes))
    cells = [
        (sheets[sex].where(), f"none for {', '.join(str(part) for part in area)}")
        for *area, found in lacking.iter_rows()
        for sex in sorted(sexes - set(found))
    ]
    faults.add_all(cells, expected="every area for every sex", remedy=AGAIN)


def check_nations(
    people: pl.DataFrame,
    parts: Mapping[str, str],
    sheet: Sheet,
    faults: FaultList,
    *,
    words: str,
) -> None:
    """Check that areas add up to the nations printed above them, age by age.

    A row that is missing anywhere in the table shows here.

    Parameters
    ----------
    people : pl.DataFrame
        ``area_code``, ``age``, ``value``, `ROW`, `COLUMN`, of one sex.
    parts : mapping of str to str
        Code of each nation, and a pattern that the codes of its parts fit.
    sheet : Sheet
        Where it stands.
    words : str
        How a nation comes about, such as ``the sum of its councils``.
    """
    for nation, pattern in parts.items():
        inside = people.filter(pl.col("area_code").str.contains(pattern))
        whole = people.filter(pl.col("area_code") == nation)
        check_ties(inside, whole, sheet, faults, by=["age"], words=words)


def finish_people(people: pl.DataFrame) -> pl.DataFrame:
    """Put columns in the order of `PEOPLE_SCHEMA` and sort rows by their keys."""
    columns = [name for name in PEOPLE_SCHEMA if name in people.columns]
    keys = [name for name in ("year", "area_code", "sex", "age") if name in columns]
    return (
        people.select(columns)
        .cast({name: PEOPLE_SCHEMA[name] for name in columns})
        .sort(keys)
    )


def close_ages(people: pl.DataFrame, *, at: int = OPEN_AGE) -> pl.DataFrame:
    """Add up the ages from ``at`` on, so that the last age is ``at`` and over.

    Parameters
    ----------
    people : pl.DataFrame
        Columns of `PEOPLE_SCHEMA`; ``value`` in people.
    at : int
        The new last age, in years.

    Returns
    -------
    pl.DataFrame
        The same columns; missing where any part is missing.

    Examples
    --------
    >>> people = pl.DataFrame({"age": [89, 90, 91], "value": [5.0, 3.0, 1.0],
    ...     "missing_reason": [None, None, None]}, schema_overrides={
    ...     "age": pl.Int16, "missing_reason": MISSING_REASON})
    >>> close_ages(people).select("age", "value").rows()
    [(89, 5.0), (90, 4.0)]
    """
    keys = [n for n in people.columns if n not in {"value", "missing_reason"}]
    value, reason = pl.col("value"), pl.col("missing_reason")
    return (
        people.with_columns(pl.col("age").clip(upper_bound=at))
        .group_by(keys, maintain_order=True)
        .agg(
            pl.when(value.is_null().any())
            .then(None)
            .otherwise(value.sum())
            .alias("value"),
            reason.drop_nulls().first(),
        )
        .select(people.columns)
    )
