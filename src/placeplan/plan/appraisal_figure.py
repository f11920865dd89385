"""Figures of an appraisal: what options are worth, and what weights would change."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

import altair as alt
import polars as pl

from placeplan.money.amount_words import say_pence
from placeplan.money.appraisal import (
    Appraisal,
    AppraisedOption,
    OptionValue,
    Weighing,
)
from placeplan.periods import FinancialYear
from placeplan.plan.figure import COLOURS, INK, Figure
from placeplan.plan.number_in_unit import to_millions
from placeplan.plan.number_words import put_within

_PERCENT: Final = 100
_STEPS: Final = 50
"""Weights at which lines of the sweep are drawn; crossings are exact beside them."""
_DASHES: Final = [[1, 0], [9, 4], [2, 3], [9, 3, 2, 3], [5, 2], [14, 4]]
"""Lines are told apart without their colours."""


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
    chart = (
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
    return Figure(
        "values",
        "What each option is worth",
        say_values(appraisal),
        chart,
        _lay_values(appraisal),
        appraisal.status,
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


def _quote(name: str) -> str:
    return f"‘{name}’"


def say_values(appraisal: Appraisal) -> str:
    """Say which option is worth most, and beyond the baseline by how much.

    Parameters
    ----------
    appraisal : Appraisal
        With two options or more.
    """
    best = min(appraisal.options, key=lambda each: each.value_rank)
    if best.beyond is None:
        return f"Nothing is worth more than the baseline, {_quote(best.name)}."
    beyond = best.beyond
    worth, year = say_pence(beyond.net_present_value), appraisal.base_year
    return (
        f"Worth most is {_quote(best.name)}: {worth} more than the baseline in the "
        f"money of {FinancialYear(year)}. Pays back: {_say_payback(beyond)}."
    )


def draw_sweeps(appraisal: Appraisal) -> Figure | None:
    """Show the weighted score of each option while one weight after another is swept.

    Parameters
    ----------
    appraisal : Appraisal
        Each weight goes from nothing to all; the others keep their proportions.

    Returns
    -------
    Figure or None
        None where there are no criteria.
    """
    weighing = appraisal.weighing
    if weighing is None:
        return None
    names = {each.id: each.name for each in appraisal.options}
    lines = pl.DataFrame(
        [
            (
                _say_weight(appraisal.criteria[criterion], weighing.weights[criterion]),
                names[option],
                _PERCENT * at / _STEPS,
                float(weighing.find_total_at(option, criterion, Fraction(at, _STEPS))),
                float(weighing.weights[criterion]) * _PERCENT,
            )
            for criterion in weighing.weights
            for option in weighing.scores
            for at in range(_STEPS + 1)
        ],
        schema={
            "criterion": pl.String,
            "option": pl.String,
            "weight": pl.Float64,
            "score": pl.Float64,
            "now": pl.Float64,
        },
        orient="row",
    )
    return Figure(
        "sweep",
        "If one weight moved",
        say_sweeps(appraisal),
        _lay_sweeps(lines, list(names.values())),
        _list_weights(appraisal, weighing),
        appraisal.status,
    )


def _say_weight(name: str, share: Fraction) -> str:
    return f"{name}, now {float(share) * _PERCENT:.0f} percent"


def _lay_sweeps(lines: pl.DataFrame, options: Sequence[str]) -> alt.TopLevelMixin:
    drawn = alt.Chart(lines)
    scores = drawn.mark_line(strokeWidth=3).encode(
        x=alt.X(
            "weight:Q",
            title="Weight, percent (upright line: now)",
            scale=alt.Scale(domain=[0, _PERCENT]),
        ),
        y=alt.Y("score:Q", title="Weighted score", scale=alt.Scale(zero=False)),
        color=alt.Color(
            "option:N",
            title=None,
            legend=alt.Legend(orient="top", columns=1, labelLimit=420),
            scale=alt.Scale(domain=options, range=list(COLOURS)[: len(options)]),
        ),
        strokeDash=alt.StrokeDash(
            "option:N",
            title=None,
            legend=None,
            scale=alt.Scale(domain=options, range=_DASHES[: len(options)]),
        ),
    )
    now = drawn.mark_rule(color=INK, strokeWidth=2).encode(x="min(now):Q")
    criteria = lines["criterion"].unique(maintain_order=True).to_list()
    return (
        alt.layer(scores, now)
        .properties(width=230, height=170)
        .facet(
            facet=alt.Facet(
                "criterion:N",
                title=None,
                sort=criteria,
                header=alt.Header(labelAnchor="start", labelLimit=330),
            ),
            columns=2,
        )
    )


def _list_weights(appraisal: Appraisal, weighing: Weighing) -> pl.DataFrame:
    """Lay out scores at no weight, now, at every switch, and at all weight."""
    names = {each.id: each.name for each in appraisal.options}
    rows = []
    for criterion, now in weighing.weights.items():
        told = [s.at_share for s in appraisal.switches if s.criterion == criterion]
        for share in sorted({Fraction(0), now, *told, Fraction(1)}):
            totals = {o: weighing.find_total_at(o, criterion, share) for o in names}
            best = [names[o] for o in names if totals[o] == max(totals.values())]
            what = "draws level" if share in told else "from nothing to all"
            rows.append(
                {
                    "Weight of": appraisal.criteria[criterion],
                    "Percent": round(float(share) * _PERCENT, 1),
                    "What": "now" if share == now else what,
                    **{names[o]: round(float(each), 2) for o, each in totals.items()},
                    "Highest": " and ".join(best),
                    "Status": appraisal.status,
                }
            )
    return pl.DataFrame(rows)


def say_sweeps(appraisal: Appraisal) -> str:
    """Say who leads by score, and the smallest move of a weight that changes it.

    Parameters
    ----------
    appraisal : Appraisal
        With criteria.
    """
    first = [_quote(each.name) for each in appraisal.options if each.score_rank == 1]
    leads = f"By score {' and '.join(first)} {'lead' if first[1:] else 'leads'}"
    if not appraisal.switches:
        return f"{leads}, whatever the weights."
    names = {each.id: each.name for each in appraisal.options}
    least = appraisal.switches[0]
    name = appraisal.criteria[least.criterion]
    way = "rises" if least.move > 0 else "falls"
    now, then = (float(each) * _PERCENT for each in (least.share, least.at_share))
    return (
        f"{leads}. The smallest move that would change that: the weight of "
        f"{put_within(name)} {way} from {now:.0f} to {then:.1f} percent, "
        f"where {_quote(names[least.rival])} draws level."
    )
