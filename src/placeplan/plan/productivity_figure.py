"""Figures of productivity: the funnel, the years, and where there is catching up."""

from collections.abc import Mapping, Sequence
from typing import Final

import altair as alt
import polars as pl

from placeplan.money.amount_words import say_pence
from placeplan.money.pence import PENCE_PER_MILLION, Pence
from placeplan.money.productivity import ProductivityStudy, PublishedSaving
from placeplan.periods import FinancialYear
from placeplan.plan.figure import COLOURS, INK, NO_NAMES, PALE, Figure
from placeplan.plan.number_in_unit import to_millions
from placeplan.plan.number_words import put_within

GROUP_NAMES: Final[Mapping[str, str]] = {
    "pay": "All pay",
    "supplies_drugs_other": "Supplies, drugs and other non-pay",
    "premises_estates": "Premises and estates",
    "clinical_negligence": "Clinical negligence",
}
"""Groups of cost centres as the papers name them."""

_PUBLISHED: Final = "Published, as a check"


def draw_funnel(study: ProductivityStudy) -> Figure:
    """Show how the cost base comes down to what the years can save under the cap.

    Parameters
    ----------
    study : ProductivityStudy
        Of `placeplan.money.productivity.find_productivity`.
    """
    path = study.path
    allowed = [each.cap for each in path.years if each.cap is not None]
    steps = [
        (f"Cost base, {FinancialYear(study.base_year)}", "Cost", study.base),
        ("Catching up with one peer each", "Wanted", path.catch_up),
        ("Efficiency asked of each year", "Wanted", path.efficiency),
        ("Wanted in all", "Wanted", path.wanted),
        *(
            [("Most that the cap allows", "Cap", Pence(sum(allowed)))]
            if allowed
            else []
        ),
        (f"Saved in {_count_years(study)}", "Saved", path.saved),
        ("Still waits", "Waits", path.carried),
        *[(_name_published(each), _PUBLISHED, each.saving) for each in study.published],
    ]
    bars = pl.DataFrame(
        [(step, kind, to_millions(pence)) for step, kind, pence in steps],
        schema={"step": pl.String, "kind": pl.String, "millions": pl.Float64},
        orient="row",
    )
    statuses = [
        "published" if kind == _PUBLISHED else study.status for _, kind, _ in steps
    ]
    table = bars.select(
        pl.col("step").alias("Step"),
        pl.col("millions").alias("£ million"),
        pl.Series("Status", statuses),
    )
    title = "From the cost base to what the years can save"
    return Figure(
        "funnel", title, say_funnel(study), _lay_funnel(bars), table, study.status
    )


def _count_years(study: ProductivityStudy) -> str:
    count = len(study.terms)
    return "one year" if count == 1 else f"{count} years"


def _name_published(each: PublishedSaving) -> str:
    return f"Published, by {FinancialYear(each.year)}"


def _lay_funnel(bars: pl.DataFrame) -> alt.TopLevelMixin:
    kinds = bars["kind"].unique(maintain_order=True).to_list()
    y = alt.Y("step:N", sort=None, title=None, axis=alt.Axis(labelLimit=330))
    shades = alt.Scale(
        domain=kinds,
        range=[PALE, COLOURS[1], COLOURS[4], COLOURS[0], COLOURS[3], INK][: len(kinds)],
    )
    drawn = alt.Chart(bars)
    boxes = drawn.mark_bar().encode(
        y=y,
        x=alt.X("millions:Q", title="£ million"),
        color=alt.Color("kind:N", title=None, legend=None, scale=shades),
    )
    words = drawn.mark_text(align="left", dx=5, fontSize=13, color=INK).encode(
        y=y, x="millions:Q", text=alt.Text("millions:Q", format=",.1f")
    )
    return alt.layer(boxes, words).properties(width=420, height=alt.Step(30))


def say_funnel(study: ProductivityStudy) -> str:
    """Say what can be saved, what waits, and how far that is from what was published.

    Parameters
    ----------
    study : ProductivityStudy
        With one year or more.
    """
    path = study.path
    first, last = (FinancialYear(path.years[at].year) for at in (0, -1))
    said = (
        f"{say_pence(path.saved)} can be saved from {first} to {last} of "
        f"{say_pence(path.wanted)} wanted; {say_pence(path.carried)} still waits "
        "behind the cap."
    )
    return " ".join([said, *(_compare(path.saved, each) for each in study.published)])


def _compare(saved: Pence, told: PublishedSaving) -> str:
    apart = Pence(saved - told.saving)
    way = "above" if apart > 0 else "below"
    published = f"the {say_pence(told.saving)} that was published"
    if not apart:
        return f"That is {published}."
    return (
        f"That is {say_pence(Pence(abs(apart)))} {way} {published}, which is a check "
        "of scale and no input."
    )


def draw_savings_years(study: ProductivityStudy) -> Figure:
    """Show what each year wants, what its cap lets through, and what is carried on.

    Parameters
    ----------
    study : ProductivityStudy
        With one year or more.
    """
    years = study.path.years
    table = pl.DataFrame(
        [
            (
                str(FinancialYear(each.year)),
                *(to_millions(Pence(amount)) for amount in amounts),
                None if each.cap is None else to_millions(each.cap),
            )
            for each in years
            for amounts in [
                (
                    *(each.base, each.brought_forward, each.catch_up),
                    *(each.efficiency, each.saved, each.carried),
                )
            ]
        ],
        schema={
            "Year": pl.String,
            **dict.fromkeys(
                (
                    *("Cost if nobody saves", "Brought forward", "Catch-up due"),
                    *("Efficiency due", "Saved", "Carried forward", "Cap"),
                ),
                pl.Float64,
            ),
        },
        orient="row",
    )
    heads = {name: f"{name}, £ million" for name in table.columns[1:]}
    held = [str(FinancialYear(each.year)) for each in years if each.carried]
    said = (
        f"The cap holds savings back in {', '.join(held)}; what it holds back is "
        "carried forward whole."
        if held
        else "The cap holds nothing back: each year saves all that it wants."
    )
    return Figure(
        "years",
        "What each year wants and saves",
        said,
        _lay_years(table),
        table.rename(heads).with_columns(pl.lit(study.status).alias("Status")),
        study.status,
    )


def _lay_years(table: pl.DataFrame) -> alt.TopLevelMixin:
    parts = ["Saved", "Carried forward"]
    bars = table.unpivot(parts, index="Year", variable_name="part", value_name="value")
    x = alt.X("Year:N", title=None, axis=alt.Axis(labelAngle=0))
    stacked = (
        alt.Chart(bars)
        .mark_bar()
        .encode(
            x=x,
            y=alt.Y("value:Q", title="£ million (line: cap)"),
            color=alt.Color(
                "part:N",
                title=None,
                legend=alt.Legend(orient="top"),
                scale=alt.Scale(domain=parts, range=list(COLOURS[:2])),
            ),
            order=alt.Order("part:N", sort="descending"),
        )
    )
    caps = (
        alt.Chart(table.select("Year", "Cap").drop_nulls())
        .mark_tick(thickness=3, color=INK, width=44)
        .encode(x=x, y="Cap:Q")
    )
    return alt.layer(stacked, caps).properties(width=460, height=260)


def draw_catch_up(
    study: ProductivityStudy, names: Mapping[str, str] = NO_NAMES
) -> Figure:
    """Show where there is catching up: by group of cost centres and by body.

    Parameters
    ----------
    study : ProductivityStudy
        With its catch-up by cost centre.
    names : mapping of str to str
        Of bodies, for readers.
    """
    parts = pl.DataFrame(
        [
            (
                GROUP_NAMES[each.own.group],
                names.get(each.own.body, each.own.body),
                each.opportunity.pence / PENCE_PER_MILLION,
            )
            for each in study.catch_ups
        ],
        schema={"group": pl.String, "body": pl.String, "millions": pl.Float64},
        orient="row",
    )
    sums = parts.group_by("group", "body", maintain_order=True).agg(
        pl.col("millions").sum()
    )
    bodies = sums["body"].unique(maintain_order=True).to_list()
    order = pl.Enum(list(GROUP_NAMES.values()))
    table = (
        sums.with_columns(pl.col("millions").round(1))
        .pivot("body", index="group", values="millions")
        .with_columns(
            pl.sum_horizontal(bodies).round(1).alias("All"),
            pl.lit(study.status).alias("Status"),
        )
        .sort(pl.col("group").cast(order))
        .rename({"group": "£ million"})
    )
    return Figure(
        "catch-up",
        "Where there is catching up",
        _say_catch_up(study),
        _draw_groups(sums, bodies),
        table,
        study.status,
    )


def _draw_groups(sums: pl.DataFrame, bodies: Sequence[str]) -> alt.TopLevelMixin:
    chart: alt.TopLevelMixin = (
        alt.Chart(sums)
        .mark_bar()
        .encode(
            y=alt.Y(
                "group:N",
                sort=list(GROUP_NAMES.values()),
                title=None,
                axis=alt.Axis(labelLimit=330),
            ),
            x=alt.X("millions:Q", title="£ million"),
            color=alt.Color(
                "body:N",
                title=None,
                legend=alt.Legend(orient="top", columns=1, labelLimit=420),
                scale=alt.Scale(domain=bodies, range=list(COLOURS)[: len(bodies)]),
            ),
        )
        .properties(width=420, height=alt.Step(34))
    )
    return chart


def _say_catch_up(study: ProductivityStudy) -> str:
    by_group = study.by_group
    most = max(by_group, key=lambda group: by_group[group].pence)
    return (
        f"{say_pence(study.catch_up.pence)} a year would be saved if every cost centre "
        f"cost what one chosen peer spends on it; most of it in "
        f"{put_within(GROUP_NAMES[most])} "
        f"({say_pence(by_group[most].pence)})."
    )
