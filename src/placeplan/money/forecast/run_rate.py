"""Run rate: what a month has come to on average, carried on over months to come."""

from collections.abc import Sequence
from fractions import Fraction

from placeplan.money.pence import Pence
from placeplan.money.share import share_out

Months = tuple[int, ...]
"""Pence of each month of a year, from April."""


def find_run_rate(booked: Sequence[int]) -> Fraction | None:
    """Find the mean of the months that are booked, in pence.

    Parameters
    ----------
    booked : sequence of int
        Pence of each booked month; costs or a surplus, negative ones too.

    Returns
    -------
    Fraction or None
        Exactly; None when no month is booked.

    Examples
    --------
    >>> find_run_rate([100, 250, -50]), find_run_rate([])
    (Fraction(100, 1), None)
    """
    return Fraction(sum(booked), len(booked)) if booked else None


def carry_run_rate(months: Sequence[int], booked: Sequence[int]) -> Months | None:
    """Fill each month that is not booked with the run rate.

    Parameters
    ----------
    months : sequence of int
        Pence of every month of the year; those not booked are not looked at.
    booked : sequence of int
        Places of the booked months, 0 for the first.

    Returns
    -------
    tuple of int or None
        Pence of every month. Together the filled ones are the run rate times their
        number, rounded once (halves to the even penny). None when nothing is booked.

    Examples
    --------
    >>> carry_run_rate([10, 11, 0, 0, 0], booked=[0, 1])
    (10, 11, 11, 11, 10)
    """
    rate = find_run_rate([months[at] for at in booked])
    ahead = [at for at in range(len(months)) if at not in booked]
    if rate is None:
        return None
    filled = share_out(Pence(round(rate * len(ahead))), dict.fromkeys(ahead, 1))
    return tuple(filled.get(at, pence) for at, pence in enumerate(months))
