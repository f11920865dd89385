"""Figures of a fund: what becomes of each quarter, and what missed months cost."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import altair as alt
import polars as pl

from placeplan.money import Pence
from placeplan.money.amount_words import say_pence
from placeplan.money.fund import STATES, sum_states
from placeplan.money.pence import to_millions_column, to_pounds_column
from placeplan.periods import FinancialYear
from placeplan.plan.figure import COLOURS, NO_NAMES, Figure
from placeplan.plan.number_words import join_words, put_within
from placeplan.plan.results_table import find_weakest

STATE_NAMES: Final = {"earned": "Earned", "at_risk": "At risk", "lost": "Lost"}
"""States of a part as a legend says them."""

_COLOURS: Final = {"Earned": COLOURS[2], "At risk": COLOURS[1], "Lost": COLOURS[3]}


@dataclass(frozen=True, slots=True)
class FundView:
    """What of a fund is shown: one year of one provider, or of all together.

    Parameters
    ----------
    fund : str
        Id of the fund.
    year : int
        Year in which the financial year starts.
    organisation : str
        Id of the provider; empty for all of them together.
    """

    fund: str
    year: int
    organisation: str = ""

    def keep(self, frame: pl.DataFrame) -> pl.DataFrame:
        """Keep the rows that are shown."""
        kept = frame.filter(
            (pl.col("fund") == self.fund) & (pl.col("year") == self.year)
        )
        if self.organisation:
            kept = kept.filter(pl.col("organisation") == self.organisation)
        return kept

    def say_who(self, names: Mapping[str, str]) -> str:
        """Name who may earn it, as the subject of a sentence."""
        if not self.organisation:
            return "all providers together"
        return names.get(self.organisation, self.organisation)


def draw_fund(
    account: pl.DataFrame, view: FundView, names: Mapping[str, str] = NO_NAMES
) -> Figure | None:
    """Show what is earned, at risk and lost, quarter by quarter.

    Parameters
    ----------
    account : DataFrame
        Of `placeplan.money.fund.account_fund`.
    view : FundView
        What is shown.
    names : mapping of str to str
        Names of organisations for readers.

    Returns
    -------
    Figure or None
        None when nothing was allocated.
    """
    kept = view.keep(account)
    if kept.is_empty():
        return None
    summed = sum_states(kept, ["quarter"])
    columns = {f"{state}_pence": STATE_NAMES[state] for state in STATES}
    drawn = (
        summed.select(_name_quarter(), *columns)
        .rename(columns)
        .unpivot(index="Quarter", variable_name="state", value_name="pence")
        .with_columns(
            millions=to_millions_column("pence"),
            place=pl.col("state").replace_strict(
                {name: at for at, name in enumerate(columns.values())}
            ),
        )
    )
    shown = [*columns.values()]
    colours = alt.Scale(domain=shown, range=[_COLOURS[each] for each in shown])
    chart = (
        alt.Chart(drawn.drop("pence"))
        .mark_bar(stroke="white", strokeWidth=1)
        .encode(
            x=alt.X("Quarter:N", title=None, axis=alt.Axis(labelAngle=0)),
            y=alt.Y("millions:Q", title="£ million"),
            color=alt.Color("state:N", title=None, scale=colours),
            order=alt.Order("place:Q"),
        )
        .properties(width=480, height=280)
    )
    table = summed.select(
        _name_quarter(),
        *(
            to_pounds_column(each).alias(f"{name} (£)")
            for each, name in columns.items()
        ),
        to_pounds_column("allocation_pence").alias("All of it (£)"),
    )
    finding = _say_fund(kept, view, names)
    title = "What the fund earned, by quarter"
    return Figure("fund", title, finding, chart, table, find_weakest(kept))


def _name_quarter() -> pl.Expr:
    return pl.format("Q{}", pl.col("quarter")).alias("Quarter")


def _say_fund(kept: pl.DataFrame, view: FundView, names: Mapping[str, str]) -> str:
    sums = {
        state: Pence(int(kept.filter(pl.col("state") == state)["value_pence"].sum()))
        for state in STATES
    }
    said = [
        f"{say_pence(pence)} is {STATE_NAMES[state].lower()}"
        for state, pence in sums.items()
        if pence
    ]
    whole = Pence(sum(sums.values()))
    words = (
        f"Of the {say_pence(whole)} that {view.say_who(names)} could earn in "
        f"{FinancialYear(view.year)}, {join_words(said)}."
    )
    lost = kept.filter(pl.col("state") == "lost")
    reasons = _list_losses(lost)
    return f"{words} Lost: {join_words(reasons)}." if reasons else words


def _list_losses(lost: pl.DataFrame) -> list[str]:
    """Say what was lost to the gate, and what to each test missed by itself."""
    key = ["quarter", "organisation"]
    shut = lost.filter(pl.col("part") == "finance").select(key)
    parts = [("control totals that were missed", lost.join(shut, on=key, how="semi"))]
    alone = lost.join(shut, on=key, how="anti")
    parts += [
        (put_within(name), alone.filter(pl.col("name") == name))
        for name in alone["name"].unique(maintain_order=True)
    ]
    return [
        f"{say_pence(Pence(int(rows['value_pence'].sum())))} to {name}"
        for name, rows in parts
        if rows["value_pence"].sum()
    ]


def draw_missed_months(
    months: pl.DataFrame, view: FundView, names: Mapping[str, str] = NO_NAMES
) -> Figure | None:
    """Show what each missed month of A&E cost.

    Parameters
    ----------
    months : DataFrame
        Of `placeplan.money.fund.list_months`.
    view : FundView
        What is shown.
    names : mapping of str to str
        Names of organisations for readers.

    Returns
    -------
    Figure or None
        None when no missed month cost anything.
    """
    kept = view.keep(months)
    cost = (
        kept.group_by("month")
        .agg(
            pl.col("cost_pence", "short", "patients").sum(),
            pl.col("short").filter(pl.col("cost_pence") > 0).sum().alias("paid_for"),
        )
        .sort("month")
        .with_columns(Month=pl.col("month").dt.strftime("%b %Y"))
    )
    if kept.is_empty() or not cost["cost_pence"].sum():
        return None
    chart = (
        alt.Chart(cost.select("Month", thousands=to_pounds_column("cost_pence") / 1000))
        .mark_bar(color=_COLOURS["Lost"])
        .encode(
            y=alt.Y("Month:N", sort=None, title=None),
            x=alt.X("thousands:Q", title="£ thousand lost"),
        )
        .properties(width=420, height=alt.Step(22))
    )
    table = cost.select(
        "Month",
        pl.col("patients").alias("Patients"),
        pl.col("short").alias("Patients short of the level"),
        to_pounds_column("cost_pence").alias("Cost (£)"),
    )
    worst = cost.sort("cost_pence", "month", descending=[True, False]).row(
        0, named=True
    )
    whole = say_pence(Pence(int(cost["cost_pence"].sum())))
    finding = (
        f"Missed months of A&E cost {view.say_who(names)} {whole} in "
        f"{FinancialYear(view.year)}; "
        f"{worst['month']:%B %Y} cost most: {say_pence(Pence(worst['cost_pence']))}, "
        f"when {worst['paid_for']:,} patients too few were seen within four hours."
    )
    title = "What a missed month of A&E cost"
    return Figure("missed-months", title, finding, chart, table, find_weakest(kept))
