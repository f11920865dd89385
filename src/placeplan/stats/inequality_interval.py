"""Intervals of the slope and relative index: closed wherever a closed form exists."""

import numpy as np

from placeplan.stats.array import Floats
from placeplan.stats.distribution import normal_quantile
from placeplan.stats.inequality import Regression, ValueType

SURE_SIGN = 8.0
"""Standard errors by which an intercept must differ from 0 for Fieller's limits."""

DRAWS_AT_ONCE = 2_000_000


def normal_limits(
    estimate: Floats, weights: Floats, error: Floats, levels: tuple[float, ...]
) -> tuple[Floats, Floats]:
    """Compute exact limits of a weighted sum of normal values.

    Returns
    -------
    tuple of array of float, shape (..., levels)
        estimate ± z √Σ(weight × error)².

    Examples
    --------
    >>> lower, upper = normal_limits(np.array(2.0), np.array([2.0, -2.0]),
    ...                              np.array([1.0, 1.0]), (0.95,))
    >>> lower.round(4).tolist(), upper.round(4).tolist()
    ([-3.5436], [7.5436])
    """
    spread = np.sqrt(((weights * error) ** 2).sum(axis=-1))
    reach = spread[..., None] * normal_quantile(levels)
    return estimate[..., None] - reach, estimate[..., None] + reach


def ratio_limits(
    line: Regression, values: Floats, error: Floats, levels: tuple[float, ...]
) -> tuple[Floats, Floats]:
    """Compute Fieller's limits of (intercept + slope) / intercept.

    The two ends of the line are normal and vary together; the share of draws below a
    ratio has a closed form while the intercept keeps its sign (8 standard errors).

    Returns
    -------
    tuple of array of float, shape (..., levels)
        Limits; NaN where the intercept may change its sign, so that only draws can say.

    Examples
    --------
    >>> from placeplan.stats.inequality import weigh_groups
    >>> lower, upper = ratio_limits(weigh_groups([100.0, 100.0]), np.array([3.0, 5.0]),
    ...                             np.array([0.1, 0.1]), (0.95,))
    >>> lower.round(4).tolist(), upper.round(4).tolist()
    ([2.5034], [3.6737])
    """
    far = line.intercept + line.slope
    low_end, high_end = (line.intercept * values).sum(-1), (far * values).sum(-1)
    v_low = ((line.intercept * error) ** 2).sum(-1)
    v_high = ((far * error) ** 2).sum(-1)
    both = (line.intercept * far * error**2).sum(-1)
    z2 = normal_quantile(levels) ** 2
    a = (low_end**2)[..., None] - z2 * v_low[..., None]
    b = (low_end * high_end)[..., None] - z2 * both[..., None]
    c = (high_end**2)[..., None] - z2 * v_high[..., None]
    with np.errstate(divide="ignore", invalid="ignore"):
        root = np.sqrt(b * b - a * c)
        first, second = (b - root) / a, (b + root) / a
        unsure = (np.abs(low_end) < SURE_SIGN * np.sqrt(v_low))[..., None]
    lower, upper = np.minimum(first, second), np.maximum(first, second)
    return np.where(unsure, np.nan, lower), np.where(unsure, np.nan, upper)


def draw_indices(
    line: Regression,
    values: Floats,
    error: Floats,
    value_type: ValueType,
    repetitions: int,
    generator: np.random.Generator,
) -> tuple[Floats, Floats]:
    """Draw the slope and relative index of one area many times.

    Parameters
    ----------
    line : Regression
        Of the one area.
    values, error : array of float, shape (groups,)
        Values and standard errors on the scale of `value_type`.
    value_type : ValueType
        Which scale that is.
    repetitions : int
        Number of draws.
    generator : numpy.random.Generator
        The source of chance.

    Returns
    -------
    tuple of array of float, shape (repetitions,)
        Sorted slopes and sorted relative indices.

    Examples
    --------
    >>> from placeplan.stats.inequality import weigh_groups
    >>> slopes, ratios = draw_indices(
    ...     weigh_groups([1.0, 1.0]), np.array([3.0, 5.0]), np.array([0.0, 0.0]),
    ...     ValueType.OTHER, 3, np.random.default_rng(1))
    >>> slopes.tolist(), ratios.tolist()
    ([4.0, 4.0, 4.0], [3.0, 3.0, 3.0])
    """
    step = max(1, DRAWS_AT_ONCE // len(values))
    slopes, ratios = [], []
    for start in range(0, repetitions, step):
        count = min(step, repetitions - start)
        drawn = generator.standard_normal((count, len(values))) * error + values
        near, slope = line.fit(value_type.back(drawn))
        slopes.append(slope)
        ratios.append((near + slope) / near)
    return np.sort(np.concatenate(slopes)), np.sort(np.concatenate(ratios))


def read_draws(drawn: Floats, levels: tuple[float, ...]) -> tuple[Floats, Floats]:
    """Read limits off sorted draws: positions round(R(1 - p)) and round(R p).

    Examples
    --------
    >>> lower, upper = read_draws(np.arange(1.0, 1001.0), (0.95,))
    >>> lower.tolist(), upper.tolist()
    ([25.0], [975.0])
    """
    p = (1 + np.asarray(levels)) / 2
    count = len(drawn)
    low = np.clip(np.rint(count * (1 - p)).astype(int) - 1, 0, count - 1)
    high = np.clip(np.rint(count * p).astype(int) - 1, 0, count - 1)
    return drawn[low], drawn[high]
