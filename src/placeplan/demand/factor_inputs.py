"""What the tables of further factors must hold: each of them may be left out."""

from typing import Final

from placeplan.tables import Column, TableContract

ACTIONS: Final = ("level_up", "level_down", "zero_sum")
"""How an unequal use is levelled: to that of the least deprived, of the most deprived,
or to one level that keeps the sum."""

_POD = Column("pod", "text", "Point of delivery.")
_FROM = Column("from_year", "year", "First financial year, after the base year.")

HEALTH_STATUS: Final = TableContract(
    "health_status",
    "growth/health_status.csv",
    (
        Column("healthy_low", "share", "Share of added life in good health: P10."),
        Column("healthy_high", "share", "The same: P90."),
    ),
    key=(),
    about="How much of the years that people live longer they live in good health: one "
    "row. The ages 55 to 90 use care as if they were so much younger.",
    required=False,
)

REPATRIATION: Final = TableContract(
    "repatriation",
    "growth/repatriation.csv",
    (
        _POD,
        Column(
            "place",
            "text",
            "District of the people; empty: all.",
            nullable=True,
            refers_to=("areas", "id"),
        ),
        Column(
            "from_provider",
            "text",
            "Who treated them in the base year.",
            refers_to=("organisations", "id"),
        ),
        Column(
            "to_provider",
            "text",
            "Who will.",
            refers_to=("organisations", "id"),
        ),
        Column(
            "to_site",
            "text",
            "Empty where the provider has none of its own.",
            nullable=True,
            refers_to=("sites", "id"),
        ),
        _FROM,
        Column("moved_low", "share", "Share of the activity that goes there: P10."),
        Column("moved_high", "share", "The same: P90."),
    ),
    key=("pod", "place", "from_provider", "to_provider", "to_site"),
    about="Activity that comes back to a provider, or leaves it: nothing is lost. Rows "
    "of one provider take their shares in order, each of what the one before left.",
    required=False,
)

DEPRIVATION_FIFTHS: Final = TableContract(
    "deprivation_fifths",
    "growth/deprivation_fifths.csv",
    (
        Column("place", "text", "District.", refers_to=("areas", "id")),
        Column(
            "fifth",
            "whole",
            "Fifth of places by deprivation: 1 is the most deprived.",
            least=1,
            most=5,
        ),
    ),
    key=("place",),
    about="How deprived each place is, for the levelling of unequal use.",
    required=False,
)

INEQUALITY: Final = TableContract(
    "inequality",
    "growth/inequality.csv",
    (
        Column("group", "text", "Pods that are levelled together."),
        _POD,
        Column("action", "text", "How.", choices=frozenset(ACTIONS)),
        _FROM,
        Column("closed_low", "share", "Share of the gap that is closed: P10."),
        Column("closed_high", "share", "The same: P90."),
    ),
    key=("pod",),
    about="Use that is levelled where the less deprived use more, and chance alone "
    "would hardly make them.",
    required=False,
)

WAITING_LIST: Final = TableContract(
    "waiting_list",
    "growth/waiting_list.csv",
    (
        _POD,
        Column("provider", "text", "Whose list.", refers_to=("organisations", "id")),
        Column(
            "list_change",
            "number",
            "Units by which the list grew in the base year; below 0 it fell.",
        ),
    ),
    key=("pod", "provider"),
    about="What a provider would have had to do more in the base year to keep its list "
    "level: done in every later year.",
    required=False,
)

FACTOR_TABLES: Final = (
    HEALTH_STATUS,
    REPATRIATION,
    DEPRIVATION_FIFTHS,
    INEQUALITY,
    WAITING_LIST,
)
"""Contracts of every table of further factors."""
