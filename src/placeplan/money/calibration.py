"""Solving for what the published gap implies and no paper itemises.

Two gaps were published, for the base year and for a later one. Activity at published
prices does not add up to all that a health and care system spends, and modelled growth
does not explain all of the rise. Two unknowns are solved for, once, when the plan
folder is made; the run itself only reads them:

- the **level** of cost not modelled, in the base year (it then grows with the same
  people, use and prices as modelled activity);
- the **pressure** in the later year: what policy and standards add. Between the two
  years it rises by equal steps; after them it grows with prices alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from placeplan.errors import QuestionError
from placeplan.money.pence import PENCE_PER_POUND, Pence
from placeplan.money.split import split_change


@dataclass(frozen=True, slots=True)
class Growth:
    """How far cost not modelled has grown since the base year, factor by factor."""

    demographic: float
    non_demographic: float
    price: float


@dataclass(frozen=True, slots=True)
class FixedCostLine:
    """One row of the table of fixed costs: the year, what it moves with, the amount."""

    year: int
    driver: str
    cost: Pence


@dataclass(frozen=True, slots=True)
class Knowns:
    """What is known before solving, by year.

    Parameters
    ----------
    modelled : mapping of year to Pence
        Cost of activity.
    income : mapping of year to Pence
        Income.
    growth : mapping of year to Growth
        Growth of cost not modelled since the base year.
    published : mapping of year to Pence
        The two published gaps, income less cost: the base year's and a later one's.
    """

    modelled: Mapping[int, Pence]
    income: Mapping[int, Pence]
    growth: Mapping[int, Growth]
    published: Mapping[int, Pence]


def calibrate_costs(knowns: Knowns) -> list[FixedCostLine]:
    """Solve for the fixed costs with which both published gaps come out exactly.

    Parameters
    ----------
    knowns : Knowns
        Two published gaps, and modelled cost, income and growth for every year from
        the first of the two.

    Returns
    -------
    list of FixedCostLine
        For every year of `modelled`: the level, and what people, use, prices and
        policy add to it.

    Raises
    ------
    QuestionError
        When there are not exactly two published gaps, or when modelled cost alone is
        more than income and gap leave room for.

    Examples
    --------
    Income 100, gap -10, activity 60: cost not modelled is 50. A year on activity is 66
    and income 100; prices rose 10 %, so the 50 are 55. A gap of -25 leaves 4.

    >>> same, later = Growth(1.0, 1.0, 1.0), Growth(1.0, 1.0, 1.1)
    >>> lines = calibrate_costs(Knowns(
    ...     modelled={2016: Pence(60), 2017: Pence(66)},
    ...     income={2016: Pence(100), 2017: Pence(100)},
    ...     growth={2016: same, 2017: later},
    ...     published={2016: Pence(-10), 2017: Pence(-25)}))
    >>> [(line.driver, line.cost) for line in lines if line.year == 2017 and line.cost]
    [('level', 50), ('price', 5), ('policy', 4)]
    """
    if len(knowns.published) != 2:
        message = (
            f"Two published gaps were expected, {len(knowns.published)} came. "
            "Give the base year's and one later year's."
        )
        raise QuestionError(message)
    first, last = sorted(knowns.published)
    level = _solve(knowns, first, others=0)
    if level < 0:
        message = (
            f"Activity alone costs £{-level / PENCE_PER_POUND:,.2f} more than income "
            f"and gap of {first} leave room for. Check its prices and activity."
        )
        raise QuestionError(message)
    grown = {year: _grow(level, growth) for year, growth in knowns.growth.items()}
    pressure = _solve(knowns, last, others=level + sum(grown[last].values()))
    lines = []
    for year in sorted(knowns.modelled):
        amounts = {"level": level, **grown[year]}
        amounts["policy"] = round(pressure * _phase(knowns, year))
        lines += [
            FixedCostLine(year, driver, Pence(cost)) for driver, cost in amounts.items()
        ]
    return lines


def _phase(knowns: Knowns, year: int) -> float:
    """Part of the pressure felt in a year: equal steps, then prices alone."""
    first, last = sorted(knowns.published)
    if year <= last:
        return (year - first) / (last - first)
    return knowns.growth[year].price / knowns.growth[last].price


def _solve(knowns: Knowns, year: int, *, others: int) -> int:
    gap = knowns.published[year]
    return knowns.income[year] - gap - knowns.modelled[year] - others


def _grow(level: int, growth: Growth) -> dict[str, int]:
    one = np.array(1.0)
    parts = split_change(
        [np.array(float(level)), one, one],
        [
            np.array(level * growth.demographic),
            np.array(growth.non_demographic),
            np.array(growth.price),
        ],
    )
    names = ("demographic", "non_demographic", "price")
    return {name: round(float(part)) for name, part in zip(names, parts, strict=True)}
