"""Faults that no single cell shows: money tables that do not fit each other."""

from collections.abc import Collection, Mapping

import polars as pl

from placeplan.errors import Fault
from placeplan.money.inflation import find_years_without
from placeplan.money.inputs import (
    FIXED_COST,
    INCOME,
    INFLATION,
    LEVEL,
    PRICES,
    SOLUTIONS,
    get_table,
)
from placeplan.tables.row_check import FIRST_ROW


def check_money(
    tables: Mapping[str, pl.DataFrame],
    *,
    pods: Collection[str],
    base_year: int,
    years: Collection[int],
) -> list[Fault]:
    """List everything about the money tables that does not fit.

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan folder, each already checked against its contract.
    pods : collection of str
        Points of delivery that the plan's activity has.
    base_year : int
        Year whose prices the price list holds.
    years : collection of int
        Years that the plan looks at.

    Returns
    -------
    list of Fault
        Empty when all fits.

    Examples
    --------
    >>> faults = check_money({}, pods=["day_case"], base_year=2016, years=[2016])
    >>> print(faults[0])
    money/prices.csv: expected a price for each pod that has activity, found none for \
day_case. Add a row for each; the price may be 0.
    """
    return [
        *_check_prices(get_table(tables, PRICES), pods),
        *_check_ranges(get_table(tables, INFLATION)),
        *_check_inflation_years(get_table(tables, INFLATION), base_year, years),
        *_check_income(get_table(tables, INCOME), {base_year, *years}),
        *_check_organisations(tables),
        *_check_level(get_table(tables, FIXED_COST), {base_year, *years}),
        *_check_themes(get_table(tables, SOLUTIONS)),
    ]


def _check_prices(prices: pl.DataFrame, pods: Collection[str]) -> list[Fault]:
    missing = sorted(set(pods) - set(prices["pod"]))
    if not missing:
        return []
    return [
        Fault(
            PRICES.path,
            "",
            "a price for each pod that has activity",
            f"none for {', '.join(missing)}",
            "Add a row for each; the price may be 0.",
        )
    ]


def _check_ranges(inflation: pl.DataFrame) -> list[Fault]:
    rows = inflation.with_row_index("row", offset=FIRST_ROW).sort(
        "kind", "from_year", "row"
    )
    faults, before = [], {"kind": None, "to_year": 0, "row": 0}
    for row in rows.iter_rows(named=True):
        where = f"row {row['row']}, columns from_year and to_year"
        if row["from_year"] > row["to_year"]:
            found = f"{row['from_year']} to {row['to_year']}"
            remedy = "Put the earlier year first."
            expected = "a first year no later than the last"
            faults.append(Fault(INFLATION.path, where, expected, found, remedy))
        elif row["kind"] == before["kind"] and row["from_year"] <= before["to_year"]:
            expected = f"years that no other row of kind {row['kind']} covers"
            found = f"{row['from_year']}, also in row {before['row']}"
            remedy = "End the one row before the other starts."
            faults.append(Fault(INFLATION.path, where, expected, found, remedy))
        before = row
    return faults


def _check_inflation_years(
    inflation: pl.DataFrame, base_year: int, years: Collection[int]
) -> list[Fault]:
    missing = find_years_without(
        inflation, kind="price", base_year=base_year, years=years
    )
    if not missing:
        return []
    expected = f"growth of prices for every year after {base_year} up to {max(years)}"
    remedy = "Add rows of kind price for these years; growth may be 0."
    return [Fault(INFLATION.path, "", expected, f"none for {_list(missing)}", remedy)]


def _check_income(income: pl.DataFrame, years: Collection[int]) -> list[Fault]:
    missing = sorted(set(years) - set(income["year"]))
    if not missing:
        return []
    remedy = "Add a row for each of these years."
    return [
        Fault(
            INCOME.path,
            "",
            "income for every year of the plan",
            f"none for {_list(missing)}",
            remedy,
        )
    ]


def _check_organisations(tables: Mapping[str, pl.DataFrame]) -> list[Fault]:
    system = sorted(set(get_table(tables, INCOME)["organisation"]))
    faults = []
    for contract in (INCOME, FIXED_COST):
        found = sorted(set(get_table(tables, contract)["organisation"]))
        if len(found) > 1 or (len(system) == 1 and found not in ([], system)):
            expected = "one organisation, the same in income and fixed cost"
            remedy = "Give the figures of the system as a whole: the gap is its gap."
            faults.append(
                Fault(
                    contract.path,
                    "column organisation",
                    expected,
                    ", ".join(found),
                    remedy,
                )
            )
    return faults


def _check_level(fixed_cost: pl.DataFrame, years: Collection[int]) -> list[Fault]:
    level = fixed_cost.filter(pl.col("driver") == LEVEL)
    faults = []
    for recurrent, words in ((True, "recurrent"), (False, "not recurrent")):
        rows = level.filter(pl.col("recurrent") == recurrent)
        amounts: dict[int, float] = dict(rows.select("year", "cost_pounds").iter_rows())
        found = [amounts.get(year) for year in sorted(years)]
        if not set(years).isdisjoint(amounts) and len(set(found)) > 1:
            faults.append(
                Fault(
                    FIXED_COST.path,
                    f"rows of driver level that are {words}, {min(years)} to "
                    f"{max(years)}",
                    "the same amount in every year of the plan",
                    ", ".join(_say_amount(amount) for amount in found),
                    "Repeat the amount, and put what changes under its own driver.",
                )
            )
    return faults


def _say_amount(pounds: float | None) -> str:
    if pounds is None:
        return "nothing"
    return f"{pounds:,.0f}" if pounds == round(pounds) else f"{pounds:,.2f}"


def _check_themes(solutions: pl.DataFrame) -> list[Fault]:
    several = (
        solutions.group_by("solution")
        .agg(pl.col("theme").unique().sort())
        .filter(pl.col("theme").list.len() > 1)
        .sort("solution")
    )
    return [
        Fault(
            SOLUTIONS.path,
            f"solution {solution}",
            "one theme",
            ", ".join(themes),
            "Keep it under one theme, so that nothing is counted twice.",
        )
        for solution, themes in several.iter_rows()
    ]


def _list(years: Collection[int]) -> str:
    return ", ".join(str(year) for year in years)
