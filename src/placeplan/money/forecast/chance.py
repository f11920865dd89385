"""Chance: months to come that stray from the plan as booked months did.

Two things are not known: which months the next ones will be like, and whether the few
that were booked tell enough. So each draw first draws the months from which it learns,
with replacement, and then one of these for each month to come. The mean of many draws
is the mean straying times the months to come; their variance, with ``m`` months booked,
``n`` to come and variance ``v`` of the straying, is ``n v (1 - 1/m) + n² v / m``.

Savings stray by themselves, since the more of them is planned the more can be missed:
each scheme goes on making the share of its plan that it made in the months learnt from.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from placeplan.demand.drawn_inputs import open_stream
from placeplan.money.forecast.body_year import MONTHS_A_YEAR
from placeplan.money.forecast.scheme import Array, Schemes, Whole, find_made_shares

STREAM: Final = ("money", "forecast")
"""Names of the stream of random numbers; all bodies share it, as months are shared."""


def draw_chances(seed: int, draws: int) -> Array:
    """Draw the numbers by which months are chosen, the same for every body.

    Parameters
    ----------
    seed : int
        Of the forecast.
    draws : int
        How many futures.

    Returns
    -------
    array, shape (draws, 24)
        From 0 to below 1: twelve to choose what is learnt from, and one for each month
        of the year.
    """
    stream = open_stream(np.random.SeedSequence(seed), *STREAM)
    return stream.random((draws, 2 * MONTHS_A_YEAR))


def draw_months(
    chances: Array,
    *,
    plan: Sequence[int] | None,
    actual: Sequence[int],
    booked: Sequence[int],
    schemes: Schemes,
) -> Whole:
    """Draw the surplus of every month of a body.

    Parameters
    ----------
    chances : array, shape (draws, 24)
        As `draw_chances` gives them.
    plan : sequence of int or None
        Pence of surplus planned for each month; where there is none, months stray from
        the mean of those booked.
    actual : sequence of int
        Pence of surplus of each month; those not booked are not looked at.
    booked : sequence of int
        Places of the booked months, 0 for April; at least one.
    schemes : Schemes
        Its savings; none where they are not known. Without a plan not looked at.

    Returns
    -------
    array of int, shape (draws, 12)
        Pence; booked months are the same in every draw.
    """
    months = np.array(actual, dtype=np.float64)
    seen = [*booked]
    level = np.full(MONTHS_A_YEAR, months[seen].mean())
    if plan is None:  # the mean of the booked months has their savings inside
        planned, schemes = level, Schemes()
    else:
        planned = np.array(plan, dtype=np.float64)
    missed = (schemes.plan - schemes.made)[:, seen].sum(axis=0)
    other = (months - planned)[seen] + missed
    learnt = (chances[:, : len(seen)] * len(seen)).astype(np.int64)
    turns = (chances[:, MONTHS_A_YEAR:] * len(seen)).astype(np.int64)
    like = np.take_along_axis(learnt, turns, axis=1)
    short = 1 - find_made_shares(schemes, learnt, seen)
    drawn = planned + other[like] - short @ schemes.plan
    drawn[:, seen] = months[seen]
    rounded: Whole = np.rint(drawn).astype(np.int64)
    return rounded
