"""How the list of places reads."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from placeplan.places import Entry, FootprintSet, RegistryView, Standing
from placeplan.reference import ORGANISATION_KINDS
from placeplan_web.design.address import Address
from placeplan_web.design.words import write_count, write_day
from placeplan_web.places.presenters.cell import (
    TAGS,
    find_body,
    join_words,
    link_place,
    write_kind,
    write_span,
)

HEAD = ("Name", "Kind", "Standing", "Codes", "When", "Sits in")
SEATS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """The registry as at a day, cut to what the reader asked for."""

    view: RegistryView
    address: Address
    text: str
    kind: str
    found: list[Entry]
    head: tuple[str, ...] = HEAD

    @property
    def finding(self) -> str:
        """One sentence made from the numbers of the day."""
        entries = self.view.list_entries()
        if not entries:
            return ""
        proposed = sum(entry.standing is Standing.PROPOSED for entry in entries)
        counts = Counter((entry.body.kind, entry.standing) for entry in entries)
        named = [
            write_count(counts[kind, standing], f"{word}{noun}")
            for kind, noun in (
                ("ccg", "clinical commissioning group"),
                ("icb", "integrated care board"),
                ("acute_trust", "acute trust"),
                ("district", "district"),
                ("pcn", "primary care network"),
                ("icp_place_alliance", "place alliance"),
            )
            for standing, word in (
                (Standing.IN_FORCE, ""),
                (Standing.PROPOSED, "proposed "),
            )
            if counts[kind, standing]
        ]
        stood = write_count(len(entries), "place stands", "places stand")
        but = f", {proposed} of them proposed" if proposed else ""
        among = f"; among them {join_words(named)}" if named else ""
        return f"{stood} in the registry{but}{among}."

    @property
    def overlaps(self) -> list[dict[str, Any]]:
        """Sentences about places that sit in several footprints of a set."""
        found = [
            self._describe_overlap(each, id_, seats)
            for each in self.view.list_sets()
            for id_, seats in each.overlaps.items()
        ]
        return sorted(found, key=lambda overlap: not overlap["is_whole"])

    @property
    def filters(self) -> list[dict[str, Any]]:
        """Fields by which the list can be cut."""
        kinds = {entry.body.kind for entry in self.view.list_entries()} | {self.kind}
        options = [
            (kind.kind, kind.plural)
            for kind in ORGANISATION_KINDS.values()
            if kind.kind in kinds
        ]
        return [
            {"name": "q", "label": "Name, code or other name", "value": self.text},
            {
                "name": "kind",
                "label": "Kind",
                "value": self.kind,
                "options": [("", "Every kind"), *options],
            },
        ]

    @property
    def caption(self) -> str:
        """What the list holds, in words."""
        what = ORGANISATION_KINDS[self.kind].plural if self.kind else "Places"
        match = f" that match “{self.text}”" if self.text else ""
        return f"{what}{match} as at {write_day(self.view.day)}: {len(self.found)}"

    @property
    def export_link(self) -> str:
        """Address of the list as it stands, as CSV."""
        return self.address.link(
            "places:export", query={"q": self.text, "kind": self.kind}
        )

    def list_rows(self, entries: list[Entry]) -> list[list[Any]]:
        """Rows of the list."""
        return [
            [
                link_place(self.view, entry.id, self.address),
                self._write_kind(entry),
                {"text": "", "status": TAGS[entry.standing]},
                ", ".join(entry.body.codes) or "none known",
                self._write_time(entry),
                self._write_seats(entry.id),
            ]
            for entry in entries
        ]

    def _write_kind(self, entry: Entry) -> dict[str, str]:
        """Name the kind, and the set of a footprint, since several share a name."""
        cell = {"text": write_kind(entry.body.kind)}
        if entry.footprint_set:
            cell["note"] = self.view.registry.get_set(entry.footprint_set).name
        return cell

    def _write_time(self, entry: Entry) -> str:
        if entry.standing is Standing.PROPOSED:
            return f"proposed {write_day(entry.body.proposed_on)}"
        return write_span(entry.starts_on, entry.ends_on, self.view.day)

    def _describe_overlap(
        self, footprint_set: FootprintSet, id_: str, seats: tuple[str, ...]
    ) -> dict[str, Any]:
        footprints = footprint_set.footprints
        seated = [m for f in footprints for m in f.members if m.id == id_]
        is_whole = any(member.is_whole for member in seated)
        after = (
            "A total counts it once."
            if is_whole
            else "No paper says how large the parts are."
        )
        name, count = footprint_set.name, len(footprints)
        return {
            "is_whole": is_whole,
            "place": link_place(self.view, id_, self.address),
            "words": f"sits {'' if is_whole else 'in part '}in {len(seats)} of the "
            f"{count} footprints of “{name}”: {self._name(seats)}. {after}",
            "set": {
                "text": name,
                "href": self.address.link("places:set", slug=footprint_set.id),
            },
        }

    def _write_seats(self, id_: str) -> str:
        seats = [seat.body for seat in self.view.list_seats(id_)]
        shown = self._name(seats[:SEATS_SHOWN], "; ")
        more = len(seats) - SEATS_SHOWN
        return f"{shown} and {more} more" if more > 0 else shown or "nothing"

    def _name(self, ids: list[str] | tuple[str, ...], between: str = "") -> str:
        names = [find_body(self.view, id_).name for id_ in ids]
        return between.join(names) if between else join_words(names)
