"""Stats: rates, comparisons, inequality, signals and queues, right to the last digit.

Answers how large a figure is and how sure (proportions, rates, means), how places
compare once their ages are alike (standardised rates and ratios, life expectancy and
what makes it differ), how unequal groups are (slope and relative index), which units
stand out (funnel plots), whether a process has changed (control charts under named,
dated rule sets) and what a waiting list needs. Takes arrays, many areas at once, any
confidence level and any age bands; gives arrays, with a reason code wherever something
is withheld.

What the structure of an input leaves in doubt (an absent age band, a missing count, a
month out of order) is refused; ``structure="report"`` goes on as published tools do and
tells what was found. Chance comes in as a generator; nothing is read from a clock or a
file. `METHODS` are the same methods by name, for ``placeplan stats``.
"""

from placeplan.stats.count_chart import (
    limit_counts,
    limit_counts_between,
    limit_proportions,
    limit_times_between,
    limit_unit_counts,
)
from placeplan.stats.count_limit import byar_limits, count_limits
from placeplan.stats.crude_rate import estimate_crude_rate
from placeplan.stats.direct_rate import standardise_rate, standardise_rows
from placeplan.stats.estimate import REASONS, Estimate
from placeplan.stats.funnel_limit import (
    FunnelLines,
    draw_proportion_lines,
    draw_rate_lines,
    draw_ratio_lines,
)
from placeplan.stats.funnel_significance import (
    judge_proportion,
    judge_rate,
    judge_ratio,
)
from placeplan.stats.indirect_ratio import standardise_ratio
from placeplan.stats.inequality import ValueType
from placeplan.stats.inequality_index import (
    IndexOptions,
    InequalityIndex,
    error_from_limits,
    measure_inequality,
)
from placeplan.stats.inequality_reliability import (
    IndexReliability,
    measure_reliability,
)
from placeplan.stats.life_decomposition import decompose_life_expectancy
from placeplan.stats.life_expectancy import estimate_life_expectancy
from placeplan.stats.life_lost import count_life_lost
from placeplan.stats.life_table import BANDS_85, BANDS_90, LifeTable, build_life_table
from placeplan.stats.mean import estimate_mean
from placeplan.stats.method import (
    Answer,
    InputColumn,
    Method,
    Option,
    find_method,
    run_method,
)
from placeplan.stats.method_list import METHODS
from placeplan.stats.method_schema import describe_method
from placeplan.stats.overdispersion import (
    FunnelScale,
    OverdispersedFunnel,
    widen_funnel,
)
from placeplan.stats.prime_chart import (
    limit_proportions_prime,
    limit_unit_counts_prime,
)
from placeplan.stats.proportion import estimate_proportion
from placeplan.stats.quantile import assign_quantiles
from placeplan.stats.referral_wait import WaitSummary, find_percentiles, summarise_waits
from placeplan.stats.request import Request
from placeplan.stats.run_chart import RunChart, chart_runs
from placeplan.stats.small_area_estimate import SyntheticEstimate, estimate_small_areas
from placeplan.stats.spc_chart import Assurance, SpcChart, chart_series
from placeplan.stats.spc_judgement import Direction
from placeplan.stats.spc_rule_set import (
    DEFAULT_RULE_SET,
    RULE_SETS,
    ConflictRule,
    SpcRuleSet,
    get_rule_set,
)
from placeplan.stats.structure import Inspection, Structure
from placeplan.stats.waiting_history import (
    WaitingHistory,
    WaitingSummary,
    count_queue,
    read_history,
    summarise_history,
)
from placeplan.stats.waiting_list import (
    WaitingListNeed,
    WaitingListState,
    compute_need,
)

__all__ = [
    "BANDS_85",
    "BANDS_90",
    "DEFAULT_RULE_SET",
    "METHODS",
    "REASONS",
    "RULE_SETS",
    "Answer",
    "Assurance",
    "ConflictRule",
    "Direction",
    "Estimate",
    "FunnelLines",
    "FunnelScale",
    "IndexOptions",
    "IndexReliability",
    "InequalityIndex",
    "InputColumn",
    "Inspection",
    "LifeTable",
    "Method",
    "Option",
    "OverdispersedFunnel",
    "Request",
    "RunChart",
    "SpcChart",
    "SpcRuleSet",
    "Structure",
    "SyntheticEstimate",
    "ValueType",
    "WaitSummary",
    "WaitingHistory",
    "WaitingListNeed",
    "WaitingListState",
    "WaitingSummary",
    "assign_quantiles",
    "build_life_table",
    "byar_limits",
    "chart_runs",
    "chart_series",
    "compute_need",
    "count_life_lost",
    "count_limits",
    "count_queue",
    "decompose_life_expectancy",
    "describe_method",
    "draw_proportion_lines",
    "draw_rate_lines",
    "draw_ratio_lines",
    "error_from_limits",
    "estimate_crude_rate",
    "estimate_life_expectancy",
    "estimate_mean",
    "estimate_proportion",
    "estimate_small_areas",
    "find_method",
    "find_percentiles",
    "get_rule_set",
    "judge_proportion",
    "judge_rate",
    "judge_ratio",
    "limit_counts",
    "limit_counts_between",
    "limit_proportions",
    "limit_proportions_prime",
    "limit_times_between",
    "limit_unit_counts",
    "limit_unit_counts_prime",
    "measure_inequality",
    "measure_reliability",
    "read_history",
    "run_method",
    "standardise_rate",
    "standardise_ratio",
    "standardise_rows",
    "summarise_history",
    "summarise_waits",
    "widen_funnel",
]
