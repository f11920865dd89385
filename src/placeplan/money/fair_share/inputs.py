"""What the tables of fair shares in a plan folder must hold."""

from dataclasses import fields
from typing import Final

from placeplan.money.fair_share.pace import Pace
from placeplan.tables import Column, TableContract

_YEAR = Column("year", "year", "Year in which the financial year starts.")
_BUDGET = Column("budget", "text", "Id of the budget.")
_LEVEL = Column("level", "text", refers_to=("capitation_levels", "level"))
_PLACE = Column("place", "text", "Id of a place of that level.")

LEVELS: Final = TableContract(
    "capitation_levels",
    "money/capitation_levels.csv",
    (
        Column("level", "text", "Id of the level."),
        Column("name", "text", "What places of it are called, such as Networks."),
        Column("place_in_list", "whole", "Its place in a list, from 1.", least=1),
    ),
    key=("level",),
    about="Levels at which a budget is shared out: alliances, districts, networks.",
    required=False,
)

PLACES: Final = TableContract(
    "capitation_places",
    "money/capitation_places.csv",
    (
        _YEAR,
        _LEVEL,
        _PLACE,
        Column("name", "text", "Name for people."),
        Column(
            "parent",
            "text",
            "Place of another level to which it belongs and whose money it shares.",
            nullable=True,
        ),
        Column("people", "number", "On the lists of its practices.", least=0),
        Column(
            "people_before",
            "number",
            "The same a year before; empty for as many.",
            least=0,
            nullable=True,
        ),
    ),
    key=("year", "level", "place"),
    about="Places that share in budgets, with their people.",
    required=False,
)

NEED: Final = TableContract(
    "capitation_need",
    "money/capitation_need.csv",
    (
        _YEAR,
        _LEVEL,
        _PLACE,
        Column("stream", "text", "Id of a stream, or inequalities."),
        Column("need", "number", "Need of a person, on any scale.", least=0),
    ),
    key=("year", "level", "place", "stream"),
    about="How much the people of each place need, stream by stream.",
    required=False,
)

COSTS: Final = TableContract(
    "capitation_costs",
    "money/capitation_costs.csv",
    (
        _LEVEL,
        _PLACE,
        Column("adjustment", "text", "Such as market_forces."),
        Column("index", "number", "What the same costs there; 1 as anywhere.", least=0),
        Column("share", "share", "Part of all cost that it touches.", least=0, most=1),
    ),
    key=("level", "place", "adjustment"),
    about="Where the same care costs more; places that it leaves out cost as anywhere.",
    required=False,
)

BUDGETS: Final = TableContract(
    "capitation_budgets",
    "money/capitation_budgets.csv",
    (
        _YEAR,
        _BUDGET,
        Column("name", "text", "Name for people."),
        Column("budget_pounds", "number", "All that is shared out.", least=0),
        Column(
            "inequalities_share",
            "share",
            "Share that follows inequalities; empty for that of national policy on the "
            "first day of the year.",
            least=0,
            nullable=True,
        ),
    ),
    key=("year", "budget"),
    about="Budgets to be shared out by need.",
    required=False,
)

STREAMS: Final = TableContract(
    "capitation_streams",
    "money/capitation_streams.csv",
    (
        _YEAR,
        _BUDGET,
        Column("stream", "text", "Id, such as mental_health."),
        Column("share", "share", "Of what does not follow inequalities.", least=0),
    ),
    key=("year", "budget", "stream"),
    about="Streams of care of each budget.",
    required=False,
    share_column="share",
    share_within=("year", "budget"),
)

PACE: Final = TableContract(
    "capitation_pace",
    "money/capitation_pace.csv",
    (
        _YEAR,
        _BUDGET,
        Column(
            "rule",
            "text",
            "Which part of the pace of change.",
            choices=frozenset(each.name for each in fields(Pace)),
        ),
        Column("share", "share", "Its value, 0.02 is 2 %.", least=-1),
    ),
    key=("year", "budget", "rule"),
    about="How places move towards their targets; without rows each gets its target.",
    required=False,
)

ALLOCATIONS: Final = TableContract(
    "capitation_allocations",
    "money/capitation_allocations.csv",
    (
        _YEAR,
        _BUDGET,
        _LEVEL,
        _PLACE,
        Column("allocation_pounds", "number", "What it had the year before.", least=0),
    ),
    key=("year", "budget", "level", "place"),
    about="What each place has before a budget is shared out.",
    required=False,
)

FAIR_SHARE_TABLES: Final = (
    LEVELS,
    PLACES,
    NEED,
    COSTS,
    BUDGETS,
    STREAMS,
    PACE,
    ALLOCATIONS,
)
"""Contracts of the tables of fair shares, all optional."""
