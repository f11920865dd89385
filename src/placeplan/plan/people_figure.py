"""Figures of people: the pyramid of ages, and how many more are old."""

from typing import Final

import altair as alt
import polars as pl

from placeplan.plan.figure import Figure
from placeplan.plan.number_words import say_change_percent, say_count
from placeplan.plan.question import answer
from placeplan.plan.results_table import HoldsTable, find_weakest, list_axes, list_years
from placeplan.reference import AGE_BANDS, AgeBand

OLD: Final = 65
VERY_OLD: Final = 85
STAGES: Final = ("85 and over", "65 to 84", "under 65")


def draw_pyramid(results: HoldsTable) -> Figure | None:
    """Show ages and sexes of the first year beside those of the last.

    Returns
    -------
    Figure or None
        None when the results hold no people by age and sex.
    """
    people = _ask_people(results, ["year", "sex", "age_band"])
    if people is None:
        return None
    every = list_years(people)
    ends = [every[0], every[-1]]
    kept = people.filter(pl.col("year").is_in(ends))
    before, after = (
        float(kept.filter(pl.col("year") == year)["value"].sum()) for year in ends
    )
    chart = (
        alt.Chart(kept.drop("status"))
        .mark_bar()
        .encode(
            y=alt.Y(
                "age_band:N",
                sort=list(AGE_BANDS)[::-1],
                title="Age",
            ),
            x=alt.X("value:Q", title="People", axis=alt.Axis(format="~s", tickCount=4)),
            color=alt.Color("year:N", title="Year"),
            yOffset="year:N",
            column=alt.Column("sex:N", title=None),
        )
        .properties(width=240, height=420)
    )
    table = (
        kept.select("year", "sex", "age_band", pl.col("value").round(0))
        .pivot("year", index=["sex", "age_band"], values="value")
        .sort("sex", pl.col("age_band").cast(pl.Enum(list(AGE_BANDS))))
        .rename({"sex": "Sex", "age_band": "Age"})
    )
    finding = (
        f"{say_count(after)} people in {ends[1]}, {say_change_percent(before, after)} "
        f"than the {say_count(before)} of {ends[0]}."
    )
    title, status = "People by age and sex", find_weakest(kept)
    return Figure("people-by-age", title, finding, chart, table, status)


def draw_ageing(results: HoldsTable, *, base_year: int) -> Figure | None:
    """Show how each stage of life grows beside the base year.

    Returns
    -------
    Figure or None
        None when the results hold no people by age.
    """
    people = _ask_people(results, ["year", "age_band"])
    if people is None:
        return None
    stages = _sum_stages(people)
    base = stages.filter(pl.col("year") == base_year).select("stage", base="value")
    grown = stages.join(base, on="stage").with_columns(
        index=100 * pl.col("value") / pl.col("base")
    )
    chart = (
        alt.Chart(grown.select("year", "stage", "index"))
        .mark_line(strokeWidth=2.5)
        .encode(
            x=alt.X(
                "year:Q",
                title=None,
                axis=alt.Axis(format="d"),
                scale=alt.Scale(nice=False),
            ),
            y=alt.Y("index:Q", title=f"{base_year} = 100", scale=alt.Scale(zero=False)),
            color=alt.Color("stage:N", title="Age"),
            strokeDash=alt.StrokeDash("stage:N", title="Age"),
        )
    )
    table = stages.pivot("stage", index="year", values="value").select(
        pl.col("year").alias("Year"), pl.col(*STAGES).round(0)
    )
    last = list_years(people)[-1]
    ends = {
        stage: say_change_percent(before, after)
        for stage, before, after in grown.filter(pl.col("year") == last)
        .select("stage", "base", "value")
        .iter_rows()
    }
    parts = "; ".join(f"{stage}: {ends[stage]}" for stage in STAGES if stage in ends)
    finding = f"From {base_year} to {last}, people {parts}."
    status = find_weakest(people)
    return Figure("ageing", "How people grow older", finding, chart, table, status)


def _ask_people(results: HoldsTable, by: list[str]) -> pl.DataFrame | None:
    if not {*by} <= {*list_axes(results.table, "population")}:
        return None
    return answer(results, "population", by=by)


def _sum_stages(people: pl.DataFrame) -> pl.DataFrame:
    first_age = pl.col("age_band").replace_strict(
        {name: AgeBand.parse(name).first_age for name in people["age_band"].unique()},
        return_dtype=pl.Int64,
    )
    stage = (
        pl.when(first_age >= VERY_OLD)
        .then(pl.lit("85 and over"))
        .when(first_age >= OLD)
        .then(pl.lit("65 to 84"))
        .otherwise(pl.lit("under 65"))
    )
    return (
        people.group_by("year", stage.alias("stage"))
        .agg(pl.col("value").sum())
        .sort("year", "stage")
    )
