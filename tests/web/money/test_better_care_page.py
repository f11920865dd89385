"""The page on the Better Care Fund: pools that tie, and metrics of the year."""

import csv
import io
import re

import pytest

from factories.change_factory import add_moving_run
from factories.fund_run_factory import add_fund_run

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(db, settings):
    return add_fund_run(settings)


def read(client, **query):
    response = client.get("/money/better-care/", query)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def read_csv(client, run, figure, **query):
    address = f"/evidence/runs/{run.public_id}/money/better-care/{figure}.csv"
    text = client.get(address, query).content.decode()
    return list(csv.DictReader(io.StringIO(text)))


def test_page_shows_who_pays_and_how_metrics_came_out(run, client):
    page = read(client, year=2016)

    figures = re.findall(r'<figure class="pp-picture" id="([^"]+)"', page)
    records = re.findall(r'<section class="pp-record" aria-labelledby="([^"]+)"', page)
    assert figures == ["pool", "metric"]
    assert records == ["metrics", "schemes"]
    assert (
        "In 2016/17 £400.25 is paid into all pools together, and what is planned is "
        "the same, to the penny; what was spent is not known yet."
    ) in page


def test_partners_stand_with_what_they_pay(run, client):
    rows = read_csv(client, run, "pool", pool="kcc", year=2016)

    assert [(row["Partner"], row["Paid in (£)"]) for row in rows] == [
        ("West Trust", "300.0"),
        ("The Council", "100.25"),
    ]


def test_metrics_without_a_figure_are_listed_too(run, client):
    rows = read_csv(client, run, "metrics", year=2016)

    assert [row["In words"] for row in rows] == [
        (
            "Delayed transfers of care, 2016/17 Q2: 850.0 delayed days per 100,000 "
            "adults, where 900.0 was planned: met."
        ),
        *["No figure in this plan folder."] * 3,
    ]
    assert list(rows[0]) == ["Metric", "In words", "Status"]


def test_spending_that_is_not_known_is_left_out(run, client):
    page = read(client, year=2016)
    [row] = read_csv(client, run, "schemes", year=2016)

    assert "What was spent is not known yet." in page
    assert row == {
        "Pool": "The Council",
        "Scheme": "Care at home",
        "Planned (£)": "400.25",
        "Status": "illustrative",
    }


def test_metrics_that_were_recalled_say_so(run, client):
    rows = read_csv(client, run, "metrics")

    assert [row["In words"] for row in rows] == [
        ("Average length of discharge delay, 2025/26: 5.0 days; nothing was planned."),
        *["No figure in this plan folder."] * 2,
    ]
    notes = {row["Note"] for row in rows}
    assert notes == {
        "Known widely, and not read in the source: check it before you quote it."
    }


def test_spending_that_is_known_stands_beside_the_plan(run, client):
    [row] = read_csv(client, run, "schemes")

    assert (row["Planned (£)"], row["Spent (£)"]) == ("50.0", "49.0")
    assert "£1 less was spent." in read(client)


def test_a_plan_without_pools_says_how_it_could(db, settings, client):
    add_moving_run(settings)

    page = read(client)

    assert "This plan folder holds no pooled budget." in page
    assert "pp-picture" not in page
