"""How the list of facts reads: what was asked for, its rows, its file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from placeplan.evidence import Fact, FactRegister
from placeplan_web.design.address import Address
from placeplan_web.design.words import write_count, write_day
from placeplan_web.evidence.presenters.fact import link_fact, show_figure
from placeplan_web.places.models import Source

HEAD: Final = ("Fact", "Value", "Place", "Period", "Paper and paragraph", "Status")
UNCITED: Final = "nothing"
RESTS: Final = ((UNCITED, "Nothing rests on it"),)
STATUSES: Final = ("published", "derived", "calibrated", "illustrative")
COLUMNS: Final = (
    "id",
    "version",
    "category",
    "statement",
    "value",
    "unit",
    "place",
    "period",
    "paper",
    "document",
    "heading",
    "known_on",
    "status",
    "supersedes",
    "conflicts_with",
    "note",
    "reason",
)


@dataclass(frozen=True, slots=True)
class FactQuestion:
    """What a reader asks of the list; empty parts ask for everything."""

    text: str = ""
    category: str = ""
    paper: str = ""
    status: str = ""
    rests: str = ""

    @property
    def parameters(self) -> dict[str, str]:
        parts = (("q", self.text), ("category", self.category))
        more = (
            ("paper", self.paper),
            ("status", self.status),
            ("rests", self.rests),
        )
        return {name: value for name, value in (*parts, *more) if value}

    def find(self, register: FactRegister) -> list[Fact]:
        """Facts of the papers that fit; a search finds those from outside too."""
        facts: Iterable[Fact] = register.facts
        if self.text:
            facts = register.search(self.text)
        return [
            fact
            for fact in facts
            if self.category in ("", fact.category)
            and self.paper in ("", fact.source)
            and self.status in ("", fact.status)
            and (self.rests != UNCITED or not register.what_rests_on(fact.id))
        ]


@dataclass(frozen=True, slots=True)
class FactList:
    """The list of facts as it was asked for."""

    register: FactRegister
    question: FactQuestion
    sources: Mapping[str, Source]
    address: Address

    @property
    def finding(self) -> str:
        register = self.register
        outcomes = register.run_checks()
        broken = sum(each.holds is False for each in outcomes)
        checks = f"{write_count(len(outcomes), 'check')} of their arithmetic"
        state = "none has changed" if not broken else f"{broken} no longer hold"
        if broken == 1:
            state = "1 no longer holds"
        return (
            f"{write_count(len(register.facts), 'figure')} that the papers state, each "
            f"in one place: {write_count(len(register.conflicts), 'conflict')} between "
            f"them, and {checks}, of which {state}."
        )

    @property
    def found(self) -> list[Fact]:
        return self.question.find(self.register)

    @property
    def filters(self) -> list[dict[str, Any]]:
        """What the macro ``filters`` asks for."""
        facts, asked = self.register.facts, self.question
        categories = sorted({fact.category for fact in facts})
        papers = sorted({fact.source for fact in facts}, key=self._name_paper)
        chosen = (
            ("category", "Category", asked.category, [(c, c) for c in categories]),
            ("paper", "Paper", asked.paper, [(p, self._name_paper(p)) for p in papers]),
            ("status", "Status", asked.status, [(s, s) for s in STATUSES]),
            ("rests", "What rests on it", asked.rests, RESTS),
        )
        words = {"name": "q", "label": "Words, a number or an id", "value": asked.text}
        return [
            words,
            *(
                {
                    "name": name,
                    "label": label,
                    "value": value,
                    "options": [("", "Every one"), *options],
                }
                for name, label, value, options in chosen
            ),
        ]

    def list_rows(self, facts: Iterable[Fact]) -> list[list[Any]]:
        """Rows of the table of a page."""
        return [
            [
                link_fact(fact, self.address, f"{fact.id} {fact.statement}"),
                {"text": show_figure(fact), "note": self._say_beside(fact)},
                fact.place,
                fact.period,
                f"{fact.document}; {fact.heading}",
                {"text": "", "status": fact.status},
            ]
            for fact in facts
        ]

    def make_table(self) -> pl.DataFrame:
        """Every fact that was found, for a file."""
        rows = [
            (
                fact.id,
                fact.version,
                fact.category,
                fact.statement,
                fact.value.shown,
                fact.unit,
                fact.place,
                fact.period,
                self._name_paper(fact.source),
                fact.document,
                fact.heading,
                fact.known_on.isoformat(),
                fact.status,
                " ".join(fact.supersedes),
                " ".join(fact.conflicts_with),
                fact.note,
                fact.reason,
            )
            for fact in self.found
        ]
        schema = dict.fromkeys(COLUMNS, pl.String) | {"version": pl.Int64}
        return pl.DataFrame(rows, schema=schema, orient="row")

    def _say_beside(self, fact: Fact) -> str:
        parts = [each.id for each in self.register.list_conflicts(fact.id)]
        said = [f"in conflict {', '.join(parts)}"] if parts else []
        if fact.version > 1:
            said.append(f"corrected on {write_day(fact.known_on)}")
        return "; ".join(said)

    def _name_paper(self, source: str) -> str:
        found = self.sources.get(source)
        return found.title if found else source
