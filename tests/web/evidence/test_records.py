"""Tables of a room: expected beside counted, the back-test, networks, solutions."""

import csv
import io
from pathlib import Path

import polars as pl
import pytest

from factories.plan_folder import write_plan_folder
from factories.run_factory import (
    add_dataset,
    add_released_run,
    find_tiny_folder,
    make_rich_tables,
)
from placeplan.demand import split_growth
from placeplan.plan import Plan
from placeplan.population import back_test, project_population
from placeplan_web.evidence.demand_record import explain_growth
from placeplan_web.evidence.models import Dataset, Run
from placeplan_web.evidence.people_record import (
    compare_people,
    list_unmet_moves,
    share_among_networks,
    sum_up_back_test,
)
from placeplan_web.evidence.presenters.picture import (
    MOST_CELLS,
    present_table,
    write_cell,
)
from placeplan_web.evidence.shelf import get_back_test

EXAMPLE = Path(__file__).parents[3] / "examples/kent-medway"


@pytest.fixture(scope="module")
def plan():
    return Plan.from_folder(EXAMPLE)


@pytest.fixture
def example_run(settings, plan):
    """Give an unsaved run of the example: what is asked here needs no results."""
    settings.MEDIA_ROOT = EXAMPLE.parent
    dataset = Dataset(folder=EXAMPLE.name, fingerprint=plan.fingerprint)
    return Run(dataset=dataset)


@pytest.fixture
def tiny_run(settings):
    settings.MEDIA_ROOT = find_tiny_folder().parents[1]
    return Run(dataset=Dataset(folder="datasets/tiny", fingerprint="tiny"))


def test_expected_stands_beside_our_figure_and_a_plan_without_reasons_shows_none(
    tiny_run,
):
    record = compare_people(tiny_run)

    tables = Plan.from_folder(find_tiny_folder()).tables
    people = project_population(tables, first_year=2015, last_year=2020)
    ours = people.filter(pl.col("year") == 2018)["value"].sum()
    row = record.table.row(0, named=True)
    assert row["What"] == "Number of people in 2018"
    assert row["Where"] == "The whole system"
    assert row["Papers expected"] == 25_000
    assert row["We project"] == round(ours)
    assert row["Difference"] == round(ours - 25_000)
    assert "Why" not in row
    assert "Growth is since 2015." in record.words


def test_the_reasons_of_the_example_are_those_of_its_folder(example_run):
    record = compare_people(example_run)

    rows = record.table.filter(What="Number of people in 2011")
    assert rows["Why"].to_list() == ["The papers round the count."]


def test_growth_of_care_is_parted_into_people_and_use(tiny_run):
    record = explain_growth(tiny_run)

    plan = Plan.from_folder(find_tiny_folder())
    manifest, tables = plan.manifest, plan.tables
    split = split_growth(
        tables,
        project_population(tables, first_year=2015, last_year=2020),
        base_year=manifest.base_year,
        years=[manifest.horizon_year],
    )
    shown = record.table
    parts = ("More and older people", "More use by as many people")
    for driver, column in zip(("demographic", "non_demographic"), parts, strict=True):
        whole = split.filter(driver=driver)["value"].sum()
        assert shown[column].sum() == pytest.approx(whole, abs=shown.height)
        assert shown[column].sum() != 0
    assert (shown["Both"] - shown[parts[0]] - shown[parts[1]]).abs().max() <= 1


def test_moves_that_could_be_are_not_listed(tiny_run):
    assert list_unmet_moves(tiny_run) is None


def test_moves_of_people_who_are_not_there_are_listed_by_district(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    tables = make_rich_tables()
    tables["migration"] = [
        row | {"net_people": -9_000} if row["place"] == "dover" else row
        for row in tables["migration"]
    ]
    tables["migration_schedule"] = [
        row | {"share": float(row["sex"] == "male" and row["age"] == 30)}
        for row in tables["migration_schedule"]
    ]
    write_plan_folder(tmp_path / "empty", tables=tables)

    record = list_unmet_moves(Run(dataset=Dataset(folder="empty", fingerprint="empty")))

    assert record.table["District"].unique().to_list() == ["Dover"]
    assert record.table["People"].min() > 0
    assert record.table["People"].sum() == pytest.approx(
        record.full["people"].sum(), abs=0.1 * record.table.height
    )


def test_people_of_networks_are_those_of_their_districts(tiny_run):
    record = share_among_networks(tiny_run)

    tables = Plan.from_folder(find_tiny_folder()).tables
    people = project_population(tables, first_year=2015, last_year=2020)
    for year in (2016, 2020):
        every = people.filter(pl.col("year") == year)["value"].sum()
        shared = record.table[f"People in {year}"].sum()
        assert shared == pytest.approx(every, abs=2)
    assert record.table["Network"].to_list() == ["pcn-one", "pcn-two"]


def test_plan_with_one_count_has_no_back_test(tiny_run):
    assert get_back_test(tiny_run.dataset) is None
    assert sum_up_back_test(tiny_run) is None


def test_back_test_is_told_by_district_beside_a_naive_trend(example_run, plan):
    record = sum_up_back_test(example_run)

    errors = back_test(plan.tables)
    swale = errors.filter(pl.col("place") == "swale")
    counted = swale["counted"].sum()
    row = record.table.filter(pl.col("District") == "Swale").row(0, named=True)
    assert record.table.height == 13
    for line, words in (("projected", "Our method"), ("naive", "Naive trend")):
        total = 100 * (swale[line].sum() / counted - 1)
        assert row[f"{words}, all people"] == pytest.approx(total, abs=0.06)
        size = swale[f"{line}_error_percent"].abs().mean()
        assert row[f"{words}, by age"] == pytest.approx(size, abs=0.06)
    assert record.full.height == errors.height
    assert record.title == "How far off each district would have been in 2019"


@pytest.mark.django_db
def test_file_of_the_back_test_holds_every_district_and_age(client, plan, settings):
    linked = settings.MEDIA_ROOT / "datasets/example"
    linked.parent.mkdir(parents=True)
    linked.symlink_to(EXAMPLE, target_is_directory=True)
    dataset = add_dataset(folder="datasets/example", fingerprint=plan.fingerprint)
    run = add_released_run(dataset)

    address = f"/evidence/runs/{run.public_id}/people/back-test-districts.csv"
    text = client.get(address).content.decode()

    rows = list(csv.DictReader(io.StringIO(text)))
    errors = back_test(plan.tables)
    assert len(rows) == errors.height
    found = {(row["district"], row["age_band"]): row["counted"] for row in rows}
    assert len(found) == errors.height
    swale = errors.filter((pl.col("place") == "swale") & (pl.col("age_band") == "85+"))
    assert float(found["Swale", "85+"]) == swale["counted"][0]


# How a table is laid out


def test_long_table_is_cut_and_says_so():
    frame = pl.DataFrame({"Name": [str(n) for n in range(500)], "People": range(500)})

    head, rows, left_out = present_table(frame)

    assert head == [
        {"text": "Name", "numeric": False},
        {"text": "People", "numeric": True},
    ]
    assert len(rows) == MOST_CELLS // 2
    assert left_out == 500 - len(rows)


def test_short_table_is_shown_whole():
    _, rows, left_out = present_table(pl.DataFrame({"Name": ["Swale"]}))

    assert (rows, left_out) == ([["Swale"]], 0)


@pytest.mark.parametrize(
    ("values", "cells"),
    [
        ([6.8, 4.0, -5.0, None], ["6.8", "4.0", "−5.0", ""]),
        ([6.0, 4.0], ["6", "4"]),
        ([1_731_400.0, 25.5], ["1,731,400", "25.5"]),
        ([None, None], ["", ""]),
        ([2016, -3], ["2016", "−3"]),
        ([9_999, 77_634, -10_000], ["9999", "77,634", "−10,000"]),
    ],
)
def test_numbers_of_a_column_are_written_alike(values, cells):
    frame = pl.DataFrame({"Value": values}, schema_overrides=_type(values))

    _, rows, _ = present_table(frame)

    assert [row[0] for row in rows] == cells


@pytest.mark.parametrize(
    ("pounds", "cells"),
    [
        ([48_976.19, 2.0], ["48,976.19", "2.00"]),
        ([48_976.0, -2.0], ["48,976", "−2"]),
    ],
)
def test_pounds_are_whole_or_show_their_pence(pounds, cells):
    _, rows, _ = present_table(pl.DataFrame({"Cost (£)": pounds}))

    assert [row[0] for row in rows] == cells


def _type(values):
    return {"Value": pl.Int64 if isinstance(values[0], int) else pl.Float64}


def test_status_is_shown_as_a_tag():
    assert write_cell("derived", column="Status") == {"text": "", "status": "derived"}
