"""Tables of the page on productivity."""

from typing import Final

import polars as pl

from placeplan.money.amount_words import say_pence
from placeplan.money.pence import Pence
from placeplan.money.productivity import ProductivityStudy, cite_unit_constant
from placeplan.periods import FinancialYear
from placeplan.plan.number_in_unit import to_millions
from placeplan.plan.productivity_figure import GROUP_NAMES
from placeplan_web.evidence.record import Record

CAPS: Final = (0.02, 0.025, 0.03, 0.035, 0.04, None)
"""Caps that are held beside the plan's own; None for no cap."""

_PERCENT: Final = 100


def list_caps(study: ProductivityStudy) -> Record:
    """What other caps would let through, and what of the total is our reading."""
    rows = [
        _lay_cap("As planned", study.path.saved, study),
        *(
            _lay_cap(
                "No cap"
                if cap is None
                else f"{cap * _PERCENT:g} % of each year's cost",
                study.find_path_at(cap).saved,
                study,
            )
            for cap in CAPS
        ),
    ]
    words = (
        "The criteria for peers, the groups of cost centres, the 2 % and that there is "
        "a cap are the papers'. The cap itself, the metrics and their figures, the "
        "phasing, and the reading of 2 % as a year's are ours: the papers do not give "
        "them. What was published is a check of scale alone."
    )
    title = "What the total rests on: the cap is ours"
    return Record("caps", title, words, pl.DataFrame(rows), study.status)


def _lay_cap(name: str, saved: Pence, study: ProductivityStudy) -> dict[str, object]:
    row: dict[str, object] = {"Most that a year can save": name}
    row["Saved, £ million"] = to_millions(saved)
    for told in study.published:
        head = f"Above the {say_pence(told.saving)} published, £ million"
        row[head] = to_millions(Pence(saved - told.saving))
    return row


def list_peers(study: ProductivityStudy, body: str) -> Record:
    """Every candidate, the peers first and the nearest of them first."""
    name = study.bodies[body].profile.name
    table = pl.DataFrame(
        [
            {
                "Candidate": each.name,
                "Peer": "yes" if each.chosen else "no",
                "Distance": round(each.distance, 2),
                "Why": " ".join(each.reasons),
            }
            for each in study.verdicts[body]
        ],
        schema={
            "Candidate": pl.String,
            "Peer": pl.String,
            "Distance": pl.Float64,
            "Why": pl.String,
        },
    )
    words = (
        "A peer is within every tolerance and passes the filter of safety. Distance is "
        "the root of the mean square of differences, each over its spread among all "
        "bodies compared: 0 is a twin. Tolerances are inputs of the plan folder."
    )
    return Record("peers", f"Peers of {name}", words, table, study.status)


def list_centres(study: ProductivityStudy, body: str) -> Record:
    """Cost centres of one body, each beside the peer that it is held against."""
    rows = [
        {
            "Cost centre": each.own.name,
            "Group": GROUP_NAMES[each.own.group],
            "For one of": each.own.driver,
            "Cost each, £": round(float(each.own.metric_pounds), 2),
            "Held against": each.peer and study.bodies[each.peer.body].profile.name,
            "Costs there, £": each.peer and round(float(each.peer.metric_pounds), 2),
            "Catch-up, £ million": to_millions(each.opportunity.pence),
        }
        for each in study.catch_ups
        if each.own.body == body
    ]
    words = (
        "What would be saved a year if one unit cost what it costs the peer, at "
        "national average prices. Where the peer costs more, there is nothing to catch "
        "up."
    )
    name = study.bodies[body].profile.name
    table = pl.DataFrame(rows, infer_schema_length=None)
    return Record("centres", f"Cost centres of {name}", words, table, study.status)


def list_specialties(study: ProductivityStudy, body: str) -> Record | None:
    """The same cost by specialty, against the national average."""
    rows = [
        {
            "Specialty": each.name,
            "Cost of a weighted unit, £": round(float(each.unit_cost.pounds), 2),
            "National average, £": round(float(each.benchmark), 2),
            "Opportunity, £ million": to_millions(each.opportunity.pence),
        }
        for each in study.specialties
        if each.body == body
    ]
    if not rows:
        return None
    words = (
        f"By specialty {say_pence(study.by_specialty.pence)} a year would be saved in "
        "all trusts at the national average. It looks at the same cost as the "
        f"catch-up of {say_pence(study.catch_up.pence)}, from another side: the two "
        "stand beside each other and are never added."
    )
    title = f"Specialties of {study.bodies[body].profile.name}, beside"
    return Record("specialties", title, words, pl.DataFrame(rows), study.status)


def list_unit_costs(study: ProductivityStudy) -> Record:
    """The cost of a weighted activity unit of every body, the dearest first."""
    bodies = sorted(study.bodies.values(), key=lambda each: -each.unit_cost.pounds)
    table = pl.DataFrame(
        {
            "Body": [each.profile.name for each in bodies],
            "Cost of a weighted unit, £": [
                round(float(each.unit_cost.pounds), 2) for each in bodies
            ],
            "Weighted units": [round(float(each.unit_cost.units)) for each in bodies],
            "Above the average, £ million": [
                to_millions(each.opportunity.pence) for each in bodies
            ],
        }
    )
    words = (
        "Actual cost, without what local prices do to it, over weighted activity "
        "units: activity at national average cost, in units of the constant of "
        f"{FinancialYear(study.base_year)} ({cite_unit_constant(study.base_year)})."
    )
    title = "Cost of a weighted activity unit"
    return Record("unit-costs", title, words, table, study.status)
