"""Named, dated rule sets for control charts."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from placeplan.errors import UnknownNameError


class ConflictRule(StrEnum):
    """Who wins when equal rules point both ways.

    Examples
    --------
    >>> ConflictRule("improvement")
    <ConflictRule.IMPROVEMENT: 'improvement'>
    """

    IMPROVEMENT = "improvement"
    CONCERN = "concern"


@dataclass(frozen=True, slots=True)
class SpcRuleSet:
    """What counts as a signal on a control chart.

    Parameters
    ----------
    name : str
        As it is printed on the chart.
    starts_on : date
        From when it is in use.
    source : str
        Where it is published.
    shift_points : int
        Points in a row strictly on one side of the mean.
    trend_points : int
        Points in a row that strictly rise or fall.
    trend_across_rebases : bool
        Whether a trend may run over a recalculation.
    minimum_points : int
        Fewer live points give a run of dots without limits, rules or icons.
    partition_points : int
        Fewer live points between recalculations give limits that are told to be weak.
    two_of_three_counts_beyond : bool
        Whether a point beyond three sigma counts among two of three beyond two.
    exclude_moving_range_outliers : bool
        Leave out moving ranges over 3.267 times their mean.
    outliers_leave_mean : bool
        Whether the points of those ranges leave the mean too.
    flat_has_limits : bool
        Whether a series that does not vary keeps limits of no width when its moving
        ranges are screened; it always has them when they are not.
    limit_decides : bool
        Whether a target on a limit passes or fails.
    high_wins_when_neutral : bool
        Whether any high signal outweighs low ones where neither way is better.
    later_trend_wins : bool
        Whether a turning point of two trends belongs to the later one only.
    baseline_each_partition : bool
        Whether a baseline is taken anew after each recalculation.
    precedence : tuple of str
        The rule that names a point, first that applies: of ``trend``, ``shift``,
        ``two_sigma``, ``single``.
    conflict_rule : ConflictRule
        Who wins between equal rules that point both ways.

    Examples
    --------
    >>> get_rule_set("national-2.6a").shift_points
    6
    """

    name: str
    starts_on: date
    source: str
    shift_points: int
    trend_points: int
    trend_across_rebases: bool
    minimum_points: int
    partition_points: int
    two_of_three_counts_beyond: bool
    exclude_moving_range_outliers: bool
    outliers_leave_mean: bool
    flat_has_limits: bool
    limit_decides: bool
    high_wins_when_neutral: bool
    later_trend_wins: bool
    baseline_each_partition: bool
    precedence: tuple[str, ...]
    conflict_rule: ConflictRule = ConflictRule.IMPROVEMENT


NATIONAL_2_6A: Final = SpcRuleSet(
    name="national-2.6a",
    starts_on=date(2024, 1, 1),
    source="NHS England, Making Data Count SQL and Excel tools, v2.6a",
    shift_points=6,
    trend_points=6,
    trend_across_rebases=True,
    minimum_points=13,
    partition_points=12,
    two_of_three_counts_beyond=True,
    exclude_moving_range_outliers=False,
    outliers_leave_mean=True,
    flat_has_limits=True,
    limit_decides=True,
    high_wins_when_neutral=True,
    later_trend_wins=False,
    baseline_each_partition=False,
    precedence=("trend", "shift", "two_sigma", "single"),
)

NHSR_0_2_2: Final = SpcRuleSet(
    name="nhsr-0.2.2",
    starts_on=date(2021, 10, 1),
    source="NHSRplotthedots 0.2.2",
    shift_points=7,
    trend_points=7,
    trend_across_rebases=False,
    minimum_points=1,
    partition_points=13,
    two_of_three_counts_beyond=False,
    exclude_moving_range_outliers=True,
    outliers_leave_mean=False,
    flat_has_limits=False,
    limit_decides=False,
    high_wins_when_neutral=False,
    later_trend_wins=True,
    baseline_each_partition=True,
    precedence=("single", "trend", "two_sigma", "shift"),
)

RULE_SETS: Final = {rules.name: rules for rules in (NATIONAL_2_6A, NHSR_0_2_2)}
DEFAULT_RULE_SET: Final = NATIONAL_2_6A


def get_rule_set(name: str) -> SpcRuleSet:
    """Get a rule set by its name.

    Raises
    ------
    UnknownNameError
        No rule set of that name.

    Examples
    --------
    >>> get_rule_set("nhsr-0.2.2").trend_points
    7
    """
    if name not in RULE_SETS:
        raise UnknownNameError("rule set", name, RULE_SETS)
    return RULE_SETS[name]
