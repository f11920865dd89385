"""Tables of one small appraisal: stay, or build at a cost and gain each year."""

import polars as pl

from placeplan.money.appraisal import APPRAISAL_TABLES

ROWS = {
    "appraisals": [("unit", "Where should the unit be?", 2017)],
    "appraisal_options": [
        ("unit", "stay", "Stay", True),
        ("unit", "build", "Build", False),
    ],
    "appraisal_flows": [
        ("unit", "stay", "Running", "cost", 2017, 100.0),
        ("unit", "stay", "Running", "cost", 2018, 103.5),
        ("unit", "build", "Running", "cost", 2017, 100.0),
        ("unit", "build", "Building", "cost", 2017, 50.0),
        ("unit", "build", "Days saved", "benefit", 2018, 82.8),
        ("unit", "build", "Running", "cost", 2018, 82.8),
    ],
    "appraisal_criteria": [
        ("unit", "access", "Access", 60.0),
        ("unit", "care", "Care", 40.0),
    ],
    "appraisal_scores": [
        ("unit", "stay", "access", 8.0),
        ("unit", "stay", "care", 2.0),
        ("unit", "build", "access", 5.0),
        ("unit", "build", "care", 9.0),
    ],
    "management_costs": [("ccg-a", 2017, 10.0), ("ccg-a", 2019, 8.5)],
}


def make_tables(**changes):
    """Make the tables, with the rows of some replaced."""
    rows = {**ROWS, **changes}
    return {
        contract.name: pl.DataFrame(
            [(*row, "test", "illustrative") for row in rows[contract.name]],
            schema=contract.schema,
            orient="row",
        )
        for contract in APPRAISAL_TABLES
    }
