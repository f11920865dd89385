"""Life expectancy with its interval, withheld where it would not be sound."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from placeplan.errors import Fault, InputError
from placeplan.stats.array import Flags, Floats, Words
from placeplan.stats.distribution import normal_quantile
from placeplan.stats.estimate import Estimate
from placeplan.stats.level import DEFAULT_LEVELS, read_levels
from placeplan.stats.life_table import BANDS_90, build_life_table, expectancy_error
from placeplan.stats.structure import Inspection, Structure

FEWEST_PEOPLE: Final = 5_000
WIDEST_YEARS: Final = 20.0


def estimate_life_expectancy(
    deaths: ArrayLike,
    people: ArrayLike,
    *,
    first_ages: Sequence[float] = BANDS_90,
    confidence: float | Sequence[float] = DEFAULT_LEVELS,
    structure: Structure | str = Structure.STRICT,
    look: Inspection | None = None,
) -> Estimate:
    """Estimate life expectancy at the start of every age band.

    Parameters
    ----------
    deaths, people : array, shape (areas, bands)
        Deaths and person-years of the same period. A row of NaN stands for an area
        whose bands are wrong.
    first_ages : sequence of float, shape (bands,)
        First age of each band, from 0 up, the last open: `BANDS_90` or `BANDS_85`.
    confidence : float or sequence of float
        Levels; see `placeplan.stats.level.read_levels`.
    structure : Structure
        ``report`` withholds an unsound area; ``strict`` refuses it where its input is
        at fault (bands, negative deaths, nobody in a band, more deaths than people).
    look : Inspection, optional
        Findings so far, in place of `structure`.

    Returns
    -------
    Estimate
        value, reason of shape (areas, bands); limits (areas, bands, levels): value ± z
        standard errors. Nothing is given for an area whose input is at fault, that has
        5,000 people or fewer, or nobody who died in the open band; where the 95%
        interval is wider than 20 years the value is withheld and the limits stay.

    Raises
    ------
    InputError
        Bands that do not rise from 0, or under a strict reading a faulty area.

    Notes
    -----
    Sources: Chiang 1968; Silcocks and others 2001; Eayres and Williams, Evaluation of
    methodologies for small area life expectancy estimation, 2004.

    Examples
    --------
    >>> people = np.full((1, 20), 1000.0)
    >>> deaths = np.linspace(1, 200, 20)[None, :]
    >>> estimate_life_expectancy(deaths, people).value[0, [0, 13]].round(2).tolist()
    [24.82, 6.88]
    """
    levels = read_levels(confidence)
    dead, alive = (
        np.atleast_2d(np.asarray(given, float)) for given in (deaths, people)
    )
    ages = np.asarray(first_ages, dtype=float)
    _check_ages(ages, dead.shape[-1])
    look = look or Inspection(Structure(structure))
    reason = _find_faults(look, dead, alive)
    checks = look.close()
    sound = (reason == "")[:, None]
    value, error, gone = _expect(dead, alive, ages, sound)
    middle = value[..., None]
    reach = error[..., None] * normal_quantile(levels)
    wide = sound & (2 * error * normal_quantile((0.95,)) > WIDEST_YEARS)
    reasons = np.broadcast_to(reason[:, None], value.shape)
    value, reasons = _withhold(value, reasons, wide, "wide_interval")
    reasons = np.where(sound & gone, "no_survivors", reasons)
    return Estimate(
        value,
        middle - reach,
        middle + reach,
        levels,
        reasons,
        {"error": error},
        checks,
    )


def _expect(
    dead: Floats, alive: Floats, ages: Floats, sound: Flags
) -> tuple[Floats, Floats, Flags]:
    """Give expectancy, its standard error, and the bands that nobody lives to see."""
    if not sound.all():
        dead = np.where(sound, dead, np.nan)
    table = build_life_table(dead, alive, ages)
    value = table.expectancy
    if not sound.all():
        value = np.where(sound, value, np.nan)
    return value, expectancy_error(table, dead, ages), table.survivors == 0


def _withhold(
    value: Floats, reasons: Words, where: Flags, code: str
) -> tuple[Floats, Words]:
    if not where.any():
        return value, reasons
    return np.where(where, np.nan, value), np.where(where, code, reasons)


def _check_ages(ages: Floats, bands: int) -> None:
    if (
        len(ages) != bands
        or len(ages) < 2
        or ages[0] != 0
        or (np.diff(ages) <= 0).any()
    ):
        expected = f"{bands} first ages that rise from 0"
        found = ", ".join(f"{age:g}" for age in ages)
        raise InputError(
            [Fault("options", "bands", expected, found, "List every band's first age.")]
        )


def _find_faults(look: Inspection, dead: Floats, alive: Floats) -> Words:
    """Say for each area why it cannot be used, the first reason that applies."""
    reason = np.full(len(dead), "", dtype="<U24")
    if dead.size and dead.min() >= 0 and alive.min() > 0 and (dead <= alive).all():
        return _find_weakness(reason, dead, alive)  # in order, as most tables are
    wrong = np.isnan(alive).any(axis=1) | np.isnan(dead).any(axis=1)
    tests = {
        "wrong_bands": (wrong, "all of its age bands, filled"),
        "negative_deaths": ((dead < 0).any(axis=1), "deaths of 0 or more"),
        "no_people": ((alive <= 0).any(axis=1), "people in every band"),
        "deaths_above_people": (
            (dead > alive).any(axis=1),
            "no more deaths than people",
        ),
    }
    for code, (bad, expected) in tests.items():
        fresh = bad & (reason == "")
        for place in fresh.nonzero()[0]:
            look.find(
                f"area {place + 1}", expected, code.replace("_", " "), "Check the area."
            )
        reason[fresh] = code
    return _find_weakness(reason, dead, alive)


def _find_weakness(reason: Words, dead: Floats, alive: Floats) -> Words:
    """Say which sound areas are still too small to be given."""
    few = alive.sum(axis=1) <= FEWEST_PEOPLE
    reason[few & (reason == "")] = "few_people"
    reason[(dead[:, -1] == 0) & (reason == "")] = "no_deaths_in_last_band"
    return reason
