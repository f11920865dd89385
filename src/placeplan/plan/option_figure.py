"""Figure of options: every one by two goals, those that nothing beats numbered."""

from collections.abc import Mapping

import altair as alt
import polars as pl

from placeplan.capacity import SCORES
from placeplan.plan.figure import COLOURS, INK, NO_NAMES, PALE, Figure
from placeplan.plan.results_table import find_weakest

_FRONT, _BEATEN, _NOW = "Beaten by no other", "Beaten by another", "As it is today"
_PERCENT = 100


def draw_pareto(
    options: pl.DataFrame, names: Mapping[str, str] = NO_NAMES
) -> Figure | None:
    """Show the options of one question by its first two goals.

    Parameters
    ----------
    options : DataFrame
        Of `placeplan.capacity.list_options`.
    names : mapping of str to str
        Names of sites for readers.

    Returns
    -------
    Figure or None
        None when there are no options. The table holds the front, and today's sites.
    """
    if options.is_empty():
        return None
    goals = options["goals"][0].split()
    shown = _mark(options, names)
    across, up = goals[0], goals[min(1, len(goals) - 1)]
    at = {"x": scale_score(across), "y": scale_score(up)}
    axes = {
        "x": alt.X("x:Q", title=title_score(across), scale=alt.Scale(zero=False)),
        "y": alt.Y("y:Q", title=title_score(up), scale=alt.Scale(zero=False)),
    }
    drawn = shown.select("kind", "number", **at).drop_nulls(["x", "y"])
    drawn = drawn.reverse()  # what comes last is drawn on top: the front
    kinds = [_FRONT, _BEATEN, _NOW]
    points = (
        alt.Chart(drawn)
        .mark_point(filled=True, opacity=1)
        .encode(
            **axes,
            color=alt.Color(
                "kind:N",
                title=None,
                scale=alt.Scale(domain=kinds, range=[COLOURS[0], PALE, COLOURS[1]]),
                legend=alt.Legend(orient="top"),
            ),
            shape=alt.Shape(
                "kind:N",
                title=None,
                scale=alt.Scale(domain=kinds, range=["circle", "circle", "diamond"]),
            ),
            size=alt.condition(
                alt.datum.kind == _BEATEN, alt.value(40), alt.value(130)
            ),
        )
    )
    words = (
        alt.Chart(drawn.filter(pl.col("number") != ""))
        .mark_text(dx=10, dy=-8, fontSize=13, color=INK)
        .encode(**axes, text="number:N")
    )
    chart = alt.layer(points, words).properties(width=520, height=340)
    table = _lay_table(shown, goals)
    finding = _say(shown, goals)
    return Figure(
        "options", "The options", finding, chart, table, find_weakest(options)
    )


def _mark(options: pl.DataFrame, names: Mapping[str, str]) -> pl.DataFrame:
    """Say of each option what it is, number the front, and name it for readers."""
    kind = (
        pl.when("is_now")
        .then(pl.lit(_NOW))
        .when("front")
        .then(pl.lit(_FRONT))
        .otherwise(pl.lit(_BEATEN))
    )
    number = pl.when("front").then(pl.col("front").cum_sum().cast(pl.String))
    name = pl.col("option").map_elements(
        lambda option: name_sites(option, names), return_dtype=pl.String
    )
    return options.with_columns(kind=kind, number=number.fill_null(""), name=name)


def name_sites(option: str, names: Mapping[str, str]) -> str:
    """Name the sites of an option for readers.

    Examples
    --------
    >>> name_sites("north + over", {"north": "North Hospital"})
    'North Hospital, over'
    """
    return ", ".join(names.get(each, each) for each in option.split(" + "))


def scale_score(score: str) -> pl.Expr:
    """Give a score as readers see it: a share in percent."""
    return pl.col(score) * (_PERCENT if score.endswith("_share") else 1)


def title_score(score: str) -> str:
    """Head a column with a score and its unit; shares stand in percent."""
    words = SCORES[score]
    unit = words.unit.replace("share", "percent")
    return f"{words.name} ({unit})"


def _lay_table(shown: pl.DataFrame, goals: list[str]) -> pl.DataFrame:
    rest = [score for score in SCORES if score not in goals]
    return shown.filter(pl.col("front") | pl.col("is_now")).select(
        pl.col("number").alias("Number"),
        pl.col("name").alias("Open"),
        pl.col("kind").alias("What it is"),
        *[
            scale_score(score).round(1).alias(title_score(score))
            for score in [*goals, *rest]
        ],
    )


def _say(shown: pl.DataFrame, goals: list[str]) -> str:
    answers = shown.filter(pl.col("front") | pl.col("beaten_by").is_not_null())
    front = shown.filter("front")
    first = goals[0]
    best = front.sort(first, descending=SCORES[first].more_is_better).row(0, named=True)
    extreme = best[first] * (_PERCENT if first.endswith("_share") else 1)
    beaten = "is beaten by no other" if front.height == 1 else "are beaten by no other"
    name = SCORES[first].name
    figure = f"{extreme:,.1f} {SCORES[first].unit.replace('share', 'percent')}"
    return (
        f"Of {answers.height:,} options {front.height} {beaten}. Best on "
        f"{name[0].lower()}{name[1:]}: {best['name']}, with {figure}."
    )
