"""What the capacity tables of a plan folder must hold."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from placeplan.capacity.option_inputs import OPTION_TABLES
from placeplan.tables import Column, TableContract

Tables = Mapping[str, pl.DataFrame]
"""What was read from a plan folder, by table name."""

_YEAR = Column("year", "year", "Financial year, by the year in which it starts.")
_FROM_YEAR = Column("from_year", "year", "First year for which it holds.")
_POD = Column("pod", "text", "Point of delivery.")
_PROVIDER = Column("provider", "text", refers_to=("organisations", "id"))
_SITE = Column(
    "site",
    "text",
    "Empty where the provider has none of its own.",
    nullable=True,
    refers_to=("sites", "id"),
)
_STAFF_GROUP = Column("staff_group", "text", "Group of staff.")
_LEAST_DIVISOR = 1e-6
"""Divisors must be above 0."""

BEDS: Final = TableContract(
    "beds",
    "capacity/beds.csv",
    (_YEAR, _PROVIDER, _SITE, Column("beds", "number", "Beds open.", least=0)),
    key=("year", "provider", "site"),
    about="Beds open; carried on from the last year stated.",
)

SPACES: Final = TableContract(
    "spaces",
    "capacity/spaces.csv",
    (
        _YEAR,
        _PROVIDER,
        _SITE,
        _POD,
        Column("spaces", "number", "Rooms, cubicles, theatres.", least=0),
    ),
    key=("year", "provider", "site", "pod"),
    about="Spaces in use; carried on from the last year stated.",
    required=False,
)

STAFF: Final = TableContract(
    "staff",
    "capacity/staff.csv",
    (
        _YEAR,
        _PROVIDER,
        _STAFF_GROUP,
        Column("wte", "number", "Whole-time equivalents in post.", least=0),
    ),
    key=("year", "provider", "staff_group"),
    about="Staff in post; from the last year stated they join and leave.",
    required=False,
)

BED_STANDARDS: Final = TableContract(
    "bed_standards",
    "capacity/bed_standards.csv",
    (
        _POD,
        _FROM_YEAR,
        Column(
            "occupancy_share",
            "share",
            "Largest share of beds to be occupied at midnight.",
            least=_LEAST_DIVISOR,
        ),
        Column("days_open", "number", "Days open a year.", least=1, most=366),
    ),
    key=("pod", "from_year"),
    about="How full beds may be, by the pod whose nights fill them.",
)

SPACE_STANDARDS: Final = TableContract(
    "space_standards",
    "capacity/space_standards.csv",
    (
        _POD,
        _FROM_YEAR,
        Column("hours_each", "number", "Hours in the space for one.", least=0),
        Column("weeks", "number", "Weeks open a year.", least=1, most=53),
        Column(
            "hours_a_week",
            "number",
            "Hours open a week.",
            least=_LEAST_DIVISOR,
            most=168,
        ),
        Column(
            "utilisation_share",
            "share",
            "Share of open hours to be used.",
            least=_LEAST_DIVISOR,
        ),
    ),
    key=("pod", "from_year"),
    about="How long one is in a space, and how much of its time can be used.",
    required=False,
)

STAFF_STANDARDS: Final = TableContract(
    "staff_standards",
    "capacity/staff_standards.csv",
    (
        _POD,
        _STAFF_GROUP,
        _FROM_YEAR,
        Column("minutes_each", "number", "Minutes of the group for one.", least=0),
        Column(
            "productive_minutes",
            "number",
            "Minutes for such work a whole-time equivalent a year.",
            least=1,
            most=527_040,
        ),
    ),
    key=("pod", "staff_group", "from_year"),
    about="How long each group of staff works for one of a pod.",
    required=False,
)

STAFF_FLOWS: Final = TableContract(
    "staff_flows",
    "capacity/staff_flows.csv",
    (
        _STAFF_GROUP,
        _FROM_YEAR,
        Column("joiner_share", "share", "Who joins a year, as a share of those there."),
        Column("leaver_share", "share", "Who leaves a year, likewise."),
    ),
    key=("staff_group", "from_year"),
    about="Joiners and leavers a year; without a row a group stays as it is.",
    required=False,
)

TABLES: Final = (
    BEDS,
    SPACES,
    STAFF,
    BED_STANDARDS,
    SPACE_STANDARDS,
    STAFF_STANDARDS,
    STAFF_FLOWS,
    *OPTION_TABLES,
)
"""Contracts of every table of this chapter."""


def get_table(tables: Tables, contract: TableContract) -> pl.DataFrame:
    """Give a table of the plan, with no rows when the folder lacks it.

    Examples
    --------
    >>> get_table({}, SPACES).height
    0
    """
    found = tables.get(contract.name)
    return contract.make_empty() if found is None else found
