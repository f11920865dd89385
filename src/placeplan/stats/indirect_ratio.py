"""Indirectly standardised ratios and rates."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from placeplan.stats.array import Floats, Ints
from placeplan.stats.count_limit import count_limits
from placeplan.stats.distribution import normal_quantile
from placeplan.stats.estimate import Estimate
from placeplan.stats.group import sum_groups
from placeplan.stats.level import DEFAULT_LEVELS, read_levels
from placeplan.stats.structure import Inspection, Structure


def standardise_ratio(
    area: Ints,
    people: ArrayLike,
    reference_count: ArrayLike,
    reference_people: ArrayLike,
    *,
    count: ArrayLike | None = None,
    observed: ArrayLike | None = None,
    reference_value: float = 1.0,
    per_reference_rate: bool = False,
    confidence: float | Sequence[float] = DEFAULT_LEVELS,
    look: Inspection | None = None,
) -> Estimate:
    """Compare what was observed with what the reference would expect.

    Parameters
    ----------
    area : array of int, shape (rows,)
        Codes 0 to areas - 1; every area has the same number of rows.
    people : array, shape (rows,)
        People of the area in each band; missing ones are zero under ``report``.
    reference_count, reference_people : array, shape (rows,)
        Events and people of the reference in that band.
    count : array, shape (rows,), optional
        Events of the area in each band.
    observed : array, shape (areas,), optional
        All events of each area, when they are not known by band.
    reference_value : float
        What 1 is to be shown as: 100 for a ratio of 100, 100,000 for a rate.
    per_reference_rate : bool
        Multiply by the crude rate of the reference too, which makes the ratio a rate.
    confidence : float or sequence of float
        Levels; see `placeplan.stats.level.read_levels`.
    look : Inspection, optional
        Findings so far; a strict reading when left out.

    Returns
    -------
    Estimate
        value = observed / expected, expected = Σ reference count / reference people ×
        people; limits those of the observed count, exact under ten and Byar's from ten.
        Parts: ``observed``, ``expected``, ``reference_rate``.

    Raises
    ------
    InputError
        Areas with different numbers of bands, a count below zero, or reference people
        missing or not above zero.

    Notes
    -----
    Source: Public Health England technical guide, indirect standardisation.

    Examples
    --------
    >>> result = standardise_ratio(np.array([0, 0]), [100, 50], [20, 40], [1000, 800],
    ...                            count=[4, 5], reference_value=100)
    >>> result.parts["expected"].tolist(), result.value.tolist()
    ([4.5], [200.0])
    """
    look = look or Inspection(Structure.STRICT)
    n, x_ref, n_ref = (
        np.asarray(given, float)
        for given in (people, reference_count, reference_people)
    )
    areas = int(area.max()) + 1
    _inspect_reference(look, area, n, x_ref, n_ref)
    total = _total_observed(look, area, areas, count, observed)
    checks = look.close()
    expected = sum_groups(area, x_ref / n_ref * np.nan_to_num(n), areas)
    crude = sum_groups(area, x_ref, areas) / sum_groups(area, n_ref, areas)
    scale = reference_value * (crude if per_reference_rate else np.ones(areas))
    levels = read_levels(confidence)
    lower, upper = count_limits(total, normal_quantile(levels))
    with np.errstate(divide="ignore", invalid="ignore"):
        factor = np.where(expected > 0, scale / expected, np.nan)
    return Estimate(
        total * factor,
        lower * factor[:, None],
        upper * factor[:, None],
        levels,
        np.where(expected > 0, "", "no_people"),
        {"observed": total, "expected": expected, "reference_rate": crude},
        checks,
    )


def _inspect_reference(
    look: Inspection, area: Ints, n: Floats, x_ref: Floats, n_ref: Floats
) -> None:
    size = np.bincount(area)
    if (size != size[0]).any():
        found = ", ".join(str(count) for count in sorted(set(size.tolist())))
        look.refuse(
            "rows", "as many bands in every area", f"{found} bands", "Add what lacks."
        )
    look.refuse_rows(n < 0, "n", "people of 0 or more", "Correct the number.")
    look.refuse_rows(~(x_ref >= 0), "x_ref", "a reference count", "Give one a band.")
    look.refuse_rows(~(n_ref > 0), "n_ref", "reference people", "Give some a band.")
    look.find_rows(np.isnan(n), "n", "people in every band", "Missing counts as 0.")


def _total_observed(
    look: Inspection,
    area: Ints,
    areas: int,
    count: ArrayLike | None,
    observed: ArrayLike | None,
) -> Floats:
    if observed is not None:
        total = np.asarray(observed, dtype=float)
        look.refuse_rows(~(total >= 0), "observed", "a count an area", "Give them all.")
        return total
    if count is None:
        look.refuse("column x", "observed counts", "none", "Give x or observed totals.")
        return np.zeros(areas)
    x = np.asarray(count, dtype=float)
    look.refuse_rows(x < 0, "x", "a count of 0 or more", "Correct the count.")
    look.find_rows(np.isnan(x), "x", "a count in every band", "Missing counts as 0.")
    return sum_groups(area, np.nan_to_num(x), areas)
