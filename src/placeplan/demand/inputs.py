"""What the activity and growth tables of a plan folder must hold."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from placeplan.reference import SEXES
from placeplan.tables import Column, TableContract

Tables = Mapping[str, pl.DataFrame]
"""What was read from a plan folder, by table name."""

PERSONS: Final = "persons"
"""Sex of a row that does not tell women from men."""

_POD = Column("pod", "text", "Point of delivery.")

ACTIVITY_BASE: Final = TableContract(
    "activity_base",
    "activity/base.csv",
    (
        _POD,
        Column(
            "place",
            "text",
            "District where people live; empty for people from elsewhere.",
            nullable=True,
            refers_to=("areas", "id"),
        ),
        Column("provider", "text", refers_to=("organisations", "id")),
        Column(
            "site",
            "text",
            "Empty where the provider has none of its own.",
            nullable=True,
            refers_to=("sites", "id"),
        ),
        Column(
            "sex",
            "text",
            "female, male, or persons where both are counted together.",
            choices=frozenset({*SEXES, PERSONS}),
        ),
        Column("age_band", "text", "Such as 85-89, 90+, or 0+ for all ages."),
        Column("activity", "number", "In the unit of the pod, a year.", least=0),
        Column("bed_days", "number", "Nights in a bed, at midnight.", least=0),
    ),
    key=("pod", "place", "provider", "site", "sex", "age_band"),
    about="What was done in the base year, and for whom.",
)

LONGEST_STAY_DAYS: Final = 3660

ACTIVITY_MIX: Final = TableContract(
    "activity_mix",
    "activity/mix.csv",
    (
        _POD,
        Column(
            "age_band",
            "text",
            "Such as 65+; empty: all ages that no other row of the pod names.",
            nullable=True,
        ),
        Column("specialty", "text", "Empty: not told.", nullable=True),
        Column(
            "stay_days",
            "whole",
            "Nights of each; the longest stands for longer ones too. Empty: not told.",
            nullable=True,
            least=0,
            most=LONGEST_STAY_DAYS,
        ),
        Column(
            "pre_operative_days",
            "whole",
            "Nights of these before theatre. Empty: not told.",
            nullable=True,
            least=0,
            most=LONGEST_STAY_DAYS,
        ),
        Column(
            "codes",
            "text",
            "Cohorts to which they belong, with a space between, such as frail falls.",
            nullable=True,
        ),
        Column("share", "share", "Share of the activity of the pod at these ages."),
    ),
    key=(
        "pod",
        "age_band",
        "specialty",
        "stay_days",
        "pre_operative_days",
        "codes",
    ),
    about="What the activity of a pod is made up of: stays, specialties, cohorts.",
    required=False,
    share_column="share",
    share_within=("pod", "age_band"),
)

PODS: Final = TableContract(
    "pods",
    "activity/pods.csv",
    (
        Column("pod", "text", "Id, such as virtual_ward_day."),
        Column("name", "text", "Name for people."),
        Column("unit", "text", "What one of it is called, in the plural."),
        Column("beds", "flag", "Whether people stay in a bed overnight for it."),
        Column(
            "follows_births",
            "flag",
            "Whether it follows births by age of mother; empty: no.",
            nullable=True,
            optional=True,
        ),
    ),
    key=("pod",),
    about="Points of delivery of the plan's own, beside those of the reference list.",
    required=False,
)

_SHARE = "Growth a year over the year before: 0.02 is 2 %."

GROWTH: Final = TableContract(
    "growth",
    "growth/non_demographic.csv",
    (
        _POD,
        Column("from_year", "year", "First year that grows over the year before it."),
        Column("to_year", "year", "Last year that does."),
        Column("growth_share", "share", _SHARE, least=-1),
        Column("low", "share", f"Low end (P10). {_SHARE}", least=-1),
        Column("high", "share", f"High end (P90). {_SHARE}", least=-1),
    ),
    key=("pod", "from_year"),
    about="Growth of use by like people. Years in no row do not grow.",
    required=False,
)


def get_table(tables: Tables, contract: TableContract) -> pl.DataFrame:
    """Give a table of the plan, with no rows when the folder lacks it.

    Examples
    --------
    >>> get_table({}, GROWTH).height
    0
    """
    found = tables.get(contract.name)
    return contract.make_empty() if found is None else found
