"""The page of a milestone: how it stands, who waits for it, what hangs on it."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from placeplan.programme.progress import find_progress
from placeplan_web.design.words import write_count
from placeplan_web.programme.models import Milestone
from placeplan_web.programme.presenters.way import Ways, name_project, name_record
from placeplan_web.programme.queries.milestone_plan import read_plan
from placeplan_web.registers.kind import Section


def list_milestone_sections(
    _scope: Any, milestone: Milestone, user: Any
) -> list[Section]:
    """Give the parts of the page of a milestone."""
    plan, today = read_plan(milestone), timezone.localdate()
    progress = str(find_progress(plan, today)).replace("_", " ")
    slip = plan.find_slip_days(today)
    words = f"By its dates it is {progress}."
    if slip:
        words += f" It slips by {write_count(slip, 'day')}."
    return [
        Section(
            "How it stands",
            words=words,
            links=list(_list_ties(milestone)),
            actions=Ways(milestone, "milestones", user).list("slip", "reached"),
        )
    ]


def _list_ties(milestone: Milestone) -> Iterator[dict[str, str]]:
    waits = milestone.waits_for.select_related("before__programme")
    for tie in waits.order_by("before__reference"):
        yield {
            **name_record(tie.before, "milestones"),
            "note": "has to be reached first",
        }
    after = milestone.followers.select_related("after__programme")
    for tie in after.order_by("after__reference"):
        yield {**name_record(tie.after, "milestones"), "note": "waits for this"}
    for each in milestone.mitigations.select_related("risk__programme"):
        note = f"{each.reference} is done with it"
        yield {**name_record(each.risk, "risks"), "note": note}
    for link in milestone.project_links.select_related("project"):
        yield {**name_project(link.project, milestone.programme), "note": "project"}
