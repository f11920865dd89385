"""Figure of fair shares: how far each place is off now, and after a pace of change."""

from typing import Final

import altair as alt
import polars as pl

from placeplan.money import Pence
from placeplan.money.amount_words import say_pence
from placeplan.money.pence import PENCE_PER_POUND, to_pounds_column
from placeplan.plan.fair_share_map import PERCENT, say_signed, shorten_name
from placeplan.plan.figure import COLOURS, INK, Figure
from placeplan.plan.results_table import find_weakest

NOW, THEN = "Now", "With this budget"
_MANY: Final = 20
_DECIDED: Final = {"floor": "its floor", "ceiling": "its ceiling", "": "the rule"}


def draw_distances(shares: pl.DataFrame, *, when: str) -> Figure | None:
    """Show how far each place is from its fair share, now and with the budget.

    Parameters
    ----------
    shares : DataFrame
        From `placeplan.money.fair_share.lay_shares`.
    when : str
        Of which year and budget, for the finding.

    Returns
    -------
    Figure or None
        None where no place has a target above nothing.
    """
    known = shares.drop_nulls("closing_distance")
    if known.is_empty():
        return None
    ranked = known.with_columns(
        first=pl.coalesce("opening_distance", "closing_distance"),
        short=shorten_name("name"),
    ).sort("first", "place")
    drawn = pl.concat(
        ranked.select(
            "short", when=pl.lit(words), percent=(PERCENT * pl.col(column)).round(2)
        )
        for words, column in ((NOW, "opening_distance"), (THEN, "closing_distance"))
    ).drop_nulls("percent")
    return Figure(
        "share-distance",
        "How far each place is from its fair share",
        _say(ranked, when),
        _lay(drawn, ranked["short"].to_list()),
        lay_table(ranked),
        find_weakest(known),
    )


def draw_heads(shares: pl.DataFrame) -> Figure | None:
    """Show what the fair share of each place is for each head, beside the mean.

    Parameters
    ----------
    shares : DataFrame
        From `placeplan.money.fair_share.lay_shares`.

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
        f"A fair share is £{mean:,.0f} a head over all places: most in {most['name']}, "
        f"£{most['each']:,.0f}, least in {least['name']}, £{least['each']:,.0f}."
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


def lay_table(shares: pl.DataFrame) -> pl.DataFrame:
    """Lay out fair shares with headers for readers; what nobody knows stays empty."""
    distances = {
        "opening_distance": "Distance now, percent",
        "closing_distance": "Distance then, percent",
        "growth_share": "Growth, percent",
    }
    has_now = shares["now_pence"].null_count() < shares.height
    percents = {
        name: (PERCENT * pl.col(name)).round(1).alias(header)
        for name, header in distances.items()
    }
    now = [
        to_pounds_column("now_pence").alias("Has now (£)"),
        percents["opening_distance"],
    ]
    return shares.select(
        pl.col("name").alias("Place"),
        pl.col("people").round(0).alias("People"),
        to_pounds_column("target_pence").alias("Fair share (£)"),
        *(now if has_now else []),
        to_pounds_column("allocation_pence").alias("Gets (£)"),
        *([percents["growth_share"]] if has_now else []),
        percents["closing_distance"],
        *([pl.col("bound").replace(_DECIDED).alias("Decided by")] if has_now else []),
    )


def _lay(drawn: pl.DataFrame, order: list[str]) -> alt.TopLevelMixin:
    y = alt.Y("short:N", sort=order, title=None, axis=alt.Axis(labelLimit=240))
    shown = [each for each in (NOW, THEN) if each in drawn["when"].to_list()]
    looks = {NOW: (COLOURS[1], "diamond"), THEN: (COLOURS[0], "circle")}
    colours = alt.Scale(domain=shown, range=[looks[each][0] for each in shown])
    shapes = alt.Scale(domain=shown, range=[looks[each][1] for each in shown])
    legend = alt.Legend(orient="top")
    x = alt.X("percent:Q", title="Percent under (−) or over the fair share")
    ways = alt.Chart(drawn).mark_line(color="#aeb7bd", strokeWidth=2)
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
    verb = "gets" if least["opening_distance"] is None else "has"
    said = (
        f"{when}: {least['name']} {verb} {_say_off(least['first'])} its fair share of "
        f"{say_pence(Pence(least['target_pence']))}, {most['name']} "
        f"{_say_off(most['first'])} its own."
    )
    if least["opening_distance"] is None:
        return said
    under, over = (say_signed(PERCENT * r["closing_distance"]) for r in (least, most))
    return f"{said} The pace of change brings them to {under} and {over}."


def _say_off(distance: float) -> str:
    percent = round(PERCENT * distance, 1)
    if not percent:
        return "just"
    return f"{abs(percent):.1f}\u00a0% {'more' if percent > 0 else 'less'} than"
