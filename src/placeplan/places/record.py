"""Rows of the plan folder's tables as the types of this chapter."""

from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl

from placeplan.places.area import Area
from placeplan.places.body import Body
from placeplan.places.care_part import CarePart
from placeplan.places.footprint import Footprint, Member
from placeplan.places.membership import Membership
from placeplan.places.organisation import Organisation
from placeplan.places.planning_level import PlannedService, PlanningLevel
from placeplan.places.site import Site
from placeplan.places.succession import Succession
from placeplan.places.tier import Tier

Row = dict[str, Any]
_TIME = ("proposed_on", "starts_on", "ends_on")


def list_rows(tables: Mapping[str, pl.DataFrame], name: str) -> list[Row]:
    """List the rows of a table; one that the folder lacks has none."""
    return tables[name].rows(named=True) if name in tables else []


def make_bodies(tables: Mapping[str, pl.DataFrame]) -> list[Body]:
    """Make every body of the four families, one for each row.

    Footprints come with all their members, whatever the day.
    """
    members: dict[str, list[Member]] = {}
    for membership in make_memberships(tables):
        members.setdefault(membership.body, []).append(membership.member)
    bodies: list[Body] = []
    for row in list_rows(tables, "organisations"):
        codes = {"ods_code": row["ods_code"], "gss_code": row["gss_code"]}
        bodies.append(Organisation(kind=row["kind"], **codes, **_share(row)))
    for row in list_rows(tables, "areas"):
        area = Area(kind=row["kind"], gss_code=row["gss_code"], **_share(row))
        bodies.append(area)
    for row in list_rows(tables, "sites"):
        run_by = {"organisation": row["organisation"], "ods_code": row["ods_code"]}
        bodies.append(Site(**run_by, **_share(row)))
    for row in list_rows(tables, "footprints"):
        footprint = Footprint(
            kind=row["kind"],
            footprint_set=row["set"],
            members=tuple(members.get(row["id"], ())),
            **_share(row),
        )
        bodies.append(footprint)
    return bodies


def _share(row: Row) -> Row:
    """Take the columns that every body has."""
    time = {name: row[name] for name in _TIME if name in row}
    origin = {"source": row["source"], "evidence": row["status"]}
    return {"id": row["id"], "name": row["name"], **time, **origin}


def make_memberships(tables: Mapping[str, pl.DataFrame]) -> list[Membership]:
    """Make memberships, in order of body and member."""
    return sorted(
        Membership(
            row["footprint"],
            Member(row["member"], row["part"]),
            row["source"],
            row["status"],
        )
        for row in list_rows(tables, "footprint_members")
    )


def make_successions(tables: Mapping[str, pl.DataFrame]) -> list[Succession]:
    """Make successions, in order of time."""
    return sorted(
        Succession(row["on"], row["predecessor"], row["successor"], row["source"])
        for row in list_rows(tables, "succession")
    )


def make_planning_levels(tables: Mapping[str, pl.DataFrame]) -> list[PlanningLevel]:
    """Make planning levels, 1 first; services in the order of the table."""
    rows = list_rows(tables, "levels")
    levels: dict[int, list[Row]] = {}
    for row in rows:
        levels.setdefault(row["level"], []).append(row)
    return [
        PlanningLevel(
            level,
            here[0]["level_name"],
            here[0]["basis"],
            tuple(_make_service(row) for row in here),
        )
        for level, here in sorted(levels.items())
    ]


def _make_service(row: Row) -> PlannedService:
    return PlannedService(
        row["service"],
        row["footprint_set"],
        row["footprint"],
        row["starts_on"],
        row["ends_on"],
        row["source"],
        row["status"],
    )


def make_care_parts(tables: Mapping[str, pl.DataFrame]) -> list[CarePart]:
    """Make the parts of an integrated care system, the smallest tier first."""
    parts: dict[tuple[str, str], list[Row]] = {}
    for row in list_rows(tables, "functions"):
        parts.setdefault((row["tier"], row["body"]), []).append(row)
    tiers = list(Tier)
    made = (
        CarePart(
            body,
            Tier(tier),
            tuple(row["function"] for row in rows),
            rows[0]["source"],
        )
        for (tier, body), rows in parts.items()
    )
    return sorted(made, key=lambda part: (tiers.index(part.tier), part.body))


def group_periods(bodies: Iterable[Body]) -> dict[str, tuple[Body, ...]]:
    """Group the periods of each body, the earliest first.

    Examples
    --------
    >>> from datetime import date
    >>> later = Body(id="a", name="New", kind="site", starts_on=date(2018, 4, 1))
    >>> first = Body(id="a", name="Old", kind="site", ends_on=date(2018, 3, 31))
    >>> [body.name for body in group_periods([later, first])["a"]]
    ['Old', 'New']
    """
    grouped: dict[str, list[Body]] = {}
    for body in bodies:
        grouped.setdefault(body.id, []).append(body)
    return {id_: tuple(sorted(grouped[id_], key=_begin)) for id_ in sorted(grouped)}


def _begin(body: Body) -> int:
    first = body.starts_on or body.proposed_on
    return first.toordinal() if first else 0
