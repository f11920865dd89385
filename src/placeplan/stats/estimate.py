"""An estimate with its interval, and a reason wherever something is withheld."""

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from placeplan.stats.array import Floats, Words

NOTHING_WITHHELD: Final = ""

REASONS: Final[dict[str, str]] = {
    "missing_count": "A count or a denominator is missing.",
    "one_value": "One value has no spread, so no interval.",
    "few_events": "Fewer than ten events.",
    "negative_deaths": "A number of deaths is below zero.",
    "no_people": "An age band has nobody in it.",
    "wrong_bands": "The age bands are not those that were declared.",
    "deaths_above_people": "More deaths than people in an age band.",
    "few_people": "5,000 people or fewer in all.",
    "no_deaths_in_last_band": "Nobody died in the last, open age band.",
    "no_survivors": "Nobody lives to this age, so there is no interval.",
    "wide_interval": "The 95% interval is wider than 20 years.",
    "missing_group": "A deprivation group is absent.",
    "no_intercept": "The line starts at 0, so there is no ratio of its ends.",
    "few_areas": "Fewer areas than quantiles.",
    "few_points": "Too few points for control limits.",
    "no_variation": "The series does not vary, so this rule set gives no limits.",
    "ghost": "The point is shown but takes part in nothing.",
    "nobody_waiting": "Nobody is waiting.",
    "queue_too_big": "The queue needs relief first; see relief_capacity.",
    "queue_not_too_big": "No relief is needed; see target_capacity.",
    "open_band": "The percentile lies in the open last band.",
}
"""Every reason code with its meaning."""


@dataclass(frozen=True, slots=True, eq=False)
class Estimate:
    """Values with intervals, for many areas at once.

    Parameters
    ----------
    value : array of float, shape (areas,)
        The estimate; NaN where withheld.
    lower, upper : array of float, shape (areas, levels)
        Limits, one column a confidence level.
    levels : tuple of float
        The confidence levels.
    reason : array of str, shape (areas,)
        A code of `REASONS` where something is withheld, else empty.
    parts : dict of str to array
        What the value was made of, such as ``total_count`` or ``expected``.
    checks : tuple of str
        What the structural checks found, in words; empty when all is well.

    Examples
    --------
    >>> Estimate(np.array([1.0]), np.array([[0.5]]), np.array([[2.0]]), (0.95,),
    ...          np.array([""])).value.tolist()
    [1.0]
    """

    value: Floats
    lower: Floats
    upper: Floats
    levels: tuple[float, ...]
    reason: Words
    parts: dict[str, Floats] = field(default_factory=dict)
    checks: tuple[str, ...] = ()


def no_reasons(count: int) -> Words:
    """Make reasons that say nothing yet.

    Examples
    --------
    >>> no_reasons(2).tolist()
    ['', '']
    """
    return np.full(count, NOTHING_WITHHELD, dtype="<U24")
