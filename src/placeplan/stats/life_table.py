"""The abridged life table of Chiang, for many areas at once."""

from dataclasses import dataclass

import numpy as np

from placeplan.stats.array import Floats

RADIX = 100_000.0
INFANT_SHARE = 0.1
LATER_SHARE = 0.5

BANDS_90 = (0, 1, *range(5, 95, 5))
"""First ages of the twenty bands 0, 1-4, 5-9 … 85-89, 90 and over."""

BANDS_85 = BANDS_90[:-1]
"""The nineteen bands that close at 85 and over."""


@dataclass(frozen=True, slots=True, eq=False)
class LifeTable:
    """Columns of a life table, each of shape (areas, bands).

    Parameters
    ----------
    mortality : array
        Deaths a person-year, M.
    dying : array
        Share that dies in the band, q; 1 in the last.
    survivors : array
        Of 100,000 born, those who reach the band, l.
    years_lived : array
        Years lived in the band by them, L.
    years_to_come : array
        Years lived from its start on, T.
    expectancy : array
        Years to come for one who reaches it, e = T / l; 0 when nobody does.
    """

    mortality: Floats
    dying: Floats
    survivors: Floats
    years_lived: Floats
    years_to_come: Floats
    expectancy: Floats


def read_band_widths(first_ages: Floats) -> tuple[Floats, Floats]:
    """Give width in years, and the share lived by those who die, of closed bands.

    Parameters
    ----------
    first_ages : array of float, shape (bands,)
        From 0 up; the last band is open.

    Returns
    -------
    tuple of array of float, shape (bands - 1,)
        Widths n; shares a, 0.1 for infants and 0.5 above.

    Examples
    --------
    >>> widths, shares = read_band_widths(np.array([0.0, 1, 5, 10]))
    >>> widths.tolist(), shares.tolist()
    ([1.0, 4.0, 5.0], [0.1, 0.5, 0.5])
    """
    ages = np.asarray(first_ages, dtype=float)
    return np.diff(ages), np.where(ages[:-1] == 0, INFANT_SHARE, LATER_SHARE)


def build_life_table(deaths: Floats, people: Floats, first_ages: Floats) -> LifeTable:
    """Build abridged life tables.

    Parameters
    ----------
    deaths, people : array of float, shape (areas, bands)
        Deaths and person-years in the same period.
    first_ages : array of float, shape (bands,)
        First age of each band; the last is open.

    Returns
    -------
    LifeTable
        M = D/P; q = nM / (1 + nM(1 - a)), 1 where D > P/n/a and in the open band;
        L = n(l' + a d), l/M in the open band. Undefined where the open band has no
        deaths.

    Notes
    -----
    Source: Chiang CL, The life table and its construction, 1968.

    Examples
    --------
    >>> table = build_life_table(np.array([[10.0, 50.0]]), np.array([[1000.0, 500.0]]),
    ...                          np.array([0.0, 1.0]))
    >>> table.survivors.round(3).tolist(), table.expectancy.round(4).tolist()
    ([[100000.0, 99008.92]], [[10.892, 10.0]])
    """
    width, lived = read_band_widths(first_ages)
    with np.errstate(divide="ignore", invalid="ignore"):
        mortality = deaths / people
        years_dying = width * mortality[..., :-1]
        dying = np.ones_like(mortality)
        closed = years_dying / (1 + years_dying * (1 - lived))
        dying[..., :-1] = np.where(years_dying * lived > 1, 1.0, closed)
        survivors = np.full_like(mortality, RADIX)
        survivors[..., 1:] = RADIX * np.cumprod(1 - dying[..., :-1], axis=-1)
        dead = survivors[..., :-1] - survivors[..., 1:]
        years = np.empty_like(mortality)
        years[..., :-1] = width * (survivors[..., 1:] + lived * dead)
        years[..., -1] = survivors[..., -1] / mortality[..., -1]
        to_come = np.cumsum(years[..., ::-1], axis=-1)[..., ::-1]
        expectancy = np.where(survivors > 0, to_come / survivors, 0.0)
    return LifeTable(mortality, dying, survivors, years, to_come, expectancy)


def expectancy_error(table: LifeTable, deaths: Floats, first_ages: Floats) -> Floats:
    """Compute the standard error of life expectancy in years.

    Parameters
    ----------
    table : LifeTable
        The table.
    deaths : array of float, shape (areas, bands)
        The deaths it was made of.
    first_ages : array of float, shape (bands,)
        First age of each band.

    Returns
    -------
    array of float, shape (areas, bands)
        √(Σ from the band up of weight × variance) / l. Closed bands: q²(1 - q)/D (0
        where nobody died) times l²((1 - a)n + e')²; open band, after Silcocks:
        l²/4 × 4/(D M²).

    Notes
    -----
    Source: Chiang as above; Silcocks PBS and others, Journal of Epidemiology and
    Community Health 2001.

    Examples
    --------
    >>> ages = np.array([0.0, 1.0])
    >>> dead = np.array([[10.0, 50.0]])
    >>> table = build_life_table(dead, np.array([[1000.0, 500.0]]), ages)
    >>> expectancy_error(table, dead, ages).round(4).tolist()
    [[1.4006, 1.4142]]
    """
    width, lived = read_band_widths(first_ages)
    q, reached = table.dying, table.survivors
    with np.errstate(divide="ignore", invalid="ignore"):
        variance = q[..., :-1] ** 2 * (1 - q[..., :-1]) / deaths[..., :-1]
        variance = np.where(deaths[..., :-1] > 0, variance, 0.0)
        reach = (1 - lived) * width + table.expectancy[..., 1:]
        terms = np.empty_like(reached)
        terms[..., :-1] = variance * reached[..., :-1] ** 2 * reach**2
        terms[..., -1] = reached[..., -1] ** 2 / (
            deaths[..., -1] * table.mortality[..., -1] ** 2
        )
        total = np.cumsum(terms[..., ::-1], axis=-1)[..., ::-1]
        error: Floats = np.sqrt(total) / reached
    return error
