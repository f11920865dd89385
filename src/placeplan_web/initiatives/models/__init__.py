"""Records of this room: drafts of a plan, their initiatives, the versions made."""

from placeplan_web.initiatives.models.draft import Draft, PlanVersion
from placeplan_web.initiatives.models.initiative import Initiative

__all__ = ["Draft", "Initiative", "PlanVersion"]
