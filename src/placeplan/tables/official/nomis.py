"""Exports of population estimates and projections from Nomis.

Nomis is the Office for National Statistics' service for labour market and census
figures. Its ``C_AGE`` is a code, not an age, and each data set codes it its own way:

========= =================== ========================== ==========================
coding    codes               meaning                    data sets
========= =================== ========================== ==========================
from_101  101 to 191          101 is age 0, 191 is 90    NM_2002_1 (mid-year
                              and over; 200 is all ages  estimates), NM_2006_1
                                                         (subnational projections)
from_1    1 to 106            1 is age 0, 106 is 105     NM_2009_1 (national
                              and over                   projections)
plain     0 to 90             the age; 90 is 90 and over variants of the national
                                                         projections, as tidied
========= =================== ========================== ==========================

A file does not say which data set it comes from. It is known by its whole set of codes,
which differs between the three; any other set is a fault, never a guess.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl

from placeplan.tables.official.age_table import finish_people, settle_sexes
from placeplan.tables.official.fault_list import FaultList
from placeplan.tables.official.figure import COLUMN, parse_figures
from placeplan.tables.official.header import Heading, get_header, take_body
from placeplan.tables.official.sheet import AGAIN, Sheet, read_csv_sheet
from placeplan.tables.official.text_check import GSS_CODE, check_texts, check_unique
from placeplan.tables.official.tie import check_ties


@dataclass(frozen=True, slots=True)
class AgeCoding:
    """How a data set codes ages.

    Parameters
    ----------
    name : str
        Name of the coding, as it stands in the column ``age_coding``.
    first, last : int
        Codes of age 0 and of the open last age.
    all_ages : int or None
        Code of all ages together, where one is known.
    datasets : tuple of str
        Data sets of Nomis that code so.

    Examples
    --------
    >>> len(AgeCoding("from_101", 101, 191).codes)
    91
    """

    name: str
    first: int
    last: int
    all_ages: int | None = None
    datasets: tuple[str, ...] = ()

    @property
    def codes(self) -> frozenset[int]:
        """Codes of the single years of age."""
        return frozenset(range(self.first, self.last + 1))


CODINGS: Final = (
    AgeCoding("from_101", 101, 191, 200, ("NM_2002_1", "NM_2006_1")),
    AgeCoding("from_1", 1, 106, None, ("NM_2009_1",)),
    AgeCoding("plain", 0, 90),
)
"""The codings that are known."""

GENDERS: Final = {"0": "persons", "1": "male", "2": "female"}
"""Codes of ``GENDER``."""

HEADINGS: Final = (
    Heading("area_code", "GEOGRAPHY_CODE", anywhere=True),
    Heading(
        "year",
        "PROJECTED_YEAR_NAME",
        ("DATE_NAME", "DATE"),
        optional=True,
        anywhere=True,
    ),
    Heading("gender", "GENDER", anywhere=True),
    Heading("code", "C_AGE", anywhere=True),
    Heading("text", "OBS_VALUE", anywhere=True),
    Heading("measures", "MEASURES", optional=True, anywhere=True),
)


def read_nomis_population(
    path: str | Path, *, year: int | None = None, dataset: str | None = None
) -> pl.DataFrame:
    """Read an export of people by sex and single year of age.

    Checked: that the codes of age are those of one known coding, that every area and
    year has every sex and age once, that printed totals (all ages, both sexes) tie.

    Parameters
    ----------
    path : str or Path
        The export, tab or comma separated; ``GEOGRAPHY_CODE, GENDER, C_AGE, OBS_VALUE``
        and, in projections, ``PROJECTED_YEAR_NAME`` (or ``DATE``). Others are ignored.
    year : int or None
        Year of the mid-year; needed when, and only when, the file states none.
    dataset : str or None
        Data set that the file is said to come from, such as ``NM_2002_1``. It is
        checked against the codes; when None, the codes alone decide.

    Returns
    -------
    pl.DataFrame
        ``year`` (of the mid-year, 30 June), ``area_code`` (GSS), ``sex``, ``age`` (the
        last is open: 90 or 105 and over, see ``age_coding``), ``value`` (people),
        ``missing_reason``, ``age_coding`` (from_101, from_1 or plain: what was found).

    Raises
    ------
    InputError
        With every fault, if the layout or the coding is another.
    """
    sheet = read_csv_sheet(path)
    faults = FaultList(sheet.file)
    header = get_header(sheet, HEADINGS, faults, others="ignore")
    body = take_body(sheet, header, faults)
    _check_body(body, sheet, faults)
    body = _fill_year(body, sheet, faults, year=year)
    faults.stop_if_any()
    coded = body.with_columns(pl.col("code").cast(pl.Int64))
    coding = find_coding(set(coded["code"]), faults, dataset=dataset)
    faults.stop_if_any()
    cells = coded.with_columns(
        year=pl.col("year").cast(pl.Int32),
        sex=pl.col("gender").replace(GENDERS),
        age=(pl.col("code") - coding.first).cast(pl.Int16),
    ).with_columns(pl.lit("OBS_VALUE").alias(COLUMN))
    figures = parse_figures(cells, sheet, faults, whole=False)
    people = figures.filter(pl.col("code").is_in(coding.codes))
    _check_complete(people, coding, sheet, faults)
    totals = figures.filter(~pl.col("code").is_in(coding.codes))
    by = ["year", "area_code", "sex"]
    check_ties(people, totals, sheet, faults, by=by, words="the sum of its ages")
    settled = settle_sexes(people, dict.fromkeys(GENDERS.values(), sheet), faults)
    faults.stop_if_any()
    return finish_people(settled).with_columns(age_coding=pl.lit(coding.name))


def find_coding(
    codes: set[int], faults: FaultList, *, dataset: str | None = None
) -> AgeCoding:
    """Find the coding that a whole set of codes belongs to.

    Parameters
    ----------
    codes : set of int
        Every code of age in a file.
    faults : FaultList
        What is wrong with the file so far.
    dataset : str or None
        Data set that the file is said to come from.

    Returns
    -------
    AgeCoding
        The one that has exactly these codes.

    Raises
    ------
    InputError
        If there is none, or it is not that of the data set.

    Examples
    --------
    >>> find_coding(set(range(101, 192)), FaultList("mye.tsv")).name
    'from_101'
    >>> find_coding(set(range(1, 92)), FaultList("mye.tsv"))
    Traceback (most recent call last):
    placeplan.errors.InputError: 1 fault found; nothing was changed.
      mye.tsv, column 'C_AGE': expected the codes 101 to 191, 1 to 106, or 0 to 90, \
found 91 codes from 1 to 91. Export every single year of age, and no other ages, from \
one data set of Nomis.
    """
    known = [each for each in CODINGS if codes - {each.all_ages} == each.codes]
    where = "column 'C_AGE'"
    if not known:
        shown = ", ".join(f"{each.first} to {each.last}" for each in CODINGS[:-1])
        found = f"{len(codes)} codes from {min(codes)} to {max(codes)}"
        remedy = "Export every single year of age, and no other ages, from one data "
        last = f"{CODINGS[-1].first} to {CODINGS[-1].last}"
        faults.add(
            where, f"the codes {shown}, or {last}", found, f"{remedy}set of Nomis."
        )
    elif dataset is not None and dataset not in known[0].datasets:
        named = ", ".join(known[0].datasets) or "no data set of Nomis"
        found = f"codes {known[0].first} to {known[0].last}, those of {named}"
        remedy = "Name the data set that the file comes from, or none."
        faults.add(where, f"the codes of {dataset}", found, remedy)
    faults.stop_if_any()
    return known[0]


def _check_body(body: pl.DataFrame, sheet: Sheet, faults: FaultList) -> None:
    for column, heading, pattern, expected in (
        ("area_code", "GEOGRAPHY_CODE", GSS_CODE, "the code of an area"),
        ("gender", "GENDER", "^[012]$", "0 (all), 1 (male) or 2 (female)"),
        ("code", "C_AGE", r"^[0-9]{1,3}$", "a code of age"),
        (
            "year",
            "PROJECTED_YEAR_NAME",
            r"^(19|20|21)[0-9][0-9]$",
            "a year such as 2018",
        ),
        ("measures", "MEASURES", "^20100$", "20100, the measure that counts people"),
    ):
        if column in body.columns:
            check_texts(
                body,
                column,
                sheet,
                faults,
                pattern=pattern,
                expected=expected,
                heading=heading,
            )
    key = ["area_code", "year", "gender", "code"]
    check_unique(body, [name for name in key if name in body.columns], sheet, faults)


def _fill_year(
    body: pl.DataFrame, sheet: Sheet, faults: FaultList, *, year: int | None
) -> pl.DataFrame:
    where, stated = sheet.where(1), "year" in body.columns
    if stated and year is not None:
        remedy = f"Leave out the year {year} when reading this file."
        faults.add(where, "a file without years", "a column of years", remedy)
    elif not stated and year is None:
        remedy = "Name the year of the estimates when reading this file."
        faults.add(where, "a column of years, or a year named", "neither", remedy)
    return body if stated else body.with_columns(year=pl.lit(str(year)))


def _check_complete(
    people: pl.DataFrame, coding: AgeCoding, sheet: Sheet, faults: FaultList
) -> None:
    key = ["area_code", "year", "sex"]
    given = people.group_by(key, maintain_order=True).agg(pl.len().alias("ages"))
    lacking = given.filter(pl.col("ages") < len(coding.codes))
    faults.add_all(
        [
            (sheet.where(), f"{ages} for {sex} of {area} in {year}")
            for area, year, sex, ages in lacking.iter_rows()
        ],
        expected=f"{len(coding.codes)} ages for each area, year and sex",
        remedy=AGAIN,
    )
