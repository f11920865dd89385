"""Tables of fair shares of two places with networks, small enough to work by hand."""

import polars as pl

from placeplan.money.fair_share.inputs import (
    ALLOCATIONS,
    BUDGETS,
    COSTS,
    FAIR_SHARE_TABLES,
    LEVELS,
    NEED,
    PACE,
    PLACES,
    STREAMS,
)

PROOF = ("assumed", "illustrative")

ROWS = {
    LEVELS.name: [("alliance", "Alliances", 1), ("network", "Networks", 2)],
    PLACES.name: [
        (2016, "alliance", "coast", "The Coast", None, 100, 80),
        (2016, "alliance", "weald", "The Weald", None, 100, None),
        (2016, "network", "harbour", "Harbour", "coast", 75, None),
        (2016, "network", "pier", "Pier", "coast", 25, None),
        (2016, "network", "forest", "Forest", "weald", 100, None),
    ],
    NEED.name: [
        (2016, "alliance", "coast", "acute", 3),
        (2016, "alliance", "weald", "acute", 1),
        (2016, "network", "harbour", "acute", 3),
        (2016, "network", "pier", "acute", 3),
        (2016, "network", "forest", "acute", 1),
        (2016, "network", "forest", "dental", 9),
    ],
    COSTS.name: [],
    BUDGETS.name: [(2016, "core", "Core services", 1000.0, 0)],
    STREAMS.name: [(2016, "core", "acute", 1)],
    PACE.name: [
        (2016, "core", "minimum_growth_share", 0),
        (2016, "core", "most_under_share", 1),
    ],
    ALLOCATIONS.name: [
        (2016, "core", "alliance", "coast", 500.0),
        (2016, "core", "alliance", "weald", 300.0),
    ],
}


def make_tables(**changed):
    """Make the tables; rows of a table are replaced by name."""
    rows = {**ROWS, **changed}
    return {
        contract.name: pl.DataFrame(
            [(*row, *PROOF) for row in rows[contract.name]],
            contract.schema,
            orient="row",
        )
        for contract in FAIR_SHARE_TABLES
    }


def add_rows(name, *rows):
    """Make the tables with more rows in one."""
    return make_tables(**{name: [*ROWS[name], *rows]})


def drop_row(name, at):
    """Make the tables without one row of one."""
    return make_tables(**{name: [r for n, r in enumerate(ROWS[name]) if n != at]})
