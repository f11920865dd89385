"""What a milestone that moves means for the plan: proposals, made in the same step."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

import polars as pl
from django.db import transaction

from placeplan_web.evidence.queries import find_current_run
from placeplan_web.evidence.shelf import get_plan
from placeplan_web.programme.models import DeliveryProposal, Project, SolutionLink
from placeplan_web.programme.operations.delivery import refresh_proposal


def propose_deliveries(
    *, by: UUID | str, projects: list[Project], as_at: date, at: datetime
) -> list[DeliveryProposal]:
    """Keep the proposal for each solution of these projects at what their dates say.

    Nothing is proposed where no released plan counts the solution.
    """
    run = find_current_run()
    if run is None:
        return []
    planned = _list_planned(get_plan(run.dataset).tables["solutions"])
    links = SolutionLink.objects.filter(
        project__in=projects, plan=run.dataset.plan, withdrawn_at__isnull=True
    )
    with transaction.atomic():
        made = [
            refresh_proposal(
                by=by, link=link, planned=planned[link.solution], as_at=as_at, at=at
            )
            for link in links.order_by("pk")
            if link.solution in planned
        ]
    return [each for each in made if each is not None]


def _list_planned(solutions: pl.DataFrame) -> Mapping[str, dict[int, float]]:
    """Pounds by year of each solution, 0 in a year of which the plan says nothing."""
    sums = solutions.group_by("solution", "year").agg(pl.col("value_pounds").sum())
    found: dict[str, dict[int, float]] = {}
    for name, year, pounds in sums.sort("solution", "year").iter_rows():
        found.setdefault(name, {})[year] = pounds
    last = max((max(years) for years in found.values()), default=0)
    return {
        name: {year: years.get(year, 0.0) for year in range(min(years), last + 1)}
        for name, years in found.items()
    }
