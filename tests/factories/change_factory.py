"""A run whose plan has initiatives that meet, drawn often enough to have a spread."""

from functools import cache

from factories.kept_run import keep_run, make_media
from factories.run_factory import make_rich_tables

EFFECT = {"mechanism": "avoidance", "pod": "emergency_spell", "age_band": "65+"}
DRAWS = 40


def make_initiatives():
    """Two initiatives that claim the same spells; what one moves arrives elsewhere."""
    delivery = {"falls": ("Falls prevention", 0.8), "home": ("Care at home", 0.9)}
    fixed = {"remaining_low": 0.9, "remaining_high": 0.9}
    return {
        "initiatives": [
            {
                "id": id_,
                "name": name,
                "theme": "care",
                "heading": "new_care_models",
                "owner": "Care lead",
                "delivery_share": share,
            }
            for id_, (name, share) in delivery.items()
        ],
        "initiative_effects": [
            EFFECT | {"initiative": "falls"} | fixed,
            EFFECT
            | {
                "initiative": "home",
                "mechanism": "substitution",
                "place": "dover",
                "remaining_low": 0.7,
                "remaining_high": 0.9,
            },
        ],
        "initiative_phasing": [
            {"initiative": "falls", "year": 2017, "delivered_share": 0.5},
            {"initiative": "falls", "year": 2018, "delivered_share": 1},
            {"initiative": "home", "year": 2018, "delivered_share": 1},
        ],
        "initiative_arrivals": [
            {
                "initiative": "home",
                "from_pod": "emergency_spell",
                "pod": "ae_type_1",
                "units_each": 3,
                "bed_days_each": 0,
                "lag_years": 0,
            }
        ],
        "initiative_costs": [
            {"initiative": "home", "year": 2018, "cost_pounds": 5000}
            | {"recurrent": "yes"},
            {"initiative": "home", "year": 2019, "cost_pounds": 7000}
            | {"recurrent": "yes"},
        ],
        "solution_initiatives": [
            {"solution": "local-care", "initiative": name} for name in delivery
        ],
    }


@cache
def make_moving_folders():
    """Write a plan that moves care, drawn, and two of one future.

    One moves none; the other states that its solutions close more than it moves.
    """
    moves = make_initiatives()
    plans = ("moving", moves, DRAWS), ("still", {}, 1), ("claiming", moves, 1)
    media, kept = make_media(), {}
    for name, added, draws in plans:
        tables = make_rich_tables() | added
        if name == "claiming":
            tables["solutions"] = [
                row | {"value_pounds": 1e9} for row in tables["solutions"]
            ]
        kept[name] = keep_run(name, tables, media=media, draws=draws)
    return media, kept


def add_moving_run(settings, name="moving"):
    """Record a released run of a plan, whose pages stay drawn between tests."""
    _, kept = make_moving_folders()
    return kept[name].record(settings)
