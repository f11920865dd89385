"""Why two life expectancies differ: by age and by cause, after Arriaga."""

import numpy as np
from numpy.typing import ArrayLike

from placeplan.errors import Fault, InputError
from placeplan.stats.array import Floats
from placeplan.stats.life_table import BANDS_90, build_life_table


def decompose_life_expectancy(
    deaths_from: ArrayLike,
    people_from: ArrayLike,
    deaths_to: ArrayLike,
    people_to: ArrayLike,
    *,
    first_ages: ArrayLike = BANDS_90,
) -> Floats:
    """Split the difference between two life expectancies at birth by age and cause.

    Parameters
    ----------
    deaths_from, deaths_to : array, shape (causes, bands)
        Deaths by cause in the population that is compared from and to. The causes
        together are all deaths.
    people_from, people_to : array, shape (bands,)
        Person-years.
    first_ages : array, shape (bands,)
        First age of each band, the last open.

    Returns
    -------
    array of float, shape (causes, bands)
        Years that each cause at each age adds to life expectancy (to less from); they
        sum to the whole difference. Age: direct l₁/l (L₂/l₂ - L₁/l₁) and indirect
        T₂/l (l₁/l₂ - l₁'/l₂'), the open band l₁/l (T₂/l₂ - T₁/l₁). Cause: the age's
        years in proportion to the difference of the causes' mortality; where mortality
        does not differ at that age, nothing.

    Raises
    ------
    InputError
        Shapes that do not fit, nobody in a band, or nobody who died in the open band.

    Notes
    -----
    Source: Arriaga EE, Measuring and explaining the change in life expectancies,
    Demography 1984; Public Health England segment tool.

    Examples
    --------
    >>> years = decompose_life_expectancy([[20.0, 50.0]], [1000, 500], [[10.0, 50.0]],
    ...                                   [1000, 500], first_ages=[0, 1])
    >>> years.round(4).tolist()
    [[0.1061, 0.0]]
    """
    ages = np.asarray(first_ages, dtype=float)
    d_from, d_to = (np.asarray(given, float) for given in (deaths_from, deaths_to))
    p_from, p_to = (np.asarray(given, float) for given in (people_from, people_to))
    _check(d_from, p_from, d_to, p_to, ages)
    by_age = _split_by_age(d_from.sum(axis=0), p_from, d_to.sum(axis=0), p_to, ages)
    change = d_to / p_to - d_from / p_from
    whole = change.sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        share: Floats = np.where(whole != 0, change / whole, 0.0)
    years: Floats = share * by_age
    return years


def _split_by_age(
    d_from: Floats, p_from: Floats, d_to: Floats, p_to: Floats, ages: Floats
) -> Floats:
    first = build_life_table(d_from, p_from, ages)
    second = build_life_table(d_to, p_to, ages)
    l1, l2 = first.survivors, second.survivors
    if not ((l1 > 0).all() and (l2 > 0).all()):
        expected = "somebody who reaches every age band"
        raise InputError([Fault("input", "deaths", expected, "", "Merge old bands.")])
    direct = l1 * (second.years_lived / l2 - first.years_lived / l1)
    indirect = second.years_to_come[1:] * (l1[:-1] / l2[:-1] - l1[1:] / l2[1:])
    years = direct.copy()
    years[:-1] = direct[:-1] + indirect
    split: Floats = years / l1[0]
    return split


def _check(
    d_from: Floats, p_from: Floats, d_to: Floats, p_to: Floats, ages: Floats
) -> None:
    faults = []
    for name, deaths, people in (("from", d_from, p_from), ("to", d_to, p_to)):
        if (
            deaths.ndim != 2
            or deaths.shape[1:] != people.shape
            or people.shape != ages.shape
        ):
            faults.append((name, "deaths of (causes, bands) and people of (bands,)"))
        elif not (people > 0).all() or not (deaths >= 0).all():
            faults.append(
                (name, "people above 0 and deaths of 0 or more in every band")
            )
        elif not deaths[:, -1].sum() > 0:
            faults.append((name, "some deaths in the open band"))
    if not faults and d_from.shape != d_to.shape:
        faults.append(("to", "the same causes in both"))
    if faults:
        raise InputError(
            Fault("input", name, expected, "", "Correct the table.")
            for name, expected in faults
        )
