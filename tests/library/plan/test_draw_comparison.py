"""Differences draw by draw: what both sides share falls out."""

from dataclasses import replace

import polars as pl
import pytest

from factories.plan_folder import make_tables, write_plan_folder
from placeplan.plan import Plan, compare_runs, compare_scenarios

EFFECT = {"mechanism": "avoidance", "pod": "emergency_spell"}
SIZES = {"falls": (0.8, 0.9), "home": (0.5, 0.9), "frail": (0.6, 0.8)}
DRAWS = 120


def _write(folder, *names, **sizes):
    """Write a plan whose initiatives act on unequal cohorts."""
    cohorts = {"falls": {"place": "ashford"}, "home": {"place": "dover"}, "frail": {}}
    tables = make_tables() | {
        "initiatives": [
            {
                "id": name,
                "name": name,
                "theme": "care",
                "heading": "efficiency",
                "owner": "Care lead",
                "delivery_share": 1.0,
            }
            for name in names
        ],
        "initiative_effects": [
            EFFECT
            | {"initiative": name, "remaining_low": low, "remaining_high": high}
            | cohorts[name]
            for name in names
            for low, high in [sizes.get(name, SIZES[name])]
        ],
        "initiative_phasing": [
            {"initiative": name, "year": 2017, "delivered_share": 1} for name in names
        ],
    }
    return write_plan_folder(folder, tables=tables)


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("draws")
    plans = {
        "few": _write(folder / "few", "falls", "home"),
        "larger": _write(folder / "larger", "falls", "home", falls=(0.6, 0.7)),
        "more": _write(folder / "more", "falls", "frail", "home"),
    }
    return {
        name: Plan.from_folder(path).run(draws=DRAWS) for name, path in plans.items()
    }


def _spells(changes, scenario="plan", year=2019):
    return changes.filter(
        (pl.col("pod") == "emergency_spell")
        & (pl.col("measure") == "activity")
        & (pl.col("scenario") == scenario)
        & (pl.col("year") == year)
    )


def test_a_run_does_not_differ_from_itself(runs):
    found = compare_runs(runs["few"], runs["few"]).draws

    assert found.changes.is_empty()
    assert found.drivers.is_empty()


def test_what_two_plans_share_falls_out_of_their_difference(runs):
    found = compare_runs(runs["few"], runs["larger"]).draws
    row = _spells(found.changes).row(0, named=True)

    assert row["change"] == pytest.approx(row["second"] - row["first"])
    assert row["change"] < 0
    assert row["mc_error"] < 0.3 * row["mc_error_apart"]
    assert row["p10"] < row["p50"] < row["p90"]
    assert found.changes["scenario"].unique().to_list() == ["plan"]


def test_the_spread_of_a_difference_is_explained(runs):
    drivers = _spells(compare_runs(runs["few"], runs["larger"]).draws.drivers)

    assert drivers["spread_share"].sum() == pytest.approx(1)
    assert {*drivers["input"]} <= {"falls", "emergency_spell", "chance", "others"}


def test_one_more_initiative_leaves_the_numbers_of_the_others(runs):
    found = compare_runs(runs["few"], runs["more"]).draws
    row = _spells(found.changes).row(0, named=True)
    drivers = _spells(found.drivers)

    assert row["mc_error"] < 0.7 * row["mc_error_apart"]
    few, more = (
        runs[name].account.inputs.filter(pl.col("input").is_in(["falls", "home"]))
        for name in ("few", "more")
    )
    assert few.equals(more)
    assert drivers["input"][0] == "frail"
    assert drivers["direction"][0] == -1


def test_fewer_draws_are_compared_with_as_many(runs, tmp_path):
    few = Plan.from_folder(_write(tmp_path / "few", "falls", "home")).run(draws=30)
    row = _spells(compare_runs(few, runs["larger"]).draws.changes).row(0, named=True)

    assert row["first"] == pytest.approx(_spells(few.account.spread)["value"][0])


def test_other_seeds_are_not_compared_draw_by_draw(runs):
    record = runs["larger"].record
    manifest = record.manifest.model_copy(update={"seed": record.seed + 1})
    other = replace(runs["larger"], record=replace(record, manifest=manifest))

    assert compare_runs(runs["few"], other).draws.changes.is_empty()


def test_scenarios_of_one_run_are_compared(runs):
    found = compare_scenarios(runs["few"], "do_nothing", "plan")
    row = _spells(found.changes).row(0, named=True)
    ledger = runs["few"].account.ledger.filter(
        (pl.col("year") == 2019) & (pl.col("measure") == "activity")
    )

    assert row["change"] == pytest.approx(
        -ledger["value"].sum(), abs=4 * row["mc_error"]
    )
    assert row["mc_error"] < row["mc_error_apart"]
    assert compare_scenarios(runs["few"], "do_nothing", "none").changes.is_empty()
