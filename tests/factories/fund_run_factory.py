"""A released run of a plan that is paid out of a fund, and pools money for care."""

from datetime import date
from functools import cache

from factories.kept_run import keep_run
from factories.run_factory import make_rich_tables

EAST, WEST = "east-trust", "west-trust"
COUNCIL = {"id": "kcc", "name": "The Council", "kind": "council"}
SECOND = {"fund": "stf", "year": 2016, "quarter": 2}
QUARTER = {"year": 2016, "quarter": 2}
AE_MONTHS = {7: (800, 1000), 8: (870, 1000), 9: (1000, 1000)}


def make_fund_tables():
    """Two trusts: the east loses A&E by two months, the west its control total."""
    return {
        "fund_allocations": [
            SECOND | {"organisation": EAST, "value_pounds": 1_000_000},
            SECOND | {"organisation": WEST, "value_pounds": 500_000},
            SECOND | {"organisation": EAST, "quarter": 3, "value_pounds": 1_000_000},
        ],
        "fund_gates": [
            SECOND | {"organisation": EAST, "total_met": "yes"},
            SECOND | {"organisation": WEST, "total_met": "no"},
        ],
        "fund_performance": [
            QUARTER
            | {
                "organisation": EAST,
                "part": "ae",
                "trajectory": 0.9,
                "indicator": "ae-monthly",
            },
            *(
                QUARTER
                | {
                    "organisation": EAST,
                    "part": part,
                    "trajectory": 0.8,
                    "actual": 0.85,
                }
                for part in ("rtt", "cancer")
            ),
        ],
        "indicators": [
            {
                "id": "ae-monthly",
                "set": "monthly",
                "place_in_set": 1,
                "name": "A&E",
                "definition": "Patients within four hours",
                "unit": "%",
                "better": "up",
            }
        ],
        "indicator_series": [
            {
                "indicator": "ae-monthly",
                "body": EAST,
                "month": date(2016, month, 1),
                "numerator": seen,
                "denominator": patients,
            }
            for month, (seen, patients) in AE_MONTHS.items()
        ],
        "ledger_lines": [
            {"line": "care", "name": "Care", "side": "income", "place_in_list": 1},
            {
                "line": "fund",
                "name": "Fund",
                "side": "income",
                "fund": "stf",
                "place_in_list": 2,
            },
        ],
        "ledger_values": [
            {
                "organisation": EAST,
                "line": "fund",
                "month": date(2016, 9, 1),
                "basis": "actual",
                "recurrent": "no",
                "value_pounds": 900_000,
            }
        ],
    }


def make_pool_tables():
    """One pool of a council and a trust, in a year behind us and in a later one."""
    pool = {"year": 2016, "pool": "kcc"}
    later = {"year": 2025, "pool": "kcc"}
    delays = pool | {"metric": "delayed_transfers", "quarter": 2, "denominator": 10_000}
    return {
        "better_care_contributions": [
            pool | {"partner": "kcc", "kind": "capital", "value_pounds": 100.25},
            pool | {"partner": WEST, "kind": "nhs", "value_pounds": 300},
            later | {"partner": WEST, "kind": "nhs", "value_pounds": 50},
        ],
        "better_care_spending": [
            pool | {"scheme": "care", "name": "Care at home", "planned_pounds": 400.25},
            later
            | {
                "scheme": "care",
                "name": "Care at home",
                "planned_pounds": 50,
                "actual_pounds": 49,
            },
        ],
        "better_care_results": [
            delays | {"basis": "plan", "numerator": 90},
            delays | {"basis": "actual", "numerator": 85},
            later
            | {
                "metric": "discharge_delay",
                "basis": "actual",
                "numerator": 40,
                "denominator": 8,
            },
        ],
    }


@cache
def _keep():
    tables = make_rich_tables() | make_fund_tables() | make_pool_tables()
    tables["organisations"] = [*tables["organisations"], COUNCIL]
    return keep_run("fund", tables)


def add_fund_run(settings):
    return _keep().record(settings)
