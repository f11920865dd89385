"""Solutions that share initiatives are held to what these save, each saving once."""

import polars as pl
import pytest

from placeplan.money import hold_to_ledger
from placeplan.money.overlap import HELD_SCHEMA
from placeplan.tables import STATUS

PROVEN = {"status": STATUS}


def hold(stated, ties, saved, *, weak=()):
    """Hold solutions of one year; `weak` names initiatives that are illustrative."""
    rank = ("published", "illustrative")
    listed = pl.DataFrame(
        [
            (2020, name, "enablers", pence, 0, "published")
            for name, pence in stated.items()
        ],
        schema={
            "year": pl.Int32,
            "solution": pl.String,
            "theme": pl.String,
            "recurrent_pence": pl.Int64,
            "non_recurrent_pence": pl.Int64,
            **PROVEN,
        },
        orient="row",
    )
    named = pl.DataFrame(
        [(*tie, "published") for tie in ties],
        schema={"solution": pl.String, "initiative": pl.String, **PROVEN},
        orient="row",
    )
    ledger = pl.DataFrame(
        [(2020, name, pence, rank[name in weak]) for name, pence in saved.items()],
        schema={
            "year": pl.Int32,
            "initiative": pl.String,
            "saved_pence": pl.Int64,
            **PROVEN,
        },
        orient="row",
    )
    return hold_to_ledger(listed, named, ledger)


def split(*asked):
    """Beyond, double-counted and counted of each solution."""
    held = hold(*asked)
    parts = ("beyond_pence", "double_counted_pence", "counted_pence")
    return {row["solution"]: tuple(row[p] for p in parts) for row in held.to_dicts()}


def test_solution_that_names_nothing_is_counted_as_stated():
    held = hold({"land": 600}, [], {"falls": 500})

    assert held.drop("status").rows() == [
        (2020, "land", "enablers", False, 600, 0, 0, 600)
    ]
    assert dict(held.schema) == dict(HELD_SCHEMA)


@pytest.mark.parametrize(
    ("saved", "expected"),
    [
        ({"falls": 700}, (0, 0, 600)),
        ({"falls": 450}, (150, 0, 450)),
        ({}, (600, 0, 0)),  # the ledger has no entry of it
        ({"falls": -50}, (650, 0, -50)),  # it costs more than it saves
    ],
)
def test_one_solution_closes_what_its_initiative_saves(saved, expected):
    assert split({"care": 600}, [("care", "falls")], saved) == {"care": expected}


def test_savings_of_several_initiatives_add_up_and_costs_come_off():
    ties = [("care", "falls"), ("care", "smoking"), ("care", "teams")]

    found = split({"care": 600}, ties, {"falls": 400, "smoking": 100, "teams": -30})

    assert found == {"care": (130, 0, 470)}


def test_what_two_solutions_name_is_counted_once():
    """600 and 300 stated of 500: shared 2 to 1, to the penny."""
    found = split(
        {"care": 600, "well": 300}, [("care", "falls"), ("well", "falls")], {"falls": 5}
    )
    assert found == {"care": (595, 2, 3), "well": (295, 3, 2)}

    found = split(
        {"care": 600, "well": 300},
        [("care", "falls"), ("well", "falls")],
        {"falls": 500},
    )
    assert found == {"care": (100, 167, 333), "well": (0, 133, 167)}


def test_saving_that_one_alone_names_is_used_first():
    """Care has all it states from smoking, so that falls is left to the other."""
    found = split(
        {"care": 10, "well": 10},
        [("care", "falls"), ("care", "smoking"), ("well", "falls")],
        {"falls": 10, "smoking": 10},
    )
    assert found == {"care": (0, 0, 10), "well": (0, 0, 10)}


def test_loss_is_borne_by_all_that_name_the_initiative():
    found = split(
        {"care": 60, "well": 30},
        [("care", "teams"), ("well", "teams"), ("well", "falls")],
        {"teams": -30, "falls": 100},
    )
    assert found == {"care": (80, 0, -20), "well": (0, 0, 30)}


def test_solution_that_states_nothing_bears_and_takes_nothing():
    found = split(
        {"care": 0, "well": 30},
        [("care", "teams"), ("well", "teams"), ("care", "falls")],
        {"teams": -30, "falls": 100},
    )
    assert found == {"care": (0, 0, 0), "well": (60, 0, -30)}


def test_years_stand_apart():
    first = hold({"care": 600}, [("care", "falls")], {"falls": 100})
    assert first.height == 1
    later = pl.DataFrame({"year": [2021], "initiative": ["falls"], "saved_pence": [9]})
    listed = pl.DataFrame(
        {
            "year": [2021, 2020],
            "solution": ["care"] * 2,
            "theme": ["enablers"] * 2,
            "recurrent_pence": [600, 500],
            "non_recurrent_pence": [0, 100],
            "status": ["published"] * 2,
        },
        schema_overrides=PROVEN,
    )
    ties = pl.DataFrame(
        {"solution": ["care"], "initiative": ["falls"], "status": ["published"]},
        schema_overrides=PROVEN,
    )
    saved = later.with_columns(status=pl.lit("published", dtype=STATUS))

    held = hold_to_ledger(listed, ties, saved)

    assert held.select("year", "counted_pence").rows() == [(2020, 0), (2021, 9)]


def test_weakest_status_of_solution_and_ledger_counts():
    ties = [("care", "falls"), ("well", "smoking")]
    saved = {"falls": 1, "smoking": 1}

    held = hold({"care": 2, "land": 2, "well": 2}, ties, saved, weak={"falls"})

    assert dict(held.select("solution", "status").iter_rows()) == {
        "care": "illustrative",
        "land": "published",
        "well": "published",
    }
