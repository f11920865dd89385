"""The page on productivity: peers with reasons, catch-up, specialties beside it."""

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
    response = client.get("/money/productivity/", query)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def read_csv(client, run, figure, **query):
    address = f"/evidence/runs/{run.public_id}/money/productivity/{figure}.csv"
    text = client.get(address, query).content.decode()
    return list(csv.DictReader(io.StringIO(text)))


def test_page_shows_its_pictures_and_tables_in_order(run, client):
    page = read(client)

    figures = re.findall(r'<figure class="pp-picture" id="([^"]+)"', page)
    records = re.findall(r'<section class="pp-record" aria-labelledby="([^"]+)"', page)
    assert figures == ["funnel", "years", "catch-up"]
    assert records == ["caps", "peers", "centres", "specialties", "unit-costs"]


def test_page_says_how_far_the_total_is_from_what_was_published(run, client):
    page = read(client)

    assert "That is £38 above the £100 that was published" in page
    assert "The cap itself, the metrics and their figures, the phasing" in page


def test_every_candidate_is_listed_with_its_reasons(run, client):
    rows = read_csv(client, run, "peers")

    assert [(row["Candidate"], row["Peer"]) for row in rows] == [
        ("Near", "yes"),
        ("Far", "yes"),
        ("Unsafe", "no"),
    ]
    assert rows[2]["Why"].startswith(
        "Fails the safety filter: rated inadequate, needs good or better."
    )


def test_cost_centres_stand_beside_the_peer_that_was_chosen(run, client):
    lowest = read_csv(client, run, "centres")
    nearest = read_csv(client, run, "centres", comparator="nearest")

    assert [
        (row["Cost centre"], row["Held against"], row["Costs there, £"])
        for row in lowest
    ] == [("Doctors", "Far", "5.0"), ("Premises", "Near", "2.0")]
    assert [row["Held against"] for row in nearest] == ["Near", "Near"]


def test_another_cap_lets_more_or_less_through(run, client):
    rows = read_csv(client, run, "caps")

    assert [row["Most that a year can save"] for row in rows] == [
        "As planned",
        "2 % of each year's cost",
        "2.5 % of each year's cost",
        "3 % of each year's cost",
        "3.5 % of each year's cost",
        "4 % of each year's cost",
        "No cap",
    ]


def test_specialties_stand_beside_and_say_so(run, client):
    page = read(client)

    assert "Specialties of North, beside" in page
    assert "the two stand beside each other and are never added" in page
    rows = read_csv(client, run, "specialties")
    assert [row["Specialty"] for row in rows] == ["Heart", "Surgery"]


def test_cost_of_a_unit_stands_with_the_source_of_its_constant(run, client):
    page = read(client)

    assert "Methodology for calculating cost per weighted activity unit" in page
    rows = read_csv(client, run, "unit-costs")
    assert [row["Body"] for row in rows] == ["North", "Far", "Near", "Unsafe"]


def test_a_plan_that_says_nothing_says_how_it_could(db, settings, client):
    add_moving_run(settings)

    page = read(client)

    assert "This plan folder says nothing of productivity." in page
    assert "pp-picture" not in page
