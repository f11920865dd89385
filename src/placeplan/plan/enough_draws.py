"""Enough draws? Whether more of them would change a printed digit, said in words."""

from typing import Final

import polars as pl

from placeplan.periods import FinancialYear
from placeplan.plan.manifest import MOST_DRAWS
from placeplan.plan.number_words import say_count, say_pounds
from placeplan.plan.results_table import list_years
from placeplan.plan.scenario import PLAN
from placeplan.reference import MEASURES

ERRORS: Final = 2
"""A mean lies within so many Monte Carlo errors of that of endless draws, 19 times in
20. Where that is half of what is printed, one digit more or less is all that can be."""

PRINTED_TO: Final = {"beds": 1.0, "spaces": 1.0, "wte": 1.0, "pounds": 100_000.0}
"""To what a figure is printed, by unit; others to three figures."""

FIGURES: Final = 3

_AXES: Final = ("scenario", "year", "pod", "staff_group", "measure", "unit")


def enough_draws(spread: pl.DataFrame, draws: int) -> pl.DataFrame:
    """Say of every figure whether more draws would change a printed digit.

    The error of a mean falls with the root of the draws, so
    ``draws_needed = draws * (4 * mc_error / printed_to) ** 2``.

    Parameters
    ----------
    spread : DataFrame
        Of `placeplan.plan.InitiativeAccount`.
    draws : int
        Of the run.

    Returns
    -------
    DataFrame
        Axes of the spread, `printed_to`, `enough` (whether the draws hold that digit),
        `draws_needed` (to hold it), `holds_to` (the power of ten that these draws hold)
        and `words`.

    Examples
    --------
    >>> spread = pl.DataFrame({"scenario": ["plan"], "year": [2020], "pod": [None],
    ...     "staff_group": [None], "measure": ["beds_needed"], "unit": ["beds"],
    ...     "value": [812.4], "mc_error": [0.5]})
    >>> print(enough_draws(spread, 256)["words"][0])
    256 draws hold it to 10 beds; to print whole beds takes about 1,024 draws.
    """
    known = pl.col("unit").replace_strict(
        PRINTED_TO, default=None, return_dtype=pl.Float64
    )
    size = pl.max_horizontal(pl.col("value").abs(), 1.0).log10().floor()
    figures = pl.max_horizontal(10.0 ** (size - FIGURES + 1), 1.0)
    reach = 2 * ERRORS * pl.col("mc_error")
    rows = spread.select(
        *_AXES,
        pl.coalesce(known, figures).alias("printed_to"),
        reach.alias("reach"),
    ).with_columns(
        enough=pl.col("reach") <= pl.col("printed_to"),
        draws_needed=(draws * (pl.col("reach") / pl.col("printed_to")) ** 2)
        .ceil()
        .clip(lower_bound=2.0),
        holds_to=10.0 ** pl.max_horizontal(pl.col("reach"), 1e-6).log10().ceil(),
    )
    words = [
        _say(draws, unit, *numbers)
        for unit, *numbers in rows.select(
            "unit", "printed_to", "draws_needed", "holds_to"
        ).iter_rows()
    ]
    return rows.drop("reach").with_columns(pl.Series("words", words, dtype=pl.String))


def say_enough_draws(spread: pl.DataFrame, draws: int) -> str:
    """Say in one sentence which figures of a run the draws hold.

    It speaks of the plan in its last year, or of the last scenario where the run has no
    plan.

    Parameters
    ----------
    spread, draws
        As `enough_draws`.
    """
    scenarios = spread["scenario"].unique().sort()
    scenario = PLAN if PLAN in scenarios else scenarios[-1]
    last = list_years(spread)[-1]
    here = (pl.col("year") == last) & (pl.col("scenario") == scenario)
    rows = enough_draws(spread.filter(here), draws)
    held = rows["enough"].sum()
    first = (
        f"{draws:,} draws are enough for every digit that is printed of {held:,} of "
        f"the {rows.height:,} totals of {FinancialYear(last)}"
    )
    short = rows.filter(~pl.col("enough"), pl.col("pod").is_null())
    worst = short.sort("draws_needed").group_by("measure").last().sort("measure")
    parts = [
        f"{MEASURES[measure].name.lower()} holds to {_say_amount(holds, unit)} "
        f"({_say_to(printed, unit)}: {_say_count(needed)})"
        for measure, unit, holds, printed, needed in worst.select(
            "measure", "unit", "holds_to", "printed_to", "draws_needed"
        ).iter_rows()
    ]
    return f"{'; '.join([first, *parts])}."


def _say(draws: int, unit: str, printed: float, needed: float, holds: float) -> str:
    if needed <= draws:
        return f"{draws:,} draws are enough to print {_say_to(printed, unit)}."
    hold = f"{draws:,} draws hold it to {_say_amount(holds, unit)}"
    return f"{hold}; to print {_say_to(printed, unit)} takes {_say_count(needed)}."


def _say_count(needed: float) -> str:
    if needed > MOST_DRAWS:
        return f"more than the {MOST_DRAWS:,} draws that can be run"
    return f"about {say_count(needed)} draws"


def _say_to(printed: float, unit: str) -> str:
    if printed == 1:
        return f"whole {_say_unit(unit)}"
    return _say_amount(printed, unit)


def _say_amount(amount: float, unit: str) -> str:
    if unit == "pounds":
        return say_pounds(amount) if amount != 100_000 else "£0.1 million"
    number = say_count(amount) if amount >= 1 else f"{amount:g}"
    return f"{number} {_say_unit(unit)}"


def _say_unit(unit: str) -> str:
    return "WTE" if unit == "wte" else unit
