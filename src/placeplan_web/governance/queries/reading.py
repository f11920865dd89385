"""Who had read which version of an impact assessment when its item was decided."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from placeplan.governance.due_regard import DueRegard, Reading, find_due_regard
from placeplan_web.governance.models import (
    AgendaItem,
    PaperKind,
    PaperVersion,
    Seat,
)
from placeplan_web.places.models import Post
from placeplan_web.programme.models import ImpactAssessment
from placeplan_web.programme.queries.programme_list import list_readable

Decider = tuple[Seat, Post | None]
"""A seat with a vote, and the post that has it where that is known."""


@dataclass(frozen=True, slots=True)
class AssessmentRegard:
    """An assessment of an item, in the version that stood, and who had read it."""

    version: PaperVersion
    regard: DueRegard

    @property
    def problems(self) -> list[str]:
        """Say who had not, each with the title of the assessment."""
        title = self.version.paper.title
        return [f"{title}: {reason}" for reason in self.regard.reasons]


def list_regards(
    item: AgendaItem,
    deciders: Sequence[Decider],
    moment: datetime,
    day: date | None = None,
) -> list[AssessmentRegard]:
    """Give each assessment of an item with who had read it at a moment.

    Parameters
    ----------
    moment : datetime
        When they vote, or voted: the newest version published by then stands.
    day : date or None
        Readings recorded later are not known; all are where None.
    """
    versions = PaperVersion.objects.filter(
        paper__item=item,
        paper__kind=PaperKind.ASSESSMENT,
        paper__withdrawn_at=None,
        published_at__lte=moment,
    ).order_by("paper__position", "paper", "number")
    rows = versions.select_related(
        "paper__item__meeting__group",
        "paper__item__meeting__part",
        "paper__assessment__programme",
    ).prefetch_related("readings")
    by_paper: dict[int, list[PaperVersion]] = {}
    for each in rows:
        by_paper.setdefault(each.paper_id, []).append(each)
    return [
        AssessmentRegard(found[-1], _find_regard(found, deciders, moment, day))
        for found in by_paper.values()
    ]


def _find_regard(
    versions: Sequence[PaperVersion],
    deciders: Sequence[Decider],
    moment: datetime,
    day: date | None,
) -> DueRegard:
    names = name_deciders(deciders)
    readings = [
        Reading(names[seat.pk], version.number, each.at)
        for version in versions
        for each in version.readings.all()
        if day is None or timezone.localdate(each.at) <= day
        for seat, post in deciders
        if each.seat_id == seat.pk and (post is None or each.post_id == post.pk)
    ]
    members = [names[seat.pk] for seat, _ in deciders]
    return find_due_regard(members, readings, versions[-1].number, moment)


def name_deciders(deciders: Iterable[Decider]) -> dict[int, str]:
    """Give each seat its title, with its reference where two have the same."""
    seats = [seat for seat, _ in deciders]
    count = Counter(seat.title for seat in seats)
    return {
        seat.pk: seat.title
        if count[seat.title] == 1
        else f"{seat.title} ({seat.reference})"
        for seat in seats
    }


def list_assessments(reader: Any, day: date) -> list[ImpactAssessment]:
    """Give the impact assessments of programmes that somebody may read."""
    known = ImpactAssessment.objects.filter(
        programme__in=list_readable(reader, day), withdrawn_at=None
    )
    return list(known.select_related("programme"))
