"""What a waiting list needs: load, target queue, capacity to hold it or relieve it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from placeplan.errors import Fault, InputError
from placeplan.stats.array import Floats

DEFAULT_FACTOR = 4.0
RELIEF_WEEKS = 26.0
TOO_BIG = 2.0


@dataclass(frozen=True, slots=True, eq=False)
class WaitingListNeed:
    """What a list needs, each of shape (lists,); weeks throughout.

    Parameters
    ----------
    load : array
        Demand over capacity; stable only below 1.
    target_mean_wait_weeks : array
        Target over factor.
    target_queue : array
        People, by Little's law: demand × target mean wait.
    target_capacity : array
        People a week that hold the target.
    relief_capacity : array
        People a week that bring the queue to its target in time.
    pressure : array
        2 × mean wait over target; above 1 the target will likely be missed.
    """

    load: Floats
    target_mean_wait_weeks: Floats
    target_queue: Floats
    target_capacity: Floats
    relief_capacity: Floats
    pressure: Floats


@dataclass(frozen=True, slots=True, eq=False)
class WaitingListState:
    """What is known of lists, each of shape (lists,); people a week, and weeks.

    Parameters
    ----------
    demand, capacity : array
        People a week.
    target_wait_weeks : array
        The wait that nearly all are to stay within.
    queue_size : array
        People waiting.
    mean_wait_weeks : array
        Of those waiting.
    cv_demand, cv_capacity : array
        Coefficients of variation.
    factor : array
        4, or 6 for a safer list.
    weeks_to_target : array
        Time for relief.
    """

    demand: ArrayLike
    capacity: ArrayLike
    target_wait_weeks: ArrayLike
    queue_size: ArrayLike
    mean_wait_weeks: ArrayLike
    cv_demand: ArrayLike = 1.0
    cv_capacity: ArrayLike = 1.0
    factor: ArrayLike = DEFAULT_FACTOR
    weeks_to_target: ArrayLike = RELIEF_WEEKS


def compute_need(state: WaitingListState) -> WaitingListNeed:
    """Compute what waiting lists need.

    Parameters
    ----------
    state : WaitingListState
        One or many lists, one unit of time: the week.

    Returns
    -------
    WaitingListNeed
        load = demand/capacity; target mean wait = target/factor; target queue = demand
        × target/factor; target capacity = demand + (cv_d² + cv_c²)/2 × factor/target;
        relief = demand + (queue - target queue)/weeks; pressure = 2 wait/target.

    Raises
    ------
    InputError
        Demand, variation, waits or queues below zero; capacity, target, factor or weeks
        not above zero.

    Notes
    -----
    Source: Fong K and others, Understanding waiting lists pressures, 2022.

    Examples
    --------
    >>> need = compute_need(WaitingListState(30, 35, 52, 1200, 20))
    >>> float(need.target_queue), round(float(need.relief_capacity), 2)
    (390.0, 61.15)
    """
    given = {
        name: np.asarray(getattr(state, name), dtype=float)
        for name in WaitingListState.__dataclass_fields__
    }
    _check(given)
    demand, target, factor = (
        given["demand"],
        given["target_wait_weeks"],
        given["factor"],
    )
    queue = demand * target / factor
    variation = (given["cv_demand"] ** 2 + given["cv_capacity"] ** 2) / 2
    with np.errstate(invalid="ignore"):  # endless demand, of a list of one day
        relief = demand + (given["queue_size"] - queue) / given["weeks_to_target"]
    return WaitingListNeed(
        demand / given["capacity"],
        target / factor,
        queue,
        demand + variation * factor / target,
        relief,
        2 * given["mean_wait_weeks"] / target,
    )


def _check(given: dict[str, Floats]) -> None:
    above = ("capacity", "target_wait_weeks", "factor", "weeks_to_target")
    faults = []
    for name, values in given.items():
        low = values <= 0 if name in above else values < 0
        if (low | np.isnan(values)).any():
            start = "above 0" if name in above else "0 or more"
            faults.append(
                Fault("input", name, f"a number {start} in every row", "", "Fix it.")
            )
    if faults:
        raise InputError(faults)
