"""The example's initiatives: four themes, local care by area, a balanced ledger."""

from pathlib import Path

import polars as pl
import pytest

from placeplan.demand import list_elements
from placeplan.plan import Plan

EXAMPLE = Path(__file__).parents[3] / "examples" / "kent-medway"
AREAS = ("east-kent", "medway", "swale", "dgs", "west-kent")


@pytest.fixture(scope="module")
def plan():
    return Plan.from_folder(EXAMPLE)


@pytest.fixture(scope="module")
def results(plan):
    return plan.run()


def test_the_four_themes_of_the_papers_have_initiatives(plan):
    themes = plan.tables["initiatives"]["theme"].value_counts(sort=True)

    assert dict(themes.iter_rows()) == {
        "care-transformation": 44,
        "productivity": 4,
        "enablers": 2,
        "system-leadership": 1,
    }


def test_every_element_of_local_care_is_adapted_by_every_area(plan):
    wanted = {
        f"{element}-{area}" for element in list_elements()["element"] for area in AREAS
    }

    assert wanted <= set(plan.tables["initiatives"]["id"])


def test_every_district_is_reached_by_every_element_once(plan):
    districts = set(plan.tables["areas"]["id"])
    effects = plan.tables["initiative_effects"].filter(pl.col("place").is_not_null())
    for element in list_elements()["element"]:
        rows = effects.filter(pl.col("initiative").str.starts_with(element))
        for (_, _, pod), of_pod in rows.group_by("mechanism", "age_band", "pod"):
            assert sorted(of_pod["place"]) == sorted(districts), (element, pod)


def test_no_number_of_an_initiative_is_called_published(plan):
    for name, table in plan.tables.items():
        if name.startswith("initiative"):
            assert table["status"].unique().to_list() == ["illustrative"], name


def test_what_leaves_and_arrives_is_the_difference_of_the_scenarios(results):
    signed = results.account.ledger.with_columns(
        pl.when(pl.col("kind") == "arrived").then("value").otherwise(-pl.col("value"))
    )
    for measure in ("activity", "bed_days"):
        rows = pl.col("measure") == measure
        changed = signed.filter(rows).group_by("year", "pod").agg(pl.col("value").sum())
        both = results.table.filter(rows).with_columns(
            pl.when(pl.col("scenario") == "plan").then(1).otherwise(-1).alias("sign")
        )
        change = both.group_by("year", "pod").agg(
            (pl.col("value") * pl.col("sign")).sum()
        )
        pairs = changed.join(change, on=["year", "pod"])
        assert pairs.height == changed.height > 40, measure
        off = (pairs["value"] - pairs["value_right"]).abs()
        assert off.max() < 1e-4, measure  # numbers are kept to 12 digits


def test_everything_that_is_moved_arrives_as_stated(plan, results):
    ledger = results.account.ledger.filter(
        pl.col("measure") == "activity", pl.col("initiative").is_not_null()
    )
    keys = ["initiative", "year"]
    moved = (
        ledger.filter(pl.col("kind") == "moved")
        .group_by(*keys, from_pod="pod")
        .agg(pl.col("value").sum())
    )
    expected = (
        plan.tables["initiative_arrivals"]
        .join(moved, on=["initiative", "from_pod"])
        .with_columns(
            pl.col("year") + pl.col("lag_years").cast(pl.Int32),
            pl.col("value") * pl.col("units_each"),
        )
        .filter(pl.col("year") <= 2030)
        .group_by(*keys, "pod")
        .agg(pl.col("value").sum())
    )
    arrived = (
        ledger.filter(pl.col("kind") == "arrived")
        .group_by(*keys, "pod")
        .agg(pl.col("value").sum())
    )
    pairs = expected.join(arrived, on=[*keys, "pod"])
    assert pairs.height == expected.height == arrived.height
    assert pairs["value"].to_list() == pytest.approx(pairs["value_right"].to_list())


def test_the_bridge_of_fifty_initiatives_is_exact_and_sums_to_the_change(results):
    spells = pl.col("pod") == "emergency_spell", pl.col("measure") == "bed_days"
    bridge = results.account.bridge.filter(*spells)
    days = results.table.filter(*spells, pl.col("year") == 2030)
    nothing, with_plan = (
        days.filter(pl.col("scenario") == name)["value"].sum()
        for name in ("do_nothing", "plan")
    )

    assert results.account.bridge["error"].max() == 0
    assert bridge["value"].sum() == pytest.approx(with_plan - nothing, rel=1e-9)


def test_the_plan_takes_less_than_the_third_that_the_papers_see(results):
    days = results.table.filter(
        pl.col("measure") == "bed_days",
        pl.col("pod") == "emergency_spell",
        pl.col("year") == 2020,
    )
    nothing, with_plan = (
        days.filter(pl.col("scenario") == name)["value"].sum()
        for name in ("do_nothing", "plan")
    )

    assert 0.1 < 1 - with_plan / nothing < 1 / 3
