"""Record that a member has read a version of a paper; ask it of those who decide."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from placeplan.governance.results_report import ResultsCheck, check_results_report
from placeplan_web.governance.models import (
    AgendaItem,
    Paper,
    PaperKind,
    PaperReading,
    PaperVersion,
    Seat,
    Vote,
)
from placeplan_web.governance.operations.vote import list_able, list_posts_there
from placeplan_web.governance.queries.paper_access import (
    is_conflicted,
    is_kept_private,
)
from placeplan_web.governance.queries.reading import Decider, list_regards
from placeplan_web.governance.queries.standing import list_holders
from placeplan_web.places.models import Post
from placeplan_web.registers.operations import append_row, lock_record


def record_reading(
    *, by: UUID | str, version: PaperVersion, seat: Seat, at: datetime
) -> PaperReading:
    """Record, now, that whoever has a seat has read a version of a paper.

    Raises
    ------
    django.core.exceptions.ValidationError
        The meeting is over or the paper is gone; nobody has the seat, or it is one of
        another group; an interest keeps the paper from them; it was recorded before.
    """
    with transaction.atomic():
        paper = lock_record(version.paper)
        meeting = paper.item.meeting
        if paper.is_withdrawn or meeting.is_over:
            raise ValidationError("This paper is gone, or its meeting is over.")
        if seat.group_id != meeting.group_id:
            raise ValidationError({"seat": f"{seat.title} is a seat of another group."})
        post = _find_post(seat, paper, at)
        if post is None:
            raise ValidationError({"seat": f"Nobody has the seat {seat.title} today."})
        if is_kept_private(paper, version) and is_conflicted(paper.item, [post.pk]):
            kept = f"An interest of {seat.title} keeps this paper from them."
            raise ValidationError({"seat": kept})
        row = PaperReading(version=version, seat=seat, post=post)
        if version.readings.filter(seat=seat, post=post).exists():
            known = f"{seat.title} has recorded version {version.number} as read."
            raise ValidationError({"version": known})
        return append_row(by=by, row=row, at=at, verb="read")


def _find_post(seat: Seat, paper: Paper, at: datetime) -> Post | None:
    """Give the post that sits there now, or that has the seat on the day."""
    stays = paper.item.meeting.attendances.filter(seat=seat, left_at=None)
    stay = stays.filter(post__isnull=False).select_related("post").first()
    if stay is not None:
        return stay.post
    return list_holders([seat], timezone.localdate(at)).get(seat.pk)


def list_deciders(
    item: AgendaItem, vote: Vote | None, at: datetime
) -> Sequence[Decider]:
    """Give who decides: those who voted; without a vote by seat, those who may."""
    ballots = vote.ballots.select_related("seat", "post") if vote else ()
    voted = [(each.seat, each.post) for each in ballots]
    if voted:
        return voted
    posts = list_posts_there(item.meeting, at)
    return [(seat, posts.get(seat.pk)) for seat in list_able(item, at)]


def need_due_regard(item: AgendaItem, vote: Vote | None, at: datetime) -> None:
    """Refuse a decision of those who have not read the assessments of its item.

    Raises
    ------
    django.core.exceptions.ValidationError
        Whoever had not, by each assessment, and the way out.
    """
    moment = vote.at if vote else at
    regards = list_regards(item, list_deciders(item, vote, moment), moment)
    problems = [words for each in regards for words in each.problems]
    if problems:
        way = (
            "Let them read it and say so, then put it to the vote again; or whoever "
            "has not read it leaves the vote to the others."
        )
        raise ValidationError({"vote": [*problems, way]})


def check_results(item: AgendaItem, explanation: str = "") -> ResultsCheck:
    """Check that the results of the consultation on an item are in its pack."""
    versions = PaperVersion.objects.filter(
        paper__item=item, paper__kind=PaperKind.RESULTS, paper__withdrawn_at=None
    )
    published = list(versions.values_list("published_at", flat=True))
    return check_results_report(
        item.consultation, published, item.meeting.opened_at, explanation
    )


def need_results(item: AgendaItem, explanation: str) -> None:
    """Refuse to settle what was consulted on without its results, or a reason."""
    check = check_results(item, explanation)
    if check.is_blocked:
        raise ValidationError({"results_reason": list(check.reasons)})
