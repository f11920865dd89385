"""At what age people move: the model schedule of Rogers and Castro."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from placeplan.population.axes import AGE_COUNT, SEXES, Array


@dataclass(frozen=True, slots=True)
class ScheduleParameters:
    """The seven numbers of a Rogers-Castro schedule without a retirement peak.

    Parameters
    ----------
    childhood_level, childhood_fall : float
        Height at birth, and how fast it falls with age: children move with parents.
    working_level, working_fall, working_age, working_rise : float
        Height, fall, place (in years) and steepness of the peak of young adults.
    level : float
        What is left at every age.
    """

    childhood_level: float
    childhood_fall: float
    working_level: float
    working_fall: float
    working_age: float
    working_rise: float
    level: float


FUNDAMENTAL: Final = ScheduleParameters(0.02, 0.10, 0.06, 0.10, 20.0, 0.40, 0.003)
"""Fundamental parameters of A. Rogers and L. J. Castro, Model Migration Schedules,
IIASA Research Report RR-81-30, Laxenburg, November 1981."""


def model_schedule(parameters: ScheduleParameters = FUNDAMENTAL) -> Array:
    """Spread one mover over sexes and ages.

    ``a1 exp(-α1 x) + a2 exp(-α2 (x - μ2) - exp(-λ2 (x - μ2))) + c`` at age x, half to
    each sex, scaled to sum to 1. The open age counts as one year of age.

    Parameters
    ----------
    parameters : ScheduleParameters
        The seven numbers.

    Returns
    -------
    ndarray
        Shares by sex and age.

    Examples
    --------
    >>> schedule = model_schedule()
    >>> schedule.sum().round(12).item(), schedule[0].argmax().item()
    (1.0, 23)
    """
    age = np.arange(AGE_COUNT, dtype=float)
    since = age - parameters.working_age
    childhood = parameters.childhood_level * np.exp(-parameters.childhood_fall * age)
    working = parameters.working_level * np.exp(
        -parameters.working_fall * since - np.exp(-parameters.working_rise * since)
    )
    height = childhood + working + parameters.level
    return np.tile(height / height.sum() / len(SEXES), (len(SEXES), 1))
