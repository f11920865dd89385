"""What a highlight report is made of: today's records and those of its first day."""

from collections.abc import Mapping
from datetime import date, timedelta

from placeplan.programme import (
    DateInterval,
    ReportedMilestone,
    ReportedRisk,
    ReportRecords,
)
from placeplan_web.programme.models import Milestone
from placeplan_web.programme.queries.known import list_known, list_papers
from placeplan_web.programme.queries.milestone_plan import read_plans
from placeplan_web.programme.queries.stake import Stakes
from placeplan_web.programme.queries.standing import RiskStanding, Standing


def read_report(
    standing: Standing, starts_on: date, stakes: Stakes | None
) -> ReportRecords:
    """Give the records of a report from its first day to the day of the standing."""
    before = _read_expected(standing, starts_on - timedelta(days=1))
    return ReportRecords(
        standing.programme.name,
        starts_on,
        standing.day,
        [
            ReportedMilestone(
                each.record.reference,
                each.record.title,
                each.plan,
                before.get(each.record.reference),
            )
            for each in standing.milestones
        ],
        [_report_risk(each, starts_on) for each in standing.risks],
        stakes.sum_by_year() if stakes else {},
        stakes.status if stakes else "illustrative",
    )


def _read_expected(standing: Standing, day: date) -> Mapping[str, DateInterval]:
    """Give when each milestone was expected at the end of the day before."""
    known = list_known(Milestone, standing.programme, day, list_papers(day))
    plans = read_plans(known)
    return {each.reference: plans[each.pk].expected for each in known}


def _report_risk(each: RiskStanding, starts_on: date) -> ReportedRisk:
    graded = each.grades.get("current")
    before = each.history.find_score(starts_on - timedelta(days=1))
    return ReportedRisk(
        each.record.reference,
        each.record.title,
        graded.score if graded else None,
        before.score if before else None,
        graded.name if graded else "",
        bool(graded and graded.escalates),
    )
