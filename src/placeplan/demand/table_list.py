"""Every table of the chapter: activity, growth, and what the plan changes."""

from typing import Final

from placeplan.demand.factor_inputs import FACTOR_TABLES
from placeplan.demand.initiative_inputs import INITIATIVE_TABLES
from placeplan.demand.inputs import ACTIVITY_BASE, ACTIVITY_MIX, GROWTH, PODS

TABLES: Final = (
    ACTIVITY_BASE,
    ACTIVITY_MIX,
    PODS,
    GROWTH,
    *FACTOR_TABLES,
    *INITIATIVE_TABLES,
)
"""Contracts of every table of this chapter."""
