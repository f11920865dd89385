"""The page on options: values, scores, what would change the winner, and the cut."""

import csv
import io
import re

import pytest

from factories.change_factory import add_moving_run
from factories.value_factory import add_value_run

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(db, settings):
    return add_value_run(settings)


def read(client, **query):
    response = client.get("/money/options/", query)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def read_csv(client, run, figure):
    address = f"/evidence/runs/{run.public_id}/money/options/{figure}.csv"
    return list(csv.DictReader(io.StringIO(client.get(address).content.decode())))


def test_page_shows_its_pictures_and_tables_in_order(run, client):
    page = read(client)

    figures = re.findall(r'<figure class="pp-picture" id="([^"]+)"', page)
    records = re.findall(r'<section class="pp-record" aria-labelledby="([^"]+)"', page)
    assert figures == ["values", "sweep", "management-costs"]
    assert records == ["scores", "switches", "discounts", "rates"]


def test_scores_and_values_stand_beside_each_other(run, client):
    rows = read_csv(client, run, "scores")

    assert [
        (
            row["Option"],
            row["Access (60 %)"],
            row["Weighted score"],
            row["Rank by score"],
            row["Rank by value"],
        )
        for row in rows
    ] == [("Build", "5.0", "6.6", "1", "1"), ("Stay", "8.0", "5.6", "2", "2")]


def test_switches_say_which_weight_has_to_move_how_far(run, client):
    assert read_csv(client, run, "switches") == [
        {
            "Weight of": "Access",
            "Now, percent": "60.0",
            "Draws level at, percent": "70.0",
            "Has to move by, points": "10.0",
            "Leads beyond it": "Stay",
            "Status": "illustrative",
        },
        {
            "Weight of": "Care",
            "Now, percent": "40.0",
            "Draws level at, percent": "30.0",
            "Has to move by, points": "-10.0",
            "Leads beyond it": "Stay",
            "Status": "illustrative",
        },
    ]


def test_discounts_stand_with_their_source_and_status(run, client):
    page = read(client)

    assert "The Green Book&#39;s schedule of discount rates" in page
    assert [tuple(row.values()) for row in read_csv(client, run, "discounts")] == [
        ("1 to 30", "3.5", "published"),
        ("31 to 75", "3.0", "published"),
        ("76 and after", "2.5", "published"),
    ]


def test_management_costs_say_who_has_met_the_target(run, client):
    page = read(client)

    assert "0 of 1 bodies have cut management costs by 20 percent" in page
    (row,) = read_csv(client, run, "management-costs")
    assert (row["Body"], row["Cut so far, percent"]) == ("Group A", "15.0")


def test_a_plan_that_appraises_nothing_says_how_it_could(db, settings, client):
    add_moving_run(settings)

    page = read(client)

    assert "This plan folder appraises no options." in page
    assert "pp-picture" not in page
