"""The figure of savings: planned and made by month, and the slope that is needed."""

from collections.abc import Mapping, Sequence
from typing import Final

import altair as alt
import polars as pl

from placeplan.money.forecast import SavingsProfile, describe_savings
from placeplan.money.ledger.ledger import find_months
from placeplan.money.pence import PENCE_PER_MILLION
from placeplan.periods import FinancialYear
from placeplan.plan.figure import COLOURS, INK, Figure

PLANNED: Final = "Planned"
MADE: Final = "Made"
MADE_A_MONTH: Final = "Made a month so far"
NEEDED: Final = "Needed a month from now on"
_WASH: Final = "#d8dde0"
"""Of what is planned, which an outline of ink keeps from fading into the page."""


def draw_savings(
    profile: SavingsProfile, *, status: str, who: str = "the system"
) -> Figure | None:
    """Show savings planned and made by month, with the slopes achieved and needed.

    Parameters
    ----------
    profile : SavingsProfile
        Savings of a year.
    status : str
        The weakest of the amounts.
    who : str
        Whose, as within a sentence.

    Returns
    -------
    Figure or None
        None where none are planned.
    """
    if not profile.planned:
        return None
    rows = _list_months(profile)
    labels = rows["label"].to_list()
    bars = rows.unpivot(
        [PLANNED, MADE], index="label", variable_name="what", value_name="millions"
    ).drop_nulls()
    slopes = rows.unpivot(
        [MADE_A_MONTH, NEEDED],
        index="label",
        variable_name="slope",
        value_name="millions",
    ).drop_nulls()
    return Figure(
        "savings",
        f"Savings of {FinancialYear(profile.year)} by month",
        describe_savings(profile, who=who),
        _draw(bars, slopes, labels),
        _lay_table(rows, status),
        status,
    )


def _list_months(profile: SavingsProfile) -> pl.DataFrame:
    months, booked = find_months(profile.year), len(profile.made)
    ahead = len(months) - booked
    nothing = [None] * ahead
    pence: Mapping[str, Sequence[int | None]] = {
        PLANNED: [*profile.plan],
        MADE: [*profile.made, *nothing],
        MADE_A_MONTH: [*[profile.made_a_month] * booked, *nothing],
        NEEDED: [*[None] * booked, *[profile.needed_a_month] * ahead],
    }
    return pl.DataFrame(
        {
            "month": months,
            "label": [f"{month:%b}" for month in months],
            **{
                name: pl.Series(name, amounts, dtype=pl.Int64) / PENCE_PER_MILLION
                for name, amounts in pence.items()
            },
        }
    )


def _draw(
    bars: pl.DataFrame, slopes: pl.DataFrame, labels: list[str]
) -> alt.TopLevelMixin:
    x = alt.X(
        "label:O",
        sort=labels,
        title=None,
        axis=alt.Axis(labelAngle=0, labelOverlap="parity", labelSeparation=5),
    )
    y = alt.Y("millions:Q", title="£ million a month")
    legend = alt.Legend(
        orient="top", direction="vertical", symbolStrokeColor=INK, symbolStrokeWidth=1
    )
    kinds = [each for each in (PLANNED, MADE) if each in {*bars["what"]}]
    colour = alt.Color(
        "what:N",
        title=None,
        scale=alt.Scale(domain=kinds, range=[_WASH, COLOURS[0]][: len(kinds)]),
        legend=legend,
    )
    width = {PLANNED: 20, MADE: 10}
    layers = [
        alt.Chart(bars.filter(pl.col("what") == kind))
        .mark_bar(size=width[kind], stroke=INK, strokeWidth=1)
        .encode(x=x, y=y.stack(None), color=colour)
        for kind in kinds
    ]
    dash = alt.StrokeDash(
        "slope:N",
        title=None,
        scale=alt.Scale(domain=[MADE_A_MONTH, NEEDED], range=[[1, 0], [6, 3]]),
        legend=alt.Legend(
            orient="top", direction="vertical", symbolSize=300, labelLimit=220
        ),
    )
    lines = (
        alt.Chart(slopes)
        .mark_line(color=INK, strokeWidth=2.5)
        .encode(x=x, y="millions:Q", strokeDash=dash)
    )
    return alt.layer(*layers, lines).properties(width=500)


def _lay_table(rows: pl.DataFrame, status: str) -> pl.DataFrame:
    return rows.select(
        pl.col("month").dt.strftime("%B %Y").alias("Month"),
        *[
            pl.col(name).round(2).alias(f"{name}, £ million")
            for name in (PLANNED, MADE, MADE_A_MONTH, NEEDED)
        ],
        pl.lit(status).alias("Status"),
    )
