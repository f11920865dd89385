"""Who is treated where, on a page: people of a place, and where they go."""

from typing import Final

import polars as pl

from placeplan.capacity import list_flows
from placeplan.plan.figure import Figure
from placeplan.plan.flow_figure import draw_flows
from placeplan_web.evidence.shelf import get_plan
from placeplan_web.evidence.wing.choice import (
    Choice,
    Option,
    choose_scenario,
    choose_year,
)
from placeplan_web.evidence.wing.outcome import Chosen, Outcome, keep_chosen

NEIGHBOUR: Final = "neighbouring_trust"
OUTSIDE: Final = "outside"
"""A provider is elsewhere that is a neighbouring trust, or whose id begins so."""


def get_activity(outcome: Outcome) -> pl.DataFrame:
    """Activity of a run by place and provider."""
    table = outcome.results.table
    known = {"place", "provider", "pod"} <= {*table.columns}
    return table.filter(pl.col("measure") == "activity") if known else pl.DataFrame()


def list_pods(outcome: Outcome) -> list[Option]:
    """Kinds of care that somebody has at more than one provider."""
    activity = get_activity(outcome)
    if not activity.width:
        return []
    told = activity.drop_nulls("provider").group_by("pod")
    several = told.agg(pl.col("provider").n_unique()).filter(pl.col("provider") > 1)
    named = sorted((outcome.names.get(id_, id_), id_) for id_ in several["pod"])
    options = [(id_, name) for name, id_ in named]
    return sorted(options, key=lambda each: each[0] != FIRST_POD)


FIRST_POD: Final = "emergency_spell"
CHOICES: Final = (
    Choice("pod", "Kind of care", list_pods),
    choose_year(get_activity),
    choose_scenario(get_activity),
)


def draw_chosen(outcome: Outcome, chosen: Chosen) -> Figure | None:
    """Draw where people of each place have the chosen care."""
    activity = keep_chosen(get_activity(outcome), chosen, "pod", "year", "scenario")
    if not chosen["pod"] or activity["place"].null_count() == activity.height:
        return None
    bodies = get_plan(outcome.run.dataset).tables["organisations"]
    elsewhere = pl.col("id").str.starts_with(OUTSIDE) | (pl.col("kind") == NEIGHBOUR)
    homes = bodies.filter(~elsewhere)["id"].unique()
    return draw_flows(list_flows(activity, homes.to_list()), outcome.names)


PICTURES: Final = (draw_chosen,)
