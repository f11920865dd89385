"""By which day the agenda of a meeting has to be out, by the terms of its group."""

from dataclasses import dataclass
from datetime import date

from placeplan.errors import InputError, UnknownNameError
from placeplan.governance.notice import find_last_publication, list_notice_periods
from placeplan_web.design.words import write_day
from placeplan_web.governance.models import (
    Group,
    Meeting,
    MeetingState,
    TermsOfReference,
)
from placeplan_web.governance.queries.standing import find_terms


@dataclass(frozen=True, slots=True)
class PublishBy:
    """The last day for an agenda; none where no notice is laid down, or known."""

    day: date | None
    words: str


def find_publish_by(group: Group, held_on: date) -> PublishBy:
    """Find by when the agenda of a meeting on a day has to be out."""
    return work_out_publish_by(find_terms(group, held_on), held_on)


def work_out_publish_by(terms: TermsOfReference | None, held_on: date) -> PublishBy:
    """Find it by terms of reference that are read already."""
    if terms is None or not terms.notice_body:
        return PublishBy(None, "the terms lay down no notice")
    try:
        day = find_last_publication(terms.notice_body, held_on)
        period = list_notice_periods(held_on)[terms.notice_body]
    except (InputError, UnknownNameError):
        return PublishBy(None, "the bank holidays of that year are not known yet")
    counts = f"{period.clear_days} clear {period.counts} days"
    return PublishBy(day, f"publish by {write_day(day)} ({counts})")


def say_agenda(meeting: Meeting, terms: TermsOfReference | None) -> str:
    """Say by when an agenda has to be out, while notice is still to be given."""
    if meeting.state != MeetingState.PLANNED:
        return ""
    return work_out_publish_by(terms, meeting.held_on).words
