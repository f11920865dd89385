"""Oversight segments: how metrics make a segment, by the rules of a year."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

import numpy as np

from placeplan.errors import Fault, InputError

BEST: Final = 1
WORST: Final = 4
"""Ends of the scale on which metrics are scored."""
DEFICIT_LIMIT: Final = 3
"""Best segment that a provider in deficit can have."""


def average_metrics(metrics: Mapping[str, Sequence[float]]) -> dict[str, float]:
    """Average the metric scores of each body, all metrics alike.

    Parameters
    ----------
    metrics : mapping of str to sequence of float
        Scores of each body, 1 (best) to 4; a metric that does not apply is not there.

    Raises
    ------
    InputError
        When a body has no score, or one outside 1 to 4.

    Examples
    --------
    >>> average_metrics({"RVV": [1, 3, 4, 4]})
    {'RVV': 3.0}
    """
    faults = [
        Fault(
            "metrics",
            body,
            f"scores from {BEST} to {WORST}",
            ", ".join(f"{score:g}" for score in scores) or "none",
            "Correct the scores.",
        )
        for body, scores in metrics.items()
        if not scores or not all(BEST <= score <= WORST for score in scores)
    ]
    if faults:
        raise InputError(faults)
    return {body: float(np.mean(scores)) for body, scores in metrics.items()}


def segment_by_quarters(
    scores: Mapping[str, float], *, in_deficit: Collection[str] = ()
) -> dict[str, int]:
    """Put bodies in segments 1 to 4 by quarters of their average scores.

    The rules of 2025/26: the best quarter is segment 1; a provider in deficit, or with
    deficit support, gets no better than 3. Segment 5 is a decision and no result.

    Parameters
    ----------
    scores : mapping of str to float
        Average metric score of every body in the comparison, 1 best.
    in_deficit : collection of str
        Bodies in deficit.

    Returns
    -------
    dict of str to int
        Equal scores are in one segment, the better one.

    Examples
    --------
    >>> scores = {"a": 1.2, "b": 2.0, "c": 2.5, "d": 3.1}
    >>> segment_by_quarters(scores, in_deficit=["a"])
    {'a': 3, 'b': 2, 'c': 3, 'd': 4}
    """
    ordered = np.sort(np.array(list(scores.values()), dtype=float))
    quarters = {
        body: int(np.searchsorted(ordered, score, side="left") * 4 // len(ordered)) + 1
        for body, score in scores.items()
    }
    return _limit(quarters, in_deficit)


def segment_by_thresholds(
    scores: Mapping[str, float],
    thresholds: Sequence[float],
    *,
    in_deficit: Collection[str] = (),
) -> dict[str, int]:
    """Put bodies in segments 1 to 4 by fixed thresholds.

    The rules of 2026/27, whose threshold values are not public here: whoever has them
    passes them in.

    Parameters
    ----------
    scores : mapping of str to float
        Average metric score of each body, 1 best.
    thresholds : sequence of float
        Highest score of segments 1, 2 and 3, rising.
    in_deficit : collection of str
        Bodies that get no better than 3.

    Raises
    ------
    InputError
        When there are not three thresholds that rise.

    Examples
    --------
    >>> segment_by_thresholds({"a": 1.9, "b": 2.0, "c": 3.9}, [1.9, 2.4, 3.0])
    {'a': 1, 'b': 2, 'c': 4}
    """
    if len(thresholds) != 3 or list(thresholds) != sorted(set(thresholds)):
        found = ", ".join(f"{each:g}" for each in thresholds) or "none"
        remedy = "Give the highest score of segments 1, 2 and 3."
        expected = "three thresholds that rise"
        raise InputError([Fault("thresholds", "", expected, found, remedy)])
    segments = {
        body: int(np.searchsorted(thresholds, score, side="left")) + 1
        for body, score in scores.items()
    }
    return _limit(segments, in_deficit)


def _limit(segments: Mapping[str, int], in_deficit: Collection[str]) -> dict[str, int]:
    return {
        body: max(segment, DEFICIT_LIMIT) if body in in_deficit else segment
        for body, segment in segments.items()
    }
