"""Figure of the back-test: how far off the people would have been, by age."""

from typing import Final

import altair as alt
import polars as pl

from placeplan.plan.figure import Figure
from placeplan.plan.results_table import find_weakest, list_years
from placeplan.population import summarise_back_test

_LINES: Final = {
    "projected": "Our method, knowing nothing after the first count",
    "with_components": "Our method, told the births, deaths and moves that came",
    "naive": "Each place's total going on as before",
}


def draw_back_test(errors: pl.DataFrame) -> Figure:
    """Show the typical error of a district, by age, of each line.

    Parameters
    ----------
    errors : polars.DataFrame
        As `placeplan.population.back_test` gives.
    """
    summary = summarise_back_test(errors)
    long = pl.concat(
        summary.select(
            "age_band",
            pl.lit(name).alias("line"),
            pl.col(f"{line}_mean_error_percent").alias("error"),
        )
        for line, name in _LINES.items()
    )
    order = summary["age_band"].to_list()
    chart = (
        alt.Chart(long)
        .mark_bar()
        .encode(
            y=alt.Y("age_band:N", sort=order, title="Age"),
            yOffset=alt.YOffset("line:N", sort=list(_LINES.values())),
            x=alt.X("error:Q", title="Mean size of a district's error, percent"),
            color=alt.Color(
                "line:N",
                title=None,
                sort=list(_LINES.values()),
                legend=alt.Legend(orient="top", direction="vertical", labelLimit=420),
            ),
        )
        .properties(width=460, height=alt.Step(12))
    )
    table = long.with_columns(pl.col("error").round(1)).pivot(
        "line", index="age_band", values="error"
    )
    over_all = summary.row(-1, named=True)  # every age together
    ours, trend = (
        over_all[f"{line}_mean_error_percent"] for line in ("projected", "naive")
    )
    better = "smaller" if ours < trend else "no smaller"
    year = list_years(summary)[-1]
    finding = (
        f"Looking ahead to {year} without knowing it, our mean error for a district "
        f"and age would have been {ours:.1f} %, {better} than the {trend:.1f} % of a "
        "naive trend."
    )
    title = "How well the method would have done"
    shown = table.rename({"age_band": "Age"})
    return Figure("back-test", title, finding, chart, shown, find_weakest(errors))
