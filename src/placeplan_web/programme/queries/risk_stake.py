"""What of a plan hangs on the risks of a programme, beside the gap of a run."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from placeplan.errors import QuestionError, UnknownNameError
from placeplan.plan import answer, find_bridge_year
from placeplan.programme import JointStake, find_main_risks, find_risk_shares
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.shelf import get_plan, get_results
from placeplan_web.programme.models import Programme, RiskProject
from placeplan_web.programme.queries.stake import list_links


@dataclass(frozen=True, slots=True)
class RiskStakes:
    """Pounds and share of the gap by risk in one year, and the risks that matter most.

    `table` is that of `find_risk_shares` for `year`; `main` is None where nothing hangs
    on any risk.
    """

    year: int
    table: pl.DataFrame
    main: JointStake | None


def find_risk_stakes_of(programme: Programme, run: Run) -> RiskStakes | None:
    """Find what hangs on each risk that is open; None where the run has no gap."""
    try:
        gap, year = _read_gap(run)
    except (QuestionError, UnknownNameError):
        return None
    links = list_links(programme, run)
    ties = RiskProject.objects.filter(
        risk__programme=programme,
        risk__withdrawn_at__isnull=True,
        risk__closed_on__isnull=True,
    )
    risks = [
        {"risk": risk, "project": project, "source": source, "status": _weigh(status)}
        for risk, project, source, status in ties.values_list(
            "risk__reference", "project__reference", "source", "status"
        )
    ]
    if not risks or not links:
        return None
    tables = {
        "risk_projects": pl.DataFrame(risks),
        "project_solutions": pl.DataFrame(links),
        "solutions": get_plan(run.dataset).tables["solutions"],
    }
    shares = find_risk_shares(tables, gap).filter(pl.col("year") == year)
    return RiskStakes(year, shares, find_main_risks(tables, gap, year))


def _read_gap(run: Run) -> tuple[Mapping[int, float], int]:
    results = get_results(run)
    gap = answer(results, "gap_pounds", by=["year"])
    return dict(gap.select("year", "value").iter_rows()), find_bridge_year(results)


def _weigh(status: str) -> str:
    return "derived" if status == "recorded" else status
