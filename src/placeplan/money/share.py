"""Sharing out whole pence by weight, so that the parts are the whole to the penny.

Everything in the chapter that splits an amount splits it here: the budget of a system
to its places, a payment to its parts, a year to its quarters.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import TypeVar

from placeplan.errors import Fault, InputError
from placeplan.money.pence import Pence

Key = TypeVar("Key", str, int, tuple[str, ...])
Weight = int | float | Decimal | Fraction


def to_fraction(number: Weight) -> Fraction:
    """Take a number as it is written: 0.1 is a tenth, not the float nearest to it.

    Examples
    --------
    >>> to_fraction(0.1), to_fraction(3)
    (Fraction(1, 10), Fraction(3, 1))
    """
    return Fraction(repr(number)) if isinstance(number, float) else Fraction(number)


def share_out(total: Pence, weights: Mapping[Key, Weight]) -> dict[Key, Pence]:
    """Share an amount out by weight, in whole pence (largest remainder).

    Each part gets the whole pence of ``total * weight / sum of weights``; the pence
    that are left go, one each, to the parts with the largest remainders. Of equal
    remainders the larger weight comes first, then the key in its order: the order in
    which parts are named never matters. An amount below zero is shared as if it were
    above.

    Parameters
    ----------
    total : Pence
        What is shared out.
    weights : mapping of key to number
        0 or more each; their sum need not be 1.

    Returns
    -------
    dict of key to Pence
        In the order of ``weights``. They sum to ``total``; a weight of 0 gets nothing.

    Raises
    ------
    InputError
        When a weight is below zero, or all are zero while there is money to share.

    References
    ----------
    The method of Hamilton and Vinton, as used for seats of the United States House of
    Representatives from 1852 to 1900.

    Examples
    --------
    >>> share_out(Pence(100), {"a": 1, "b": 1, "c": 1})
    {'a': 34, 'b': 33, 'c': 33}
    >>> share_out(Pence(-101), {"a": 1, "b": 3})
    {'a': -25, 'b': -76}
    """
    exact = {key: to_fraction(weight) for key, weight in weights.items()}
    _refuse_weights(total, exact)
    # Whole numbers in the same relation: fractions of many digits add up slowly.
    common = lcm(*(weight.denominator for weight in exact.values()))
    whole = {key: int(weight * common) for key, weight in exact.items()}
    everything = sum(whole.values())
    if not everything:
        return dict.fromkeys(weights, Pence(0))
    parts = {key: divmod(abs(total) * each, everything) for key, each in whole.items()}
    pence = {key: part for key, (part, _) in parts.items()}
    by_remainder = sorted(parts, key=lambda key: (-parts[key][1], -whole[key], key))
    for key in by_remainder[: abs(total) - sum(pence.values())]:
        pence[key] += 1
    sign = -1 if total < 0 else 1
    return {key: Pence(sign * amount) for key, amount in pence.items()}


def _refuse_weights(total: int, weights: Mapping[Key, Fraction]) -> None:
    faults = [
        Fault("weights", str(key), "0 or more", str(float(weight)), "Correct it.")
        for key, weight in weights.items()
        if weight < 0
    ]
    if not faults and total and not any(weights.values()):
        expected = "a weight above 0, as there is money to share out"
        faults.append(Fault("weights", "", expected, "none", "Give one a weight."))
    if faults:
        raise InputError(faults)
