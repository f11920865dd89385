"""A fund on a page: earned, at risk and lost, and what missed months of A&E cost."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import polars as pl

from placeplan.money.fund import (
    FUND_ALLOCATIONS,
    account_fund,
    compare_with_ledger,
    list_fund_notes,
    list_funds,
    list_months,
    list_quarters,
    sum_states,
)
from placeplan.money.pence import to_pounds_column
from placeplan.plan.figure import Figure
from placeplan.plan.fund_figure import (
    STATE_NAMES,
    FundView,
    draw_fund,
    draw_missed_months,
)
from placeplan.plan.results_table import find_weakest
from placeplan_web.evidence.record import Record
from placeplan_web.evidence.shelf import KEPT_RUNS, Shown, as_key
from placeplan_web.evidence.wing.choice import Choice, Option, choose_any, choose_year
from placeplan_web.evidence.wing.outcome import Chosen, Outcome, find_outcome
from placeplan_web.evidence.wing.page import WingPage


def find_allocations(outcome: Outcome) -> pl.DataFrame:
    """What the plan folder of a run allocates of funds."""
    return outcome.tables.get(FUND_ALLOCATIONS.name, FUND_ALLOCATIONS.make_empty())


def list_held_funds(outcome: Outcome) -> list[Option]:
    """Funds that the plan folder allocates."""
    held = set(find_allocations(outcome)["fund"])
    return [(fund, name) for fund, name in list_funds().items() if fund in held]


CHOICES: Final = (
    Choice("fund", "Fund", list_held_funds),
    choose_year(find_allocations),
    choose_any(find_allocations, "organisation", "Provider", "All providers together"),
)


def read_view(chosen: Chosen) -> FundView:
    """Read what is shown out of what was chosen; nothing where nothing is allocated."""
    year = int(chosen["year"] or 0)
    return FundView(chosen["fund"], year, chosen["organisation"])


def draw_quarters(outcome: Outcome, chosen: Chosen) -> Figure | None:
    """What is earned, at risk and lost by quarter."""
    return draw_fund(_read(outcome).account, read_view(chosen), outcome.names)


def draw_months(outcome: Outcome, chosen: Chosen) -> Figure | None:
    """What each missed month of A&E cost."""
    return draw_missed_months(_read(outcome).months, read_view(chosen), outcome.names)


def list_providers(outcome: Outcome, chosen: Chosen) -> Record | None:
    """What each provider earned, has at risk and lost, quarter by quarter."""
    view = read_view(chosen)
    kept = view.keep(_read(outcome).account)
    if kept.is_empty() or view.organisation:
        return None
    summed = sum_states(kept, ["organisation", "quarter"])
    amounts = {f"{state}_pence": f"{name} (£)" for state, name in STATE_NAMES.items()}
    table = summed.select(
        _name_provider(outcome),
        _name_quarter(),
        *(to_pounds_column(each).alias(name) for each, name in amounts.items()),
        to_pounds_column("allocation_pence").alias("All of it (£)"),
    )
    words = "What is earned, at risk and lost is what was allocated, to the penny."
    title = "By provider and quarter"
    return Record("providers", title, words, table, find_weakest(kept))


def list_parts(outcome: Outcome, chosen: Chosen) -> Record | None:
    """Every part of every quarter, with the reason."""
    view = read_view(chosen)
    kept = view.keep(_read(outcome).account)
    if kept.is_empty():
        return None
    table = kept.select(
        _name_quarter(),
        *_name_each_provider(outcome, view),
        pl.col("name").alias("Part"),
        to_pounds_column("value_pence").alias("Pays (£)"),
        pl.col("state").cast(pl.String).replace(STATE_NAMES).alias("State"),
        pl.col("words").alias("Why"),
        pl.col("gate_words").alias("Control total"),
    )
    words = (
        "Each part pays its share of what the quarter may pay. What is not known yet "
        "is at risk. The control total is the gate: where it is missed nothing is paid."
    )
    title = "Every part, with the reason"
    return Record("parts", title, words, table, find_weakest(kept))


def list_missed(outcome: Outcome, chosen: Chosen) -> Record | None:
    """Every month of A&E, with what it cost."""
    view = read_view(chosen)
    kept = view.keep(_read(outcome).months)
    if kept.is_empty():
        return None
    table = kept.select(
        *_name_each_provider(outcome, view),
        pl.col("month").dt.strftime("%B %Y").alias("Month"),
        pl.col("short").alias("Patients short"),
        to_pounds_column("cost_pence").alias("Cost (£)"),
        pl.col("words").alias("In words"),
    )
    words = (
        "A quarter is judged as a whole. What it lost for A&E is shared out among the "
        "months that missed the level, by how many patients each was short."
    )
    title = "Every month of A&E"
    return Record("months", title, words, table, find_weakest(kept))


def list_booked(outcome: Outcome, chosen: Chosen) -> Record | None:
    """What the ledger books of the fund, beside what was earned."""
    view = read_view(chosen)
    kept = view.keep(_read(outcome).booked)
    if kept.is_empty():
        return None
    table = kept.select(
        _name_quarter(),
        *_name_each_provider(outcome, view),
        to_pounds_column("booked_pence").alias("Booked (£)"),
        to_pounds_column("earned_pence").alias("Earned by the rules (£)"),
        to_pounds_column("difference_pence").alias("Booked, not earned (£)"),
    )
    words = (
        "Income of the fund in the ledger, beside what the rules of the fund pay by "
        "the results that are known."
    )
    title = "Booked against earned"
    return Record("booked", title, words, table, find_weakest(kept))


def list_known(outcome: Outcome, _: Chosen) -> Record | None:
    """What is known of each fund, those that say no formula among them."""
    if find_allocations(outcome).is_empty():
        return None
    rows = [
        (note.name, note.years, "yes" if note.pays_by_shares else "no", note.words)
        for note in list_fund_notes()
    ]
    columns = ["Fund", "Years", "Can be worked out", "What is known"]
    table = pl.DataFrame(rows, schema=columns, orient="row")
    words = "What was not published about a fund is said here, and never guessed."
    return Record("known", "What is known of each fund", words, table)


def _name_quarter() -> pl.Expr:
    return pl.format("Q{}", pl.col("quarter")).alias("Quarter")


def _name_provider(outcome: Outcome) -> pl.Expr:
    return pl.col("organisation").replace(dict(outcome.names)).alias("Provider")


def _name_each_provider(outcome: Outcome, view: FundView) -> list[pl.Expr]:
    """Name the provider of each row, unless all are of the one that was chosen."""
    return [] if view.organisation else [_name_provider(outcome)]


@dataclass(frozen=True, slots=True)
class _Read:
    """The fund of a plan folder, worked out once."""

    account: pl.DataFrame
    months: pl.DataFrame
    booked: pl.DataFrame


def _read(outcome: Outcome) -> _Read:
    return _work_out(as_key(outcome.run))


@lru_cache(maxsize=KEPT_RUNS)
def _work_out(shown: Shown) -> _Read:
    tables = find_outcome(shown.run).tables
    quarters = list_quarters(tables, tables["indicator_series"])
    account = account_fund(quarters)
    booked = compare_with_ledger(account, tables)
    return _Read(account, list_months(quarters), booked)


PAGE: Final = WingPage(
    "fund",
    "What would earn the fund",
    "What each provider earned of the Sustainability and Transformation Fund, what is "
    "still at risk, what was lost and on which test, and what a missed month of A&E "
    "cost.",
    CHOICES,
    (draw_quarters, draw_months),
    (list_providers, list_parts, list_missed, list_booked, list_known),
    ("fund_allocations", "fund_gates", "fund_performance", "ledger_values"),
    "This plan folder allocates nothing of a fund. Add money/fund_allocations.csv, "
    "with what was agreed and what came of it in money/fund_performance.csv.",
    cells=100,
)
