"""What the people tables of a plan folder must hold."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from placeplan.population.axes import OPEN_AGE, SEXES
from placeplan.tables import Column, TableContract

MOST_VARIED: Final = 5
"""No variant is further from what a table says than so many times."""

Tables = Mapping[str, pl.DataFrame]
"""What was read from a plan folder, by table name."""

_PLACE = Column("place", "text", "District.", refers_to=("areas", "id"))
_SEX = Column("sex", "text", "female or male.", choices=frozenset(SEXES))
_AGE = Column(
    "age", "whole", "Age in years; 90 is 90 and over.", least=0, most=OPEN_AGE
)
_YEAR = Column("year", "year", "Year of the mid-year count.")
_YEAR_TO = Column("year", "year", "Year whose middle ends the twelve months.")
_PEOPLE = Column("value", "number", "People.", least=0)

PEOPLE_BASE = TableContract(
    "people_base",
    "people/base.csv",
    (_YEAR, _PLACE, _SEX, _AGE, _PEOPLE),
    key=("year", "place", "sex", "age"),
    about="The count from which everything starts: one year, every place, sex and age.",
)

PEOPLE_COUNTS = TableContract(
    "people_counts",
    "people/counts.csv",
    (_YEAR, _PLACE, _SEX, _AGE, _PEOPLE),
    key=("year", "place", "sex", "age"),
    about="Later counts by age and sex, to which the years between are tied.",
    required=False,
)

PEOPLE_TOTALS = TableContract(
    "people_totals",
    "people/totals.csv",
    (_YEAR, _PLACE, _PEOPLE),
    key=("year", "place"),
    about="Published totals: the years that have one are scaled to it.",
    required=False,
)

COMPONENTS = TableContract(
    "components",
    "people/components.csv",
    (
        _YEAR_TO,
        _PLACE,
        Column("births", "number", "Births in the twelve months.", least=0),
        Column("deaths", "number", "Deaths in the twelve months.", least=0),
        Column("net_migration", "number", "People in less out, and other changes."),
    ),
    key=("year", "place"),
    about="What changed the number of people in each past year.",
    required=False,
)

FERTILITY = TableContract(
    "fertility",
    "people/fertility.csv",
    (
        _YEAR_TO,
        Column("age", "whole", "Age of the mother in years.", least=10, most=60),
        Column("births_per_woman", "share", "Births a woman a year."),
    ),
    key=("year", "age"),
    about="Births a woman by age; the local level is fitted to the births that were.",
)

MORTALITY = TableContract(
    "mortality",
    "people/mortality.csv",
    (
        _YEAR_TO,
        _SEX,
        Column(
            "age",
            "whole",
            "Age at the start of the twelve months; -1 is born in them.",
            least=-1,
            most=OPEN_AGE,
        ),
        Column("death_share", "share", "Share that dies within the twelve months."),
    ),
    key=("year", "sex", "age"),
    about="Share that dies by age; the local level is fitted to the deaths that were.",
)

MIGRATION_SCHEDULE = TableContract(
    "migration_schedule",
    "people/migration_schedule.csv",
    (
        _SEX,
        _AGE,
        Column("share", "share", "Share of net movers; may be negative.", least=-1),
    ),
    key=("sex", "age"),
    about="How a net number of movers is spread over sexes and ages.",
    share_column="share",
)

MIGRATION = TableContract(
    "migration",
    "people/migration.csv",
    (_YEAR_TO, _PLACE, Column("net_people", "number", "People in less people out.")),
    key=("year", "place"),
    about="Net movers a year that are assumed; the last year given is carried on.",
)

DWELLINGS = TableContract(
    "dwellings",
    "people/dwellings.csv",
    (
        _YEAR_TO,
        _PLACE,
        Column(
            "dwellings",
            "number",
            "Dwellings beyond the number that the assumed migration rests on.",
        ),
        Column("persons_per_dwelling", "number", "People.", least=0, most=20),
    ),
    key=("year", "place"),
    about="Building faster (or, below 0, slower) than migration already allows for.",
    required=False,
)

_MULTIPLE = "after the last count, as a multiple of what the table says."

PEOPLE_VARIANTS = TableContract(
    "people_variants",
    "people/variants.csv",
    (
        Column("id", "text", "Such as principal or low-migration."),
        Column("name", "text", "Name for people."),
        Column("probability", "share", "How likely it is."),
        Column(
            "fertility_factor",
            "number",
            f"Births a woman {_MULTIPLE}",
            least=0,
            most=MOST_VARIED,
        ),
        Column(
            "mortality_factor",
            "number",
            f"Shares who die {_MULTIPLE}",
            least=0,
            most=MOST_VARIED,
        ),
        Column(
            "migration_factor",
            "number",
            f"Net movers {_MULTIPLE}",
            least=-MOST_VARIED,
            most=MOST_VARIED,
        ),
    ),
    key=("id",),
    about="Ways in which people's number may go: a draw takes one of them, the figure "
    "is their mean.",
    required=False,
    share_column="probability",
)

_FIGURE = (
    _YEAR,
    Column(
        "place",
        "text",
        "District; empty for all of them.",
        nullable=True,
        refers_to=("areas", "id"),
    ),
    Column(
        "age_from", "whole", "This age and over; 0 for all.", least=0, most=OPEN_AGE
    ),
    Column(
        "measure",
        "text",
        "people, or growth since the first year in people or percent.",
        choices=frozenset({"people", "growth_people", "growth_percent"}),
    ),
)

PEOPLE_EXPECTED = TableContract(
    "people_expected",
    "people/expected.csv",
    (
        Column("label", "text", choices=frozenset({"papers", "counted"})),
        *_FIGURE,
        Column("value", "number", "By the measure: people or percent."),
    ),
    key=("label", "year", "place", "age_from", "measure"),
    about="What the papers expected and what was counted, to stand beside our figure.",
    required=False,
)

PEOPLE_EXPECTED_REASONS = TableContract(
    "people_expected_reasons",
    "people/expected_reasons.csv",
    (*_FIGURE, Column("words", "text", "A sentence or two for readers.")),
    key=("year", "place", "age_from", "measure"),
    about="Why the papers, the counts and our figure differ, by figure.",
    required=False,
)

NETWORKS = TableContract(
    "networks",
    "people/networks.csv",
    (
        Column("network", "text", "Primary care network."),
        _PLACE,
        Column("age_band", "text", "Such as 0-17 or 85+."),
        Column("share", "share", "Share of the district's people of that age."),
    ),
    key=("network", "place", "age_band"),
    about="How the people of each district are shared among networks.",
    required=False,
    share_column="share",
    share_within=("place", "age_band"),
)

TABLES: Final = (
    PEOPLE_BASE,
    PEOPLE_COUNTS,
    PEOPLE_TOTALS,
    COMPONENTS,
    FERTILITY,
    MORTALITY,
    MIGRATION_SCHEDULE,
    MIGRATION,
    DWELLINGS,
    PEOPLE_VARIANTS,
    PEOPLE_EXPECTED,
    PEOPLE_EXPECTED_REASONS,
    NETWORKS,
)
"""Every table of this chapter."""
