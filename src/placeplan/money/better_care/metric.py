"""Metrics of the Better Care Fund, each with the years in which it was asked for."""

from dataclasses import dataclass
from typing import Any, Final

from placeplan.periods import FinancialYear
from placeplan.reference import get_publication
from placeplan.reference.listing import Listing, list_held, state_list
from placeplan.tables import Column

RECALLED: Final = (
    "Known widely, and not read in the source: check it before you quote it."
)
"""What a page says beside a metric whose definition was not read."""

_METRICS: Final[Listing[dict[str, Any]]] = Listing(
    "metric of the Better Care Fund",
    state_list(
        "better_care_metrics",
        Column("better_care_metric", "text", "Id of this version."),
        Column("metric", "text", "Id of the metric."),
        Column("metric_set", "text", "Which metrics it is one of."),
        Column("name", "text", "Name for people."),
        Column("numerator", "text", "What stands above the line."),
        Column("denominator", "text", "What stands below it."),
        Column("scale", "whole", "What the quotient is multiplied by."),
        Column("unit", "text", "Unit of the metric."),
        Column("better", "text", choices=frozenset({"up", "down"})),
        Column("pooled", "flag", "Whether areas may be summed above and below."),
        Column("basis", "text", "How it was read."),
    ),
    dict,
)


@dataclass(frozen=True, slots=True)
class BetterCareMetric:
    """One metric, as it was asked for in some years.

    Parameters
    ----------
    metric, metric_set, name : str
        Id; the set that it is one of; name for people.
    numerator, denominator : str
        What stands above and below the line.
    scale : int
        What the quotient is multiplied by, such as 100,000.
    unit : str
        Unit of the metric.
    more_is_better : bool
        Whether a higher value is better.
    can_sum : bool
        Whether areas may be summed above and below the line; not of a percentile.
    caution : str
        What a reader must know; empty when nothing.
    source : str
        Where it was read.
    """

    metric: str
    metric_set: str
    name: str
    numerator: str
    denominator: str
    scale: int
    unit: str
    more_is_better: bool
    can_sum: bool
    caution: str
    source: str


def list_metrics(year: int) -> tuple[BetterCareMetric, ...]:
    """List the metrics that were asked for in a year.

    Parameters
    ----------
    year : int
        Year in which the financial year starts.

    Returns
    -------
    tuple of BetterCareMetric
        In the order of the list; none where those of the year were not read.

    Examples
    --------
    >>> [len(list_metrics(year)) for year in (2015, 2016, 2017, 2025)]
    [0, 4, 6, 3]
    """
    first = FinancialYear(year).starts_on
    return tuple(
        BetterCareMetric(
            *(row["metric"], row["metric_set"], row["name"]),
            *(row["numerator"], row["denominator"], row["scale"], row["unit"]),
            row["better"] == "up",
            row["pooled"],
            RECALLED if row["basis"] == "common_knowledge" else "",
            get_publication(row["source"]).words,
        )
        for row in list_held(_METRICS, first)
    )
