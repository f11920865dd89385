"""The page on fair shares: budgets and levels to choose, distances, and the rules."""

import csv
import io
import re

import pytest

from factories.change_factory import add_moving_run
from factories.share_factory import add_share_run

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(db, settings):
    return add_share_run(settings)


def read(client, **query):
    response = client.get("/money/fair-shares/", query)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def read_csv(client, run, figure, **query):
    address = f"/evidence/runs/{run.public_id}/money/fair-shares/{figure}.csv"
    text = client.get(address, query).content.decode()
    return list(csv.DictReader(io.StringIO(text)))


def list_options(page, name):
    choice = re.search(rf'<select[^>]*name="{name}".*?</select>', page)
    return re.findall(r"<option[^>]*>([^<]+)</option>", choice[0])


def test_page_shows_its_pictures_and_tables_in_order(run, client):
    page = read(client, budget="2016-core", level="alliance")

    figures = re.findall(r'<figure class="pp-picture" id="([^"]+)"', page)
    records = re.findall(r'<section class="pp-record" aria-labelledby="([^"]+)"', page)
    assert figures == ["share-distance", "share-per-head"]
    assert records == ["allocations", "target-parts", "share-rules"]


def test_budgets_of_the_last_year_come_first_and_all_of_a_year_last(run, client):
    page = read(client)

    assert list_options(page, "budget") == [
        "2017/18: Core services",
        "2016/17: Core services",
        "2016/17: Primary care",
        "2016/17: All budgets together",
    ]
    assert list_options(page, "level") == ["Alliances", "Networks"]


def test_a_level_at_which_a_budget_is_not_shared_out_says_so(run, client):
    page = read(client, budget="2017-core", level="network")

    assert "This plan folder shares no budget out" in page


def test_one_budget_says_who_is_furthest_off(run, client):
    rows = read_csv(client, run, "allocations", budget="2016-core", level="alliance")

    # 5/9 of the money against 3/4 of the need: the coast is 25.9 % under, and half of
    # that pulls. Both get the points that are left: £1,000 − £564.81 − £400 of £900.
    shown = ("Place", "Has now (£)", "Fair share (£)", "Gets (£)", "Decided by")
    assert [tuple(row[name] for name in shown) for row in rows] == [
        ("The Coast", "500.0", "750.0", "584.36", "the rule"),
        ("The Weald", "400.0", "250.0", "415.64", "the rule"),
    ]
    distances = ("Distance now, percent", "Growth, percent", "Distance then, percent")
    assert [tuple(row[name] for name in distances) for row in rows] == [
        ("-25.9", "16.9", "-22.1"),
        ("77.8", "3.9", "66.3"),
    ]


def test_budgets_of_a_year_add_up(run, client):
    one, other, both = (
        read_csv(client, run, "allocations", budget=budget, level="alliance")
        for budget in ("2016-core", "2016-primary_medical", "2016-together")
    )

    for column in ("Fair share (£)", "Has now (£)", "Gets (£)"):
        for first, second, summed in zip(one, other, both, strict=True):
            parts = float(first[column]) + float(second[column])
            assert round(parts, 2) == float(summed[column])


def test_networks_say_whose_money_they_share(run, client):
    page = read(client, budget="2016-core", level="network")

    assert "They share what the place to which they belong gets" in page


def test_rules_say_who_set_them(run, client):
    rows = read_csv(client, run, "share-rules", budget="2016-core", level="alliance")

    told = {row["Rule"]: (row["Percent"], row["From"].split(":")[0]) for row in rows}
    assert told == {
        "Acute": ("100.0", "The plan folder"),
        "Minimum growth in cash": ("0.0", "The plan folder"),
        "Floors fade from, over target": ("5.0", "Allocations 2016/17 to 2020/21"),
        "No floor is left from, over target": (
            "10.0",
            "Allocations 2016/17 to 2020/21",
        ),
        "Nobody is left further under target": ("50.0", "The plan folder"),
        "Part of the distance under target that is gained": ("50.0", "The plan folder"),
        "Distance under target that gains nothing": ("0.0", "The plan folder"),
    }


def test_targets_without_a_pace_have_the_formula_alone(run, client):
    rows = read_csv(client, run, "share-rules", budget="2017-core", level="alliance")

    assert [row["Rule"] for row in rows] == ["Acute"]


def test_streams_are_saved_to_the_penny(run, client):
    rows = read_csv(client, run, "target-parts", budget="2016-core", level="alliance")

    assert [(row["Place"], row["Stream"], row["Fair share (£)"]) for row in rows] == [
        ("The Coast", "Acute", "750.0"),
        ("The Weald", "Acute", "250.0"),
    ]


def test_a_plan_that_shares_nothing_out_says_what_to_add(db, settings, client):
    add_moving_run(settings)

    page = read(client)

    assert "Add money/capitation_budgets.csv" in page
