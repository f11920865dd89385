"""How one place reads: its name of the day, and everything that hangs on it."""

from dataclasses import dataclass
from datetime import date

from django.urls import NoReverseMatch

from placeplan.places import (
    Body,
    Entry,
    Footprint,
    Organisation,
    RegistryView,
    Site,
    find_reach,
)
from placeplan_web.design.address import Address
from placeplan_web.design.words import write_day, write_percent
from placeplan_web.places.presenters.cell import (
    PARTS,
    TAGS,
    Cell,
    find_body,
    link_entry,
    link_place,
    write_kind,
    write_span,
)
from placeplan_web.places.presenters.finding import write_finding
from placeplan_web.places.presenters.later import list_later

Rows = list[list[Cell]]


@dataclass(frozen=True, slots=True)
class PlacePage:
    """A place as at a day, whether it stood then or not."""

    view: RegistryView
    id: str
    address: Address

    @property
    def entry(self) -> Entry | None:
        """The place as it stood; None when it did not."""
        return self.view.find_entry(self.id)

    @property
    def body(self) -> Body:
        """The place under its name of the day, or the nearest one."""
        return find_body(self.view, self.id)

    @property
    def title(self) -> str:
        """Its name."""
        return self.body.name

    @property
    def caption(self) -> str:
        """Its kind in words."""
        return write_kind(self.body.kind)

    @property
    def tag(self) -> str:
        """How it stood, in words."""
        if self.entry:
            return TAGS[self.entry.standing]
        return "ended" if self._has_ended else "not yet there"

    @property
    def finding(self) -> str:
        """What matters here, in one sentence or two."""
        return write_finding(self.view, self.id)

    @property
    def facts(self) -> list[tuple[str, Cell]]:
        """Codes, dates and where it belongs."""
        body, life = self.body, self.view.registry.get_periods(self.id)
        rows: list[tuple[str, Cell]] = [
            ("Id, which never changes", self.id),
            ("Standing", {"text": "", "status": self.tag}),
            ("Codes", ", ".join(body.codes) or "none known"),
        ]
        if body.proposed_on:
            rows.append(("Proposed on", write_day(body.proposed_on)))
        rows.append(("First day", self._write_start(life[0])))
        rows.append(("Last day", self._write_end(life[-1])))
        if isinstance(body, Site):
            runs = link_place(self.view, body.organisation, self.address)
            rows.append(("Run by", runs))
        if isinstance(body, Footprint):
            rows.append(("Set of footprints", self._link_set(body.footprint_set)))
        if catchment := self.view.registry.catchments.get(self.id):
            number = {"text": f"{catchment.people:,}", "status": catchment.evidence}
            rows.append(("People in its catchment", number))
        rows.append(("Evidence", {"text": "", "status": body.evidence}))
        return rows

    @property
    def is_organisation(self) -> bool:
        """Whether it is a body that can act, and so has posts."""
        return isinstance(self.body, Organisation)

    @property
    def other_names(self) -> list[str]:
        """Other ways in which papers write it."""
        return list(self.view.registry.aliases.get(self.id, ()))

    @property
    def names(self) -> Rows:
        """Its names up to the day; nothing when there was but one."""
        day = self.view.day
        rows = [
            [body.name, write_span(body.starts_on, body.ends_on, day)]
            for body in self.view.registry.get_periods(self.id)
            if (body.starts_on or date.min) <= day
        ]
        return rows if rows[1:] else []

    @property
    def predecessors(self) -> Rows:
        """Whom it had taken over from by the day."""
        return [
            [link_place(self.view, each.predecessor, self.address), write_day(each.on)]
            for each in self.view.registry.successions
            if each.successor == self.id and each.on <= self.view.day
        ]

    @property
    def successors(self) -> Rows:
        """Who had taken over from it by the day."""
        return [
            [link_place(self.view, each.successor, self.address), write_day(each.on)]
            for each in self.view.registry.successions
            if each.predecessor == self.id and each.on <= self.view.day
        ]

    @property
    def later(self) -> list[str]:
        """What came after the day, as it is known now, the earliest first."""
        return list_later(self.view, self.id)

    @property
    def seats(self) -> Rows:
        """What it sat in on the day."""
        rows = []
        for seat in self.view.list_seats(self.id):
            holder = self.view.get_entry(seat.body)
            footprint_set = holder.footprint_set
            rows.append(
                [
                    link_entry(holder, self.address),
                    write_kind(holder.body.kind),
                    self._link_set(footprint_set) if footprint_set else "",
                    PARTS[seat.part],
                ]
            )
        return sorted(rows, key=_by_name)

    @property
    def members(self) -> Rows:
        """Who sat in it on the day."""
        members = self.entry.members if self.entry else ()
        rows = [
            [
                link_entry(self.view.get_entry(member.id), self.address),
                write_kind(self.view.get_entry(member.id).body.kind),
                PARTS[member.part],
            ]
            for member in members
        ]
        return sorted(rows, key=_by_name)

    @property
    def sites(self) -> Rows:
        """Sites that it ran on the day."""
        return [
            [link_entry(entry, self.address), ", ".join(entry.body.codes)]
            for entry in self.view.list_sites(self.id)
        ]

    @property
    def planning(self) -> Rows:
        """Services that it planned, by level, and in which footprint."""
        return [
            [
                f"{level.level}: {level.name}",
                link_entry(entry, self.address),
                "; ".join(service.service for service in level.services),
            ]
            for level, entry in self.view.list_planning(self.id)
        ]

    @property
    def functions(self) -> list[str]:
        """What it is there to do in the integrated care system."""
        return [
            function
            for part, entries in self.view.list_care_parts()
            for entry in entries
            if entry.id == self.id
            for function in part.functions
        ]

    @property
    def shares(self) -> Rows:
        """Shares of districts: its own, or those of the districts it reaches into."""
        return [
            [
                link_place(self.view, cell.area, self.address),
                link_place(self.view, cell.organisation, self.address),
                {"text": write_percent(cell.share), "status": cell.evidence},
            ]
            for cell in self.view.registry.lookup.cells
            if self.id in (cell.area, cell.organisation)
        ]

    @property
    def results(self) -> list[dict[str, str]]:
        """Pages of results about the place, as far as they exist."""
        if not find_reach(self.view.registry, self.id):
            return []
        here = self.address.about(self.id)
        found = []
        for words, name in (
            ("People here", "evidence:people"),
            ("Demand of these people", "evidence:demand"),
        ):
            try:
                found.append({"text": words, "href": here.link(name)})
            except NoReverseMatch:
                continue
        return found

    @property
    def cited(self) -> list[tuple[str, str]]:
        """Sources that the page rests on, each with what it gives."""
        registry = self.view.registry
        pairs = [(body.source, "what it is") for body in registry.get_periods(self.id)]
        pairs += [
            (each.source, "who sits in what")
            for each in registry.memberships
            if self.id in (each.body, each.member.id)
        ]
        pairs += [
            (each.source, "who took over from whom")
            for each in registry.successions
            if self.id in (each.predecessor, each.successor)
        ]
        pairs += [
            (cell.source, "shares of districts")
            for cell in registry.lookup.cells
            if self.id in (cell.area, cell.organisation)
        ]
        if catchment := registry.catchments.get(self.id):
            pairs.append((catchment.source, "people in its catchment"))
        pairs += [
            (service.source, "who plans what")
            for level, _ in self.view.list_planning(self.id)
            for service in level.services
        ]
        pairs += [
            (part.source, "what it is there to do")
            for part, entries in self.view.list_care_parts()
            if self.id in {entry.id for entry in entries}
        ]
        return pairs

    @property
    def _has_ended(self) -> bool:
        last = self.view.registry.get_periods(self.id)[-1].ends_on
        return last is not None and last < self.view.day

    def _write_start(self, first: Body) -> str:
        if first.starts_on and first.starts_on <= self.view.day:
            return write_day(first.starts_on)
        if first.proposed_on and first.proposed_on <= self.view.day:
            return "had not started on this day, as far as is known"
        return "had not started on this day" if first.starts_on else "not known"

    def _write_end(self, last: Body) -> str:
        ended = last.ends_on is not None and last.ends_on < self.view.day
        return write_day(last.ends_on) if ended else "none up to this day"

    def _link_set(self, id_: str) -> dict[str, str]:
        return {
            "text": self.view.registry.get_set(id_).name,
            "href": self.address.link("places:set", slug=id_),
        }


def _by_name(row: list[Cell]) -> str:
    name: str = row[0]["text"]
    return name.casefold()
