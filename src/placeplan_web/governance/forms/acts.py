"""Everything that is done with a group, a meeting, or what came of it."""

from collections.abc import Mapping
from typing import Final

from placeplan_web.governance.forms.action import ACTION_ACTS
from placeplan_web.governance.forms.agenda import AGENDA_ACTS, FRONT_SHEET_ACTS
from placeplan_web.governance.forms.decision import DECISION_ACTS
from placeplan_web.governance.forms.declaring import DECLARING_ACTS
from placeplan_web.governance.forms.dissent import DISSENT_ACTS
from placeplan_web.governance.forms.escalating import ESCALATION_ACTS
from placeplan_web.governance.forms.holding import HOLDING_ACTS
from placeplan_web.governance.forms.instrument import INSTRUMENT_ACTS
from placeplan_web.governance.forms.item import RUNNING_ACTS
from placeplan_web.governance.forms.meeting import MEETING_ACTS
from placeplan_web.governance.forms.office import OFFICE_ACTS
from placeplan_web.governance.forms.planning import CHANGING_ACTS, PLANNING_ACTS
from placeplan_web.governance.forms.reading import READING_ACTS
from placeplan_web.governance.forms.seat import ADDING_ACTS, SEAT_ACTS
from placeplan_web.governance.forms.settling import SETTLING_ACTS
from placeplan_web.governance.forms.terms import TERMS_ACTS
from placeplan_web.programme.forms.act import Act

MOVES: Final = ("up", "down")
"""Acts of an item that are buttons beside it."""
ACTS: Final[Mapping[str, Mapping[str, Act]]] = {
    "group": {**PLANNING_ACTS, **ADDING_ACTS, **TERMS_ACTS, **OFFICE_ACTS},
    "seat": {**HOLDING_ACTS, **SEAT_ACTS},
    "instrument": INSTRUMENT_ACTS,
    "meeting": {**MEETING_ACTS, **CHANGING_ACTS, **AGENDA_ACTS},
    "item": {
        **RUNNING_ACTS,
        **DECLARING_ACTS,
        **READING_ACTS,
        **SETTLING_ACTS,
        **FRONT_SHEET_ACTS,
    },
    "decision": {**DECISION_ACTS, **DISSENT_ACTS},
    "action": ACTION_ACTS,
    "escalation": ESCALATION_ACTS,
}
"""What it is done with, then its name."""
