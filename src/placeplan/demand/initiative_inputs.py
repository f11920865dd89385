"""What the tables of initiatives must hold: all of them may be left out."""

from typing import Final

from placeplan.demand.inputs import LONGEST_STAY_DAYS, PERSONS
from placeplan.reference import SEXES
from placeplan.tables import Column, TableContract

HEADINGS: Final = (
    "prevention_and_self_care",
    "new_care_models",
    "efficiency",
    "expanding_capacity",
)
"""The four strategic headings under which a plan changes care."""

MECHANISMS: Final = (
    "attributable_share",
    "avoidance",
    "substitution",
    "change_of_setting",
    "shorter_stay",
    "pre_operative_stay",
    "general_shorter_stay",
)
"""Ways of changing care, in the order in which they take effect: what has been avoided
is not moved, and what has been avoided or moved is not shortened. A spell is shortened
once, in general only where nothing else shortens it."""

WITH_ARRIVALS: Final = frozenset({"substitution", "change_of_setting"})
"""Mechanisms after which something arrives elsewhere."""

_INITIATIVE = Column(
    "initiative", "text", "Id of an initiative.", refers_to=("initiatives", "id")
)
_REMAINS = "Share of the cohort (or of its nights) that remains: 1 is no change."

INITIATIVES: Final = TableContract(
    "initiatives",
    "initiatives/initiatives.csv",
    (
        Column("id", "text", "Lower case with hyphens."),
        Column("name", "text", "Name for people."),
        Column("theme", "text", "Theme of the plan that it belongs to."),
        Column("heading", "text", "Strategic heading.", choices=frozenset(HEADINGS)),
        Column(
            "planning_level",
            "whole",
            "Level at which it is planned; empty for all.",
            nullable=True,
            refers_to=("levels", "level"),
        ),
        Column("owner", "text", "Title of the post that owns it; never a name."),
        Column("delivery_share", "share", "Probability that it is delivered at all."),
    ),
    key=("id",),
    about="What the plan changes, who owns it, and how likely it is to happen.",
    required=False,
)

SPELL_COHORT: Final = (
    Column("specialty", "text", "Empty: all.", nullable=True, optional=True),
    Column(
        "code",
        "text",
        "A cohort among the codes of activity/mix.csv; empty: all.",
        nullable=True,
        optional=True,
    ),
    Column(
        "stay_from_days",
        "whole",
        "Fewest nights; empty: any.",
        nullable=True,
        least=0,
        most=LONGEST_STAY_DAYS,
        optional=True,
    ),
    Column(
        "stay_to_days",
        "whole",
        "Most nights; empty: any.",
        nullable=True,
        least=0,
        most=LONGEST_STAY_DAYS,
        optional=True,
    ),
    Column(
        "pre_operative_days",
        "whole",
        "Nights before theatre, which pre_operative_stay takes off; empty: any.",
        nullable=True,
        least=0,
        most=LONGEST_STAY_DAYS,
        optional=True,
    ),
)
"""How an effect names a cohort within a cell, by what activity/mix.csv tells."""

EFFECTS: Final = TableContract(
    "initiative_effects",
    "initiatives/effects.csv",
    (
        _INITIATIVE,
        Column("mechanism", "text", "How it works.", choices=frozenset(MECHANISMS)),
        Column("pod", "text", "Point of delivery that it changes."),
        Column(
            "place", "text", "Empty: all.", nullable=True, refers_to=("areas", "id")
        ),
        Column(
            "provider",
            "text",
            "Empty: all.",
            nullable=True,
            refers_to=("organisations", "id"),
        ),
        Column(
            "sex",
            "text",
            "Empty: all.",
            nullable=True,
            choices=frozenset({*SEXES, PERSONS}),
        ),
        Column("age_band", "text", "Such as 65+; empty: all ages.", nullable=True),
        Column(
            "attributable_share",
            "share",
            "Share of the cohort that is due to the cause; attributable_share alone.",
            nullable=True,
        ),
        Column("remaining_low", "share", f"Low end (P10). {_REMAINS}"),
        Column("remaining_high", "share", f"High end (P90). {_REMAINS}"),
        *SPELL_COHORT,
    ),
    key=(
        "initiative",
        "mechanism",
        "pod",
        "place",
        "provider",
        "sex",
        "age_band",
        *(column.name for column in SPELL_COHORT),
    ),
    about="Whose care an initiative changes, how, and by how much when all is done.",
    required=False,
)

PHASING: Final = TableContract(
    "initiative_phasing",
    "initiatives/phasing.csv",
    (
        _INITIATIVE,
        Column("year", "year", "Financial year from which the share holds."),
        Column("delivered_share", "share", "Share of the whole effect by then."),
    ),
    key=("initiative", "year"),
    about="How much of the effect is there in each year; never falls.",
    required=False,
)

ARRIVALS: Final = TableContract(
    "initiative_arrivals",
    "initiatives/arrivals.csv",
    (
        _INITIATIVE,
        Column("from_pod", "text", "Point of delivery that it leaves."),
        Column("pod", "text", "Point of delivery in which it arrives."),
        Column(
            "provider",
            "text",
            "Who receives it; empty: the provider that it leaves.",
            nullable=True,
            refers_to=("organisations", "id"),
        ),
        Column(
            "site",
            "text",
            "Empty: the site that it leaves, or none at another provider.",
            nullable=True,
            refers_to=("sites", "id"),
        ),
        Column("units_each", "number", "Units that arrive for each one.", least=0),
        Column("bed_days_each", "number", "Nights with each of them.", least=0),
        Column("lag_years", "whole", "Years later.", least=0, most=20),
    ),
    key=("initiative", "from_pod", "pod", "provider", "site"),
    about="Where what leaves arrives, as what, and how many years later.",
    required=False,
)

ADDED_CAPACITY: Final = TableContract(
    "initiative_capacity",
    "initiatives/capacity.csv",
    (
        _INITIATIVE,
        Column("provider", "text", refers_to=("organisations", "id")),
        Column(
            "site",
            "text",
            "Site of beds.",
            nullable=True,
            refers_to=("sites", "id"),
        ),
        Column("staff_group", "text", "Empty: the amount is beds.", nullable=True),
        Column("from_year", "year", "First financial year."),
        Column("amount", "number", "Beds, or whole-time equivalents.", least=0),
    ),
    key=("initiative", "provider", "site", "staff_group", "from_year"),
    about="Beds and staff that an initiative adds, from a year onward.",
    required=False,
)

COSTS: Final = TableContract(
    "initiative_costs",
    "initiatives/costs.csv",
    (
        _INITIATIVE,
        Column("year", "year", "Financial year."),
        Column("cost_pounds", "number", "What it takes, in pounds.", least=0),
        Column("recurrent", "flag", "Whether the cost comes back every year."),
    ),
    key=("initiative", "year", "recurrent"),
    about="What an initiative itself costs, beside the care that it moves.",
    required=False,
)

CORRELATIONS: Final = TableContract(
    "initiative_correlations",
    "initiatives/correlations.csv",
    (
        _INITIATIVE,
        Column("other", "text", "Another one.", refers_to=("initiatives", "id")),
        Column("rank_correlation", "share", "From -1 to 1.", least=-1),
    ),
    key=("initiative", "other"),
    about="Initiatives whose sizes go together; pairs in no row do not.",
    required=False,
)

INITIATIVE_TABLES: Final = (
    INITIATIVES,
    EFFECTS,
    PHASING,
    ARRIVALS,
    ADDED_CAPACITY,
    COSTS,
    CORRELATIONS,
)
"""Contracts of every table of initiatives."""
