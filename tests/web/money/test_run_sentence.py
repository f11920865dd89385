"""The front page and that of money say how much of the solutions counts."""

import html
import re

import polars as pl
import pytest

from factories.change_factory import add_moving_run
from placeplan.plan import find_bridge_year
from placeplan.plan.held_solution import hold_solutions
from placeplan_web.design.words import write_pounds
from placeplan_web.evidence.shelf import get_plan, get_results

pytestmark = pytest.mark.django_db
SENTENCE = (
    r"Held to what initiatives save in the model, each saving once, "
    r'<a href="(/money/gap/[?]run=[^"]+)">solutions close ([^<]+)</a> '
    r"[(]illustrative[)]\."
)


@pytest.mark.parametrize("page", ["/", "/money/"])
def test_page_says_what_counts_and_leads_to_the_gap(client, settings, page):
    run = add_moving_run(settings, "claiming")
    results = get_results(run)
    held = hold_solutions(results, get_plan(run.dataset).tables)
    of_year = held.filter(pl.col("year") == find_bridge_year(results))

    text = " ".join(client.get(page).content.decode().split())
    said = re.search(SENTENCE, text)

    assert html.unescape(said[2]) == write_pounds(of_year["counted_pence"].sum() / 100)
    assert client.get(said[1]).status_code == 200


@pytest.mark.parametrize("page", ["/", "/money/"])
@pytest.mark.parametrize("plan", ["moving", "still"])
def test_nothing_is_said_where_solutions_count_as_they_state(
    client, settings, page, plan
):
    add_moving_run(settings, plan)

    assert "Held to what initiatives save" not in client.get(page).content.decode()
