"""The page on the fund: what became of each quarter, and what months cost."""

import csv
import io
import re

import pytest

from factories.change_factory import add_moving_run
from factories.fund_run_factory import EAST, add_fund_run

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(db, settings):
    return add_fund_run(settings)


def read(client, **query):
    response = client.get("/money/fund/", query)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def read_csv(client, run, figure, **query):
    address = f"/evidence/runs/{run.public_id}/money/fund/{figure}.csv"
    text = client.get(address, query).content.decode()
    return list(csv.DictReader(io.StringIO(text)))


def list_shown(page):
    figures = re.findall(r'<figure class="pp-picture" id="([^"]+)"', page)
    records = re.findall(r'<section class="pp-record" aria-labelledby="([^"]+)"', page)
    return figures, records


def test_page_shows_all_providers_and_each(run, client):
    every, east = read(client), read(client, organisation=EAST)

    assert list_shown(every) == (
        ["fund", "missed-months"],
        ["providers", "parts", "months", "booked", "known"],
    )
    assert list_shown(east) == (
        ["fund", "missed-months"],
        ["parts", "months", "booked", "known"],
    )


def test_sentence_says_what_is_earned_at_risk_and_lost(run, client):
    assert (
        "Of the £2.5 million that all providers together could earn in 2016/17, "
        "£875,000 is earned, £1 million is at risk and £625,000 is lost. Lost: "
        "£500,000 to control totals that were missed and £125,000 to A&amp;E within "
        "four hours."
    ) in read(client)


def test_providers_and_quarters_sum_to_what_was_allocated(run, client):
    rows = read_csv(client, run, "providers")

    assert [tuple(row.values())[:6] for row in rows] == [
        ("East Trust", "Q2", "875000.0", "0.0", "125000.0", "1000000.0"),
        ("East Trust", "Q3", "0.0", "1000000.0", "0.0", "1000000.0"),
        ("West Trust", "Q2", "0.0", "0.0", "500000.0", "500000.0"),
    ]


def test_every_part_stands_with_its_reason(run, client):
    rows = read_csv(client, run, "parts", organisation=EAST)

    assert [(row["Quarter"], row["Part"], row["State"]) for row in rows[:4]] == [
        ("Q2", "Finance", "Earned"),
        ("Q2", "Referral to treatment", "Earned"),
        ("Q2", "A&E within four hours", "Lost"),
        ("Q2", "Cancer within 62 days", "Earned"),
    ]
    assert rows[2]["Why"].startswith("A&E within four hours: 89% is below")
    assert "Provider" not in rows[0]


def test_months_say_what_each_cost(run, client):
    rows = read_csv(client, run, "months")

    # £125,000 by 100 and 30 patients short.
    assert [(row["Month"], row["Cost (£)"]) for row in rows] == [
        ("July 2016", "96153.85"),
        ("August 2016", "28846.15"),
        ("September 2016", "0.0"),
    ]


def test_what_the_ledger_books_stands_beside_what_was_earned(run, client):
    [row] = read_csv(client, run, "booked")

    assert row["Booked, not earned (£)"] == "25000.0"


def test_a_provider_that_was_allocated_nothing_more_shows_no_months(run, client):
    page = read(client, organisation="west-trust")

    assert list_shown(page) == (["fund"], ["parts", "known"])


def test_funds_without_a_formula_say_so(run, client):
    rows = read_csv(client, run, "known")

    unknown = [row["Fund"] for row in rows if row["Can be worked out"] == "no"]
    assert unknown == [
        "Provider sustainability fund",
        "Commissioner sustainability fund",
        "Deficit support funding",
    ]


def test_a_plan_without_a_fund_says_how_it_could(db, settings, client):
    add_moving_run(settings)

    page = read(client)

    assert "This plan folder allocates nothing of a fund." in page
    assert list_shown(page) == ([], [])
