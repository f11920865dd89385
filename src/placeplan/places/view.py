"""The registry on one day: what was in force, or stood proposed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from placeplan.errors import UnknownNameError
from placeplan.places.body import Body, Standing
from placeplan.places.care_part import CarePart
from placeplan.places.entry import Entry, Seat
from placeplan.places.footprint import Footprint, FootprintSet, Member
from placeplan.places.planning_level import PlanningLevel
from placeplan.reference import get_organisation_kind

if TYPE_CHECKING:
    from placeplan.places.registry import Registry


class RegistryView:
    """What stood on a day. Bodies that had ended are seen only as predecessors.

    Parameters
    ----------
    registry : Registry
        The whole registry.
    day : date
        The day.
    """

    def __init__(self, registry: Registry, day: date) -> None:
        self.registry = registry
        self.day = day
        self._standing: dict[str, tuple[Body, Standing]] = {}
        for id_, bodies in registry.periods.items():
            for body in bodies:
                if standing := body.find_standing(day):
                    self._standing[id_] = (body, standing)
        self._members: dict[str, list[Member]] = {}
        self._seats: dict[str, list[Seat]] = {}
        for membership in registry.memberships:
            holder, member = membership.body, membership.member
            if holder in self._standing and member.id in self._standing:
                self._members.setdefault(holder, []).append(member)
                seat = Seat(holder, member.part)
                self._seats.setdefault(member.id, []).append(seat)
        self._entries = tuple(self._make_entry(id_) for id_ in self._standing)
        self._by_id = {entry.id: entry for entry in self._entries}

    def _make_entry(self, id_: str) -> Entry:
        body, standing = self._standing[id_]
        members = tuple(self._members.get(id_, ()))
        if isinstance(body, Footprint):
            body = replace(body, members=members)
        life = self.registry.periods[id_]
        return Entry(
            body=body,
            standing=standing,
            members=members,
            predecessors=self.list_predecessors(id_),
            starts_on=life[0].starts_on,
            ends_on=life[-1].ends_on,
        )

    def find_entry(self, id_: str) -> Entry | None:
        """Find a body as it stood; None when it did not."""
        return self._by_id.get(id_)

    def get_entry(self, id_: str) -> Entry:
        """Give a body as it stood.

        Raises
        ------
        UnknownNameError
            No body has the id, or it did not stand on the day.
        """
        entry = self.find_entry(id_)
        if entry is None:
            noun = f"body as at {self.day.day} {self.day:%B %Y} called"
            raise UnknownNameError(noun, id_, self._standing)
        return entry

    def list_entries(self, kind: str | None = None) -> tuple[Entry, ...]:
        """List the bodies that stood, in order of their ids.

        Parameters
        ----------
        kind : str or None
            One of `placeplan.reference.ORGANISATION_KINDS`; None for all.

        Raises
        ------
        UnknownNameError
            No kind has the id.
        """
        if kind is not None:
            get_organisation_kind(kind)
        return tuple(
            entry for entry in self._entries if kind in (None, entry.body.kind)
        )

    def list_seats(self, id_: str) -> tuple[Seat, ...]:
        """List what a body sat in directly, wholly or in part."""
        return tuple(self._seats.get(id_, ()))

    def list_containers(self, id_: str) -> tuple[str, ...]:
        """List everything that a body sat in, directly or through others."""
        found: set[str] = set()
        waiting = [id_]
        while waiting:
            for seat in self._seats.get(waiting.pop(), ()):
                if seat.body not in found:
                    found.add(seat.body)
                    waiting.append(seat.body)
        return tuple(sorted(found))

    def list_leaves(self, id_: str) -> tuple[str, ...]:
        """List the bodies at the bottom of a footprint, each once.

        Footprints may hold footprints; whatever is no footprint is a leaf. Swale, which
        sits in two of the four footprints of Kent and Medway, is one of its eight.
        """
        entry = self.get_entry(id_)
        if not isinstance(entry.body, Footprint):
            return (id_,)
        found = {leaf for each in entry.members for leaf in self.list_leaves(each.id)}
        return tuple(sorted(found))

    def list_predecessors(self, id_: str) -> tuple[str, ...]:
        """List whom a body had taken over from by the day."""
        return tuple(
            each.predecessor
            for each in self.registry.successions
            if each.successor == id_ and each.on <= self.day
        )

    def list_successors(self, id_: str) -> tuple[str, ...]:
        """List who had taken over from a body by the day."""
        return tuple(
            each.successor
            for each in self.registry.successions
            if each.predecessor == id_ and each.on <= self.day
        )

    def list_sites(self, organisation: str) -> tuple[Entry, ...]:
        """List the sites that an organisation ran."""
        return tuple(
            entry
            for entry in self.list_entries("site")
            if getattr(entry.body, "organisation", None) == organisation
        )

    def list_sets(self) -> tuple[FootprintSet, ...]:
        """List the sets of which a footprint stood, with the members of the day."""
        found = []
        for each in self.registry.footprint_sets:
            entries = [self.find_entry(footprint.id) for footprint in each.footprints]
            standing = tuple(
                entry.body
                for entry in entries
                if entry and isinstance(entry.body, Footprint)
            )
            if standing:
                found.append(replace(each, footprints=standing))
        return tuple(found)

    def find_overlaps(self, id_: str) -> dict[str, tuple[str, ...]]:
        """Find the sets in which a body sat in several footprints, and in which."""
        return {
            each.id: each.overlaps[id_]
            for each in self.list_sets()
            if id_ in each.overlaps
        }

    def list_levels(self) -> tuple[PlanningLevel, ...]:
        """List the planning levels with the services planned so on the day."""
        levels = (
            replace(
                level,
                services=tuple(
                    each for each in level.services if each.holds_on(self.day)
                ),
            )
            for level in self.registry.planning_levels
        )
        return tuple(level for level in levels if level.services)

    def list_operational(self, level: PlanningLevel) -> tuple[Entry, ...]:
        """List the footprints that stood and planned the services of a level."""
        named = {service.footprint for service in level.services}
        sets = {s.footprint_set for s in level.services if s.footprint is None}
        return tuple(
            entry
            for entry in self._entries
            if isinstance(entry.body, Footprint)
            and (entry.id in named or entry.body.footprint_set in sets)
        )

    def list_planning(self, id_: str) -> tuple[tuple[PlanningLevel, Entry], ...]:
        """List the levels that a body planned, each with the footprint it did so in."""
        reach = {id_, *self.list_containers(id_)}
        return tuple(
            (level, entry)
            for level in self.list_levels()
            for entry in self.list_operational(level)
            if entry.id in reach
        )

    def list_care_parts(self) -> tuple[tuple[CarePart, tuple[Entry, ...]], ...]:
        """List the parts of the system whose bodies stood, with the bodies."""
        found = []
        for part in self.registry.care_parts:
            bodies = tuple(
                entry
                for entry in self._entries
                if part.body in (entry.id, entry.body.kind)
            )
            if bodies:
                found.append((part, bodies))
        return tuple(found)
