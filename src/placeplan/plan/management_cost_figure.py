"""The figure of management costs: how far each body has cut them, and the target."""

from collections.abc import Mapping, Sequence
from typing import Final

import altair as alt
import polars as pl

from placeplan.money.amount_words import say_pence
from placeplan.money.appraisal import CostStanding, CostTarget
from placeplan.money.pence import PENCE_PER_MILLION, Pence
from placeplan.periods import FinancialYear
from placeplan.plan.figure import COLOURS, INK, NO_NAMES, Figure
from placeplan.tables import get_weakest

_PERCENT: Final = 100


def draw_management_costs(
    standings: Sequence[CostStanding],
    target: CostTarget,
    names: Mapping[str, str] = NO_NAMES,
) -> Figure | None:
    """Show how far each body has cut its management costs, against the target.

    Parameters
    ----------
    standings : sequence of CostStanding
        Of `placeplan.money.appraisal.list_cost_standings`.
    target : CostTarget
        What is asked.
    names : mapping of str to str
        Of bodies, for readers.

    Returns
    -------
    Figure or None
        None where no body's costs are known.
    """
    known = [each for each in standings if each.fall_share is not None]
    if not known:
        return None
    table = pl.DataFrame(
        [_lay_standing(each, names) for each in known], infer_schema_length=None
    ).sort("Cut so far, percent", "Body", descending=[True, False])
    asked = float(target.fall_share) * _PERCENT
    bars = table.select("Body", cut="Cut so far, percent", met="Target met")
    y = alt.Y("Body:N", sort=None, title=None, axis=alt.Axis(labelLimit=330))
    boxes = (
        alt.Chart(bars)
        .mark_bar()
        .encode(
            y=y,
            x=alt.X("cut:Q", title="Cut so far, percent (line: target)"),
            color=alt.Color(
                "met:N",
                title="Target met",
                legend=alt.Legend(orient="top"),
                scale=alt.Scale(domain=["yes", "no"], range=[COLOURS[2], COLOURS[1]]),
            ),
        )
    )
    rule = (
        alt.Chart(pl.DataFrame({"cut": [asked]}))
        .mark_rule(color=INK, strokeWidth=2)
        .encode(x="cut:Q")
    )
    status = get_weakest(each.status for each in known)
    return Figure(
        "management-costs",
        "The cut in management costs",
        say_management_costs(known, target),
        alt.layer(boxes, rule).properties(width=420, height=alt.Step(28)),
        table,
        status,
    )


def _lay_standing(each: CostStanding, names: Mapping[str, str]) -> dict[str, object]:
    fall = each.fall_share or 0
    return {
        "Body": names.get(each.organisation, each.organisation),
        "Latest year": str(FinancialYear(each.year)),
        "Base, £ million": round(each.base / PENCE_PER_MILLION, 2),
        "Now, £ million": round(each.now / PENCE_PER_MILLION, 2),
        "Cut so far, percent": round(float(fall) * _PERCENT, 1),
        "Still to cut, £ million": round(each.left / PENCE_PER_MILLION, 2),
        "Target met": "yes" if each.met else "no",
        "Status": each.status,
    }


def say_management_costs(standings: Sequence[CostStanding], target: CostTarget) -> str:
    """Say how many bodies have met the target, and what is left to cut.

    Parameters
    ----------
    standings : sequence of CostStanding
        One or more.
    target : CostTarget
        What is asked.
    """
    met = sum(each.met for each in standings)
    left = Pence(sum(each.left for each in standings))
    asked = float(target.fall_share) * _PERCENT
    return (
        f"{met} of {len(standings)} bodies have cut management costs by {asked:.0f} "
        f"percent since {FinancialYear(target.base_year)}, as asked by "
        f"{FinancialYear(target.due_year)}; {say_pence(left)} a year is still to be "
        "cut."
    )
