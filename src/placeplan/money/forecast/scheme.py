"""Schemes that save: what each planned for every month, and what it made of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import polars as pl
from numpy.typing import NDArray

from placeplan.money.forecast.body_year import MONTHS_A_YEAR
from placeplan.money.ledger.ledger import Ledger, find_months

Array = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Schemes:
    """Savings of one body by scheme and month.

    Parameters
    ----------
    plan, made : array, shape (schemes, 12)
        Pence; what is not booked is not looked at in `made`.
    """

    plan: Array = field(default_factory=lambda: np.zeros((0, MONTHS_A_YEAR)))
    made: Array = field(default_factory=lambda: np.zeros((0, MONTHS_A_YEAR)))


def read_schemes(
    ledger: Ledger, *, year: int, through: date | None = None
) -> dict[str, Schemes]:
    """Read the savings of every body, by scheme in the order of their ids.

    Parameters
    ----------
    ledger : Ledger
        What schemes planned and made; what lasts and what does not counts alike.
    year : int
        In which the financial year starts.
    through : date, optional
        First day of the last month that counts as booked.
    """
    months = find_months(year)
    places = {month: at for at, month in enumerate(months)}
    kept = ledger.savings.filter(
        pl.col("year") == year,
        (pl.col("basis") == "plan") | (pl.col("month") <= (through or months[-1])),
    )
    found: dict[str, dict[str, dict[str, Array]]] = {}
    columns = ("organisation", "scheme", "basis", "month", "value_pence")
    for body, scheme, basis, month, pence in kept.select(columns).sort(columns).rows():
        schemes = found.setdefault(body, {})
        rows = schemes.setdefault(
            scheme, {each: np.zeros(MONTHS_A_YEAR) for each in ("plan", "actual")}
        )
        rows[basis][places[month]] += pence
    return {
        body: Schemes(
            np.array([rows["plan"] for rows in schemes.values()]),
            np.array([rows["actual"] for rows in schemes.values()]),
        )
        for body, schemes in found.items()
    }


def find_made_shares(schemes: Schemes, learnt: Whole, seen: Sequence[int]) -> Array:
    """Find what share of its planned savings each scheme made in drawn months.

    Parameters
    ----------
    schemes : Schemes
        Savings of a body.
    learnt : array of int, shape (draws, months)
        Which of the booked months each draw learns from.
    seen : sequence of int
        Places of the booked months.

    Returns
    -------
    array, shape (draws, schemes)
        A scheme that had nothing planned in those months goes on as the schemes of the
        body together, and as planned where none had.
    """
    plan = schemes.plan[:, seen][:, learnt].sum(axis=2).T
    made = schemes.made[:, seen][:, learnt].sum(axis=2).T
    whole = plan.sum(axis=1, keepdims=True)
    together = np.divide(
        made.sum(axis=1, keepdims=True),
        whole,
        out=np.ones_like(whole),
        where=whole != 0,
    )
    shares = np.broadcast_to(together, plan.shape).copy()
    np.divide(made, plan, out=shares, where=plan != 0)
    return shares
