"""The Better Care Fund: pooled budgets of the NHS and councils, and their metrics.

Answers who pays how much into each pool, whether what is planned is what is paid in,
who bears an overspend, and whether metrics came out as planned. Takes contributions,
spending and the parts of metrics from the plan folder, and the metrics of each year as
a dated list; gives whole pence that tie, and values that are sums over sums.
"""

from placeplan.money.better_care.check import check_better_care
from placeplan.money.better_care.comparison import TOGETHER, compare_metrics
from placeplan.money.better_care.inputs import (
    BETTER_CARE_CONTRIBUTIONS,
    BETTER_CARE_RESULTS,
    BETTER_CARE_SPENDING,
    BETTER_CARE_TABLES,
    CONTRIBUTION_KINDS,
)
from placeplan.money.better_care.metric import BetterCareMetric, list_metrics
from placeplan.money.better_care.pool import list_partners, sum_pools

__all__ = [
    "BETTER_CARE_CONTRIBUTIONS",
    "BETTER_CARE_RESULTS",
    "BETTER_CARE_SPENDING",
    "BETTER_CARE_TABLES",
    "CONTRIBUTION_KINDS",
    "TOGETHER",
    "BetterCareMetric",
    "check_better_care",
    "compare_metrics",
    "list_metrics",
    "list_partners",
    "sum_pools",
]
