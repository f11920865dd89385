"""The tables of this chapter in a plan folder, and what each must hold."""

from placeplan.places.tier import Tier
from placeplan.reference import ORGANISATION_KINDS
from placeplan.tables import Column, TableContract

_ID = "Lower case with hyphens; never changes."
_PROPOSED = Column(
    "proposed_on", "date", "Date of the paper that proposed it.", nullable=True
)
_STARTS = Column("starts_on", "date", "First day; empty is open.", nullable=True)
_ENDS = Column("ends_on", "date", "Last day; empty is open.", nullable=True)
_ODS = Column("ods_code", "text", "Organisation Data Service.", nullable=True)
_GSS = Column("gss_code", "text", "Code in national statistics.", nullable=True)
_VALID = ("starts_on", "ends_on")


def _choose_kind(family: str) -> Column:
    kinds = (kind.kind for kind in ORGANISATION_KINDS.values() if kind.family == family)
    return Column("kind", "text", "What it is.", choices=frozenset(kinds))


ORGANISATIONS = TableContract(
    "organisations",
    "places/organisations.csv",
    (
        Column("id", "text", _ID),
        Column("name", "text", "Name in this period."),
        _choose_kind("organisation"),
        *(_ODS, _GSS, _PROPOSED, _STARTS, _ENDS),
    ),
    key=("id", *_VALID),
    valid_columns=_VALID,
    about="Organisations; one that was renamed has a row for each name.",
)
SITES = TableContract(
    "sites",
    "places/sites.csv",
    (
        Column("id", "text", _ID),
        Column("name", "text", "Name in this period."),
        Column(
            "organisation", "text", "Who runs it.", refers_to=("organisations", "id")
        ),
        *(_ODS, _STARTS, _ENDS),
    ),
    key=("id", *_VALID),
    valid_columns=_VALID,
    about="Hospital sites.",
)
AREAS = TableContract(
    "areas",
    "places/areas.csv",
    (
        Column("id", "text", _ID),
        Column("name", "text", "Name in this period."),
        _choose_kind("area"),
        *(_GSS, _STARTS, _ENDS),
    ),
    key=("id", *_VALID),
    valid_columns=_VALID,
    about="Areas in which people live.",
)
FOOTPRINT_SETS = TableContract(
    "footprint_sets",
    "places/footprint_sets.csv",
    (
        Column("id", "text", _ID),
        Column("name", "text", "Name of the set."),
        Column("purpose", "text", "What is planned with it."),
    ),
    key=("id",),
    about="Sets of footprints and what each is for.",
    required=False,
)
FOOTPRINTS = TableContract(
    "footprints",
    "places/footprints.csv",
    (
        Column("id", "text", _ID),
        Column("name", "text", "Name in this period."),
        _choose_kind("footprint"),
        Column("set", "text", "Set to which it belongs."),
        *(_PROPOSED, _STARTS, _ENDS),
    ),
    key=("id", *_VALID),
    valid_columns=_VALID,
    about="Footprints: named sets of bodies that plan together.",
)
FOOTPRINT_MEMBERS = TableContract(
    "footprint_members",
    "places/footprint_members.csv",
    (
        Column("footprint", "text", "The footprint, or another body that has members."),
        Column("member", "text", "Who sits in it."),
        Column("part", "text", "Whole or part.", choices=frozenset({"whole", "part"})),
    ),
    key=("footprint", "member"),
    about="Who sits in what. It holds while both bodies do.",
)
SUCCESSION = TableContract(
    "succession",
    "places/succession.csv",
    (
        Column("predecessor", "text", "Who ended."),
        Column("successor", "text", "Who took over."),
        Column("on", "date", "First day of the successor in its place."),
    ),
    key=("predecessor", "successor"),
    about="Which body took over from which.",
    required=False,
)
NAMES = TableContract(
    "names",
    "places/names.csv",
    (
        Column("id", "text", "The body."),
        Column("variant", "text", "Another way in which papers write it."),
    ),
    key=("id", "variant"),
    about="Name variants.",
    required=False,
)
LEVELS_TABLE = TableContract(
    "levels",
    "places/planning_levels.csv",
    (
        Column("level", "whole", "1 (out of hospital) to 5.", least=1, most=5),
        Column("level_name", "text", "Name of the level."),
        Column("service", "text", "A service planned at the level."),
        Column("basis", "text", "What its footprints are made of."),
        Column("footprint_set", "text", "Set; empty: larger.", nullable=True),
        Column("footprint", "text", "Empty: all of the set.", nullable=True),
        *(_STARTS, _ENDS),
    ),
    key=("level", "service", "footprint_set", "footprint", *_VALID),
    valid_columns=_VALID,
    about="Which services are planned together, and with which footprints.",
    required=False,
)
FUNCTIONS = TableContract(
    "functions",
    "places/functions.csv",
    (
        Column("body", "text", "A body, or a kind for every body of that kind."),
        Column("tier", "text", "Tier.", choices=frozenset(tier.value for tier in Tier)),
        Column("function", "text", "What it is there to do."),
    ),
    key=("body", "function"),
    about="Functions of the parts of an integrated care system.",
    required=False,
)
LOOKUPS = TableContract(
    "lookups",
    "places/lookups.csv",
    (
        Column("area", "text", "The area.", refers_to=("areas", "id")),
        Column("organisation", "text", "Who.", refers_to=("organisations", "id")),
        Column("share", "share", "Share of the area's people, 0 to 1."),
    ),
    key=("area", "organisation"),
    about="Best fit of areas to organisations.",
    share_column="share",
    share_within=("area",),
)
CATCHMENTS = TableContract(
    "catchments",
    "places/catchments.csv",
    (
        Column("footprint", "text", "The footprint.", refers_to=("footprints", "id")),
        Column("people", "whole", "People in its catchment.", least=0),
    ),
    key=("footprint",),
    about="Catchments as the papers give them.",
    required=False,
)

TABLES = (
    ORGANISATIONS,
    SITES,
    AREAS,
    FOOTPRINT_SETS,
    FOOTPRINTS,
    FOOTPRINT_MEMBERS,
    SUCCESSION,
    NAMES,
    LEVELS_TABLE,
    FUNCTIONS,
    LOOKUPS,
    CATCHMENTS,
)
"""Contracts of every table of this chapter."""
