"""A tiny plan with initiatives, stored as an example or as somebody's own."""

from pathlib import Path

from django.conf import settings

from factories.plan_folder import make_tables, write_plan_folder
from factories.run_factory import NOON
from placeplan.plan import Plan
from placeplan_web.evidence.models import Dataset
from placeplan_web.initiatives.operations.draft import open_draft

INITIATIVES = [
    {
        "id": "local-care",
        "name": "Local care",
        "theme": "care-transformation",
        "heading": "new_care_models",
        "planning_level": "",
        "owner": "Local care lead",
        "delivery_share": 0.8,
    },
    {
        "id": "stay-at-home",
        "name": "Stay at home",
        "theme": "productivity",
        "heading": "efficiency",
        "planning_level": "",
        "owner": "Director of flow",
        "delivery_share": 1,
    },
]
EFFECTS = [
    {
        "initiative": "local-care",
        "mechanism": "avoidance",
        "pod": "emergency_spell",
        "remaining_low": 0.8,
        "remaining_high": 0.9,
    },
    {
        "initiative": "stay-at-home",
        "mechanism": "shorter_stay",
        "pod": "emergency_spell",
        "remaining_low": 0.7,
        "remaining_high": 0.95,
    },
]
PHASING = [
    {"initiative": "local-care", "year": 2017, "delivered_share": 0.5},
    {"initiative": "local-care", "year": 2019, "delivered_share": 1},
    {"initiative": "stay-at-home", "year": 2018, "delivered_share": 1},
]
COSTS = [
    {
        "initiative": "local-care",
        "year": 2017,
        "cost_pounds": 12_500.5,
        "recurrent": "yes",
    }
]


def write_initiative_plan(folder):
    """Write the tiny plan with two initiatives."""
    tables = make_tables() | {
        "initiatives": INITIATIVES,
        "initiative_effects": EFFECTS,
        "initiative_phasing": PHASING,
        "initiative_costs": COSTS,
    }
    return write_plan_folder(folder, tables=tables)


def add_initiative_plan(owner=None, name="with-initiatives", **fields):
    """Store it."""
    folder = f"datasets/{name}"
    path = write_initiative_plan(Path(settings.MEDIA_ROOT) / folder)
    plan = Plan.from_folder(path)
    defaults = {
        "plan": plan.manifest.id,
        "title": "The system",
        "folder": folder,
        "fingerprint": plan.fingerprint,
        "is_example": owner is None,
        "owner": owner,
        "organisation": owner.organisation if owner else "",
        "added_at": NOON,
    }
    return Dataset.objects.create(**defaults | fields)


def make_draft(owner=None, **fields):
    """Open a draft of it, for its owner, or of the example."""
    return open_draft(by=owner, dataset=add_initiative_plan(owner, **fields), at=NOON)
