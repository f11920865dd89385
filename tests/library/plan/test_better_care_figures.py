"""Figures of the Better Care Fund: sentences with the numbers of their tables."""

import pytest

from factories.fund_tables import make_table
from placeplan.money.better_care import compare_metrics, list_partners, sum_pools
from placeplan.plan.better_care_figure import PoolView, draw_metric, draw_pool

NAMES = {"north": "North Council", "ccg": "A Group"}
PAID = [
    (2016, "north", "ccg", "nhs", 600_000.0),
    (2016, "north", "north", "capital", 400_000.0),
    (2016, "south", "south", "council", 5.0),
]
TIED = (
    "In 2016/17 £1 million is paid into the pool of North Council, and what is planned "
    "is the same, to the penny"
)
NORTH, ALL = PoolView(2016, "north"), PoolView(2016)


def draw(view, *, planned=1_000_000.0, spent=990_000.0):
    spending = [
        (2016, "north", "care", "Care", planned, spent),
        (2016, "south", "care", "Care", 5.0, 5.0),
    ]
    tables = {
        "better_care_contributions": make_table(
            "better_care_contributions", PAID, status="published"
        ),
        "better_care_spending": make_table("better_care_spending", spending),
    }
    return draw_pool(sum_pools(tables), list_partners(tables), view, NAMES)


@pytest.mark.parametrize(
    ("view", "changed", "finding"),
    [
        (
            NORTH,
            {},
            f"{TIED}; £10,000 less was spent.",
        ),
        (
            ALL,
            {"spent": 1_000_000.01},
            (
                "In 2016/17 £1 million is paid into all pools together, and what is "
                "planned is the same, to the penny; £0.01 more was spent."
            ),
        ),
        (
            NORTH,
            {"spent": 1_000_000.0},
            f"{TIED}; so much was spent.",
        ),
        (
            NORTH,
            {"planned": 900_000.0, "spent": None},
            (
                "In 2016/17 £1 million is paid into the pool of North Council, of "
                "which £900,000 is planned for; what was spent is not known yet."
            ),
        ),
    ],
)
def test_the_sentence_says_what_is_pooled_and_spent(view, changed, finding):
    assert draw(view, **changed).finding == finding


def test_partners_stand_with_their_part_of_the_difference():
    figure = draw(NORTH)

    assert figure.table.rows() == [
        ("A Group", 600_000.0, -6_000.0),
        ("North Council", 400_000.0, -4_000.0),
    ]


@pytest.mark.parametrize(
    ("spent", "status"), [(1.0, "illustrative"), (None, "published")]
)
def test_a_difference_that_is_not_shown_does_not_weaken_the_status(spent, status):
    assert draw(NORTH, spent=spent).status == status


def test_a_year_in_which_nobody_pays_is_no_figure():
    assert draw(PoolView(2015)) is None


DELAYS = [
    (2016, quarter, "north", "delayed_transfers", basis, float(days), 100_000.0)
    for quarter, plan, actual in ((1, 900, 901), (2, 800, 800), (3, 700, 750))
    for basis, days in (("plan", plan), ("actual", actual))
]


def draw_delays(view=NORTH, metric="delayed_transfers", rows=DELAYS):
    results = make_table("better_care_results", rows)
    return draw_metric(
        compare_metrics({"better_care_results": results}), view, metric, NAMES
    )


def test_the_sentence_says_how_often_the_plan_was_missed():
    figure = draw_delays()

    assert figure.finding == (
        "The pool of North Council. The plan was missed in 2 of 3 quarters. Delayed "
        "transfers of care, 2016/17 Q3: 750.0 delayed days per 100,000 adults, where "
        "700.0 was planned: missed."
    )
    assert figure.table.rows() == [
        ("Q1", 900.0, 901.0, "missed"),
        ("Q2", 800.0, 800.0, "met"),
        ("Q3", 700.0, 750.0, "missed"),
    ]


def test_a_metric_of_one_year_is_told_once():
    rows = [(2016, None, "north", "emergency_admissions", "actual", 10.0, 1_000.0)]

    figure = draw_delays(ALL, "emergency_admissions", rows)

    assert figure.finding == (
        "All pools together. Emergency admissions, 2016/17: 1,000.0 per 100,000 "
        "people; nothing was planned."
    )
    assert figure.table.rows() == [("2016/17", None, 1000.0, None)]


def test_a_metric_that_was_recalled_says_so():
    rows = [(2025, None, "north", "discharge_delay", "actual", 40.0, 8.0)]

    figure = draw_delays(PoolView(2025, "north"), "discharge_delay", rows)

    assert figure.finding.endswith(
        "Known widely, and not read in the source: check it before you quote it."
    )


def test_a_metric_without_figures_is_no_figure():
    assert draw_delays(metric="care_home_admissions") is None
