"""A made-up geography small enough for sums by hand: three candidates, a neighbour."""

import polars as pl

from placeplan.capacity import OPTION_TABLES

CONTRACTS = {contract.name: contract for contract in OPTION_TABLES}

SITES = [
    # site, standing, open_now, size, capacity
    ("north", "candidate", True, 1.0, 700.0),
    ("middle", "candidate", True, 1.0, 1000.0),
    ("south", "candidate", False, 2.0, 900.0),
    ("over", "neighbour", True, 1.0, None),
]
AREAS = [
    # area, part_of, here, fifth, cases
    ("hill", "Upland", True, 1, 400.0),
    ("dale", "Upland", True, 3, 300.0),
    ("coast", "Shore", True, 5, 500.0),
    ("abroad", "Beyond", False, None, 200.0),
]
MINUTES = {
    "hill": (10.0, 20.0, 40.0, 50.0),
    "dale": (40.0, 20.0, 40.0, 40.0),
    "coast": (60.0, 40.0, 10.0, 20.0),
    "abroad": (80.0, 60.0, 20.0, 10.0),
}
FLOWS = {
    "hill": (300.0, 100.0, 0.0, 0.0),
    "dale": (0.0, 240.0, 0.0, 60.0),
    "coast": (0.0, 125.0, 0.0, 375.0),
}


def make_frame(name, rows):
    """Lay rows out by a contract, ends filled in."""
    contract = CONTRACTS[name]
    full = [(*row, "made-up", "illustrative") for row in rows]
    return pl.DataFrame(full, schema=contract.schema, orient="row")


def make_tables(
    choice="nearest", fewest=2, most=2, goals=(), *, flows=True, exponents=(1.0, 1.0)
):
    """Give the tables of one question about the made-up geography."""
    question = (
        "q", "Which two?", "isle", fewest, most, choice, *exponents, 300.0
    )  # fmt: skip
    names = [site[0] for site in SITES]
    travel = [
        ("isle", area, site, value)
        for area, values in MINUTES.items()
        for site, value in zip(names, values, strict=True)
    ]
    seen = [
        ("isle", area, site, value)
        for area, values in FLOWS.items()
        for site, value in zip(names, values, strict=True)
        if flows
    ]
    return {
        "option_questions": make_frame("option_questions", [question]),
        "option_goals": make_frame(
            "option_goals", [("q", at, goal) for at, goal in enumerate(goals, 1)]
        ),
        "option_sites": make_frame(
            "option_sites", [("isle", s, s.title(), *rest) for s, *rest in SITES]
        ),
        "option_areas": make_frame(
            "option_areas", [("isle", a, a.title(), *rest) for a, *rest in AREAS]
        ),
        "option_travel": make_frame("option_travel", travel),
        "option_flows": make_frame("option_flows", seen),
    }
