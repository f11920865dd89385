"""Sections of the report on initiatives: ledger, claims, bridge, spread."""

from dataclasses import dataclass
from typing import Final

import polars as pl

from placeplan.periods import FinancialYear
from placeplan.plan.drawn_totals import count_draws
from placeplan.plan.enough_draws import say_enough_draws
from placeplan.plan.initiative_account import InitiativeAccount
from placeplan.plan.initiative_bridge import INTERACTION
from placeplan.plan.results_table import list_years
from placeplan.plan.scenario import PLAN
from placeplan.reference import MEASURES, POINTS_OF_DELIVERY

APART: Final = (
    "Pounds of planned solutions and the activity that initiatives move are kept "
    "apart: the gap of the plan takes solutions off, and the ledger shows what "
    "initiatives move and cost. To add the two would count the same saving twice."
)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, what must be said below it, and its table."""

    id: str
    title: str
    notes: tuple[str, ...]
    table: pl.DataFrame


def list_sections(account: InitiativeAccount | None) -> list[Section]:
    """List what the report says of initiatives in the plan, and of draws.

    Parameters
    ----------
    account : InitiativeAccount or None
        Of a run.

    Returns
    -------
    list of Section
        None where there is nothing to say.
    """
    if account is None:
        return []
    sections = []
    if account.ledger.width and PLAN in account.ledger["scenario"]:
        sections += [_lay_ledger(account), _lay_claims(account), _lay_bridge(account)]
    if account.spread.width:
        sections.append(_lay_spread(account))
    if account.drivers.width and account.drivers.height:
        sections.append(_lay_drivers(account))
    return sections


def _lay_ledger(account: InitiativeAccount) -> Section:
    rows = account.ledger.filter(pl.col("scenario") == PLAN)
    year, kept = _keep_last(rows)
    table = kept.group_by("initiative", "kind", "measure", "unit").agg(
        pl.col("value").sum(), pl.col("status").max()
    )
    note = (
        f"In {FinancialYear(year)}, in the exact mean: what is avoided, shortened or "
        "moved leaves, and what is moved arrives, with its staff, beds and pounds. "
        "Every place and provider stands in ledger.csv."
    )
    columns = ["initiative", "kind", "measure", "unit"]
    return Section(
        "ledger",
        "What initiatives move",
        (note, APART),
        _name(table.sort(columns).select(*columns, "value", "status")),
    )


def _lay_claims(account: InitiativeAccount) -> Section:
    year, kept = _keep_last(account.claims.filter(pl.col("scenario") == PLAN))
    table = kept.group_by("measure", "pod", "unit").agg(
        pl.col("claimed", "counted", "double_counted").sum()
    )
    note = (
        f"In {FinancialYear(year)}: what each initiative would take alone, summed, and "
        "what is there to be taken. One that claims what another has already avoided "
        "gets only the rest; the difference would have been counted twice. "
        "claims.csv says it of each initiative."
    )
    columns = ["measure", "pod", "unit"]
    return Section(
        "claims",
        "Claims that overlap",
        (note,),
        _name(
            table.sort(columns).select(*columns, "claimed", "counted", "double_counted")
        ),
    )


def _lay_bridge(account: InitiativeAccount) -> Section:
    year, kept = _keep_last(account.bridge.filter(pl.col("scenario") == PLAN))
    shared = kept.filter(pl.col("pod").is_null())
    order = (pl.col("initiative") == INTERACTION).alias("last")
    table = shared.sort("measure", order, "initiative").select(
        "measure", "initiative", "unit", "value", "simple_effect", "status"
    )
    note = (
        f"In {FinancialYear(year)}: the change that initiatives make together, shared "
        "out whatever their order (Shapley), so that the shares sum to it; beside it "
        "what each would do alone, and what that leaves over as interaction."
    )
    title = "What each initiative adds"
    return Section("initiative-bridge", title, (note,), _name(table))


def _lay_spread(account: InitiativeAccount) -> Section:
    year, kept = _keep_last(account.spread)
    columns = ["scenario", "measure", "pod", "staff_group"]
    numbers = ["value", "p10", "p50", "p90", "mc_error"]
    note = (
        f"In {FinancialYear(year)}, totals over the whole plan. Half of the futures "
        "lie below p50, one in ten below p10 and one in ten above p90; mc_error is the "
        "standard error that the number of draws leaves in the mean."
    )
    table = kept.sort(columns, nulls_last=False).select(*columns, *numbers)
    enough = say_enough_draws(account.spread, count_draws(account.draws))
    notes = (note, enough)
    return Section("spread", "How far the futures spread", notes, _name(table))


def _lay_drivers(account: InitiativeAccount) -> Section:
    year, kept = _keep_last(account.drivers)
    table = kept.filter(pl.col("pod").is_null()).select(
        "scenario",
        "measure",
        "staff_group",
        "rank",
        "input",
        "kind",
        (100 * pl.col("spread_share")).round(1).alias("percent_of_variance"),
        (100 * pl.col("mc_error")).round(1).alias("error"),
    )
    note = (
        f"In {FinancialYear(year)}: how much of the variance of each total the inputs "
        "explain, the most important first. Chance is what counts and who is reached "
        "add; others are inputs that explain too little to be named. The shares of a "
        "total sum to 100. drivers.csv says it of every year and point of delivery."
    )
    return Section("drivers", "What makes the futures spread", (note,), _name(table))


def _keep_last(rows: pl.DataFrame) -> tuple[int, pl.DataFrame]:
    year = list_years(rows)[-1]
    return year, rows.filter(pl.col("year") == year)


def _name(table: pl.DataFrame) -> pl.DataFrame:
    """Give measures and pods their names for people, and headers capitals."""
    measures = {name: measure.name for name, measure in MEASURES.items()}
    pods = {name: pod.name for name, pod in POINTS_OF_DELIVERY.items()}
    named = [
        pl.col(column).replace(words).fill_null("")
        for column, words in (("measure", measures), ("pod", pods))
        if column in table.columns
    ]
    return table.with_columns(named).rename(
        {name: name.replace("_", " ").capitalize() for name in table.columns}
    )
