"""A statement of position in a sentence, with the share of turnover and of which."""

from typing import Final

from placeplan.money.amount_words import say_pence
from placeplan.money.ledger.statement import SystemStatement
from placeplan.money.pence import Pence

TURNOVER_OF_ONE: Final = "its own income to date without money of funds"
TURNOVER_OF_SEVERAL: Final = (
    "income to date without money of funds, less what members pay each other"
)


def say_statement(
    whose: str, statement: SystemStatement, *, is_one_body: bool = False
) -> str:
    """Say by how much a system, or one body, misses its control total to date.

    Parameters
    ----------
    whose : str
        How the sentence begins, such as ``The system``.
    statement : SystemStatement
        As `sum_statements` gives it, of all bodies or of one.
    is_one_body : bool
        Whether it is that of one body, whose turnover is its own income.

    Returns
    -------
    str
        The amount, what share of which turnover it is, and both sides of it.

    Examples
    --------
    >>> short = SystemStatement(Pence(-2_000), Pence(-1_000), Pence(-1_000),
    ...     Pence(-1_500), Pence(40_000))
    >>> say_statement("The trust", short, is_one_body=True)
    'The trust is £5 short of its control total to date, 1.25 % of turnover (its own \
income to date without money of funds, £400): −£15 against −£10.'
    """
    by = statement.difference
    size = say_pence(Pence(abs(by)))
    if by == 0:
        stands = "is on its control total to date"
    elif by > 0:
        stands = f"is {size} better than its control total to date"
    else:
        stands = f"is {size} short of its control total to date"
    both = (
        f"{say_pence(statement.actual_to_date)} against "
        f"{say_pence(statement.control_total_to_date)}"
    )
    share = statement.difference_share
    if share is None or by == 0:
        return f"{whose} {stands}: {both}."
    basis = TURNOVER_OF_ONE if is_one_body else TURNOVER_OF_SEVERAL
    turnover = f"({basis}, {say_pence(statement.turnover)})"
    return f"{whose} {stands}, {_say_percent(share)} of turnover {turnover}: {both}."


def _say_percent(share: float) -> str:
    percent = abs(100 * share)
    return "less than 0.01 %" if percent < 0.005 else f"{percent:.2f} %"
