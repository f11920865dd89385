"""What the pages of an item and of a decision show of impact assessments."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.utils import timezone

from placeplan_web.governance.models import AgendaItem
from placeplan_web.governance.presenters.frame import Frame
from placeplan_web.governance.presenters.regard import RegardWords
from placeplan_web.governance.queries.paper_access import Reader, may_be_served
from placeplan_web.governance.queries.reading import (
    AssessmentRegard,
    Decider,
    list_regards,
)
from placeplan_web.programme.queries.impact_state import read_findings


def read_regards(
    frame: Frame,
    user: Any,
    reader: Reader,
    item: AgendaItem,
    deciders: Sequence[Decider],
    voted_at: datetime | None,
) -> list[RegardWords]:
    """Give the assessments of an item as somebody may know them on a day.

    Before any vote, who has read them by now.
    """
    found = list_regards(item, deciders, voted_at or timezone.now(), frame.day)
    settled = voted_at is not None
    return [_word(frame, user, reader, each, is_settled=settled) for each in found]


def _word(
    frame: Frame, user: Any, reader: Reader, of: AssessmentRegard, *, is_settled: bool
) -> RegardWords:
    version = of.version
    served = may_be_served(reader, version.paper, version)
    assessment = version.paper.assessment
    words = RegardWords(frame, of, served, is_settled)
    if not served or assessment is None or version.edition is None:
        return words
    if not user.has_perm("programme.read_programme", assessment):
        return words
    return replace(words, findings=read_findings(assessment, version.edition))
