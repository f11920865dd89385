"""Figure of outturn: the position that each organisation ended its year with."""

from collections.abc import Mapping

import altair as alt
import polars as pl

from placeplan.periods import FinancialYear
from placeplan.plan.figure import Figure
from placeplan.plan.number_words import say_pounds
from placeplan.plan.question import answer
from placeplan.plan.results import Results
from placeplan.plan.results_table import find_weakest, list_axes, list_years

_MILLION = 1_000_000


def draw_outturn(
    results: Results, *, names: Mapping[str, str] | None = None
) -> Figure | None:
    """Show the outturn of every organisation in the first year that has one.

    Returns
    -------
    Figure or None
        None when the results hold no outturn by organisation.
    """
    if not {"year", "organisation"} <= {*list_axes(results.table, "outturn_pounds")}:
        return None
    outturn = answer(results, "outturn_pounds", by=["year", "organisation"])
    year = list_years(outturn)[0]
    kept = (
        outturn.filter(pl.col("year") == year)
        .with_columns(
            name=pl.col("organisation").replace(dict(names or {})),
            millions=pl.col("value") / _MILLION,
        )
        .sort("value", "organisation")
    )
    chart = (
        alt.Chart(kept.select("name", "millions"))
        .mark_bar()
        .encode(
            y=alt.Y("name:N", sort=None, title=None, axis=alt.Axis(labelLimit=330)),
            x=alt.X("millions:Q", title="£ million; below zero is a deficit"),
        )
        .properties(width=380, height=alt.Step(22))
    )
    table = kept.select(
        pl.col("name").alias("Organisation"),
        pl.col("millions").round(1).alias("£ million"),
    )
    total, worst = float(kept["value"].sum()), kept.row(0, named=True)
    short = kept.filter(pl.col("value") < 0).height
    finding = (
        f"In {FinancialYear(year)} the {kept.height} organisations together ended at "
        f"{say_pounds(total)}; {short} were in deficit, {worst['name']} most "
        f"({say_pounds(worst['value'])})."
    )
    title, status = "Where each organisation ended the year", find_weakest(kept)
    return Figure("outturn", title, finding, chart, table, status)
