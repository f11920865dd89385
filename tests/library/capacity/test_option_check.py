"""Tables of options that do not fit: every fault with its remedy."""

import polars as pl
import pytest

from factories.option_factory import make_frame, make_tables
from placeplan.capacity import check_options


def tell(tables):
    return [
        f"{fault.file}, {fault.where}: {fault.found}" for fault in check_options(tables)
    ]


def change(tables, name, **columns):
    return {**tables, name: tables[name].with_columns(**columns)}


def test_the_made_up_isle_is_sound():
    for choice in ("nearest", "huff", "observed"):
        assert check_options(make_tables(choice=choice)) == []


def test_minutes_must_be_there_for_every_area_and_site():
    tables = make_tables()
    short = tables["option_travel"].filter(
        ~((pl.col("area") == "dale") & (pl.col("site") == "over"))
    )
    assert tell({**tables, "option_travel": short}) == [
        "options/travel.csv, geography isle, area dale, site over: none"
    ]


def test_areas_and_sites_that_nobody_knows_are_named():
    tables = make_tables()
    strange = make_frame("option_flows", [("isle", "moon", "mars", 3.0)])
    assert tell({**tables, "option_flows": strange}) == [
        "options/flows.csv, geography isle, area moon: moon",
        "options/flows.csv, geography isle, site mars: mars",
    ]


def test_only_candidates_may_be_closed_today():
    tables = make_tables()
    is_over = pl.col("site") == "over"
    closed = pl.col("open_now") & ~is_over
    assert tell(change(tables, "option_sites", open_now=closed)) == [
        "options/sites.csv, geography isle, site over: no"
    ]


def test_somebody_must_live_here():
    tables = change(make_tables(), "option_areas", here=pl.lit(value=False))
    assert tell(tables) == ["options/areas.csv, geography isle: none"]


def test_a_question_needs_a_geography():
    tables = change(make_tables(), "option_questions", geography=pl.lit("atlantis"))
    assert tell(tables) == ["options/questions.csv, question q: atlantis"]


@pytest.mark.parametrize(("fewest", "most"), [(2, 1), (2, 4)])
def test_no_more_sites_than_candidates_can_be_open(fewest, most):
    assert tell(make_tables(fewest=fewest, most=most)) == [
        f"options/questions.csv, question q: {fewest} and {most}"
    ]


def test_somewhere_must_be_open_in_every_answer():
    tables = make_tables(fewest=0)
    all_candidates = change(tables, "option_sites", standing=pl.lit("candidate"))
    assert tell(all_candidates) == ["options/questions.csv, question q: none"]


@pytest.mark.parametrize(
    ("choice", "exponents", "faults"),
    [
        ("huff", (1.0, None), 1),
        ("huff", (1.0, 1.0), 0),
        ("observed", (1.0, 1.0), 1),
        ("nearest", (None, None), 0),
    ],
)
def test_what_is_fitted_or_kept_needs_flows(choice, exponents, faults):
    tables = make_tables(choice=choice, exponents=exponents, flows=False)
    expected = ["options/questions.csv, question q: none"] * faults
    assert tell(tables) == expected


def test_goals_are_scores():
    (fault,) = check_options(make_tables(goals=("mean_minuts",)))
    assert (fault.file, fault.where) == (
        "options/goals.csv",
        "question q, score mean_minuts",
    )
    assert "mean_minutes" in fault.remedy


def test_goals_that_need_what_nobody_states_are_refused():
    goals = ("least_headroom", "deprivation_minutes")
    tables = make_tables(goals=goals)
    assert check_options(tables) == []
    bare = change(tables, "option_sites", capacity=pl.lit(None, pl.Float64))
    bare = change(bare, "option_areas", fifth=pl.lit(2, pl.Int64))
    assert [fault.expected for fault in check_options(bare)] == [
        "fifths 1 and 5",
        "a capacity",
    ]
