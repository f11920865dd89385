"""What members of a system pay each other, which the system as a whole does not."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, Final

import polars as pl

from placeplan.money.amount_words import say_pence
from placeplan.money.ledger.inputs import SIDES
from placeplan.money.ledger.ledger import Ledger
from placeplan.money.ledger.position import choose_values
from placeplan.money.pence import Pence

PAIR: Final = ("basis", "receiver", "payer")
"""Who is paid by whom, in the plan or in fact."""

TAKEN: Final[Mapping[str, str]] = {
    "income": "eliminated_pence",
    "pay": "eliminated_pay_pence",
    "non_pay": "eliminated_non_pay_pence",
}
"""Column of what is taken out of each side."""


def find_eliminations(
    ledger: Ledger,
    *,
    year: int,
    through: date | None = None,
    bodies: Collection[str] | None = None,
    with_funds: bool = True,
) -> pl.DataFrame:
    """Find what each member books with each other, and how much of it both agree on.

    What the receiver books as income from the payer and the payer as cost of the
    receiver is taken out of both, as far as they agree: the smaller of the two, or
    nothing where one is negative and the other is not. The rest stays and is told. Of a
    cost that is only taken out in part, non-pay goes first: members buy services of
    each other, and employ their own staff.

    Parameters
    ----------
    ledger, year, through, bodies, with_funds
        As for `find_position`; a counterparty that is none of the bodies is outside,
        and nothing of it is taken out.

    Returns
    -------
    DataFrame
        `basis, receiver, payer, income_pence, pay_pence, non_pay_pence,
        eliminated_pence, eliminated_pay_pence, eliminated_non_pay_pence,
        mismatch_pence, status`, in order; the mismatch is income less cost. Both
        parts of the cost that are eliminated add up to what is eliminated of income.

    Examples
    --------
    >>> from placeplan.money.ledger import read_ledger
    >>> find_eliminations(read_ledger({}), year=2016).height
    0
    """
    members = ledger.get_bodies(bodies)
    values = choose_values(
        ledger, year=year, through=through, bodies=bodies, with_funds=with_funds
    )
    return match_pairs(values.filter(pl.col("counterparty").is_in(members)), PAIR)


def match_pairs(values: pl.DataFrame, key: Collection[str]) -> pl.DataFrame:
    """Match what receivers and payers book with each other.

    Parameters
    ----------
    values : DataFrame
        Values between members: `organisation, counterparty, side, value_pence,
        status` and what else the key names.
    key : collection of str
        Columns by which they are matched, `receiver` and `payer` among them.

    Returns
    -------
    DataFrame
        The key, then the columns of `find_eliminations`, in order of the key.
    """
    is_income = pl.col("side") == "income"
    parties = pl.when(is_income)
    paired = values.with_columns(
        parties.then("organisation").otherwise("counterparty").alias("receiver"),
        parties.then("counterparty").otherwise("organisation").alias("payer"),
    )
    matched = paired.group_by(key).agg(*sum_sides(), pl.col("status").max())
    return (
        _eliminate(matched)
        .sort(key)
        .select(
            *key,
            *("income_pence", "pay_pence", "non_pay_pence", "eliminated_pence"),
            *("eliminated_pay_pence", "eliminated_non_pay_pence", "mismatch_pence"),
            "status",
        )
    )


def sum_sides() -> list[pl.Expr]:
    """Sum values side by side, each in a column of its own."""
    amount = pl.col("value_pence")
    return [
        amount.filter(pl.col("side") == side).sum().alias(f"{side}_pence")
        for side in SIDES
    ]


def _eliminate(matched: pl.DataFrame) -> pl.DataFrame:
    income, pay, non_pay = (pl.col(f"{side}_pence") for side in SIDES)
    cost = pay + non_pay
    agreed = (
        pl.when(income.sign() != cost.sign())
        .then(0)
        .otherwise(income.sign() * pl.min_horizontal(income.abs(), cost.abs()))
    )
    eliminated = pl.col("eliminated_pence")
    first = eliminated.clip(
        pl.min_horizontal(non_pay, 0), pl.max_horizontal(non_pay, 0)
    )
    return (
        matched.with_columns(
            agreed.alias("eliminated_pence"), (income - cost).alias("mismatch_pence")
        )
        .with_columns(
            pl.when(eliminated == cost)
            .then(non_pay)
            .otherwise(first)
            .alias("eliminated_non_pay_pence")
        )
        .with_columns(
            (eliminated - pl.col("eliminated_non_pay_pence")).alias(
                "eliminated_pay_pence"
            )
        )
    )


def say_mismatches(eliminations: pl.DataFrame) -> tuple[str, ...]:
    """Say where two members do not book the same with each other.

    Parameters
    ----------
    eliminations : DataFrame
        As `find_eliminations` gives it.

    Returns
    -------
    tuple of str
        One sentence for each mismatch, the largest first; none where all agree.

    Examples
    --------
    >>> say_mismatches(pl.DataFrame({"basis": ["actual"], "receiver": ["trust"],
    ...     "payer": ["group"], "income_pence": [900], "pay_pence": [0],
    ...     "non_pay_pence": [1000], "mismatch_pence": [-100]}))
    ('Booked: trust has £9 of income from group, which has £10 of cost with trust: £1 \
stays in the cost of the system.',)
    """
    told = eliminations.filter(pl.col("mismatch_pence") != 0).sort(
        pl.col("mismatch_pence").abs(), *PAIR, descending=[True, False, False, False]
    )
    return tuple(_say_mismatch(row) for row in told.iter_rows(named=True))


def _say_mismatch(row: Mapping[str, Any]) -> str:
    booked = {"plan": "Planned", "actual": "Booked"}[row["basis"]]
    earned = say_pence(Pence(row["income_pence"]))
    spent = say_pence(Pence(row["pay_pence"] + row["non_pay_pence"]))
    over = row["mismatch_pence"]
    stays = f"{say_pence(Pence(abs(over)))} stays in the "
    return (
        f"{booked}: {row['receiver']} has {earned} of income from {row['payer']}, "
        f"which has {spent} of cost with {row['receiver']}: {stays}"
        f"{'income' if over > 0 else 'cost'} of the system."
    )
