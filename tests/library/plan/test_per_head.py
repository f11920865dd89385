"""Money per head says whose heads it counts."""

import polars as pl

from factories.results import make_results, make_row
from placeplan.plan.per_head import count_heads, share_per_head

FOOTPRINTS = pl.DataFrame(
    {
        "id": ["north", "south", "south", "whole"],
        "set": ["clusters", "clusters", "clusters", "plans"],
    }
)
SETS = pl.DataFrame({"id": ["clusters", "plans"], "name": ["Clusters", "Plans"]})
CATCHMENTS = pl.DataFrame(
    {
        "footprint": ["north", "south", "whole"],
        "people": [695_000, 480_000, 1_200_000],
        "status": ["published", "derived", "published"],
    }
)
FACTS = pl.DataFrame(
    [
        ("F1", 1, "population", "number", "people", "system", "2011", 1_731_400.0),
        ("F2", 1, "population", "number", "people", "system", "2019", 1_700_000.0),
        ("F2", 2, "population", "number", "people", "system", "2019", 1_800_000.0),
        ("F3", 1, "population", "number", "people", "system", "2011-2021", 293_300.0),
        ("F4", 1, "population", "number", "%", "system", "2020", 17.0),
        ("F5", 1, "population", "number", "people", "elsewhere", "2020", 42_000.0),
        ("F6", 1, "money", "number", "people", "system", "2020", 9.0),
        ("F7", 1, "population", "number", "people", "system", None, 5.0),
    ],
    schema=["id", "version", "category", "kind", "unit", "body", "period", "value"],
    orient="row",
).with_columns(statement=pl.lit("People served"), status=pl.lit("published"))
INCOME = pl.DataFrame({"organisation": ["system", "system"]})


def make_tables(**changed):
    tables = {
        "footprints": FOOTPRINTS,
        "footprint_sets": SETS,
        "catchments": CATCHMENTS,
        "facts": FACTS,
        "income": INCOME,
    }
    return tables | changed


def count(year=2020, rows=(), **changed):
    lived = [
        make_row("population", people, year=year, place=place, status="derived")
        for place, people in (("dover", 110_000), ("thanet", 140_000))
    ]
    elsewhere = [row | {"scenario": "plan"} for row in lived]
    results = make_results([*lived, *elsewhere, *rows])
    return count_heads(results, make_tables(**changed), year=year).rows()


def test_residents_catchments_and_the_papers_count_different_people():
    assert count() == [
        ("People who live there in the middle of 2020 (projected)", 250e3, "derived"),
        ("Catchments: Clusters", 1_175_000.0, "derived"),
        ("Catchments: Plans", 1_200_000.0, "published"),
        ("People served, 2019 (fact F2)", 1_800_000.0, "published"),
    ]


def test_fact_whose_year_is_nearest_is_quoted():
    assert count(year=2014)[-1][:2] == ("People served, 2011 (fact F1)", 1_731_400.0)


def test_plan_that_knows_no_more_counts_residents_alone():
    found = count(facts=FACTS.clear(), catchments=CATCHMENTS.clear())
    assert [people for _, people, _ in found] == [250e3]


def test_results_without_people_count_none_of_them():
    results = make_results([make_row("gap_pounds", -1.0, unit="pounds")])
    found = count_heads(results, make_tables(), year=2020)["counted"].to_list()
    assert found[0] == "Catchments: Clusters"


def test_gap_of_2020_is_270_pounds_a_head_of_1_8_million():
    """The papers' gap over the people they name: methods, section 8."""
    heads = pl.DataFrame({"counted": ["all", "none"], "people": [1.8e6, 0.0]})

    shares = share_per_head(heads, {"gap": -486e6, "left": -78e6})

    assert shares.rows() == [("all", 1.8e6, -270.0, -43.33)]
