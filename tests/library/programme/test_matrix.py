"""A matrix checks itself, refuses what is no step, and holds on its days."""

from datetime import date

import pytest

from placeplan.errors import InputError, UnknownNameError
from placeplan.periods import Validity
from placeplan.programme.grade import next_review_on
from placeplan.programme.matrix import RiskGrade, RiskMatrix, check_steps
from placeplan.programme.matrix_list import (
    get_risk_matrix,
    get_risk_matrix_at,
    list_risk_matrices,
)


def make_matrix(*grades):
    steps = ("Least", "Most")
    return RiskMatrix("m", "Two", steps, steps, grades, 4, "told", "s", Validity())


def test_a_score_without_a_grade_or_with_two_is_refused():
    low = RiskGrade("low", "Low", 1, 2)
    with pytest.raises(ValueError, match="score 4 of m has 0 grades, not one"):
        make_matrix(low)
    with pytest.raises(ValueError, match="score 2 of m has 2 grades, not one"):
        make_matrix(low, RiskGrade("high", "High", 2, 4))


@pytest.mark.parametrize("step", [0, 6, -1, True, False, 2.5, 3.0, "3", None, [1]])
def test_what_is_no_step_is_refused_in_the_words_of_the_matrix(step):
    matrix = get_risk_matrix("papers_2019")
    with pytest.raises(InputError) as caught:
        matrix.score(step, step)
    assert [
        (each.where, each.found, each.expected) for each in caught.value.faults
    ] == [
        (
            "impact",
            repr(step),
            "a whole number from 1 (Negligible) to 5 (Catastrophic)",
        ),
        (
            "likelihood",
            repr(step),
            "a whole number from 1 (Rare) to 5 (Almost certain)",
        ),
    ]


def test_one_step_alone_can_be_checked():
    matrix = get_risk_matrix("papers_2019")
    check_steps(matrix, likelihood=5)
    with pytest.raises(InputError) as caught:
        check_steps(matrix, likelihood=6)
    assert [each.where for each in caught.value.faults] == ["likelihood"]


@pytest.mark.parametrize("score", [7, True, 8.0, "8"])
def test_a_score_that_cannot_occur_has_no_grade(score):
    with pytest.raises(InputError):
        get_risk_matrix("papers_2019").get_grade(score)


def test_the_matrix_of_a_day():
    first = date(2019, 6, 24)
    assert get_risk_matrix_at(first).matrix == "papers_2019"
    assert get_risk_matrix_at(None) == list_risk_matrices()[-1]
    with pytest.raises(InputError) as caught:
        get_risk_matrix_at(date(2019, 6, 23))
    assert str(caught.value.faults[0]) == (
        "risk score, as_at: expected a day on which a risk matrix is known, from "
        "24 June 2019 on, found 2019-06-23. Give a later day, or leave it out to use "
        "the newest matrix."
    )


def test_an_unknown_matrix_says_what_there_is():
    with pytest.raises(UnknownNameError) as caught:
        get_risk_matrix("papers_2016")
    assert caught.value.known == ("papers_2019",)


def test_every_matrix_has_five_steps_each_way_as_the_rule_says():
    """`risk-grade` states 1 to 5 in its schema for every matrix that is listed."""
    sizes = {
        (len(each.impacts), len(each.likelihoods)) for each in list_risk_matrices()
    }
    assert sizes == {(5, 5)}


def test_grades_differ_without_their_colour():
    for matrix in list_risk_matrices():
        assert len({each.pattern for each in matrix.grades}) == len(matrix.grades)
        assert len({each.name for each in matrix.grades}) == len(matrix.grades)


def test_a_grade_without_a_chosen_interval_has_no_next_review():
    assert next_review_on(date(2019, 8, 14), "low", {"high": 30}) is None
