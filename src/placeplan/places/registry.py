"""The registry: every body over all time, and the view of it on one day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

import polars as pl

from placeplan.errors import InputError, UnknownNameError
from placeplan.places.body import Body
from placeplan.places.care_part import CarePart
from placeplan.places.catchment import Catchment
from placeplan.places.check import check_places
from placeplan.places.footprint import Footprint, FootprintSet
from placeplan.places.lookup import Lookup, LookupCell, make_lookup
from placeplan.places.membership import Membership
from placeplan.places.name import NameIndex
from placeplan.places.planning_level import PlanningLevel
from placeplan.places.record import (
    group_periods,
    list_rows,
    make_bodies,
    make_care_parts,
    make_memberships,
    make_planning_levels,
    make_successions,
)
from placeplan.places.succession import Succession
from placeplan.places.view import RegistryView


@dataclass(frozen=True, slots=True)
class Registry:
    """Everything that is known of places, over all time. Nothing in it can change.

    Parameters
    ----------
    periods : mapping of str to tuple of Body
        The periods of each body's life, the earliest first, by its id.
    footprint_sets : tuple of FootprintSet
        Sets of footprints with all their members, whatever the day.
    memberships : tuple of Membership
        Who sits in what, wherever both stand.
    successions : tuple of Succession
        Who took over from whom, in order of time.
    planning_levels : tuple of PlanningLevel
        1 to 5.
    care_parts : tuple of CarePart
        Parts of the integrated care system with their functions.
    lookup : Lookup
        Shares of areas in organisations.
    catchments : mapping of str to Catchment
        People in the catchment of each footprint that has one.
    aliases : mapping of str to tuple of str
        Other ways in which papers write a body, by its id.
    names : NameIndex
        Every id, name, variant and code.
    """

    periods: Mapping[str, tuple[Body, ...]]
    footprint_sets: tuple[FootprintSet, ...]
    memberships: tuple[Membership, ...]
    successions: tuple[Succession, ...]
    planning_levels: tuple[PlanningLevel, ...]
    care_parts: tuple[CarePart, ...]
    lookup: Lookup
    catchments: Mapping[str, Catchment]
    aliases: Mapping[str, tuple[str, ...]]
    names: NameIndex

    @classmethod
    def from_tables(cls, tables: Mapping[str, pl.DataFrame]) -> "Registry":
        """Build the registry from the tables of a plan folder.

        Parameters
        ----------
        tables : mapping of str to pl.DataFrame
            By the names of `placeplan.places.TABLES`; a table that is not there is
            taken as empty.

        Returns
        -------
        Registry
            The same whatever the order of the rows, but for services and functions,
            which keep the order of the paper.

        Raises
        ------
        InputError
            Tables contradict each other; all faults at once.
        """
        if faults := check_places(tables):
            raise InputError(faults)
        periods = group_periods(make_bodies(tables))
        cells = (
            LookupCell(
                row["area"],
                row["organisation"],
                row["share"],
                row["source"],
                row["status"],
            )
            for row in list_rows(tables, "lookups")
        )
        catchments = {
            row["footprint"]: Catchment(row["people"], row["source"], row["status"])
            for row in list_rows(tables, "catchments")
        }
        return cls(
            periods=MappingProxyType(periods),
            footprint_sets=_make_sets(tables, periods),
            memberships=tuple(make_memberships(tables)),
            successions=tuple(make_successions(tables)),
            planning_levels=tuple(make_planning_levels(tables)),
            care_parts=tuple(make_care_parts(tables)),
            lookup=make_lookup(cells),
            catchments=MappingProxyType(dict(sorted(catchments.items()))),
            aliases=MappingProxyType(_group_aliases(tables)),
            names=_index_names(tables, periods),
        )

    def as_at(self, day: date) -> RegistryView:
        """View the registry on a day.

        Parameters
        ----------
        day : date
            The registry travels in valid time: what was in force, or stood proposed,
            on that day.
        """
        return RegistryView(self, day)

    def get_periods(self, id_: str) -> tuple[Body, ...]:
        """Give the periods of a body's life, the earliest first.

        Raises
        ------
        UnknownNameError
            No body has the id.
        """
        if id_ not in self.periods:
            raise UnknownNameError("body", id_, self.periods)
        return self.periods[id_]

    def get_id(self, name: str, *, kind: str | None = None) -> str:
        """Give the id of the body that a paper calls by some name, variant or code.

        Parameters
        ----------
        name : str
            As written.
        kind : str or None
            Kind of body, where one name belongs to several.

        Raises
        ------
        UnknownNameError, QuestionError
            No body bears the name, or several do.
        """
        among = {
            id_
            for id_, bodies in self.periods.items()
            if kind in (None, bodies[0].kind)
        }
        return self.names.get_id(name, among=among)

    def get_set(self, id_: str) -> FootprintSet:
        """Give a set of footprints.

        Raises
        ------
        UnknownNameError
            No set has the id.
        """
        found = {each.id: each for each in self.footprint_sets}
        if id_ not in found:
            raise UnknownNameError("set of footprints", id_, found)
        return found[id_]


def _make_sets(
    tables: Mapping[str, pl.DataFrame], periods: Mapping[str, tuple[Body, ...]]
) -> tuple[FootprintSet, ...]:
    described = {row["id"]: row for row in list_rows(tables, "footprint_sets")}
    held: dict[str, list[Footprint]] = {id_: [] for id_ in described}
    for bodies in periods.values():
        latest = bodies[-1]
        if isinstance(latest, Footprint):
            held.setdefault(latest.footprint_set, []).append(latest)
    made = []
    for id_ in sorted(held):
        row = described.get(id_, {"name": id_, "purpose": "", "source": ""})
        footprints = tuple(sorted(held[id_], key=lambda footprint: footprint.id))
        made.append(
            FootprintSet(id_, row["name"], row["purpose"], footprints, row["source"])
        )
    return tuple(made)


def _group_aliases(tables: Mapping[str, pl.DataFrame]) -> dict[str, tuple[str, ...]]:
    grouped: dict[str, list[str]] = {}
    for row in list_rows(tables, "names"):
        grouped.setdefault(row["id"], []).append(row["variant"])
    return {id_: tuple(sorted(grouped[id_])) for id_ in sorted(grouped)}


def _index_names(
    tables: Mapping[str, pl.DataFrame], periods: Mapping[str, tuple[Body, ...]]
) -> NameIndex:
    pairs = [(row["variant"], row["id"]) for row in list_rows(tables, "names")]
    for id_, bodies in periods.items():
        pairs.append((id_, id_))
        for body in bodies:
            pairs += [(name, id_) for name in (body.name, *body.codes)]
    return NameIndex.from_pairs(pairs)
