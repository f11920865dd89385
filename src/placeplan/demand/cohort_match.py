"""Which cells of the base activity belong to the cohort of each effect."""

import numpy as np
import polars as pl
from numpy.typing import NDArray

from placeplan.demand.initiative import COHORT_AXES, Effect, SpellCohort
from placeplan.errors import UnknownNameError
from placeplan.reference import AgeBand

OLDEST = 150


def match_cells(cells: pl.DataFrame, effects: tuple[Effect, ...]) -> NDArray[np.bool_]:
    """Say which effects act on which cells.

    A cell belongs when each axis that the effect names is the same and its ages lie
    inside those of the effect. Rows of both sexes together belong only to effects on
    both.

    Parameters
    ----------
    cells : DataFrame
        `pod`, `place`, `provider`, `sex`, `age_band`; `specialty`, `stay_days`,
        `pre_operative_days`, `codes` where a mix tells them, empty where it does not.
    effects : tuple of Effect
        Effects, in order.

    Returns
    -------
    array
        Shaped (cell, effect).
    """
    found = np.zeros((cells.height, len(effects)), dtype=np.bool_)
    for column, effect in enumerate(effects):
        named = match_named(effect)
        bands = [b for b in cells["age_band"].unique() if lies_inside(b, effect.ages)]
        found[:, column] = cells.select(
            named & pl.col("age_band").is_in(bands) & match_spells(effect.spells)
        ).to_series()
    return found


def match_spells(spells: SpellCohort) -> pl.Expr:
    """Say by an expression which parts of cells hold the spells that are meant."""
    code = pl.lit(spells.code, pl.String)
    stated = [
        (spells.specialty, pl.col("specialty") == pl.lit(spells.specialty)),
        (spells.code, pl.col("codes").str.split(" ").list.contains(code)),
        (spells.stay_from_days, pl.col("stay_days") >= pl.lit(spells.stay_from_days)),
        (spells.stay_to_days, pl.col("stay_days") <= pl.lit(spells.stay_to_days)),
        (
            spells.pre_operative_days,
            pl.col("pre_operative_days") == pl.lit(spells.pre_operative_days),
        ),
    ]
    same = [same.fill_null(value=False) for value, same in stated if value is not None]
    return pl.all_horizontal(pl.lit(value=True), *same)


def match_named(effect: Effect) -> pl.Expr:
    """Say by an expression which cells an effect names, whatever their ages."""
    stated = zip(COHORT_AXES, effect.cohort, strict=True)
    same = [pl.col(a).eq_missing(pl.lit(v)) for a, v in stated if v is not None]
    return pl.all_horizontal(same)


def is_band(text: str) -> bool:
    """Say whether a text is a band of ages.

    Examples
    --------
    >>> is_band("65+"), is_band("old")
    (True, False)
    """
    try:
        AgeBand.parse(text)
    except UnknownNameError:
        return False
    return True


def lies_inside(band: str, ages: AgeBand | None) -> bool:
    """Say whether all ages of a band are among those of a cohort.

    Examples
    --------
    >>> lies_inside("70-74", AgeBand(65)), lies_inside("60-69", AgeBand(65))
    (True, False)
    """
    if ages is None:
        return True
    inner = AgeBand.parse(band)
    return ages.first_age <= inner.first_age and _last(inner) <= _last(ages)


def overlaps(band: str, ages: AgeBand | None) -> bool:
    """Say whether some ages of a band are among those of a cohort."""
    if ages is None:
        return True
    inner = AgeBand.parse(band)
    return inner.first_age <= _last(ages) and ages.first_age <= _last(inner)


def _last(band: AgeBand) -> int:
    return OLDEST if band.last_age is None else band.last_age
