"""Scores of configurations: volume, travel, capacity, neighbours, deprivation."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from placeplan.capacity.choice import BoolArray, FloatArray
from placeplan.capacity.geography import Geography
from placeplan.capacity.landing import LIMITS, Landing

FIFTHS: Final = (1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class ScoreWords:
    """What a score is.

    Parameters
    ----------
    name, unit : str
        For readers.
    more_is_better : bool
        Which way is good.
    """

    name: str
    unit: str
    more_is_better: bool


SCORES: Final[Mapping[str, ScoreWords]] = {
    "mean_minutes": ScoreWords("Mean travel", "minutes", False),
    "worst_minutes": ScoreWords("Travel from the farthest area", "minutes", False),
    **{
        f"within_{limit}_share": ScoreWords(
            f"Cases within {limit} minutes", "share of residents' cases", True
        )
        for limit in LIMITS
    },
    "sites_above_floor": ScoreWords("Sites with enough cases", "sites", True),
    "smallest_cases": ScoreWords("Cases at the smallest site", "cases a year", True),
    "least_headroom": ScoreWords("Least headroom of a site", "cases a year", True),
    "neighbour_cases": ScoreWords(
        "More cases at neighbours than now", "cases a year", False
    ),
    "residents_elsewhere_share": ScoreWords(
        "Treated at neighbours", "share of residents' cases", False
    ),
    "deprivation_minutes": ScoreWords(
        "Longer travel of the most deprived fifth than of the least", "minutes", False
    ),
}
"""Scores that can be goals; ``sites_above_floor`` counts sites with the fewest cases
that the question wants, or more."""


def score_landing(
    places: Geography,
    is_open: BoolArray,
    landing: Landing,
    *,
    now: Landing,
    fewest_cases: float,
) -> dict[str, FloatArray]:
    """Score configurations.

    Parameters
    ----------
    places : Geography
        Areas, sites and minutes.
    is_open : array of bool
        Shaped (configuration, candidate).
    landing : Landing
        Of these configurations.
    now : Landing
        Of what is open today, one configuration.
    fewest_cases : float
        Cases a year that a site should have.

    Returns
    -------
    dict of str to array
        Shaped (configuration,): the scores of `SCORES`, and ``mean_minutes_fifth_1``
        (the most deprived) to ``mean_minutes_fifth_5``. NaN where nobody states what a
        score needs: a capacity, a fifth, an open site in the area.
    """
    lived = places.is_here & (places.cases > 0)
    ours = places.cases * places.is_here
    inside = places.open_sites(is_open) & ~places.is_neighbour
    spare = places.capacity - landing.cases
    beyond = landing.cases[:, places.is_neighbour].sum(axis=1)
    before = now.cases[:, places.is_neighbour].sum(axis=1)
    fifths = {
        f"mean_minutes_fifth_{fifth}": _average(
            landing.minutes, ours * (places.fifth == fifth)
        )
        for fifth in FIFTHS
    }
    first, *_, last = fifths.values()
    return {
        "mean_minutes": _average(landing.minutes, ours),
        "worst_minutes": landing.minutes[:, lived].max(axis=1),
        **{
            f"within_{limit}_share": np.minimum(landing.within[:, at], 1.0)
            for at, limit in enumerate(LIMITS)
        },
        "sites_above_floor": (inside & (landing.cases >= fewest_cases))
        .sum(axis=1)
        .astype(float),
        "smallest_cases": _find_least(landing.cases, inside),
        "least_headroom": _find_least(spare, inside & ~np.isnan(places.capacity)),
        "neighbour_cases": beyond - before,
        "residents_elsewhere_share": landing.elsewhere,
        "deprivation_minutes": first - last,
        **fifths,
    }


def orient_goals(
    scores: Mapping[str, FloatArray], goals: tuple[str, ...]
) -> FloatArray:
    """Put goals beside each other so that more is better, to nine decimals.

    Beyond them lies the order in which sums were done, which must not decide.

    Returns
    -------
    array
        Shaped (configuration, goal); what is not known is worst.
    """
    signs = [1 if SCORES[goal].more_is_better else -1 for goal in goals]
    laid = np.stack(
        [sign * scores[goal] for sign, goal in zip(signs, goals, strict=True)], axis=1
    )
    return np.nan_to_num(np.round(laid, 9), nan=-np.inf)


def _average(minutes: FloatArray, cases: FloatArray) -> FloatArray:
    total = cases.sum()
    if not total:
        return np.full(len(minutes), np.nan)
    mean: FloatArray = minutes @ (cases / total)
    return mean


def _find_least(values: FloatArray, counted: BoolArray) -> FloatArray:
    least: FloatArray = np.where(counted, values, np.inf).min(axis=1)
    return np.where(np.isinf(least), np.nan, least)
