"""What the slips of a programme put at stake, in pounds of a stored plan."""

from dataclasses import dataclass
from typing import Any, Final

import polars as pl
from django.db.models import QuerySet

from placeplan.programme import find_stakes, get_delivery_rule_set
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.queries import find_current_run
from placeplan_web.evidence.shelf import get_plan
from placeplan_web.programme.models import Programme, SolutionLink
from placeplan_web.programme.queries.standing import Standing
from placeplan_web.registers.models import RecordStatus

_STATUS: Final = {RecordStatus.RECORDED: "derived"}
"""What is entered here is no published figure, and nobody's invention."""


@dataclass(frozen=True, slots=True)
class Stakes:
    """Rows of `find_stakes`, and the run whose plan counts the pounds."""

    table: pl.DataFrame
    run: Run

    @property
    def at_stake_pounds(self) -> float:
        """Over every year of the plan."""
        return float(self.table["at_stake_pounds"].sum())

    @property
    def status(self) -> str:
        """How far they can be trusted: the weakest of what went in."""
        return str(self.table["status"].max())

    def sum_by_project(self) -> dict[str, float]:
        summed = self.table.group_by("project").agg(pl.col("at_stake_pounds").sum())
        return dict(summed.iter_rows())

    def sum_by_year(self) -> dict[int, float]:
        summed = self.table.group_by("year").agg(pl.col("at_stake_pounds").sum())
        return dict(summed.sort("year").iter_rows())


def find_stakes_of(standing: Standing) -> Stakes | None:
    """Find what is at stake; None where no released plan has what hangs on it.

    The plan is that of the newest released run, whatever the day: a plan counts money
    of years to come, and is not of a day.
    """
    run = find_current_run()
    if run is None:
        return None
    rows = list_links(standing.programme, run)
    if not rows:
        return None
    tables = {
        "project_solutions": pl.DataFrame(rows),
        "solutions": get_plan(run.dataset).tables["solutions"],
    }
    table = find_stakes(tables, standing.slips, get_delivery_rule_set())
    return Stakes(table, run) if table.height else None


def list_links(programme: Programme, run: Run) -> list[dict[str, Any]]:
    """List which solutions of the run's plan hang on which projects, as table rows."""
    return [
        {
            "project": link.project.reference,
            "solution": link.solution,
            "share": link.share,
            "source": link.source,
            "status": _STATUS.get(RecordStatus(link.status), link.status),
        }
        for link in list_records(programme, run)
    ]


def list_records(programme: Programme, run: Run) -> QuerySet[SolutionLink]:
    """List the links between the run's plan and a programme, in order."""
    links = SolutionLink.objects.filter(
        programme=programme, plan=run.dataset.plan, withdrawn_at=None
    )
    return links.select_related("project").order_by("reference_order", "pk")
