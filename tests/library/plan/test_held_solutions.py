"""Solutions of a run, held to the ledger of its initiatives, and drawn."""

from dataclasses import fields, replace

import polars as pl
import pytest

from factories.money_factory import make_table
from factories.results import list_rows, make_results
from placeplan.plan.closing_bridge_figure import (
    build_closing_bridge,
    draw_closing_bridge,
)
from placeplan.plan.held_solution import find_saved, hold_solutions
from placeplan.plan.initiative_account import InitiativeAccount
from placeplan.tables import STATUS

THEMES = [
    ("back-office", "productivity", 2018, 10e6, True),
    ("local-care", "care-transformation", 2018, 20e6, True),
]


def make_account(entries):
    """Make an account whose ledger has rows `initiative, kind, pounds`."""
    ledger = pl.DataFrame(
        [
            ("plan", 2018, name, kind, "cost_pounds", pounds, "derived")
            for name, kind, pounds in entries
        ],
        schema={
            "scenario": pl.String,
            "year": pl.Int32,
            "initiative": pl.String,
            "kind": pl.String,
            "measure": pl.String,
            "value": pl.Float64,
            "status": STATUS,
        },
        orient="row",
    )
    units = ledger.filter(pl.col("kind") != "spent")
    other = units.with_columns(measure=pl.lit("activity"), value=pl.lit(7.0))
    elsewhere = ledger.with_columns(scenario=pl.lit("other"))
    empty = {field.name: pl.DataFrame() for field in fields(InitiativeAccount)}
    every = pl.concat([ledger, other, elsewhere])
    return InitiativeAccount(**empty | {"ledger": every})


ENTRIES = [
    ("falls", "avoided", 14e6),
    ("falls", "spent", 2e6),
    ("teams", "moved", 5e6),
    ("teams", "arrived", 4e6),
    ("teams", "spent", 2.5e6),
]


def make_tables(ties=(), themes=THEMES):
    return {
        "solutions": make_table("solutions", themes),
        "solution_initiatives": make_table("solution_initiatives", list(ties)),
    }


@pytest.fixture
def results():
    return replace(make_results(), account=make_account(ENTRIES))


def list_held(held):
    parts = ("solution", "beyond_pence", "double_counted_pence", "counted_pence")
    return held.select(parts).rows()


def test_what_initiatives_put_back_comes_off_what_they_save(results):
    assert find_saved(results).rows() == [
        (2018, "falls", 1_400_000_000, 200_000_000, 1_200_000_000, "derived"),
        (2018, "teams", 500_000_000, 650_000_000, -150_000_000, "derived"),
    ]


def test_run_without_initiatives_saves_nothing():
    assert find_saved(make_results()).height == 0
    held = hold_solutions(make_results(), make_tables([("local-care", "falls")]))
    assert list_held(held) == [
        ("local-care", 2_000_000_000, 0, 0),
        ("back-office", 0, 0, 1_000_000_000),
    ]


def test_solutions_of_a_run_are_held_to_its_ledger(results):
    ties = [("local-care", "falls"), ("back-office", "falls"), ("local-care", "teams")]

    held = hold_solutions(results, make_tables(ties))

    # Local care needs 21.5 million with the loss of its teams, the back office 10.
    assert list_held(held) == [
        ("local-care", 950_000_000, 380_952_381, 669_047_619),
        ("back-office", 0, 619_047_619, 380_952_381),
    ]


def test_results_without_solutions_hold_none():
    rows = [row for row in list_rows() if row["measure"] != "solution_pounds"]
    assert hold_solutions(make_results(rows), make_tables()).height == 0


def test_bridge_takes_back_what_the_ledger_does_not_bear_out(results):
    ties = [("local-care", "falls"), ("back-office", "falls")]
    held = hold_solutions(results, make_tables(ties))

    bridge = build_closing_bridge(results, held, year=2018)

    assert bridge.select("step", "kind", "value_pounds").rows() == [
        ("Gap in 2016/17", "total", -10e6),
        ("More and older people", "driver", -22.5e6),
        ("Pay and prices", "driver", -67.5e6),
        ("2018/19 if nothing changes", "total", -100e6),
        ("Care transformation", "solution", 20e6),
        ("Productivity", "solution", 10e6),
        ("More than their initiatives save", "taken_back", -8e6),
        ("Counted twice", "taken_back", -10e6),
        ("Stays open", "total", -88e6),
    ]
    assert bridge["from_pounds"].to_list()[-3:] == [-70e6, -78e6, 0.0]


def test_figure_says_what_counts(results):
    ties = [("local-care", "falls"), ("back-office", "falls")]
    held = hold_solutions(results, make_tables(ties))

    figure = draw_closing_bridge(results, held, year=2018)

    assert figure.finding == (
        "If nothing changes the gap in 2018/19 is −£100 million. Solutions state £30 "
        "million, of which £12 million counts: £8 million is more than their "
        "initiatives save, £10 million would be counted twice. −£88 million stays open."
    )
    assert figure.table["£ million"].to_list()[-3:] == [-8.0, -10.0, -88.0]
    assert figure.status == "calibrated"


def test_figure_of_solutions_that_rest_on_nothing_leaves_what_they_state(results):
    held = hold_solutions(results, make_tables())

    figure = draw_closing_bridge(results, held, year=2018)

    assert figure.finding == (
        "If nothing changes the gap in 2018/19 is −£100 million. Solutions state £30 "
        "million, and leave −£70 million open."
    )
    assert [*figure.table["Kind"].unique(maintain_order=True)] == [
        "Gap",
        "What widens or narrows it",
        "Solutions, as they state",
    ]


def test_solutions_that_their_initiatives_save_are_borne_out(results):
    tables = make_tables([("local-care", "falls")], [(*THEMES[1][:3], 20e6, True)])
    table = results.table.with_columns(
        value=pl.when(pl.col("measure") == "solution_pounds")
        .then(pl.lit(12e6))
        .otherwise(pl.col("value"))
    ).filter(pl.col("initiative").is_null() | (pl.col("initiative") == "local-care"))
    less = replace(results, table=table)

    figure = draw_closing_bridge(less, hold_solutions(less, tables), year=2018)

    assert figure.finding == (
        "If nothing changes the gap in 2018/19 is −£100 million. Solutions state £12 "
        "million, which the ledger bears out, and leave −£88 million open."
    )


def test_year_without_solutions_leaves_the_whole_gap(results):
    held = hold_solutions(results, make_tables())

    figure = draw_closing_bridge(results, held, year=2017)

    gap = figure.table["£ million"].to_list()[-1]
    assert figure.finding == (
        f"If nothing changes the gap in 2017/18 is −£{-gap:g} million, and no solution "
        "closes any of it."
    )
