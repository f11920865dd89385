"""The figure of a benefit: what was planned over time, and what was read."""

from collections.abc import Iterable

import altair as alt
import polars as pl

from placeplan.plan.figure import Figure
from placeplan.programme.benefit import Benefit
from placeplan.programme.benefit_profile import BenefitReading

PLANNED, READ, AIM = "Planned", "Read", "Aim"


def draw_benefit(
    benefit: Benefit,
    profile: Iterable[BenefitReading],
    readings: Iterable[BenefitReading],
    *,
    finding: str,
    status: str,
) -> Figure | None:
    """Draw the planned path of a benefit beside what was read, its aim as a line.

    Parameters
    ----------
    benefit : Benefit
        The benefit; its unit names the axis.
    profile, readings : iterable of BenefitReading
        What is planned, and what was read; of two readings of a day the later counts.
    finding : str
        The sentence that the picture says.
    status : str
        How far its numbers can be trusted.

    Returns
    -------
    Figure or None
        None where nothing is planned and nothing was read.
    """
    rows = [(PLANNED, each.on, each.value) for each in profile]
    rows += [
        (READ, on, value) for on, value in {e.on: e.value for e in readings}.items()
    ]
    if not rows:
        return None
    schema = {"name": pl.String, "on": pl.Date, "value": pl.Float64}
    points = pl.DataFrame(rows, schema=schema, orient="row").sort("name", "on")
    lines = (
        alt.Chart(points.with_columns(on=pl.col("on").cast(pl.String)))
        .mark_line(point=True)
        .encode(
            x=alt.X("on:T", title=None),
            y=alt.Y("value:Q", title=benefit.unit or None, scale=alt.Scale(zero=False)),
            color=alt.Color("name:N", title=None, sort=[PLANNED, READ]),
            strokeDash=alt.StrokeDash("name:N", legend=None, sort=[READ, PLANNED]),
            shape=alt.Shape("name:N", title=None, sort=[PLANNED, READ]),
        )
    )
    chart: alt.TopLevelMixin = lines
    if benefit.target is not None:
        aim = pl.DataFrame({"value": [benefit.target]})
        rule = alt.Chart(aim).mark_rule(strokeDash=[2, 3]).encode(y="value:Q")
        chart = lines + rule
    table = points.select(
        pl.col("on").dt.strftime("%-d %B %Y").alias("Day"),
        pl.col("name").alias("Planned or read"),
        pl.col("value").alias(benefit.unit or "Value"),
    )
    return Figure("benefit", benefit.title, finding, chart, table, status)
