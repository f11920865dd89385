"""What a signal means (improvement, concern, neither), and if a target is met."""

from enum import StrEnum
from typing import Final

import numpy as np

from placeplan.stats.array import Flags, Floats, Ints, Words
from placeplan.stats.spc_rule_set import ConflictRule, SpcRuleSet
from placeplan.stats.spc_signal import SAME, SpcSignals

COMMON_CAUSE: Final = "common_cause"


class Direction(StrEnum):
    """The way in which a measure gets better.

    Examples
    --------
    >>> Direction("decrease").sign
    -1
    """

    INCREASE = "increase"
    DECREASE = "decrease"
    NEUTRAL = "neutral"

    @property
    def sign(self) -> int:
        """+1, -1, or 0 for neither."""
        return {"increase": 1, "decrease": -1, "neutral": 0}[self.value]


def judge_points(
    signals: SpcSignals, live: Flags, improvement: Direction, rules: SpcRuleSet
) -> tuple[Words, Ints, Words]:
    """Name for each point the rule that speaks, its direction and its meaning.

    Parameters
    ----------
    signals : SpcSignals
        Signals by rule, shape (series, points).
    live : array of bool
        Points that take part.
    improvement : Direction
        The way in which the measure gets better.
    rules : SpcRuleSet
        Precedence of rules, and who wins between equal ones that point both ways.

    Returns
    -------
    rule : array of str
        The first rule of the precedence that applies, empty for none.
    direction : array of int
        +1 high, -1 low, 0 none.
    judgement : array of str
        ``common_cause``, ``improvement_high``, ``improvement_low``, ``concern_high``,
        ``concern_low``, ``neither_high`` or ``neither_low``.

    Examples
    --------
    >>> from placeplan.stats.spc_rule_set import NATIONAL_2_6A
    >>> yes, no = np.array([[True]]), np.array([[False]])
    >>> up = {"single": no, "two_sigma": no, "shift": no, "trend": yes}
    >>> down = {"single": no, "two_sigma": no, "shift": yes, "trend": no}
    >>> judge_points(SpcSignals(up, down), yes, Direction.INCREASE, NATIONAL_2_6A)[2]
    array([['improvement_high']], dtype='<U16')
    """
    shape = live.shape
    rule, direction = np.full(shape, "", dtype="<U9"), np.zeros(shape, np.int64)
    tie = improvement.sign or 1
    if improvement.sign and rules.conflict_rule is ConflictRule.CONCERN:
        tie = -improvement.sign
    for name in reversed(rules.precedence):
        up, down = signals.up[name], signals.down[name]
        either = up | down
        rule[either] = name
        direction = np.where(
            either, np.where(up & down, tie, up.astype(int) - down), direction
        )
    if not improvement.sign and rules.high_wins_when_neutral:
        any_up = np.logical_or.reduce(list(signals.up.values()))
        direction = np.where(any_up, 1, direction)
    return rule, direction, _name(direction, improvement)


def _name(direction: Ints, improvement: Direction) -> Words:
    words = np.full(direction.shape, COMMON_CAUSE, dtype="<U16")
    for sign, height in ((1, "high"), (-1, "low")):
        if not improvement.sign:
            meaning = "neither"
        else:
            meaning = "improvement" if sign == improvement.sign else "concern"
        words[direction == sign] = f"{meaning}_{height}"
    return words


def judge_targets(
    target: Floats,
    lower: Floats,
    upper: Floats,
    improvement: Direction,
    rules: SpcRuleSet,
) -> Words:
    """Say whether targets can be expected to be met.

    Parameters
    ----------
    target, lower, upper : array of float, shape (series,)
        Targets and last limits; NaN for none.
    improvement : Direction
        The way in which the measure gets better; neutral has no assurance.
    rules : SpcRuleSet
        Whether a target on a limit passes or fails.

    Returns
    -------
    array of str, shape (series,)
        ``pass``, ``fail``, ``hit_or_miss``, or empty. A series that does not vary has,
        under rules without limits for it, ``hit_or_miss``.

    Examples
    --------
    >>> from placeplan.stats.spc_rule_set import NATIONAL_2_6A
    >>> judge_targets(np.array([76.32]), np.array([65.68]), np.array([76.32]),
    ...               Direction.INCREASE, NATIONAL_2_6A).tolist()
    ['fail']
    """
    words = np.full(target.shape, "", dtype="<U11")
    if not improvement.sign:
        return words
    slack = SAME * np.nanmax(np.abs([target, lower, upper]), axis=0, initial=0.0)
    slack = slack if rules.limit_decides else -slack
    with np.errstate(invalid="ignore"):
        below, above = target <= lower + slack, target >= upper - slack
    has = ~np.isnan(target)
    if rules.flat_has_limits:
        has &= ~np.isnan(lower)
    words[has] = "hit_or_miss"
    met, missed = (below, above) if improvement.sign > 0 else (above, below)
    words[has & missed] = "fail"
    words[has & met] = "pass"
    return words
