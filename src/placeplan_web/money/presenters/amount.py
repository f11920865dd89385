"""Amounts of a ledger as pages write them."""

from placeplan.money.amount_words import say_pence
from placeplan.money.pence import Pence

NONE_AGREED = "none agreed"


def write_amount(pence: int | None, *, nothing: str = "") -> str:
    """Write an amount short: £1.2 million, −£18,800."""
    return nothing if pence is None else say_pence(Pence(pence))


def write_difference(pence: int | None, *, nothing: str = "") -> str:
    """Write what a difference does to a surplus: £1.2 million worse."""
    if pence is None:
        return nothing
    if pence == 0:
        return "as planned"
    return f"{say_pence(Pence(abs(pence)))} {'better' if pence > 0 else 'worse'}"


def write_stand(pence: int) -> str:
    """Write a position in words: £1.2 million short."""
    if pence == 0:
        return "exactly even"
    return f"{say_pence(Pence(abs(pence)))} {'over' if pence > 0 else 'short'}"
