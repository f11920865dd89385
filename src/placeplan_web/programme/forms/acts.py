"""Everything that can be done with records, by register and name."""

from collections.abc import Mapping
from typing import Final

from placeplan_web.programme.forms.act import Act
from placeplan_web.programme.forms.assessment import ASSESSMENT_ACTS
from placeplan_web.programme.forms.assumption import ASSUMPTION_ACTS
from placeplan_web.programme.forms.benefit import BENEFIT_ACTS
from placeplan_web.programme.forms.document import DOCUMENT_ACTS
from placeplan_web.programme.forms.milestone import MILESTONE_ACTS
from placeplan_web.programme.forms.risk import RISK_ACTS
from placeplan_web.programme.forms.service_change import SERVICE_CHANGE_ACTS
from placeplan_web.programme.forms.solution import SOLUTION_ACTS

ACTS: Final[Mapping[str, Mapping[str, Act]]] = {
    "assessments": ASSESSMENT_ACTS,
    "assumptions": ASSUMPTION_ACTS,
    "benefits": BENEFIT_ACTS,
    "documents": DOCUMENT_ACTS,
    "milestones": MILESTONE_ACTS,
    "risks": RISK_ACTS,
    "service-changes": SERVICE_CHANGE_ACTS,
    "solutions": SOLUTION_ACTS,
}
"""Register, then name of what is done."""
