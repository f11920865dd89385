"""How a risk is graded and when it escalates, as the papers of 2019 draw it."""

from datetime import date

import pytest

from placeplan.errors import InputError
from placeplan.programme.grade import grade_risk
from placeplan.programme.matrix_list import get_risk_matrix_at

# Initiation Document 0.9, section 7.1: scores by impact (rows) and likelihood.
SCORES = """
    impact        | Rare | Unlikely | Possible | Likely | Almost certain
    Catastrophic  | 5    | 10       | 15       | 20     | 25
    Major         | 4    | 8        | 12       | 16     | 20
    Moderate      | 3    | 6        | 9        | 12     | 15
    Minor         | 2    | 4        | 6        | 8      | 10
    Negligible    | 1    | 2        | 3        | 4      | 5
"""

# 1 to 3 low, 4 to 6 moderate, 8 to 12 high, 15 to 25 extreme; 8 or more escalates (!).
GRADES = """
    impact        | Rare     | Unlikely | Possible  | Likely    | Almost certain
    Catastrophic  | moderate | high !   | extreme ! | extreme ! | extreme !
    Major         | moderate | high !   | high !    | extreme ! | extreme !
    Moderate      | low      | moderate | high !    | high !    | extreme !
    Minor         | low      | moderate | moderate  | high !    | high !
    Negligible    | low      | low      | low       | moderate  | moderate
"""

NEVER = [0, 7, 11, 13, 14, 17, 18, 19, 21, 22, 23, 24, 26]


def read_grid(drawn):
    header, *rows = ([c.strip() for c in r.split("|")] for r in drawn.split("\n")[1:-1])
    likelihoods = {word: number for number, word in enumerate(header[1:], 1)}
    return [
        (6 - row, likelihoods[likelihood], name, likelihood, cell)
        for row, (name, *cells) in enumerate(rows, 1)
        for likelihood, cell in zip(header[1:], cells, strict=True)
    ]


@pytest.fixture
def matrix():
    return get_risk_matrix_at(date(2019, 8, 14))


@pytest.mark.parametrize("cell", read_grid(SCORES), ids=lambda cell: f"{cell[:2]}")
def test_every_cell_has_the_score_of_the_papers(matrix, cell):
    impact, likelihood, impact_word, likelihood_word, score = cell
    graded = grade_risk(impact, likelihood, matrix)
    assert graded.score == int(score)
    assert matrix.impacts[impact - 1] == impact_word
    assert matrix.likelihoods[likelihood - 1] == likelihood_word


@pytest.mark.parametrize("cell", read_grid(GRADES), ids=lambda cell: f"{cell[:2]}")
def test_every_cell_has_the_grade_of_the_papers(matrix, cell):
    impact, likelihood, _, _, drawn = cell
    graded = grade_risk(impact, likelihood, matrix)
    assert f"{graded.grade}{' !' if graded.escalates else ''}" == drawn


def test_two_by_four_crosses_the_threshold_and_two_by_three_does_not(matrix):
    assert grade_risk(2, 4, matrix).escalates is True
    assert grade_risk(2, 3, matrix).escalates is False


@pytest.mark.parametrize("score", NEVER)
def test_a_score_that_no_cell_has_has_no_grade(matrix, score):
    with pytest.raises(InputError) as caught:
        matrix.get_grade(score)
    assert caught.value.faults[0].expected == (
        "one of 1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 16, 20, 25"
    )
