"""Every score is kept, says why and by whom, and crosses the threshold on a day."""

from datetime import date

import pytest

from placeplan.errors import InputError
from placeplan.periods import Validity
from placeplan.programme.crossing import ThresholdCrossing, find_crossings
from placeplan.programme.matrix import RiskGrade, RiskMatrix
from placeplan.programme.score_history import RiskScore, gather_history


def make_score(impact, likelihood, day, kind="current", risk="RSK-01", reason="why"):
    scored_on = date.fromisoformat(day)
    return RiskScore(risk, kind, impact, likelihood, scored_on, reason, "office")


def test_a_score_without_reason_author_or_kind_is_refused_with_all_its_faults():
    with pytest.raises(InputError) as caught:
        RiskScore("RSK-01", "residual", 2, 4, date(2019, 9, 1), "  ", "")
    assert [
        (each.where, each.expected, each.found) for each in caught.value.faults
    ] == [
        ("reason", "words", "'  '"),
        ("scored_by", "words", "''"),
        ("kind", "one of inherent, current, target", "residual"),
    ]


def test_a_history_is_in_order_and_holds_one_risk_alone():
    late, early = make_score(4, 2, "2019-12-01"), make_score(4, 4, "2019-09-01")
    aim = make_score(2, 2, "2019-09-01", kind="target")
    other = make_score(5, 5, "2019-10-01", risk="RSK-02")

    history = gather_history("RSK-01", [late, other, early, aim])

    assert history.scores == (early, aim, late)
    assert history.of_kind("current") == (early, late)
    assert history.find_score(date(2019, 8, 31)) is None
    assert history.find_score(date(2019, 12, 1)) == late
    assert history.find_score(date(2019, 12, 1), "target") == aim
    assert history.find_score(date(2019, 12, 1), "inherent") is None


def test_scores_of_one_day_keep_their_order():
    first, second = make_score(4, 4, "2019-09-01"), make_score(1, 2, "2019-09-01")
    history = gather_history("RSK-01", [first, second])
    assert history.find_score(date(2019, 9, 1)) == second
    assert [each.direction for each in find_crossings(history)] == ["up", "down"]


def test_inherent_and_target_scores_never_cross():
    scores = [
        make_score(5, 5, "2019-09-01", kind="inherent"),
        make_score(2, 3, "2019-09-02"),
        make_score(4, 4, "2019-09-03", kind="target"),
    ]
    assert find_crossings(gather_history("RSK-01", scores)) == ()


def test_a_first_score_at_the_threshold_crosses_from_none():
    (crossing,) = find_crossings(
        gather_history("RSK-01", [make_score(2, 4, "2019-09-01")])
    )
    assert crossing == ThresholdCrossing(
        "RSK-01", "up", date(2019, 9, 1), None, 8, 8, "papers_2019"
    )
    assert crossing.words == (
        "RSK-01 reached the threshold of 8 on 1 September 2019: from no score to 8."
    )


def test_each_score_is_held_against_the_matrix_of_its_day():
    steps = ("1", "2", "3", "4", "5")
    grades = (RiskGrade("any", "Any", 1, 25),)
    lax, strict = (
        RiskMatrix(name, name, steps, steps, grades, limit, "told", "s", Validity())
        for name, limit in (("lax", 12), ("strict", 6))
    )
    scores = [make_score(2, 4, "2019-09-01"), make_score(2, 4, "2020-04-01")]

    found = find_crossings(
        gather_history("RSK-01", scores),
        lambda day: lax if day < date(2020, 4, 1) else strict,
    )

    assert [(each.crossed_on, each.threshold, each.matrix) for each in found] == [
        (date(2020, 4, 1), 6, "strict")
    ]


def test_a_score_that_is_none_of_the_matrix_is_refused():
    with pytest.raises(InputError):
        find_crossings(gather_history("RSK-01", [make_score(6, 1, "2019-09-01")]))


def test_a_crossing_tells_the_score_just_before_it():
    rows = [(3, 2, "2019-09-01"), (2, 2, "2019-10-01"), (3, 3, "2019-11-01")]
    (crossing,) = find_crossings(
        gather_history("RSK-01", [make_score(*row) for row in rows])
    )
    assert (crossing.from_score, crossing.to_score) == (4, 9)
