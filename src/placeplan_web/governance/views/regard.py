"""What the pages of an item and of a decision show of impact assessments."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

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
    moment: datetime,
) -> list[RegardWords]:
    """Give the assessments of an item as somebody may know them on a day."""
    return [
        _word(frame, user, reader, each)
        for each in list_regards(item, deciders, moment, frame.day)
    ]


def _word(frame: Frame, user: Any, reader: Reader, of: AssessmentRegard) -> RegardWords:
    version = of.version
    served = may_be_served(reader, version.paper, version)
    assessment = version.paper.assessment
    if not served or assessment is None or version.edition is None:
        return RegardWords(frame, of, served)
    if not user.has_perm("programme.read_programme", assessment):
        return RegardWords(frame, of, served)
    return RegardWords(frame, of, served, read_findings(assessment, version.edition))
