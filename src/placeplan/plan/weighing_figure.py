"""The figure of weights: who leads by score, and which weight would change it."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

import altair as alt
import polars as pl

from placeplan.money.appraisal import Appraisal, Weighing
from placeplan.plan.figure import COLOURS, INK, Figure
from placeplan.plan.number_words import put_within, quote_name

_PERCENT: Final = 100
_STEPS: Final = 50
"""Weights at which lines of the sweep are drawn; crossings are exact beside them."""
_DASHES: Final = [[1, 0], [9, 4], [2, 3], [9, 3, 2, 3], [5, 2], [14, 4]]
"""Lines are told apart without their colours."""


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
    first = [
        quote_name(each.name) for each in appraisal.options if each.score_rank == 1
    ]
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
        f"where {quote_name(names[least.rival])} draws level."
    )
