"""The figure of weights says who leads, and which weight would change it."""

import pytest

from factories.appraisal_factory import ROWS, make_tables
from placeplan.money.appraisal import list_appraisals
from placeplan.plan.weighing_figure import draw_sweeps


def make(**changes):
    (found,) = list_appraisals(make_tables(**changes))
    return found


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
