"""Seasons: months to come in the proportions of a year whose months are all known."""

from collections.abc import Sequence
from fractions import Fraction

from placeplan.money.forecast.run_rate import Months
from placeplan.money.pence import Pence
from placeplan.money.share import share_out


def carry_season(
    months: Sequence[int], booked: Sequence[int], shape: Sequence[int]
) -> Months | None:
    """Fill each month that is not booked by its share of another year.

    With ``a`` what is booked, ``w`` what the same months are in the other year and
    ``v`` what the months to come are in it, they together come to ``a * v / w``.

    Parameters
    ----------
    months : sequence of int
        Pence of every month of the year; those not booked are not looked at.
    booked : sequence of int
        Places of the booked months, 0 for the first.
    shape : sequence of int
        Pence of every month of the other year: the plan, or the year before.

    Returns
    -------
    tuple of int or None
        Pence of every month, to the penny. None where the shape says nothing: a month
        of it is below zero, or all the months that are booked are nothing in it.

    Examples
    --------
    Twenty booked, of which the plan had ten, doubles the plan of the rest.

    >>> carry_season([5, 15, 0, 0], [0, 1], shape=[4, 6, 7, 8])
    (5, 15, 14, 16)
    >>> carry_season([5, 15, 0, 0], [0, 1], shape=[0, 0, 7, 8]) is None
    True
    """
    seen = sum(shape[at] for at in booked)
    if min(shape) < 0 or not seen:
        return None
    ahead = {at: shape[at] for at in range(len(months)) if at not in booked}
    level = Fraction(sum(months[at] for at in booked), seen)
    come = Pence(round(level * sum(ahead.values())))
    filled = share_out(come, ahead)
    return tuple(filled.get(at, pence) for at, pence in enumerate(months))
