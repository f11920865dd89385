"""Figure of beds: needed against available, by hospital."""

from collections.abc import Mapping

import altair as alt
import polars as pl

from placeplan.periods import FinancialYear
from placeplan.plan.figure import NO_NAMES, Figure
from placeplan.plan.number_words import say_count
from placeplan.plan.question import answer
from placeplan.plan.results_table import HoldsTable, find_weakest, list_axes, list_years

_MEASURES = {"beds_needed": "needed", "beds_available": "available"}


def draw_beds(
    results: HoldsTable, names: Mapping[str, str] = NO_NAMES
) -> Figure | None:
    """Show beds needed in every year against the beds there are, site by site.

    Parameters
    ----------
    results : Results
        Of one run.
    names : mapping of str to str
        Names of sites by id; an id without one stands for itself.

    Returns
    -------
    Figure or None
        None when the results hold no beds by site.
    """
    for measure in _MEASURES:
        if not {"year", "site"} <= {*list_axes(results.table, measure)}:
            return None
    beds = pl.concat(
        answer(results, measure, by=["year", "site"]).with_columns(
            kind=pl.lit(f"Beds {word}")
        )
        for measure, word in _MEASURES.items()
    ).drop_nulls("site")
    beds = beds.with_columns(pl.col("site").replace(names)).sort("site", "year")
    chart = (
        alt.Chart(beds.select("year", "site", "kind", "value"))
        .mark_line()
        .encode(
            x=alt.X("year:Q", title=None, axis=alt.Axis(format="d", tickCount=4)),
            y=alt.Y("value:Q", title="Beds"),
            color=alt.Color("kind:N", title=None),
            strokeDash=alt.StrokeDash("kind:N", title=None),
        )
        .properties(width=170, height=130)
        .facet(alt.Facet("site:N", title=None), columns=3)
    )
    year = list_years(beds)[-1]
    table = (
        beds.filter(pl.col("year") == year)
        .pivot("kind", index="site", values="value")
        .with_columns(Headroom=pl.col("Beds available") - pl.col("Beds needed"))
        .rename({"site": "Site"})
        .with_columns(pl.selectors.float().round(0))
    )
    short = table.filter(pl.col("Headroom") < 0)
    label = FinancialYear(year)
    finding = (
        f"In {label}, {short.height} of {table.height} sites need more beds than they "
        f"have, {say_count(-float(short['Headroom'].sum()))} between them."
    )
    title, status = "Beds needed against beds available", find_weakest(beds)
    return Figure("beds", title, finding, chart, table, status)
