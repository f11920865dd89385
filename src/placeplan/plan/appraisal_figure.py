"""The figure of an appraisal: what each option costs, brings and is worth."""

from typing import Final

import altair as alt
import polars as pl

from placeplan.money.amount_words import say_pence
from placeplan.money.appraisal import (
    Appraisal,
    AppraisedOption,
    OptionValue,
)
from placeplan.periods import FinancialYear
from placeplan.plan.figure import COLOURS, INK, Figure
from placeplan.plan.number_in_unit import to_millions
from placeplan.plan.number_words import quote_name

_PERCENT: Final = 100


def draw_values(appraisal: Appraisal) -> Figure:
    """Show what each option costs and brings beyond what happens otherwise.

    Parameters
    ----------
    appraisal : Appraisal
        Of `placeplan.money.appraisal.list_appraisals`.
    """
    bars = pl.DataFrame(
        [
            (each.name, part, to_millions(pence))
            for each in appraisal.options
            if each.beyond is not None
            for part, pence in (
                ("Present cost", each.beyond.present_cost),
                ("Present benefit", each.beyond.present_benefit),
                ("Net present value", each.beyond.net_present_value),
            )
        ],
        schema={"option": pl.String, "part": pl.String, "millions": pl.Float64},
        orient="row",
    )
    return Figure(
        "values",
        "What each option is worth",
        say_values(appraisal),
        _draw_bars(bars),
        _lay_values(appraisal),
        appraisal.status,
    )


def _draw_bars(bars: pl.DataFrame) -> alt.TopLevelMixin:
    parts = bars["part"].unique(maintain_order=True).to_list()
    y = alt.Y("part:N", sort=parts, title=None, axis=None)
    drawn = alt.Chart(bars)
    boxes = drawn.mark_bar().encode(
        y=y,
        x=alt.X("millions:Q", title="£ million, beyond the baseline"),
        color=alt.Color(
            "part:N",
            title=None,
            legend=alt.Legend(orient="top"),
            scale=alt.Scale(domain=parts, range=[COLOURS[1], COLOURS[2], COLOURS[0]]),
        ),
    )
    words = drawn.mark_text(align="left", dx=5, fontSize=13, color=INK).encode(
        y=y, x="millions:Q", text=alt.Text("millions:Q", format=",.1f")
    )
    options = bars["option"].unique(maintain_order=True).to_list()
    return (
        alt.layer(boxes, words)
        .properties(width=460, height=90)
        .facet(
            facet=alt.Facet(
                "option:N",
                title=None,
                sort=options,
                header=alt.Header(labelAnchor="start", labelLimit=440),
            ),
            columns=1,
        )
    )


def _lay_values(appraisal: Appraisal) -> pl.DataFrame:
    return pl.DataFrame(
        [
            {
                "Option": each.name,
                "Present cost, £ million": to_millions(each.value.present_cost),
                "Present benefit, £ million": to_millions(each.value.present_benefit),
                "Net present value, £ million": to_millions(
                    each.value.net_present_value
                ),
                "Rank by value": each.value_rank,
                **_lay_beyond(each),
                "Status": appraisal.status,
            }
            for each in appraisal.options
        ]
    )


def _lay_beyond(option: AppraisedOption) -> dict[str, object]:
    value = option.beyond
    if value is None:
        told: tuple[float | None, float | None, str] = (None, None, "the baseline")
    else:
        share = value.return_on_investment
        told = (
            to_millions(value.net_present_value),
            None if share is None else round(share * _PERCENT, 0),
            _say_payback(value),
        )
    heads = (
        "Beyond the baseline, £ million",
        "Return on investment, percent",
        "Pays back",
    )
    return dict(zip(heads, told, strict=True))


def _say_payback(value: OptionValue) -> str:
    if not value.present_cost:
        return "costs nothing more"
    if value.payback_year is None:
        return "not within the years looked at"
    return f"in {FinancialYear(value.payback_year)}"


def say_values(appraisal: Appraisal) -> str:
    """Say which option is worth most, and beyond the baseline by how much.

    Parameters
    ----------
    appraisal : Appraisal
        With two options or more.
    """
    best = min(appraisal.options, key=lambda each: each.value_rank)
    if best.beyond is None:
        return f"Nothing is worth more than the baseline, {quote_name(best.name)}."
    beyond = best.beyond
    worth, year = say_pence(beyond.net_present_value), appraisal.base_year
    return (
        f"Worth most is {quote_name(best.name)}: {worth} more than the baseline in the "
        f"money of {FinancialYear(year)}. Pays back: {_say_payback(beyond)}."
    )
