"""How one fact reads on a page: its value, its paper, its history, what rests on it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from placeplan.evidence import MEANINGS, Fact, FactCitation, FactRegister
from placeplan_web.audit.models import AuditEntry
from placeplan_web.design.address import Address
from placeplan_web.design.words import MINUS, write_count, write_day
from placeplan_web.places.models import Source

KINDS: Final[Mapping[str, str]] = {
    "page": "Pages",
    "fact": "Facts beside it",
    "conflict": "Conflicts",
    "check": "Checks of arithmetic",
    "assumption": "Assumptions of the plan",
    "table": "Tables of the plan folder",
    "indicator": "Indicators",
    "benefit": "Benefits of programmes",
    "solution": "Planned solutions of programmes",
    "risk": "Risks of programmes",
}
"""What may rest on a fact, in reading order; other kinds follow by their name."""

PAGES: Final[Mapping[str, str]] = {
    "capacity/": "evidence:capacity",
    "money/": "evidence:money",
    "places/": "places:index",
    "performance/ratings": "performance:systems",
    "performance/must_do": "performance:must-dos",
    "performance/": "performance:index",
}
"""The page on which a reader sees what a file of the plan folder holds."""

_HYPHEN_FOR_MINUS: Final = re.compile(r"(?<!\w)-(?=£?\d)")


def show_figure(fact: Fact) -> str:
    """The value with its unit; negative numbers have a true minus sign."""
    return _HYPHEN_FOR_MINUS.sub(MINUS, fact.shown)


@dataclass(frozen=True, slots=True)
class FactPage:
    """A fact as it is known, with all that a reader needs to judge it."""

    fact: Fact
    register: FactRegister
    sources: Mapping[str, Source]
    address: Address

    @property
    def title(self) -> str:
        return self.fact.statement

    @property
    def caption(self) -> str:
        return f"Fact {self.fact.id}"

    @property
    def finding(self) -> str:
        """What the fact says, and whether it can be read alone."""
        fact = self.fact
        said = f"{show_figure(fact)} ({fact.place}, {fact.period})."
        conflicts = len(self.register.list_conflicts(fact.id))
        if conflicts:
            said += f" It stands in {write_count(conflicts, 'conflict')}: see below."
        return said

    @property
    def facts(self) -> list[tuple[str, Any]]:
        """Rows of label and value."""
        fact = self.fact
        rows: list[tuple[str, Any]] = [
            ("Value", show_figure(fact)),
            ("Unit", fact.unit),
            ("Place", self._link_place()),
            ("Period", fact.period),
            ("Paper", self.link_source(fact)),
            ("Part of it", fact.document),
            ("Heading or paragraph", fact.heading),
            ("Known since", write_day(fact.known_on)),
            ("Status", {"text": MEANINGS[fact.status], "status": fact.status}),
            ("Category", fact.category),
        ]
        if fact.note:
            rows.append(("Note", fact.note))
        if fact.supersedes:
            rows.append(("Takes the place of", ", ".join(fact.supersedes)))
        return rows

    @property
    def conflicts(self) -> list[dict[str, Any]]:
        """The conflicts that name it, each with the figures and the reason."""
        return [
            {
                "id": each.id,
                "about": each.about,
                "href": self.address.link("evidence:conflicts") + f"#{each.id}",
                "explanation": each.explanation,
                "handling": each.handling,
                "rows": list_beside(
                    (*each.facts, *each.outside), self.register, self.address
                ),
            }
            for each in self.register.list_conflicts(self.fact.id)
        ]

    @property
    def rests(self) -> list[dict[str, Any]]:
        """What rests on it, by kind, with links."""
        return group_citations(self.register.what_rests_on(self.fact.id), self.address)

    @property
    def rests_count(self) -> int:
        return len(self.register.what_rests_on(self.fact.id))

    @property
    def history(self) -> list[list[Any]]:
        """Rows of every version, the newest first."""
        return [
            [
                f"Version {each.version}",
                show_figure(each),
                write_day(each.known_on),
                self.link_source(each),
                each.reason or "as first read",
            ]
            for each in reversed(self.register.list_history(self.fact.id))
        ]

    def link_source(self, fact: Fact) -> dict[str, str]:
        source = self.sources.get(fact.source)
        return {
            "text": source.title if source else fact.source,
            "href": self.address.link("evidence:source", source=fact.source),
        }

    def _link_place(self) -> Any:
        if not self.fact.body:
            return self.fact.place
        href = self.address.link("places:place", slug=self.fact.body)
        return {"text": self.fact.place, "href": href}


def link_fact(fact: Fact, address: Address, text: str = "") -> dict[str, str]:
    """A cell that leads to a fact."""
    href = address.link("evidence:fact", fact=fact.id)
    return {"text": text or fact.id, "href": href}


def list_beside(
    ids: Iterable[str], register: FactRegister, address: Address
) -> list[list[Any]]:
    """Rows of facts that stand beside each other; those not known yet are left out."""
    known = {fact.id: fact for fact in (*register.facts, *_list_outside(register))}
    return [
        [
            link_fact(fact, address, f"{fact.id} {fact.statement}"),
            show_figure(fact),
            fact.place,
            fact.period,
            f"{fact.document}; {fact.heading}",
            write_day(fact.known_on),
        ]
        for id_ in ids
        if (fact := known.get(id_))
    ]


def _list_outside(register: FactRegister) -> list[Fact]:
    return [register.get_fact(id_) for id_ in {fact.id for fact in register.outside}]


def group_citations(
    citations: Iterable[FactCitation], address: Address
) -> list[dict[str, Any]]:
    """Citations under a heading for each kind, each with a link where it has a page."""
    grouped: dict[str, list[dict[str, str]]] = {kind: [] for kind in KINDS}
    for each in citations:
        item = {
            "text": each.title,
            "href": _find_page(each, address),
            "note": _say_where(each),
        }
        grouped.setdefault(each.kind, []).append(item)
    return [
        {"title": KINDS.get(kind, kind.capitalize()), "links": items}
        for kind, items in grouped.items()
        if items
    ]


def _find_page(citation: FactCitation, address: Address) -> str:
    if citation.kind == "fact":
        return address.link("evidence:fact", fact=citation.id)
    if citation.kind in ("conflict", "check"):
        return address.link(f"evidence:{citation.kind}s") + f"#{citation.id}"
    if citation.address.startswith("/"):
        return address.keep(citation.address)
    for start, name in PAGES.items():
        if citation.address.startswith(start):
            return address.link(name)
    return ""


def _say_where(citation: FactCitation) -> str:
    if citation.kind == "page":
        return ""
    is_file = citation.address and not citation.address.startswith("/")
    return f"{citation.id}, in {citation.address}" if is_file else citation.id


def list_audit(entries: Iterable[AuditEntry]) -> list[dict[str, Any]]:
    """What the macro ``history`` asks for; no reader learns who somebody is."""
    words = {"correct": "a correction was written", "load": "the facts were loaded"}
    return [
        {"at": entry.at, "what": words.get(entry.verb, entry.verb), "by": "staff"}
        for entry in entries
    ]
