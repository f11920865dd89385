"""A programme on a day: milestones with their rating, risks with their scores."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from placeplan.errors import UnknownNameError
from placeplan.programme import (
    GradedRisk,
    MilestonePlan,
    MilestoneRating,
    MilestoneState,
    ProjectSlip,
    RatingSet,
    RiskMatrix,
    ScoreHistory,
    find_project_slip,
    get_rating_set_at,
    grade_risk,
    list_risk_matrices,
    rate_milestone,
)
from placeplan_web.programme.models import (
    Milestone,
    MilestoneProject,
    Programme,
    Project,
    Risk,
)
from placeplan_web.programme.queries.known import list_known, list_papers
from placeplan_web.programme.queries.milestone_plan import read_plans
from placeplan_web.programme.queries.score_history import read_histories


@dataclass(frozen=True, slots=True)
class MilestoneStanding:
    """A milestone on a day; `projects` are keys."""

    record: Milestone
    plan: MilestonePlan
    state: MilestoneState
    rating: MilestoneRating
    projects: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RiskStanding:
    """A risk that is open on a day, and how it is graded then, by kind of score."""

    record: Risk
    history: ScoreHistory
    grades: Mapping[str, GradedRisk]

    @property
    def score(self) -> int | None:
        """Current score; None while it has none."""
        graded = self.grades.get("current")
        return None if graded is None else graded.score


@dataclass(frozen=True)
class Standing:
    """Everything that the pages of a programme say of a day.

    `as_at` is None today; `day` is the day in either case.
    """

    programme: Programme
    as_at: date | None
    day: date
    projects: Sequence[Project]
    milestones: Sequence[MilestoneStanding]
    risks: Sequence[RiskStanding]

    @property
    def rating_set(self) -> RatingSet:
        return get_rating_set_at(self.day)

    @cached_property
    def by_project(self) -> Mapping[int, Sequence[MilestoneStanding]]:
        held: dict[int, list[MilestoneStanding]] = {p.pk: [] for p in self.projects}
        for each in self.milestones:
            for key in each.projects:
                held.setdefault(key, []).append(each)
        return held

    @cached_property
    def slips(self) -> Mapping[str, ProjectSlip]:
        """How each project gets on, by its reference."""
        return {
            project.reference: find_project_slip(
                [each.plan for each in self.by_project[project.pk]], self.day
            )
            for project in self.projects
        }

    def list_in(self, *states: MilestoneState) -> list[MilestoneStanding]:
        return [each for each in self.milestones if each.state in states]


def read_standing(
    programme: Programme, as_at: date | None, today: date, *, with_risks: bool = True
) -> Standing:
    """Read how a programme stands, with a fixed number of queries."""
    day = as_at or today
    papers = list_papers(as_at)
    milestones = list_known(Milestone, programme, as_at, papers)
    risks = list_known(Risk, programme, as_at, papers) if with_risks else []
    return Standing(
        programme,
        as_at,
        day,
        list_known(Project, programme, as_at, papers),
        _stand_milestones(milestones, day),
        stand_risks(risks, day),
    )


def _stand_milestones(
    records: Sequence[Milestone], day: date
) -> list[MilestoneStanding]:
    plans = read_plans(records)
    ties: dict[int, list[int]] = {}
    held = MilestoneProject.objects.filter(milestone__in=[each.pk for each in records])
    for key, project in held.order_by("pk").values_list("milestone", "project"):
        ties.setdefault(key, []).append(project)
    return [
        MilestoneStanding(
            record,
            plans[record.pk],
            plans[record.pk].find_state(day),
            rate(record, plans[record.pk], day),
            tuple(ties.get(record.pk, ())),
        )
        for record in records
    ]


def rate(record: Milestone, plan: MilestonePlan, day: date) -> MilestoneRating:
    """Rate by the rules of the day; a judgement counts from the day on which it was."""
    rules = get_rating_set_at(day)
    is_judged = record.judged_on is not None and record.judged_on <= day
    if not is_judged or not _has(rules, record.judged_rag):
        return rate_milestone(plan, day, rules)
    words = record.judged_words or (
        "Judged when the dates gave the same; they have changed since."
    )
    return rate_milestone(plan, day, rules, judged=record.judged_rag, words=words)


def _has(rules: RatingSet, colour: str) -> bool:
    """Tell whether a rule set has a colour: older rules may have judged by another."""
    try:
        rules.get_rating(colour)
    except UnknownNameError:
        return False
    return True


def find_matrix(day: date) -> RiskMatrix:
    """Give the matrix of a day; before the first one, the first."""
    matrices = list_risk_matrices()
    held = [each for each in matrices if each.validity.contains(day)]
    return held[-1] if held else matrices[0]


def stand_risks(records: Sequence[Any], day: date) -> list[RiskStanding]:
    """Grade the risks that are open on a day."""
    open_ = [each for each in records if not is_over(each, day)]
    histories, matrix = read_histories(open_), find_matrix(day)
    return [
        RiskStanding(
            each, histories[each.pk], grade_all(histories[each.pk], day, matrix)
        )
        for each in open_
    ]


def grade_all(
    history: ScoreHistory, day: date, matrix: RiskMatrix
) -> Mapping[str, GradedRisk]:
    """Grade each kind of score that a risk has on a day."""
    scores = {
        kind: score
        for kind in ("inherent", "current", "target")
        if (score := history.find_score(day, kind))
    }
    return {
        kind: grade_risk(score.impact, score.likelihood, matrix)
        for kind, score in scores.items()
    }


def is_over(risk: Risk, day: date) -> bool:
    """Tell whether a risk was closed by a day."""
    return risk.closed_on is not None and risk.closed_on <= day
