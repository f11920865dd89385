"""The figures of an appraisal say what is worth most, and what would change it."""

import pytest

from factories.appraisal_factory import ROWS, make_tables
from placeplan.money.appraisal import list_appraisals
from placeplan.plan.appraisal_figure import draw_sweeps, draw_values


def make(**changes):
    (found,) = list_appraisals(_in_millions(make_tables(**changes)))
    return found


def _in_millions(tables):
    flows = tables["appraisal_flows"]
    grown = flows.with_columns(flows["value_pounds"] * 1_000_000)
    return tables | {"appraisal_flows": grown}


def test_each_option_says_what_it_is_worth_beyond_the_baseline():
    figure = draw_values(make())

    assert [row[:8] for row in figure.table.iter_rows()] == [
        ("Stay", 200.0, 0.0, -200.0, 2, None, None, "the baseline"),
        ("Build", 230.0, 80.0, -150.0, 1, 50.0, 100.0, "in 2018/19"),
    ]
    assert figure.finding == (
        "Worth most is ‘Build’: £50 million more than the baseline in the money of "
        "2017/18. Pays back: in 2018/19."
    )


def test_an_option_that_costs_nothing_more_has_no_return():
    free = [("unit", "build", "Sites let", "benefit", 2018, 10.35)]

    figure = draw_values(make(appraisal_flows=free))

    assert figure.table.row(1)[5:8] == (10.0, None, "costs nothing more")
    assert figure.finding.endswith("Pays back: costs nothing more.")


def test_an_option_may_not_pay_back_in_the_years_looked_at():
    flows = [
        ("unit", "stay", "Running", "cost", 2018, 300.0),
        ("unit", "build", "Building", "cost", 2017, 10.0),
        ("unit", "build", "Closing", "cost", 2018, 300.0),
        ("unit", "build", "Closing", "cost", 2019, 400.0),
    ]

    figure = draw_values(make(appraisal_flows=flows))

    assert figure.table.row(1)[7] == "not within the years looked at"


def test_the_baseline_itself_may_be_worth_most():
    dear = [("unit", "build", "Building", "cost", 2017, 10.0)]

    assert draw_values(make(appraisal_flows=dear)).finding == (
        "Nothing is worth more than the baseline, ‘Stay’."
    )


def test_the_sweep_tells_scores_at_every_weight_that_matters():
    figure = draw_sweeps(make())

    assert [row[:6] for row in figure.table.iter_rows()][:4] == [
        ("Access", 0.0, "from nothing to all", 2.0, 9.0, "Build"),
        ("Access", 60.0, "now", 5.6, 6.6, "Build"),
        ("Access", 70.0, "draws level", 6.2, 6.2, "Stay and Build"),
        ("Access", 100.0, "from nothing to all", 8.0, 5.0, "Stay"),
    ]
    assert figure.finding == (
        "By score ‘Build’ leads. The smallest move that would change that: the weight "
        "of access rises from 60 to 70.0 percent, where ‘Stay’ draws level."
    )


def test_a_weight_can_fall_to_change_the_winner():
    criteria = [("unit", "access", "Access", 80.0), ("unit", "care", "Care", 20.0)]

    assert draw_sweeps(make(appraisal_criteria=criteria)).finding == (
        "By score ‘Stay’ leads. The smallest move that would change that: the weight "
        "of access falls from 80 to 70.0 percent, where ‘Build’ draws level."
    )


@pytest.mark.parametrize(
    ("scores", "finding"),
    [
        ((9.0, 9.0), "By score ‘Build’ leads, whatever the weights."),
        ((8.0, 2.0), "By score ‘Stay’ and ‘Build’ lead, whatever the weights."),
    ],
)
def test_a_winner_whatever_the_weights(scores, finding):
    stay = ROWS["appraisal_scores"][:2]
    build = [
        ("unit", "build", name, score)
        for name, score in zip(("access", "care"), scores, strict=True)
    ]

    figure = draw_sweeps(make(appraisal_scores=[*stay, *build]))

    assert figure.finding == finding


def test_without_criteria_there_is_no_sweep():
    assert draw_sweeps(make(appraisal_criteria=[], appraisal_scores=[])) is None
