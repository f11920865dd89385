"""People by band of ages."""

from collections.abc import Iterable

import polars as pl

from placeplan.errors import QuestionError
from placeplan.population.axes import OPEN_AGE
from placeplan.reference import AGE_BANDS, AgeBand, label_ages


def order_bands(bands: Iterable[AgeBand]) -> tuple[AgeBand, ...]:
    """Put bands in order from young to old; refuse those that lose or repeat anybody.

    Raises
    ------
    QuestionError
        When an age from 0 on lies in no band, or in two.

    Examples
    --------
    >>> [str(band) for band in order_bands([AgeBand(65), AgeBand(0, 64)])]
    ['0-64', '65+']
    >>> order_bands([AgeBand(0, 64), AgeBand(66)])
    Traceback (most recent call last):
    placeplan.errors.QuestionError: Age bands must hold every age once, the last one \
open; these do not: 0-64, 66+. Let each start where the one before it ends.
    """
    ordered = sorted(bands, key=lambda band: band.first_age)
    starts = [0, *(-1 if b.last_age is None else b.last_age + 1 for b in ordered)]
    if starts != [*(band.first_age for band in ordered), -1]:
        shown = ", ".join(str(band) for band in ordered)
        message = (
            "Age bands must hold every age once, the last one open; these do not: "
            f"{shown}. Let each start where the one before it ends."
        )
        raise QuestionError(message)
    if ordered[-1].first_age > OPEN_AGE:
        message = f"People are known by single year up to {OPEN_AGE} and over: no "
        message += f"band can start at {ordered[-1].first_age}."
        raise QuestionError(message)
    return tuple(ordered)


def sum_by_band(
    people: pl.DataFrame, bands: Iterable[AgeBand] | None = None
) -> pl.DataFrame:
    """Add people up within bands of ages.

    Parameters
    ----------
    people : polars.DataFrame
        ``year, place, sex, age, value, status``, one row a cell.
    bands : iterable of AgeBand, optional
        Bands that together hold every age once; the five-year bands when left out.

    Returns
    -------
    polars.DataFrame
        ``year, place, age_band, sex, value, status``, bands from young to old. Status
        is the weakest of what was added up.

    Raises
    ------
    QuestionError
        When a band is missing or overlaps another: people would be lost or repeated.

    Examples
    --------
    >>> from placeplan.tables import STATUS
    >>> people = pl.DataFrame({"year": [2011, 2011], "place": ["dover", "dover"],
    ...     "sex": ["male", "male"], "age": [64, 65], "value": [10.0, 9.0],
    ...     "status": pl.Series(["published", "derived"], dtype=STATUS)})
    >>> banded = sum_by_band(people, [AgeBand(0, 64), AgeBand(65)])
    >>> banded.select("age_band", "value", "status").rows()
    [('0-64', 10.0, 'published'), ('65+', 9.0, 'derived')]
    """
    chosen = order_bands(AGE_BANDS.values() if bands is None else bands)
    order = pl.Enum([str(band) for band in chosen])
    return (
        people.sort("year", "place", "sex", "age")
        .with_columns(label_ages("age", chosen).cast(order))
        .group_by("year", "place", "age_band", "sex", maintain_order=True)
        .agg(pl.sum("value"), pl.max("status"))
        .sort("year", "place", "age_band", "sex")
        .with_columns(pl.col("age_band").cast(pl.String))
    )
