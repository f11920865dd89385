"""Milestones as the library's rules take them: their dates and their tolerance."""

from collections.abc import Iterable, Mapping
from datetime import date

from placeplan.programme import DateInterval, MilestonePlan
from placeplan_web.programme import models


def read_plan(milestone: models.Milestone) -> MilestonePlan:
    """Give the dates of one milestone."""
    return read_plans([milestone])[milestone.pk]


def read_plans(
    milestones: Iterable[models.Milestone],
) -> Mapping[int, MilestonePlan]:
    """Give the dates of many milestones by their key, with one query.

    One that belongs to several projects may slip by no more than the strictest allows.
    """
    listed = list(milestones)
    tolerances: dict[int, list[int]] = {}
    ties = models.MilestoneProject.objects.filter(milestone__in=listed)
    for key, days in ties.values_list("milestone", "project__tolerance_days"):
        tolerances.setdefault(key, []).append(days)
    return {
        each.pk: MilestonePlan(
            DateInterval(each.baseline_starts_on, each.baseline_ends_on, each.printed),
            _make_interval(each.forecast_starts_on, each.forecast_ends_on),
            each.finished_on,
            min(tolerances.get(each.pk, [0])),
            each.is_blocked,
            each.work_starts_on,
            each.started_on,
        )
        for each in listed
    }


def _make_interval(first: date | None, last: date | None) -> DateInterval | None:
    return DateInterval(first, last) if first and last else None
