"""What the money tables of a plan folder must hold."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from placeplan.tables import Column, TableContract

COST_DRIVERS: Final = ("demographic", "non_demographic", "price", "policy")
"""What moves cost: people, use by like people, prices, and what policy asks for."""

LEVEL: Final = "level"
"""Driver of a fixed cost that stands still: the same amount every year."""

THEMES: Final = ("care-transformation", "productivity", "enablers", "system-leadership")
"""The four themes of October 2016 under which solutions were published."""

_YEAR = "Year in which the financial year starts."

OUTTURN = TableContract(
    "outturn",
    "money/outturn.csv",
    (
        Column("year", "year", _YEAR),
        Column("organisation", "text", refers_to=("organisations", "id")),
        Column("kind", "text", choices=frozenset({"provider", "ccg"})),
        Column("value_pounds", "number", "Surplus, or deficit when negative, pounds."),
    ),
    key=("year", "organisation"),
    about="Position of each organisation at the end of a year.",
    required=False,
)

PRICES = TableContract(
    "prices",
    "money/prices.csv",
    (
        Column("pod", "text", "Point of delivery."),
        Column("price_pounds", "number", "Cost of one unit in the base year.", least=0),
    ),
    key=("pod",),
    about="What one unit of each point of delivery costs in the base year.",
)

INFLATION = TableContract(
    "inflation",
    "money/inflation.csv",
    (
        Column("from_year", "year", "First year that grows over the year before it."),
        Column("to_year", "year", "Last year that does."),
        Column("kind", "text", choices=frozenset({"price", "policy"})),
        Column("growth_share", "share", "Growth a year, 0.02 is 2 %.", least=-1),
    ),
    key=("kind", "from_year"),
    about="Growth of unit cost a year: prices, and what policy adds.",
)

INCOME = TableContract(
    "income",
    "money/income.csv",
    (
        Column("year", "year", _YEAR),
        Column("organisation", "text", refers_to=("organisations", "id")),
        Column("allocation_pounds", "number", "Allocated to the NHS.", least=0),
        Column("other_pounds", "number", "All other, social care among it.", least=0),
    ),
    key=("year", "organisation"),
    about="Income path of the system as a whole.",
)

FIXED_COST = TableContract(
    "fixed_cost",
    "money/fixed_cost.csv",
    (
        Column("year", "year", _YEAR),
        Column("organisation", "text", refers_to=("organisations", "id")),
        Column(
            "driver",
            "text",
            "What the cost moves with; level for the part that stands still.",
            choices=frozenset({LEVEL, *COST_DRIVERS}),
        ),
        Column("cost_pounds", "number", "Cost in the money of that year."),
        Column("recurrent", "flag", "Whether it comes back every year."),
    ),
    key=("year", "organisation", "driver", "recurrent"),
    about="Cost that no activity in the plan carries.",
    required=False,
)

GAP_PUBLISHED = TableContract(
    "gap_published",
    "money/gap_published.csv",
    (
        Column("year", "year", _YEAR),
        Column("gap_pounds", "number", "Income less cost if nothing changes."),
    ),
    key=("year",),
    about="The do-nothing gap as it was published, to hold ours against.",
    required=False,
)

SOLUTIONS = TableContract(
    "solutions",
    "money/solutions.csv",
    (
        Column("solution", "text", "Id of the planned solution."),
        Column("theme", "text", choices=frozenset(THEMES)),
        Column("year", "year", _YEAR),
        Column("value_pounds", "number", "What it closes in that year.", least=0),
        Column("recurrent", "flag", "Whether the saving lasts."),
    ),
    key=("solution", "year", "recurrent"),
    about="What each planned solution closes of the gap, net of its cost, by year.",
    required=False,
)

SOLUTION_INITIATIVES = TableContract(
    "solution_initiatives",
    "money/solution_initiatives.csv",
    (
        Column("solution", "text", refers_to=("solutions", "solution")),
        Column("initiative", "text", refers_to=("initiatives", "id")),
    ),
    key=("solution", "initiative"),
    about="The initiatives that are to bring what a planned solution states.",
    required=False,
)

CAUTIONS = TableContract(
    "cautions",
    "money/cautions.csv",
    (
        Column("measure", "text", "Measure of the results that the words belong to."),
        Column("organisation", "text", "Whose; empty for all.", nullable=True),
        Column("words", "text", "What a reader must know beside the number."),
    ),
    key=(),
    about="Cautions that stand beside money figures wherever they are shown.",
    required=False,
)

TABLES = (
    OUTTURN,
    PRICES,
    INFLATION,
    INCOME,
    FIXED_COST,
    GAP_PUBLISHED,
    SOLUTIONS,
    SOLUTION_INITIATIVES,
    CAUTIONS,
)
"""Contracts of the tables of the gap; `contracts.TABLES` has those of every room."""


def get_table(
    tables: Mapping[str, pl.DataFrame], contract: TableContract
) -> pl.DataFrame:
    """Give a table of the plan, with no rows when the folder lacks it.

    Examples
    --------
    >>> get_table({}, GAP_PUBLISHED).height
    0
    """
    return tables.get(contract.name, contract.make_empty())
