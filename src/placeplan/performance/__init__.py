"""Performance: what was promised, what is delivered, and whether a change is a signal.

Takes indicators with their definition, numerator, denominator and direction; values as
papers print them, and monthly parts; standards with the days on which they hold. Gives
the table that boards know with what fails, dashboards with ranks, ratings by named rule
sets, and a tracker of the must-dos. The deprivation of small areas is summed to
districts and held beside what it may explain. Numerators and denominators are summed
before they are divided; percentages are never averaged. Standards and rule sets are
dated lists, so that one engine serves 2016 and today. A rating whose weights are ours
says so.
"""

from placeplan.performance.check import check_performance
from placeplan.performance.dashboard import rank_bodies
from placeplan.performance.deprivation import (
    DeprivationPairs,
    find_edition,
    pair_deprivation,
    sum_deprivation,
)
from placeplan.performance.indicator import Indicator, read_indicators
from placeplan.performance.inputs import TABLES
from placeplan.performance.must_do import STATES, track_must_dos
from placeplan.performance.national_standard import (
    NationalStandard,
    find_national_standard,
    list_national_standards,
)
from placeplan.performance.outline import Outline, read_outline
from placeplan.performance.oversight_segment import (
    average_metrics,
    segment_by_quarters,
    segment_by_thresholds,
)
from placeplan.performance.pooled_rating import pool_ratings
from placeplan.performance.rating import rate_bodies, score_bodies
from placeplan.performance.rule_set import (
    Category,
    RuleSet,
    get_rule_set,
    list_rule_sets,
)
from placeplan.performance.series import compare_with_trajectories, sum_series
from placeplan.performance.signal import (
    ASSURANCES,
    VARIATIONS,
    SignalCharts,
    chart_signals,
)
from placeplan.performance.standard_table import compare_with_standards, count_failed
from placeplan.performance.threshold import Threshold

__all__ = [
    "ASSURANCES",
    "STATES",
    "TABLES",
    "VARIATIONS",
    "Category",
    "DeprivationPairs",
    "Indicator",
    "NationalStandard",
    "Outline",
    "RuleSet",
    "SignalCharts",
    "Threshold",
    "average_metrics",
    "chart_signals",
    "check_performance",
    "compare_with_standards",
    "compare_with_trajectories",
    "count_failed",
    "find_edition",
    "find_national_standard",
    "get_rule_set",
    "list_national_standards",
    "list_rule_sets",
    "pair_deprivation",
    "pool_ratings",
    "rank_bodies",
    "rate_bodies",
    "read_indicators",
    "read_outline",
    "score_bodies",
    "segment_by_quarters",
    "segment_by_thresholds",
    "sum_deprivation",
    "sum_series",
    "track_must_dos",
]
