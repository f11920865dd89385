"""The figure of savings: planned, made, and the two slopes."""

import pytest

from factories.ledger_months import make_ledger
from placeplan.money.forecast import describe_savings, find_savings_profile
from placeplan.plan.savings_figure import MADE, NEEDED, PLANNED, draw_savings

MILLION = 1_000_000
PLAN = [MILLION] * 6 + [5 * MILLION] * 6


def _find_profile(made):
    ledger = make_ledger(
        [("mft", "care", 2016, "actual", [1] * len(made))],
        [
            ("mft", "agency", 2016, "plan", PLAN),
            ("mft", "agency", 2016, "actual", made),
        ],
    )
    return find_savings_profile(ledger, year=2016)


def test_picture_says_the_sentence_and_its_status():
    profile = _find_profile([MILLION, MILLION])

    figure = draw_savings(profile, status="illustrative", who="Medway")

    assert figure.finding == describe_savings(profile, who="Medway")
    assert figure.title == "Savings of 2016/17 by month"
    assert figure.status == "illustrative"


def test_table_has_both_slopes():
    figure = draw_savings(_find_profile([MILLION, 0.5 * MILLION]), status="derived")

    # 36 planned, 1.5 made: 34.5 in ten months
    assert figure.table.rows()[1] == ("May 2016", 1.0, 0.5, 0.75, None, "derived")
    assert figure.table.rows()[2] == ("June 2016", 1.0, None, None, 3.45, "derived")


@pytest.mark.parametrize(
    ("made", "kinds"),
    [
        pytest.param([], {PLANNED}, id="not started"),
        pytest.param([MILLION] * 12, {PLANNED, MADE}, id="over"),
    ],
)
def test_year_not_started_and_year_over_can_be_drawn(made, kinds):
    figure = draw_savings(_find_profile(made), status="derived")

    bars = [
        row["what"]
        for rows in figure.specification["datasets"].values()
        for row in rows
        if "what" in row
    ]
    assert {*bars} == kinds
    needed = figure.table[f"{NEEDED}, £ million"]
    assert needed.null_count() == len(made)
    assert figure.draw_svg().startswith("<svg")


def test_no_savings_no_picture():
    empty = find_savings_profile(make_ledger(), year=2016)

    assert draw_savings(empty, status="derived") is None
