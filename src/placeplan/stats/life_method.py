"""Life expectancy, asked by name."""

import re
from typing import Any, Final

import numpy as np

from placeplan.stats.array import Floats, Ints
from placeplan.stats.crude_rate import PER_100K
from placeplan.stats.life_expectancy import estimate_life_expectancy
from placeplan.stats.life_lost import USUAL_AGE, count_life_lost
from placeplan.stats.life_table import BANDS_90
from placeplan.stats.method import (
    CONFIDENCE,
    GROUP,
    STRUCTURE,
    Answer,
    InputColumn,
    Method,
    Option,
)
from placeplan.stats.rate_method import name_limits
from placeplan.stats.request import Request
from placeplan.stats.structure import Inspection


def read_first_age(band: object) -> float:
    """Read the first age of a band, whatever it is written like.

    Examples
    --------
    >>> read_first_age("85 - 89"), read_first_age(90), read_first_age("<1")
    (85.0, 90.0, 0.0)
    """
    if isinstance(band, int | float):
        return float(band)
    words = str(band).strip()
    digits = re.search(r"\d+", words)
    if digits is None:
        return float("nan")
    return 0.0 if words.startswith("<") else float(digits.group())


def _read_tables(
    request: Request, look: Inspection
) -> tuple[dict[str, list[Any]], Ints, Ints, list[Floats], list[float]]:
    """Lay deaths and people out by area and band: labels, places, tables, ages."""
    labels, area = request.groups()
    ages = [read_first_age(band) for band in request.option("age_contents", BANDS_90)]
    given = np.array([read_first_age(band) for band in request.column("startage")])
    if sorted(set(given.tolist())) != ages:
        found = ", ".join(f"{age:g}" for age in sorted(set(given.tolist())))
        expected = "the first ages " + ", ".join(f"{age:g}" for age in ages)
        look.refuse("column startage", expected, found, "Declare or add the bands.")
        look.close()
    band = np.searchsorted(ages, given)
    areas, size = int(area.max(initial=0)) + 1, len(ages)
    grids = [
        _lay_out(request.numbers(name), area, band, areas, size)
        for name in ("deaths", "population")
    ]
    return labels, area, band, grids, ages


def _answer_life_expectancy(request: Request) -> Answer:
    look = request.inspect()
    labels, area, band, grids, ages = _read_tables(request, look)
    found_le = estimate_life_expectancy(
        *grids, first_ages=ages, confidence=request.levels(), look=look
    )
    order, told = _pick_ages(request, np.lexsort([band, area]), np.array(ages)[band])
    at = (area[order], band[order])
    named: dict[str, Any] = {
        name: [held[code] for code in at[0]] for name, held in labels.items()
    }
    named["startage"] = [request.column("startage")[row] for row in order]
    named |= {name: grid[at] for name, grid in name_limits(found_le).items()}
    return Answer(named, found_le.checks + told, found_le.reason[at].tolist())


def _answer_life_lost(request: Request) -> Answer:
    look = request.inspect()
    labels, _, _, grids, ages = _read_tables(request, look)
    found = count_life_lost(
        *grids,
        first_ages=ages,
        until=request.number("until", USUAL_AGE),
        multiplier=request.number("multiplier", PER_100K),
        confidence=request.levels(),
        look=look,
    )
    named = {**labels, **found.parts, **name_limits(found)}
    return Answer(named, found.checks, found.reason.tolist())


def _pick_ages(
    request: Request, order: Ints, first_age: Floats
) -> tuple[Ints, tuple[str, ...]]:
    """Pick the rows of the ages asked for, all when none of them is a band."""
    wanted = request.option("le_age", "all")
    if wanted == "all":
        return order, ()
    chosen = wanted if isinstance(wanted, list) else [wanted]
    ages = np.array([read_first_age(age) for age in chosen])
    look, known = request.inspect(), np.isin(ages, first_age)
    if not known.all():
        strange = ", ".join(str(age) for age in np.array(chosen, object)[~known])
        remedy = "Name bands." if known.any() else "Every age is given."
        look.find("option le_age", "first ages of bands", strange, remedy)
    checks = look.close()
    return (order[np.isin(first_age[order], ages)] if known.any() else order), checks


def _lay_out(values: Floats, area: Ints, band: Ints, areas: int, bands: int) -> Floats:
    """Lay rows out by area and band; NaN where a band is absent or comes twice."""
    grid, seen = np.full((areas, bands), np.nan), np.zeros((areas, bands), dtype=int)
    grid[area, band] = values
    np.add.at(seen, (area, band), 1)
    grid[seen != 1] = np.nan
    return grid


TABLE: Final = (
    InputColumn("startage", "First age of the band, such as 0, 1, 5 or 5-9."),
    InputColumn("population", "Person-years."),
    InputColumn("deaths", "Deaths."),
)
AGES: Final = Option(
    "age_contents", "array", list(BANDS_90), "First ages of all bands."
)

LIFE_METHODS: Final = (
    Method(
        "life_expectancy",
        "Abridged life expectancy at each age, with interval.",
        TABLE,
        (
            GROUP,
            AGES,
            Option(
                "le_age",
                "array",
                "all",
                "First ages to print, or all.",
                ("string", "number"),
            ),
            CONFIDENCE,
            STRUCTURE,
        ),
        _answer_life_expectancy,
        "Chiang 1968; Silcocks and others 2001.",
    ),
    Method(
        "life_lost",
        "Years of life lost by deaths before an age, with interval.",
        TABLE,
        (
            GROUP,
            AGES,
            Option("until", "number", USUAL_AGE, "Age that people might reach."),
            Option("multiplier", "number", PER_100K, "People that it is for."),
            CONFIDENCE,
            STRUCTURE,
        ),
        _answer_life_lost,
        "Gardner and Sanborn 1990; Dobson and others 1991.",
    ),
)
