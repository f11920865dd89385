"""Tables of the page on the gap: solutions, savings behind them, and heads."""

from typing import Final

import polars as pl

from placeplan.money import Pence, to_pounds
from placeplan.money.pence import to_millions_column
from placeplan.plan import answer
from placeplan.plan.bridge import say_id
from placeplan.plan.held_solution import find_saved, hold_solutions
from placeplan.plan.number_words import say_pounds
from placeplan.plan.per_head import count_heads, share_per_head
from placeplan.plan.results_table import find_weakest
from placeplan.plan.scenario import DO_NOTHING
from placeplan.tables import STATUS
from placeplan_web.evidence.record import Record
from placeplan_web.evidence.wing.outcome import Chosen, Outcome

TIES: Final = ("solutions", "solution_initiatives")
NOTHING: Final = "nothing in the model"
NO_SOLUTION: Final = "No solution"


def find_held(outcome: Outcome, scenario: str) -> pl.DataFrame:
    """The solutions of a future, held to the ledger of its initiatives."""
    return hold_solutions(outcome.results, outcome.tables, scenario=scenario)


def list_solutions(outcome: Outcome, chosen: Chosen) -> Record | None:
    """What each solution states, and how much of it counts."""
    held = _keep_year(find_held(outcome, chosen["scenario"]), chosen)
    if held.is_empty():
        return None
    ties = outcome.tables["solution_initiatives"]
    number = ties.group_by("solution").len("initiatives")
    noun = pl.when(pl.col("initiatives") == 1).then(pl.lit("")).otherwise(pl.lit("s"))
    rests = pl.format("{} initiative{}", "initiatives", noun)
    table = held.join(number, on="solution", how="left").select(
        _say("solution").alias("Planned solution"),
        _say("theme").alias("Theme"),
        rests.fill_null(NOTHING).alias("Rests on"),
        to_millions_column("stated_pence").round(1).alias("States, £ million"),
        to_millions_column("beyond_pence").round(1).alias("Not saved, £ million"),
        to_millions_column("double_counted_pence")
        .round(1)
        .alias("Counted twice, £ million"),
        to_millions_column("counted_pence").round(1).alias("Counts, £ million"),
        pl.col("status").cast(pl.String).alias("Status"),
    )
    return Record(
        "held-solutions",
        "What solutions state, and what counts",
        f"{_say_themes(held)} A solution that names initiatives counts as far as these "
        "save money in the ledger of this run, less what they cost, each saving once; "
        "one that names none counts as stated. A bed day that is no longer needed "
        "saves nothing there, for a price is that of a whole spell. The page of money "
        "and the results of the run show solutions as they state.",
        table,
        find_weakest(held),
        tables=TIES,
    )


def list_savings(outcome: Outcome, chosen: Chosen) -> Record | None:
    """What initiatives save, and what is put back, by the solutions that name them."""
    saved = _keep_year(find_saved(outcome.results, chosen["scenario"]), chosen)
    if saved.is_empty():
        return None
    named = (
        outcome.tables["solution_initiatives"]
        .sort("solution")
        .group_by("initiative")
        .agg(_say("solution").str.join("; ").alias("named"))
    )
    rows = saved.join(named, on="initiative", how="left").with_columns(
        pl.col("named").fill_null(NO_SOLUTION)
    )
    money = ("off_pence", "on_pence", "saved_pence")
    sums = (
        rows.group_by("named")
        .agg(pl.len().alias("many"), pl.col(money).sum(), pl.col("status").max())
        .sort(pl.col("named") == NO_SOLUTION, "named")
    )
    shown = (
        to_millions_column("off_pence")
        .round(1)
        .alias("Care no longer given, £ million"),
        to_millions_column("on_pence").round(1).alias("Put back, £ million"),
        to_millions_column("saved_pence")
        .round(1)
        .alias("Left to close the gap, £ million"),
        pl.col("status").cast(pl.String).alias("Status"),
    )
    by = pl.col("named").alias("Named by")
    name = pl.col("initiative").replace(dict(outcome.names)).alias("Initiative")
    return Record(
        "savings",
        "What initiatives save, and what is put back",
        "Put back is care that takes the place of what is no longer given, and what "
        "the initiatives themselves cost.",
        sums.select(by, pl.col("many").alias("Initiatives"), *shown),
        find_weakest(saved),
        tables=("solution_initiatives", "initiatives", "initiative_costs"),
        full=rows.sort("named", "initiative").select(by, name, *shown),
    )


def list_heads(outcome: Outcome, chosen: Chosen) -> Record | None:
    """The gap per head, with each way to count the heads."""
    if not chosen["year"]:
        return None
    year = int(chosen["year"])
    gaps = answer(outcome.results, "gap_pounds", by=["scenario", "year"])
    of_year = gaps.filter(pl.col("year") == year)
    columns = _list_amounts(outcome, chosen, of_year)
    heads = count_heads(outcome.results, outcome.tables, year=year)
    weakest = pl.lit(find_weakest(of_year)).cast(STATUS)
    shares = share_per_head(heads, columns).with_columns(
        pl.max_horizontal("status", weakest)
    )
    return Record(
        "per-head",
        "Per head",
        "The same money over people who are counted differently: those who live in a "
        "place are not those whom its hospitals or practices serve.",
        shares.select(
            pl.col("counted").alias("Whom"),
            pl.col("people").alias("People"),
            *columns,
            pl.col("status").cast(pl.String).alias("Status"),
        ),
        find_weakest(shares),
        tables=("people_base", "catchments", "facts"),
    )


def _list_amounts(
    outcome: Outcome, chosen: Chosen, gaps: pl.DataFrame
) -> dict[str, float]:
    """List the pounds that are shared per head, by the column that shows them."""
    amounts = dict(gaps.select("scenario", "value").iter_rows())
    columns = {"Gap if nothing changes, £": amounts[DO_NOTHING]}
    if chosen["scenario"]:
        held = _keep_year(find_held(outcome, chosen["scenario"]), chosen)
        counted = to_pounds(Pence(int(held["counted_pence"].sum()))).amount
        columns["Left as solutions state, £"] = amounts[chosen["scenario"]]
        columns["Left of what counts, £"] = amounts[DO_NOTHING] + float(counted)
    return columns


def _keep_year(frame: pl.DataFrame, chosen: Chosen) -> pl.DataFrame:
    return frame.filter(pl.col("year").cast(pl.String) == chosen["year"])


def _say(column: str) -> pl.Expr:
    """Write an id such as local-care as words: Local care."""
    return pl.col(column).map_elements(say_id, return_dtype=pl.String)


def _say_themes(held: pl.DataFrame) -> str:
    """Say by theme how much is stated, and how much of it counts."""
    sums = held.group_by("theme").agg(
        pl.col("stated_pence", "double_counted_pence", "counted_pence").sum()
    )
    told = [
        f"{say_id(theme)}: {_say_pence(counted)} of {_say_pence(stated)}"
        + (f", {_say_pence(twice)} counted twice" if twice else "")
        for theme, stated, twice, counted in sums.sort(
            "stated_pence", "theme", descending=[True, False]
        ).iter_rows()
    ]
    return f"What counts by theme: {'; '.join(told)}."


def _say_pence(pence: int) -> str:
    return say_pounds(float(to_pounds(Pence(pence)).amount))
