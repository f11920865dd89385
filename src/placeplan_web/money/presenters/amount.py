"""Amounts of a ledger as pages write them: short, in whole pounds below a million."""

from placeplan.money.amount_words import say_pence
from placeplan.money.pence import PENCE_PER_POUND, Pence

NONE_AGREED = "none agreed"
_TOGETHER = "\N{NO-BREAK SPACE}million"


def write_amount(pence: int | None, *, nothing: str = "") -> str:
    """Write an amount: £1.2 million, −£18,800; files hold the pennies."""
    if pence is None:
        return nothing
    pounds = round(pence / PENCE_PER_POUND)
    said = say_pence(Pence(pounds * PENCE_PER_POUND))
    return said.replace(" million", _TOGETHER)


def write_difference(pence: int | None, *, nothing: str = "") -> str:
    """Write what a difference does to a surplus: £1.2 million worse."""
    if pence is None:
        return nothing
    size = write_amount(abs(pence))
    if size == "£0":
        return "as planned"
    return f"{size} {'better' if pence > 0 else 'worse'}"


def write_stand(pence: int) -> str:
    """Write a position in words: £1.2 million short."""
    size = write_amount(abs(pence))
    if size == "£0":
        return "exactly even"
    return f"{size} {'over' if pence > 0 else 'short'}"
