"""The money of a plan: position, cost, income, gap, what moves it, what closes it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from placeplan.demand import index_use
from placeplan.errors import Fault, InputError
from placeplan.money.check import check_money
from placeplan.money.cost import cost_activity, cost_fixed, sum_cost
from placeplan.money.driver import (
    find_drivers,
    split_activity_cost,
    split_fixed_cost,
)
from placeplan.money.gap import find_gap, mark_calibrated_years
from placeplan.money.income import sum_income
from placeplan.money.inflation import index_growth
from placeplan.money.inputs import (
    COST_DRIVERS,
    FIXED_COST,
    GAP_PUBLISHED,
    INCOME,
    INFLATION,
    OUTTURN,
    PRICES,
    SOLUTIONS,
    get_table,
)
from placeplan.money.outturn import list_outturn
from placeplan.money.pence import to_pounds_column
from placeplan.money.solution import close_gap, list_solutions
from placeplan.tables import STATUS

RESULT_SCHEMA: Final[Mapping[str, pl.DataType]] = {
    "year": pl.Int32(),
    "organisation": pl.String(),
    "initiative": pl.String(),
    "measure": pl.String(),
    "unit": pl.String(),
    "value": pl.Float64(),
    "status": STATUS,
}
"""Columns that this chapter gives, in the order of the results table."""

ACTIVITY_FILE: Final = "activity/base.csv"


def project_money(
    tables: Mapping[str, pl.DataFrame],
    activity: pl.DataFrame,
    *,
    base_year: int,
    years: Iterable[int],
    with_solutions: bool,
) -> pl.DataFrame:
    """Work out every money measure of a plan.

    ::

        cost   = activity * unit price * price index * policy index + fixed cost
        income = allocations + other income
        gap    = income - cost (+ solutions): negative when money is short

    Parameters
    ----------
    tables : mapping of table name to DataFrame
        Tables of the plan folder, each checked against its contract: those of `TABLES`,
        and ``growth``, which tells use by like people from growth of people.
    activity : DataFrame
        Frame of `demand.project_activity`, the base year among its years.
    base_year : int
        Year of the price list, from whose gap drivers are counted.
    years : iterable of int
        Years in which financial years start, none before the base year.
    with_solutions : bool
        False for *do nothing*; True takes planned solutions from the gap.

    Returns
    -------
    DataFrame
        Columns of `RESULT_SCHEMA`, pounds, in order of measure, year, organisation and
        initiative. Years of outturn are those of its table. Cost, income and drivers
        are the same with and without solutions.

    Raises
    ------
    InputError
        With every fault of the money tables, when they do not fit each other.
    """
    wanted = sorted({base_year, *years})
    faults = _check(tables, activity, base_year=base_year, years=wanted)
    if faults:
        raise InputError(faults)
    account = _account(tables, activity, base_year=base_year, years=wanted)
    gap = mark_calibrated_years(account.gap, get_table(tables, GAP_PUBLISHED))
    use = index_use(tables, base_year=base_year, years=wanted)
    parts = [_list_drivers(account, use, base_year=base_year)]
    if with_solutions:
        solutions = list_solutions(get_table(tables, SOLUTIONS), years=wanted)
        gap = close_gap(gap, solutions)
        parts.append(_list_solutions(solutions))
    parts += [_list_gap(gap), _list_outturn(get_table(tables, OUTTURN))]
    system = get_table(tables, INCOME)["organisation"][0]
    asked = pl.col("year").is_in(sorted(set(years)))
    of_system = ~pl.col("measure").is_in(("outturn_pounds", "solution_pounds"))
    return (
        pl.concat(part.select(list(RESULT_SCHEMA)) for part in parts)
        .filter(asked | (pl.col("measure") == "outturn_pounds"))
        .with_columns(
            pl.when(of_system)
            .then(pl.lit(system))
            .otherwise(pl.col("organisation"))
            .alias("organisation")
        )
        .sort("measure", "year", "organisation", "initiative")
    )


@dataclass(frozen=True, slots=True)
class _Account:
    """Cost line by line, and the gap that comes of it."""

    lines: pl.DataFrame
    fixed: pl.DataFrame
    gap: pl.DataFrame


def _account(
    tables: Mapping[str, pl.DataFrame],
    activity: pl.DataFrame,
    *,
    base_year: int,
    years: list[int],
) -> _Account:
    price_index, policy_index = (
        index_growth(
            get_table(tables, INFLATION), kind=kind, base_year=base_year, years=years
        )
        for kind in ("price", "policy")
    )
    lines = cost_activity(
        activity,
        get_table(tables, PRICES),
        price_index=price_index,
        policy_index=policy_index,
    )
    fixed = cost_fixed(get_table(tables, FIXED_COST)).filter(
        pl.col("year").is_in(years)
    )
    income = sum_income(get_table(tables, INCOME))
    return _Account(lines, fixed, find_gap(sum_cost(lines, fixed), income))


def _check(
    tables: Mapping[str, pl.DataFrame],
    activity: pl.DataFrame,
    *,
    base_year: int,
    years: list[int],
) -> list[Fault]:
    counted = activity.filter(pl.col("measure") == "activity")
    faults = check_money(
        tables, pods=set(counted["pod"]), base_year=base_year, years=years
    )
    missing = sorted(set(years) - set(counted["year"]))
    if missing:
        found = f"none in {', '.join(map(str, missing))}"
        remedy = "Project activity for these years before money."
        expected = "activity in every year of the plan"
        faults.append(Fault(ACTIVITY_FILE, "", expected, found, remedy))
    return faults


def _list_gap(gap: pl.DataFrame) -> pl.DataFrame:
    """Lay cost, income and gap out, each with its own status."""
    return pl.concat(
        _to_results(gap, {f"{name}_pence": f"{name}_pounds"}, status=f"{kind}_status")
        for name, kind in (
            ("cost", "cost"),
            ("income", "income"),
            ("gap", "gap"),
            ("gap_recurrent", "gap"),
            ("gap_non_recurrent", "gap"),
        )
    )


def _list_drivers(
    account: _Account, use: pl.DataFrame, *, base_year: int
) -> pl.DataFrame:
    gap = account.gap
    drivers = find_drivers(
        split_activity_cost(account.lines, use, base_year=base_year),
        split_fixed_cost(account.fixed, base_year=base_year, years=gap["year"]),
        dict(gap.select("year", "income_pence").iter_rows()),
        base_year=base_year,
    )
    kinds = ("cost_status", "income_status")
    base = gap.filter(pl.col("year") == base_year).select(kinds).row(0, named=True)
    statuses = gap.select(
        "year", *[pl.max_horizontal(kind, _status(base[kind])) for kind in kinds]
    )
    known = drivers.join(statuses, on="year")
    cost = {name: f"driver_{name}_pounds" for name in COST_DRIVERS}
    return pl.concat(
        [
            _to_results(known, cost, status="cost_status"),
            _to_results(
                known, {"income": "driver_income_pounds"}, status="income_status"
            ),
        ]
    )


def _list_outturn(outturn: pl.DataFrame) -> pl.DataFrame:
    return _to_results(
        list_outturn(outturn), {"outturn_pence": "outturn_pounds"}, status="status"
    )


def _list_solutions(solutions: pl.DataFrame) -> pl.DataFrame:
    both = pl.col("recurrent_pence") + pl.col("non_recurrent_pence")
    return _to_results(
        solutions.select(
            "year", pl.col("solution").alias("initiative"), both.alias("both"), "status"
        ),
        {"both": "solution_pounds"},
        status="status",
    )


def _to_results(
    frame: pl.DataFrame, measures: Mapping[str, str], *, status: str
) -> pl.DataFrame:
    """Lay columns of pence out as rows of pounds, absent axes empty."""
    axes = ("organisation", "initiative")
    axis = [
        pl.col(name) if name in frame.columns else pl.lit(None, pl.String).alias(name)
        for name in axes
    ]
    laid = [
        frame.select(
            "year",
            *axis,
            pl.lit(measure).alias("measure"),
            pl.lit("pounds").alias("unit"),
            to_pounds_column(column).alias("value"),
            pl.col(status).alias("status"),
        )
        for column, measure in measures.items()
    ]
    return pl.concat(laid)


def _status(word: str) -> pl.Expr:
    return pl.lit(word, dtype=STATUS)
