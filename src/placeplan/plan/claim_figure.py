"""The figure of claims: what is stated, what counts, and what would count twice."""

from collections.abc import Mapping
from typing import Final

import altair as alt
import polars as pl

from placeplan.periods import FinancialYear
from placeplan.plan.figure import COLOURS, NO_NAMES, Figure
from placeplan.plan.number_in_unit import name_unit, say_amount
from placeplan.plan.results_table import find_weakest

PARTS: Final[Mapping[str, str]] = {
    "counted": "Counts",
    "double_counted": "Taken before by others",
}


def draw_claims(
    claims: pl.DataFrame, *, names: Mapping[str, str] = NO_NAMES
) -> Figure | None:
    """Show of each initiative how much of what it claims is there to be taken.

    Parameters
    ----------
    claims : DataFrame
        Rows of one scenario, year and measure of `InitiativeAccount.claims`.
    names : mapping of str to str
        Of initiatives.

    Returns
    -------
    Figure or None
        None where nothing is claimed.
    """
    if claims.is_empty():
        return None
    numbers = ["claimed", "counted", "double_counted"]
    sums = (
        claims.group_by("initiative", "unit")
        .agg(pl.col(numbers).sum(), pl.col("status").max())
        .with_columns(pl.col("initiative").replace(dict(names)))
        .sort("claimed", "initiative", descending=[True, False])
    )
    several = sums["unit"].n_unique() > 1
    row = pl.col("initiative") + " · " + pl.col("unit")
    bars = sums.with_columns(row if several else pl.col("initiative")).unpivot(
        list(PARTS), index="initiative", variable_name="part", value_name="value"
    )
    unit = "in the unit beside each name" if several else name_unit(sums["unit"][0])
    parts = list(PARTS.values())
    chart = (
        alt.Chart(bars.with_columns(pl.col("part").replace_strict(PARTS)))
        .mark_bar()
        .encode(
            y=alt.Y(
                "initiative:N",
                title=None,
                sort=bars["initiative"].unique(maintain_order=True).to_list(),
                axis=alt.Axis(labelLimit=600),
            ),
            x=alt.X("value:Q", title=f"Claimed, {unit}"),
            color=alt.Color(
                "part:N",
                title=None,
                legend=alt.Legend(orient="top"),
                sort=parts,
                scale=alt.Scale(domain=parts, range=list(COLOURS[:2])),
            ),
            order=alt.Order("part:N"),
        )
        .properties(width=420, height=alt.Step(22))
    )
    table = sums.select(
        pl.col("initiative").alias("Initiative"),
        pl.col("unit").replace({"days": name_unit("days")}).alias("Counted in"),
        pl.col("claimed").round(1).alias("Claims alone"),
        pl.col("counted").round(1).alias("Counts"),
        pl.col("double_counted").round(1).alias("Taken before by others"),
        pl.col("status").cast(pl.String).alias("Status"),
    )
    return Figure(
        "claims",
        "What each initiative claims, and what is left for it",
        say_claims(claims),
        chart,
        table,
        find_weakest(claims),
    )


def say_claims(claims: pl.DataFrame) -> str:
    """Say how much of the sum of the stated claims would be counted twice.

    Parameters
    ----------
    claims : DataFrame
        Rows of one scenario, year and measure, at least one.
    """
    when = FinancialYear(int(claims["year"][0]))
    sums = claims.group_by("unit").agg(pl.col("claimed", "double_counted").sum())
    parts = [
        f"{say_amount(twice, unit)} of the {say_amount(claimed, unit)}"
        for unit, claimed, twice in sums.sort("unit").iter_rows()
        if round(twice, 1)
    ]
    if not parts:
        return f"In {when} no initiative claims what another has already taken."
    return (
        f"In {when}, {'; '.join(parts)} that initiatives claim would be counted twice: "
        "whoever comes later gets only the rest."
    )
