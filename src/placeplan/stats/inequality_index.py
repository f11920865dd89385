"""The slope and relative index of inequality of many areas, with their intervals."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from placeplan.errors import Fault, InputError
from placeplan.stats.array import Floats
from placeplan.stats.distribution import normal_quantile
from placeplan.stats.inequality import Regression, ValueType, weigh_groups
from placeplan.stats.inequality_interval import (
    draw_indices,
    normal_limits,
    ratio_limits,
    read_draws,
)
from placeplan.stats.level import DEFAULT_LEVELS, read_levels

DEFAULT_REPETITIONS: Final = 100_000
FEWEST_REPETITIONS: Final = 1_000


@dataclass(frozen=True, slots=True)
class IndexOptions:
    """How the indices are to be computed.

    Parameters
    ----------
    value_type : ValueType
        0 other, 1 rate (varies on the log scale), 2 proportion (logit).
    transform : bool
        Fit on that scale; needs type 1 or 2.
    multiplier : float
        Times the slope index; a negative one turns its sense and inverts the relative.
    levels : tuple of float
        Confidence levels.
    repetitions : int
        Draws where no closed form exists; 1,000 or more.

    Raises
    ------
    InputError
        Options that do not go together.

    Examples
    --------
    >>> IndexOptions(ValueType.PROPORTION, transform=True).multiplier
    1.0
    """

    value_type: ValueType = ValueType.OTHER
    transform: bool = False
    multiplier: float = 1.0
    levels: tuple[float, ...] = DEFAULT_LEVELS
    repetitions: int = DEFAULT_REPETITIONS

    def __post_init__(self) -> None:
        faults = []
        if self.transform and self.value_type is ValueType.OTHER:
            faults.append(
                ("transform", "value_type 1 or 2 to transform", "value_type 0")
            )
        if self.repetitions < FEWEST_REPETITIONS:
            found = str(self.repetitions)
            faults.append(("repetitions", f"{FEWEST_REPETITIONS} or more", found))
        if self.multiplier == 0:
            faults.append(("multiplier", "a number other than 0", "0"))
        if faults:
            raise InputError(
                Fault("options", where, expected, found, "Change it.")
                for where, expected, found in faults
            )
        read_levels(self.levels)


@dataclass(frozen=True, slots=True, eq=False)
class InequalityIndex:
    """The indices of many areas.

    Parameters
    ----------
    sii, rii, intercept : array, shape (areas,)
        Slope index (times the multiplier), relative index, and the fitted value of the
        most deprived end (times the size of the multiplier when transformed).
    sii_lower, sii_upper, rii_lower, rii_upper : array, shape (areas, levels)
        Limits.
    simulated : tuple of str
        Which limits had to be drawn: ``sii`` or ``rii``.
    """

    sii: Floats
    rii: Floats
    intercept: Floats
    sii_lower: Floats
    sii_upper: Floats
    rii_lower: Floats
    rii_upper: Floats
    simulated: tuple[str, ...]


def measure_inequality(
    values: ArrayLike,
    error: ArrayLike,
    people: ArrayLike,
    options: IndexOptions,
    generator: np.random.Generator | None = None,
) -> InequalityIndex:
    """Measure the slope and relative index of inequality.

    Parameters
    ----------
    values : array, shape (areas, groups)
        Values of the groups, the most deprived first; in their own unit.
    error : array, shape (areas, groups)
        Standard errors on the scale of the value type: raw, log or logit.
    people : array, shape (areas, groups)
        People of the groups, above zero.
    options : IndexOptions
        Value type, transform, multiplier, levels, repetitions.
    generator : numpy.random.Generator, optional
        Needed where no closed form exists: an untransformed rate or proportion.

    Returns
    -------
    InequalityIndex
        Weighted least squares on the share of people: SII = slope, RII = (intercept +
        slope) / intercept; transformed: differences and ratios of the ends brought
        back. Intervals are exact where the index is a function of a linear
        combination (all of type 0, all transformed); drawn only else.

    Raises
    ------
    InputError
        No generator where draws are needed.

    Notes
    -----
    Sources: Pamuk ER 1985; Low A and Low A 2004; Public Health England technical
    guide. Fieller EC 1954 for the ratio.

    Examples
    --------
    >>> result = measure_inequality([[3.0, 5.0]], [[0.1, 0.1]], [[100, 100]],
    ...                             IndexOptions())
    >>> result.sii.tolist(), result.rii.tolist(), result.sii_lower.round(4).tolist()
    ([4.0], [3.0], [[3.4456]])
    """
    value, errors = np.asarray(values, float), np.asarray(error, float)
    line = weigh_groups(people)
    if options.transform:
        return _measure_transformed(line, value, errors, options)
    return _measure_plain(line, value, errors, options, generator)


def _measure_transformed(
    line: Regression, value: Floats, error: Floats, options: IndexOptions
) -> InequalityIndex:
    kind = options.value_type
    near, slope = line.fit(kind.forward(value))
    middle = near + slope / 2
    slopes = normal_limits(slope, line.slope, error, options.levels)

    def ends(tilt: Floats) -> tuple[Floats, Floats]:
        centre = middle.reshape(middle.shape + (1,) * (tilt.ndim - middle.ndim))
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            low, high = kind.back(centre - tilt / 2), kind.back(centre + tilt / 2)
            return high - low, high / low

    sii, rii = ends(slope)
    (sii_a, rii_a), (sii_b, rii_b) = ends(slopes[0]), ends(slopes[1])
    scale = abs(options.multiplier)
    return _turn(
        InequalityIndex(
            sii, rii, kind.back(near) * scale, sii_a, sii_b, rii_a, rii_b, ()
        ),
        options.multiplier,
    )


def _measure_plain(
    line: Regression,
    value: Floats,
    error: Floats,
    options: IndexOptions,
    generator: np.random.Generator | None,
) -> InequalityIndex:
    near, slope = line.fit(value)
    simulated: tuple[str, ...] = ()
    sii = normal_limits(slope, line.slope, error, options.levels)
    rii = ratio_limits(line, value, error, options.levels)
    drawn_for = np.atleast_1d(np.isnan(rii[0]).any(axis=-1))
    if options.value_type is not ValueType.OTHER:
        drawn_for, simulated = np.ones_like(drawn_for), ("sii", "rii")
    elif drawn_for.any():
        simulated = ("rii",)
    if simulated and generator is None:
        expected = "a random generator, since no closed form exists"
        raise InputError(
            [Fault("options", "generator", expected, "none", "Pass one with a seed.")]
        )
    for area in drawn_for.nonzero()[0]:
        one = Regression(line.slope[area], line.intercept[area])
        drawn = draw_indices(
            one,
            options.value_type.forward(value[area]),
            error[area],
            options.value_type,
            options.repetitions,
            generator,  # type: ignore[arg-type] # refused above when it is needed
        )
        rii[0][area], rii[1][area] = read_draws(drawn[1], options.levels)
        if "sii" in simulated:
            sii[0][area], sii[1][area] = read_draws(drawn[0], options.levels)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = np.where(near == 0, np.nan, (near + slope) / near)
    index = InequalityIndex(slope, ratio, near, *sii, *rii, simulated)
    return _turn(index, options.multiplier)


def _turn(index: InequalityIndex, multiplier: float) -> InequalityIndex:
    """Apply the multiplier; a negative one swaps the ends and inverts the ratio."""
    lower, upper = index.sii_lower * multiplier, index.sii_upper * multiplier
    rii, rii_lower, rii_upper = index.rii, index.rii_lower, index.rii_upper
    if multiplier < 0:
        lower, upper = upper, lower
        with np.errstate(divide="ignore"):
            rii, rii_lower, rii_upper = 1 / rii, 1 / rii_upper, 1 / rii_lower
    return InequalityIndex(
        index.sii * multiplier,
        rii,
        index.intercept,
        lower,
        upper,
        rii_lower,
        rii_upper,
        index.simulated,
    )


def error_from_limits(lower: ArrayLike, upper: ArrayLike, kind: ValueType) -> Floats:
    """Find the standard error on the scale of a value type from its 95% limits.

    Returns
    -------
    array of float
        (upper - lower) / (2 × 1.96) on that scale, whatever levels are asked for.

    Examples
    --------
    >>> error_from_limits([8.04], [11.96], ValueType.OTHER).round(4).tolist()
    [1.0]
    """
    low, high = (kind.forward(np.asarray(limit, float)) for limit in (lower, upper))
    z = float(normal_quantile((0.95,))[0])
    found: Floats = (high - low) / (2 * z)
    return found
