"""A released run of a plan that studies productivity and appraises options."""

from functools import cache

from factories import appraisal_factory, productivity_factory
from factories.kept_run import keep_run, write_cells
from factories.run_factory import make_rich_tables

BODIES = [
    {"id": "north", "name": "North Trust", "kind": "acute_trust"},
    {"id": "ccg-a", "name": "Group A", "kind": "ccg"},
]


@cache
def _keep():
    made = productivity_factory.make_tables() | appraisal_factory.make_tables()
    tables = make_rich_tables()
    tables |= {name: write_cells(frame) for name, frame in made.items()}
    tables["organisations"] = tables["organisations"] + BODIES
    return keep_run("value", tables)


def add_value_run(settings):
    return _keep().record(settings)
