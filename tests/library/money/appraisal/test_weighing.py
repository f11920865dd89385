"""Weighted scores, ranks, and the weight that would change the winner."""

from fractions import Fraction

import pytest

from placeplan.errors import InputError
from placeplan.money.appraisal import Switch, Weighing, find_switches

SCORES = {
    "keep": {"quality": 3, "access": 8, "staff": 4},
    "two": {"quality": 7, "access": 5, "staff": 6},
    "one": {"quality": 9, "access": 1, "staff": 8},
}
WEIGHTS = {"quality": 50, "access": 30, "staff": 20}


def test_totals_and_ranks():
    weighing = Weighing.from_weights(WEIGHTS, SCORES)

    # keep 1.5 + 2.4 + 0.8; two 3.5 + 1.5 + 1.2; one 4.5 + 0.3 + 1.6.
    assert {name: float(each) for name, each in weighing.find_totals().items()} == {
        "keep": 4.7,
        "two": 6.2,
        "one": 6.4,
    }
    assert weighing.find_ranks() == {"keep": 3, "two": 2, "one": 1}
    assert weighing.list_winners() == ("one",)


def test_a_weight_that_moves_leaves_the_others_in_proportion():
    weighing = Weighing.from_weights(WEIGHTS, SCORES)

    # Quality at nothing: access and staff stay 3 to 2.
    assert weighing.find_total_at("two", "quality", 0) == Fraction(27, 5)
    assert weighing.find_total_at("two", "quality", 0.5) == Fraction(62, 10)
    assert weighing.find_total_at("two", "quality", 1) == 7


def test_each_switch_is_where_another_option_draws_level():
    weighing = Weighing.from_weights(WEIGHTS, SCORES)

    switches = {each.criterion: each for each in find_switches(weighing)}

    # Access w, the rest 5 to 2: two has 47/7 (1 - w) + 5 w, one 61/7 (1 - w) + w.
    assert switches["access"] == Switch(
        "access", Fraction(3, 10), Fraction(1, 3), "two"
    )
    assert switches["access"].move == Fraction(1, 30)
    # Quality w, the rest 3 to 2: two 5.4 + 1.6 w, one 3.8 + 5.2 w: level at 4/9.
    assert switches["quality"].at_share == Fraction(4, 9)
    # Staff w, the rest 5 to 3: two 6.25 - 0.25 w, one 6 + 2 w: level at 1/9.
    assert switches["staff"].at_share == Fraction(1, 9)
    assert [each.criterion for each in find_switches(weighing)] == [
        "access",
        "quality",
        "staff",
    ]


def test_a_weight_can_change_the_winner_both_ways():
    scores = {
        "middle": {"a": 6, "b": 6, "c": 6},
        "low": {"a": 0, "b": 8, "c": 8},
        "high": {"a": 9, "b": 3, "c": 3},
    }

    found = find_switches(Weighing.from_weights({"a": 4, "b": 3, "c": 3}, scores))

    # Of a: low 8 (1 - w) meets 6 at 1/4; high 3 + 6 w meets it at 1/2.
    assert [(s.rival, s.at_share) for s in found if s.criterion == "a"] == [
        ("high", Fraction(1, 2)),
        ("low", Fraction(1, 4)),
    ]


def test_a_winner_on_everything_never_changes():
    scores = {"best": {"a": 9, "b": 9}, "other": {"a": 1, "b": 9}}

    assert find_switches(Weighing.from_weights({"a": 1, "b": 1}, scores)) == ()


def test_options_that_win_together_part_at_once():
    scores = {"one": {"a": 9, "b": 1}, "two": {"a": 1, "b": 9}}
    weighing = Weighing.from_weights({"a": 1, "b": 1}, scores)

    assert weighing.find_ranks() == {"one": 1, "two": 1}
    assert [each.move for each in find_switches(weighing)] == [0, 0]


def test_a_single_criterion_has_nothing_to_move_against():
    weighing = Weighing.from_weights({"a": 3}, {"x": {"a": 1}, "y": {"a": 2}})

    assert (weighing.list_winners(), find_switches(weighing)) == (("y",), ())


def test_others_without_weight_share_what_is_left_alike():
    scores = {"x": {"a": 9, "b": 2, "c": 4}, "y": {"a": 8, "b": 9, "c": 9}}
    weighing = Weighing.from_weights({"a": 5, "b": 0, "c": 0}, scores)

    # x 9 w + 3 (1 - w), y 8 w + 9 (1 - w): level at 6/7.
    switches = {each.criterion: each.at_share for each in find_switches(weighing)}
    assert switches == {"a": Fraction(6, 7), "b": Fraction(1, 8), "c": Fraction(1, 6)}


def test_no_options_have_no_winner():
    assert find_switches(Weighing.from_weights({"a": 1}, {})) == ()


def test_every_fault_is_told_at_once():
    with pytest.raises(InputError) as caught:
        Weighing.from_weights({"a": -1, "b": 0}, {"x": {"a": 1}})

    assert [(each.where, each.expected) for each in caught.value.faults] == [
        ("a", "0 or more"),
        ("x", "a score on b"),
    ]
    with pytest.raises(InputError, match="a weight above 0"):
        Weighing.from_weights({"a": 0}, {"x": {"a": 1}})
