"""Figure of fair shares: how far each place is off now, and after a pace of change."""

from typing import Final

import altair as alt
import polars as pl

from placeplan.money import Pence
from placeplan.money.amount_words import say_pence
from placeplan.money.pence import PENCE_PER_POUND
from placeplan.plan.fair_share_map import PERCENT, say_signed, shorten_name
from placeplan.plan.figure import COLOURS, INK, PALE, Figure
from placeplan.plan.results_table import find_weakest

NOW, THEN = "Now", "With this budget"
_MANY: Final = 20


def draw_distances(shares: pl.DataFrame, *, when: str) -> Figure | None:
    """Show how far each place is from its fair share, now and with the budget.

    Parameters
    ----------
    shares : DataFrame
        From `placeplan.money.fair_share.lay_shares`.
    when : str
        Which budget of which year, to begin the finding with.

    Returns
    -------
    Figure or None
        None where nobody knows what places have now, or no place has a target.
    """
    known = shares.drop_nulls("opening_distance")
    if known.is_empty():
        return None
    ranked = known.with_columns(short=shorten_name("name")).sort(
        "opening_distance", "place"
    )
    drawn = pl.concat(
        ranked.select(
            "short", when=pl.lit(words), percent=(PERCENT * pl.col(column)).round(2)
        )
        for words, column in ((NOW, "opening_distance"), (THEN, "closing_distance"))
    )
    return Figure(
        "share-distance",
        "How far each place is from its fair share",
        _say(ranked, when),
        _lay(drawn, ranked["short"].to_list()),
        _lay_table(ranked),
        find_weakest(known),
    )


def draw_heads(shares: pl.DataFrame, *, when: str) -> Figure | None:
    """Show what the fair share of each place is for each head, beside the mean.

    Parameters
    ----------
    shares : DataFrame
        From `placeplan.money.fair_share.lay_shares`.
    when : str
        Which budget of which year, to begin the finding with.

    Returns
    -------
    Figure or None
        None where nobody lives, or there is nothing to share.
    """
    known = shares.filter(pl.col("people") > 0, pl.col("target_pence") > 0)
    if known.is_empty():
        return None
    totals = known.select(pl.col("target_pence", "people").sum()).row(0)
    mean = totals[0] / totals[1] / PENCE_PER_POUND
    ranked = known.with_columns(
        short=shorten_name("name"),
        each=(pl.col("target_pence") / pl.col("people") / PENCE_PER_POUND).round(2),
    ).sort("each", "place", descending=[True, False])
    most, least = ranked.row(0, named=True), ranked.row(-1, named=True)
    finding = (
        f"{when}: a fair share is £{mean:,.0f} a head over all places, most in "
        f"{most['name']}, £{most['each']:,.0f}, least in {least['name']}, "
        f"£{least['each']:,.0f}."
    )
    table = ranked.select(
        pl.col("name").alias("Place"),
        pl.col("people").round(0).alias("People"),
        pl.col("weighted_people").round(0).alias("Weighted people"),
        pl.col("each").alias("Fair share a head (£)"),
        (PERCENT * (pl.col("each") / mean - 1))
        .round(1)
        .alias("Beside the mean, percent"),
    )
    title, weakest = "What a fair share is for each head", find_weakest(known)
    chart = _lay_heads(ranked.select("short", "each"), mean)
    return Figure("share-per-head", title, finding, chart, table, weakest)


def _lay_heads(ranked: pl.DataFrame, mean: float) -> alt.TopLevelMixin:
    order = ranked["short"].to_list()
    y = alt.Y("short:N", sort=order, title=None, axis=alt.Axis(labelLimit=240))
    x = alt.X(
        "each:Q",
        title="£ a head; the line is the mean",
        axis=alt.Axis(tickCount=3),
    )
    bars = alt.Chart(ranked).mark_bar().encode(y=y, x=x)
    line = alt.Chart(pl.DataFrame({"each": [mean]})).mark_rule(color=INK, strokeWidth=2)
    height = alt.Step(26 if len(order) < _MANY else 20)
    return alt.layer(bars, line.encode(x=x)).properties(width=420, height=height)


def _lay_table(ranked: pl.DataFrame) -> pl.DataFrame:
    columns = {
        "opening_distance": "Distance now, percent",
        "closing_distance": "Distance with this budget, percent",
    }
    percents = [(PERCENT * pl.col(k)).round(1).alias(v) for k, v in columns.items()]
    return ranked.select(pl.col("name").alias("Place"), *percents)


def _lay(drawn: pl.DataFrame, order: list[str]) -> alt.TopLevelMixin:
    y = alt.Y("short:N", sort=order, title=None, axis=alt.Axis(labelLimit=240))
    colours = alt.Scale(domain=[NOW, THEN], range=[COLOURS[1], COLOURS[0]])
    shapes = alt.Scale(domain=[NOW, THEN], range=["diamond", "circle"])
    legend = alt.Legend(orient="top")
    x = alt.X("percent:Q", title="Percent under (−) or over the fair share")
    ways = alt.Chart(drawn).mark_line(color=PALE, strokeWidth=2)
    points = alt.Chart(drawn).mark_point(filled=True, size=110, opacity=1)
    zero = alt.Chart(pl.DataFrame({"percent": [0]})).mark_rule(color=INK)
    height = alt.Step(26 if len(order) < _MANY else 20)
    return alt.layer(
        zero.encode(x=x),
        ways.encode(y=y, x=x, detail="short:N"),
        points.encode(
            y=y,
            x=x,
            color=alt.Color("when:N", title=None, scale=colours, legend=legend),
            shape=alt.Shape("when:N", title=None, scale=shapes, legend=legend),
        ),
    ).properties(width=420, height=height)


def _say(ranked: pl.DataFrame, when: str) -> str:
    least, most = ranked.row(0, named=True), ranked.row(-1, named=True)
    if ranked.height == 1:
        amount = say_pence(Pence(least["allocation_pence"]))
        return f"{when}: {least['name']} has all of it, {amount}."
    off = [_say_off(row["opening_distance"]) for row in (least, most)]
    under, over = (say_signed(PERCENT * r["closing_distance"]) for r in (least, most))
    return (
        f"{when}: {least['name']} has {off[0]} its fair share of "
        f"{say_pence(Pence(least['target_pence']))}, {most['name']} {off[1]} its own. "
        f"The pace of change brings them to {under} and {over}."
    )


def _say_off(distance: float) -> str:
    percent = round(PERCENT * distance, 1)
    if not percent:
        return "just"
    return f"{abs(percent):.1f}\u00a0% {'more' if percent > 0 else 'less'} than"
