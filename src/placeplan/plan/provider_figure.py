"""Figures of providers: what each does now and at the end, and the staff it needs."""

from collections.abc import Mapping

import altair as alt
import polars as pl

from placeplan.periods import FinancialYear
from placeplan.plan.figure import Figure
from placeplan.plan.number_words import say_count
from placeplan.plan.question import answer
from placeplan.plan.results import Results
from placeplan.plan.results_table import find_weakest, list_axes, list_years
from placeplan.reference import POINTS_OF_DELIVERY, STAFF_GROUPS

_STAFF = {"staff_needed_wte": "needed", "staff_available_wte": "in post"}


def draw_providers(
    results: Results, *, names: Mapping[str, str] | None = None
) -> Figure | None:
    """Show where emergency spells go, by provider, in the first and the last year.

    Returns
    -------
    Figure or None
        None when the results hold no emergency spells by provider.
    """
    if not {"year", "provider", "pod"} <= {*list_axes(results.table, "activity")}:
        return None
    activity = answer(results, "activity", by=["year", "provider", "pod"])
    every = list_years(activity)
    kept = activity.filter(pl.col("year").is_in([every[0], every[-1]])).with_columns(
        provider=pl.col("provider").replace(dict(names or {})),
        label=pl.col("year").map_elements(
            lambda year: str(FinancialYear(year)), return_dtype=pl.String
        ),
    )
    spells = kept.filter(pl.col("pod") == "emergency_spell")
    if spells.is_empty():
        return None
    chart = (
        alt.Chart(spells.select("provider", "label", "value"))
        .mark_bar()
        .encode(
            y=alt.Y("provider:N", sort="-x", title=None, axis=alt.Axis(labelLimit=330)),
            yOffset="label:N",
            x=alt.X("value:Q", title="Emergency spells"),
            color=alt.Color("label:N", title="Year"),
        )
        .properties(width=400, height=alt.Step(16))
    )
    pods = {name: pod.name for name, pod in POINTS_OF_DELIVERY.items()}
    table = (
        kept.select(
            pl.col("provider").alias("Provider"),
            pl.col("pod").replace(pods).alias("Point of delivery"),
            "label",
            pl.col("value").round(0),
        )
        .pivot("label", index=["Provider", "Point of delivery"], values="value")
        .sort("Provider", "Point of delivery")
    )
    finding = _say_who(spells.filter(pl.col("year") == every[0]), every[0])
    title, status = "Who provides the care", find_weakest(kept)
    return Figure("providers", title, finding, chart, table, status)


def _say_who(spells: pl.DataFrame, year: int) -> str:
    """Say who takes most of the spells of a year, or how many the only one takes."""
    top = spells.sort("value", descending=True).row(0, named=True)
    took = f"{top['provider']} takes {say_count(top['value'])}"
    when = f"emergency spells in {FinancialYear(year)}"
    if spells.height == 1:
        return f"{took} {when}."
    total = float(spells["value"].sum())
    return f"{took} of the {say_count(total)} {when}, more than anyone else."


def draw_staff(results: Results) -> Figure | None:
    """Show staff needed and staff in post, by group, in the last year.

    Returns
    -------
    Figure or None
        None when the results hold no staff by group.
    """
    for measure in _STAFF:
        if not {"year", "staff_group"} <= {*list_axes(results.table, measure)}:
            return None
    names = {name: group.name for name, group in STAFF_GROUPS.items()}
    staff = pl.concat(
        answer(results, measure, by=["year", "staff_group"]).with_columns(
            kind=pl.lit(f"Staff {word}"),
            group=pl.col("staff_group").replace(names),
        )
        for measure, word in _STAFF.items()
    )
    last = list_years(staff)[-1]
    kept = staff.filter(pl.col("year") == last)
    table = (
        kept.pivot("kind", index="group", values="value")
        .with_columns(Headroom=pl.col("Staff in post") - pl.col("Staff needed"))
        .rename({"group": "Staff group"})
        .with_columns(pl.selectors.float().round(0))
        .sort("Headroom", "Staff group")
    )
    chart = (
        alt.Chart(kept.select("group", "kind", "value"))
        .mark_bar()
        .encode(
            y=alt.Y("group:N", sort=table["Staff group"].to_list(), title=None),
            yOffset="kind:N",
            x=alt.X("value:Q", title="Whole-time equivalents"),
            color=alt.Color("kind:N", title=None),
        )
        .properties(width=420, height=alt.Step(16))
    )
    short = table.filter(pl.col("Headroom") < 0)
    lacking = -float(short["Headroom"].sum())
    verb = "is" if short.height == 1 else "are"
    finding = (
        f"In {FinancialYear(last)}, {short.height} of {table.height} staff groups "
        f"{verb} short, by {say_count(lacking)} whole-time equivalents together."
    )
    title, status = "Staff needed and staff in post", find_weakest(staff)
    return Figure("staff", title, finding, chart, table, status)
