"""Records of this room: plan folders and their runs, and the register of facts."""

from placeplan_web.evidence.models.fact import (
    FactCheck,
    FactCitation,
    FactConflict,
    FactLoad,
    FactVersion,
)
from placeplan_web.evidence.models.run import (
    MOST_ATTEMPTS,
    UNDER_WAY,
    Dataset,
    Run,
    RunState,
)

__all__ = [
    "MOST_ATTEMPTS",
    "UNDER_WAY",
    "Dataset",
    "FactCheck",
    "FactCitation",
    "FactConflict",
    "FactLoad",
    "FactVersion",
    "Run",
    "RunState",
]
