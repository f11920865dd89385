"""What the performance tables of a plan folder must hold."""

from typing import Final

from placeplan.tables import Column, TableContract

DIRECTIONS: Final = ("up", "down", "neither")
"""Which way is better; ``neither`` of what is only watched."""

OPERATORS: Final = (">=", ">", "<=", "<")
"""How a figure is held against a level."""

_INDICATOR = Column("indicator", "text", refers_to=("indicators", "id"))
_BODY = Column("body", "text", "Id in the registry of places, or of a peer.")

INDICATORS: Final = TableContract(
    "indicators",
    "performance/indicators.csv",
    (
        Column("id", "text", "Lower case with hyphens."),
        Column("set", "text", "Table in which boards know it, such as acute-2016."),
        Column("place_in_set", "whole", "Its row there, from 1.", least=1),
        Column("name", "text", "Name for people."),
        Column("definition", "text", "What is counted, in our own words."),
        Column("numerator", "text", "What is counted above the line.", nullable=True),
        Column("denominator", "text", "And below it.", nullable=True),
        Column("unit", "text", "Such as % or per 1,000 population."),
        Column("better", "text", "Which way is better.", choices=frozenset(DIRECTIONS)),
        Column("heading", "text", "Heading of a dashboard.", nullable=True),
        Column("domain", "text", "Domain of a dashboard.", nullable=True),
        Column("standard", "text", "Id of the national standard.", nullable=True),
    ),
    key=("id",),
    about="Indicators: what is counted, and which way is better.",
    required=False,
)

PEERS: Final = TableContract(
    "peers",
    "performance/peers.csv",
    (
        Column("id", "text", "Lower case with hyphens."),
        Column("name", "text", "Name for people."),
        Column("kind", "text", "Such as system."),
    ),
    key=("id",),
    about="Bodies elsewhere that ours are compared with.",
    required=False,
)

VALUES: Final = TableContract(
    "indicator_values",
    "performance/values.csv",
    (
        _INDICATOR,
        _BODY,
        Column(
            "starts_on",
            "date",
            "First day of the period; empty if not stated.",
            nullable=True,
        ),
        Column("ends_on", "date", "Last day of it.", nullable=True),
        Column("period", "text", "The period as printed."),
        Column("value", "number", "As printed, in the unit of the indicator."),
    ),
    key=("indicator", "body", "period"),
    about="Values of indicators as papers print them, without their parts.",
    required=False,
)

SERIES: Final = TableContract(
    "indicator_series",
    "performance/series.csv",
    (
        _INDICATOR,
        _BODY,
        Column("month", "date", "First day of the month."),
        Column(
            "numerator", "number", "Counted above the line.", nullable=True, least=0
        ),
        Column("denominator", "number", "And below it.", nullable=True, least=0),
    ),
    key=("indicator", "body", "month"),
    about="Monthly parts of indicators; a month that nobody reported is empty.",
    required=False,
)

TRAJECTORIES: Final = TableContract(
    "trajectories",
    "performance/trajectories.csv",
    (
        _INDICATOR,
        _BODY,
        Column("by_month", "date", "First day of the month by which it should hold."),
        Column("operator", "text", "How.", choices=frozenset(OPERATORS)),
        Column("level", "number", "The agreed level, in the indicator's unit."),
        Column("words", "text", "What was agreed."),
    ),
    key=("indicator", "body", "by_month"),
    about="Agreed paths towards a standard.",
    required=False,
)

RATINGS: Final = TableContract(
    "ratings",
    "performance/ratings.csv",
    (
        Column("rule_set", "text", "Id of the rules by which it was rated."),
        _BODY,
        Column("year", "year", "Year that was rated."),
        Column("category", "whole", "1 is best.", least=1, most=5),
        Column("label", "text", "As published."),
        Column("published_on", "date", "Day on which it came out."),
    ),
    key=("rule_set", "body", "year"),
    about="Ratings as they were published.",
    required=False,
)

MUST_DOS: Final = TableContract(
    "must_dos",
    "performance/must_dos.csv",
    (
        Column("number", "whole", "1 to 9.", least=1),
        Column("name", "text", "Name for people."),
        Column("ask", "text", "What is asked, in our own words."),
    ),
    key=("number",),
    about="What every local system had to show in 2016/17.",
    required=False,
)

MUST_DO_THRESHOLDS: Final = TableContract(
    "must_do_thresholds",
    "performance/must_do_thresholds.csv",
    (
        Column("must_do", "whole", "Number of the must-do.", least=1),
        Column("measure", "text", "What is measured."),
        Column(
            "indicator",
            "text",
            "Id of the indicator that shows it, if any.",
            nullable=True,
            refers_to=("indicators", "id"),
        ),
        Column(
            "operator",
            "text",
            "Empty where the words ask for a change.",
            nullable=True,
            choices=frozenset(OPERATORS),
        ),
        Column("level", "number", "Empty where no paper gives one.", nullable=True),
        Column("unit", "text", "Unit of the level."),
        Column("words", "text", "How it is asked, or where the level comes from."),
    ),
    key=("must_do", "measure"),
    about="Thresholds of the must-dos, with more than kept apart from at least.",
    required=False,
)

SMALL_AREAS: Final = TableContract(
    "small_areas",
    "performance/small_areas.csv",
    (
        Column("id", "text", "Code in national statistics."),
        Column("place", "text", "Id of the district that it lies in."),
        Column("people", "whole", "People who live there.", least=0),
        Column(
            "outline",
            "text",
            "POLYGON or MULTIPOLYGON in degrees east and north; empty for no map.",
            nullable=True,
        ),
    ),
    key=("id",),
    about="Small areas with their people, and their outlines for a map.",
    required=False,
)

DEPRIVATION: Final = TableContract(
    "deprivation",
    "performance/deprivation.csv",
    (
        Column("edition", "year", "Year of the indices."),
        Column("area", "text", refers_to=("small_areas", "id")),
        Column("rank", "whole", "Among all areas; 1 is the most deprived.", least=1),
        Column("tenth", "whole", "1 is the most deprived tenth.", least=1, most=10),
        Column("score", "number", "Higher is more deprived.", nullable=True, least=0),
    ),
    key=("edition", "area"),
    about="How deprived each small area is, by edition of the national indices.",
    required=False,
)

TABLES: Final = (
    INDICATORS,
    PEERS,
    VALUES,
    SERIES,
    TRAJECTORIES,
    RATINGS,
    MUST_DOS,
    MUST_DO_THRESHOLDS,
    SMALL_AREAS,
    DEPRIVATION,
)
"""Contracts of every table that this chapter reads."""
