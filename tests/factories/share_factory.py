"""A released run of a plan that shares budgets out among places and networks."""

from functools import cache

from factories import fair_share_tables
from factories.kept_run import keep_run, write_cells
from factories.run_factory import make_rich_tables
from placeplan.money.fair_share.inputs import ALLOCATIONS, BUDGETS, PACE, STREAMS

BUDGETS_OF_2016 = {"core": "Core services", "primary_medical": "Primary care"}


def make_tables():
    """Two budgets of 2016/17 and one of the year after, with the pace of the day."""
    pounds = {"core": 1000.0, "primary_medical": 80.0}
    now = {"core": (500.0, 400.0), "primary_medical": (50.0, 26.0)}
    rows = fair_share_tables.ROWS
    later = [
        (2017, *row[1:]) for row in rows["capitation_places"] if row[1] == "alliance"
    ]
    needs = [
        (2017, *row[1:]) for row in rows["capitation_need"] if row[1] == "alliance"
    ]
    return fair_share_tables.make_tables(
        **{
            "capitation_places": [*rows["capitation_places"], *later],
            "capitation_need": [*rows["capitation_need"], *needs],
            BUDGETS.name: [
                *[
                    (2016, id_, name, pounds[id_], 0)
                    for id_, name in BUDGETS_OF_2016.items()
                ],
                (2017, "core", "Core services", 2000.0, 0),
            ],
            STREAMS.name: [
                *[(2016, budget, "acute", 1) for budget in BUDGETS_OF_2016],
                (2017, "core", "acute", 1),
            ],
            PACE.name: [
                (2016, budget, *rule)
                for budget in BUDGETS_OF_2016
                for rule in (("most_under_share", 0.5), ("pull_share", 0.5))
            ],
            ALLOCATIONS.name: [
                (2016, budget, "alliance", place, amount)
                for budget, amounts in now.items()
                for place, amount in zip(("coast", "weald"), amounts, strict=True)
            ],
        }
    )


@cache
def _keep():
    tables = make_rich_tables()
    for name, frame in make_tables().items():
        if not frame.is_empty():  # a file with a header alone would be a fault
            tables[name] = write_cells(frame)
    return keep_run("share", tables)


def add_share_run(settings):
    return _keep().record(settings)
