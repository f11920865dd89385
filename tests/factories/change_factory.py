"""A run whose plan has initiatives that meet, drawn often enough to have a spread."""

import atexit
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from factories.plan_folder import write_plan_folder
from factories.run_factory import add_dataset, add_released_run, make_rich_tables
from placeplan.plan import Plan

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
    media = Path(mkdtemp(prefix="placeplan-tests-"))
    atexit.register(shutil.rmtree, media, ignore_errors=True)
    written = {}
    moves = make_initiatives()
    plans = ("moving", moves, DRAWS), ("still", {}, 1), ("claiming", moves, 1)
    for name, added, draws in plans:
        tables = make_rich_tables() | added
        if name == "claiming":
            tables["solutions"] = [
                row | {"value_pounds": 1e9} for row in tables["solutions"]
            ]
        folder = write_plan_folder(media / f"datasets/{name}", tables=tables)
        plan = Plan.from_folder(folder)
        results = plan.run(draws=draws)
        record = results.write(media / f"runs/{name}", with_report=False)
        written[name] = (plan, record.results_sha256)
    return media, written


def add_moving_run(settings, name="moving"):
    """Record a released run of a plan, whose pages stay drawn between tests."""
    settings.MEDIA_ROOT, written = make_moving_folders()
    plan, digest = written[name]
    dataset = add_dataset(
        title="The system",
        plan=plan.manifest.id,
        folder=f"datasets/{name}",
        fingerprint=plan.fingerprint,
    )
    return add_released_run(dataset, folder=f"runs/{name}", results_sha256=digest)
