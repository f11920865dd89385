"""How planning reads: levels with their services, sets of footprints, care parts."""

from dataclasses import dataclass
from typing import Any

from placeplan.places import FootprintSet, RegistryView
from placeplan.reference import ORGANISATION_KINDS, STATUSES
from placeplan_web.design.address import Address
from placeplan_web.design.words import write_count, write_day
from placeplan_web.places.presenters.cell import (
    PARTS,
    Cell,
    join_words,
    link_entry,
    link_place,
    write_span,
)

ENTRIES_SHOWN = 8


@dataclass(frozen=True, slots=True)
class LevelsPage:
    """Which services are planned together, and with which footprints."""

    view: RegistryView
    address: Address

    @property
    def finding(self) -> str:
        """One sentence made from the numbers of the day."""
        levels = self.view.list_levels()
        if not levels:
            return ""
        services = sum(len(level.services) for level in levels)
        return (
            f"{write_count(services, 'service')} are planned at "
            f"{write_count(len(levels), 'level')}, each as locally as is workable; no "
            "one set of footprints suits every service."
        )

    @property
    def levels(self) -> list[dict[str, Any]]:
        """Each level with its services and the footprints that stood."""
        return [
            {
                "title": f"Level {level.level}: {level.name}",
                "basis": level.basis,
                "services": [service.service for service in level.services],
                "sets": [self._link_set(id_) for id_ in level.footprint_sets],
                "footprints": [
                    link_entry(entry, self.address)
                    for entry in self.view.list_operational(level)
                ],
                "status": max(
                    (service.evidence for service in level.services),
                    key=STATUSES.index,
                ),
            }
            for level in self.view.list_levels()
        ]

    @property
    def cited(self) -> list[tuple[str, str]]:
        """Sources that the page rests on."""
        return [
            (service.source, "who plans what")
            for level in self.view.list_levels()
            for service in level.services
        ]

    def _link_set(self, id_: str) -> dict[str, str]:
        return {
            "text": self.view.registry.get_set(id_).name,
            "href": self.address.link("places:set", slug=id_),
        }


@dataclass(frozen=True, slots=True)
class CarePage:
    """The parts of the integrated care system, and what each is there to do."""

    view: RegistryView
    address: Address

    @property
    def finding(self) -> str:
        """One sentence made from the numbers of the day."""
        parts = self.view.list_care_parts()
        if not parts:
            return ""
        functions = sum(len(part.functions) for part, _ in parts)
        return (
            f"{write_count(len(parts), 'part')} of the system hold "
            f"{write_count(functions, 'function')} between them."
        )

    @property
    def parts(self) -> list[dict[str, Any]]:
        """Each part with its tier, its bodies of the day and its functions."""
        return [
            {
                "title": self._name(part.body, entries),
                "tier": part.tier.value,
                "bodies": [link_entry(each, self.address) for each in entries],
                "is_long": len(entries) > ENTRIES_SHOWN,
                "functions": part.functions,
            }
            for part, entries in self.view.list_care_parts()
        ]

    @property
    def cited(self) -> list[tuple[str, str]]:
        """Sources that the page rests on."""
        parts = self.view.list_care_parts()
        return [(part.source, "functions of each part") for part, _ in parts]

    def _name(self, body: str, entries: tuple[Any, ...]) -> str:
        if body in ORGANISATION_KINDS:
            kind = ORGANISATION_KINDS[body]
            return f"{kind.plural} ({len(entries)})"
        name: str = entries[0].body.name
        return name


@dataclass(frozen=True, slots=True)
class SetPage:
    """A set of footprints as at a day."""

    view: RegistryView
    id: str
    address: Address

    @property
    def whole(self) -> FootprintSet:
        """The set with everything that was ever in it."""
        return self.view.registry.get_set(self.id)

    @property
    def standing(self) -> FootprintSet | None:
        """The set as it stood; None when none of its footprints did."""
        return next((s for s in self.view.list_sets() if s.id == self.id), None)

    @property
    def finding(self) -> str:
        """Whether a total over the set has to mind an overlap."""
        if self.standing is None:
            return f"None of its footprints stood on {write_day(self.view.day)}."
        count = write_count(len(self.standing.footprints), "footprint")
        overlaps = self.standing.overlaps
        if not overlaps:
            return f"{count}, without overlap: their figures can be added."
        names = [self.view.get_entry(id_).body.name for id_ in overlaps]
        who = f"{join_words(names)} {'sit' if names[1:] else 'sits'} in several"
        if self._sits_wholly(overlaps):
            each = "each" if names[1:] else "it"
            return f"{count}. {who}, so that a total over them counts {each} once."
        return f"{count}. {who}, in part; no paper says how large the parts are."

    @property
    def rows(self) -> list[list[Cell]]:
        """A row for each footprint: name, members, when, people in its catchment."""
        footprints = (self.standing or self.whole).footprints
        return [
            [
                link_place(self.view, footprint.id, self.address),
                "; ".join(self._name_member(m.id, m.part) for m in footprint.members)
                or "no paper says",
                write_span(footprint.starts_on, footprint.ends_on, self.view.day)
                if footprint.starts_on
                else f"proposed {write_day(footprint.proposed_on)}",
                self._write_people(footprint.id),
            ]
            for footprint in footprints
        ]

    @property
    def people(self) -> str:
        """People in all catchments together; nothing when some are not known."""
        footprints = (self.standing or self.whole).footprints
        catchments = self.view.registry.catchments
        known = [catchments[f.id].people for f in footprints if f.id in catchments]
        if len(known) != len(footprints) or (self.standing or self.whole).overlaps:
            return ""
        return f"{sum(known):,}"

    @property
    def cited(self) -> list[tuple[str, str]]:
        """Sources that the page rests on."""
        pairs = [(self.whole.source, "what the set is for")]
        pairs += [(each.source, "the footprints") for each in self.whole.footprints]
        catchments = self.view.registry.catchments
        pairs += [
            (catchments[each.id].source, "people in the catchments")
            for each in self.whole.footprints
            if each.id in catchments
        ]
        return pairs

    def _sits_wholly(self, ids: dict[str, tuple[str, ...]]) -> bool:
        footprints = self.standing.footprints if self.standing else ()
        return any(
            member.is_whole
            for footprint in footprints
            for member in footprint.members
            if member.id in ids
        )

    def _name_member(self, id_: str, part: str) -> str:
        name = link_place(self.view, id_, self.address)["text"]
        return name if part == "whole" else f"{name} ({PARTS[part]})"

    def _write_people(self, id_: str) -> Cell:
        catchment = self.view.registry.catchments.get(id_)
        if catchment is None:
            return "not known"
        return {"text": f"{catchment.people:,}", "status": catchment.evidence}
