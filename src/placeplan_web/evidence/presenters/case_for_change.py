"""How the case for change reads: sentences of facts, each a link to its fact."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from placeplan.evidence import Fact, FactRegister
from placeplan_web.design.address import Address
from placeplan_web.design.words import write_count
from placeplan_web.evidence.case_for_change import FACT, REASONS, Reason
from placeplan_web.evidence.presenters.fact import link_fact, show_figure
from placeplan_web.places.models import Source

COLUMNS = ("reason", "fact", "statement", "value", "place", "period", "paper", "status")


@dataclass(frozen=True, slots=True)
class CasePage:
    """The case for change as far as its facts were known."""

    register: FactRegister
    sources: Mapping[str, Source]
    address: Address

    @property
    def finding(self) -> str:
        reasons = self.reasons
        facts = {fact.id for reason in REASONS for fact in self._list_facts(reason)}
        return (
            f"{write_count(len(reasons), 'reason')} why care in Kent and Medway has to "
            f"change, said in {write_count(len(facts), 'figure')}, each of which leads "
            "to the paper that states it."
        )

    @property
    def reasons(self) -> list[dict[str, Any]]:
        """Reasons with the sentences of which every fact is known."""
        made = [
            {
                "id": reason.id,
                "title": reason.title,
                "sentences": list(self._write(reason)),
                "rows": self._list_rows(reason),
            }
            for reason in REASONS
        ]
        return [each for each in made if each["sentences"]]

    def make_table(self) -> pl.DataFrame:
        """Every fact of the page, for a file."""
        rows = [
            (
                reason.title,
                fact.id,
                fact.statement,
                fact.shown,
                fact.place,
                fact.period,
                f"{fact.document}; {fact.heading}",
                fact.status,
            )
            for reason in REASONS
            for fact in self._list_facts(reason)
        ]
        return pl.DataFrame(
            rows, schema=dict.fromkeys(COLUMNS, pl.String), orient="row"
        )

    @property
    def _known(self) -> Mapping[str, Fact]:
        return {fact.id: fact for fact in self.register.facts}

    def _write(self, reason: Reason) -> Iterator[dict[str, Any]]:
        """Give sentences as parts: words, and figures with their links."""
        known = self._known
        for words in reason.sentences:
            ids = FACT.findall(words)
            if not all(id_ in known for id_ in ids):
                continue
            parts = FACT.split(words)
            disputed = dict.fromkeys(
                each.id for id_ in ids for each in self.register.list_conflicts(id_)
            )
            yield {
                "parts": [
                    self._link(known[part], begins=not "".join(parts[:at]))
                    if at % 2
                    else {"text": part}
                    for at, part in enumerate(parts)
                ],
                "conflicts": [
                    {
                        "text": id_,
                        "href": f"{self.address.link('evidence:conflicts')}#{id_}",
                    }
                    for id_ in disputed
                ],
            }

    def _link(self, fact: Fact, *, begins: bool) -> dict[str, str]:
        """Link a figure; where it counts nothing, none is said as a sentence would."""
        shown = show_figure(fact)
        if fact.value.number == 0 and shown.startswith("0 "):
            shown = f"{'No' if begins else 'no'}{shown.removeprefix('0')}"
        return link_fact(fact, self.address, shown)

    def _list_facts(self, reason: Reason) -> list[Fact]:
        known = self._known
        return [known[id_] for id_ in dict.fromkeys(reason.facts) if id_ in known]

    def _list_rows(self, reason: Reason) -> list[list[Any]]:
        return [
            [
                link_fact(fact, self.address, f"{fact.id} {fact.statement}"),
                show_figure(fact),
                f"{fact.place}, {fact.period}",
                f"{self._name_paper(fact)}; {fact.heading}",
                {"text": "", "status": fact.status},
            ]
            for fact in self._list_facts(reason)
        ]

    def _name_paper(self, fact: Fact) -> str:
        found = self.sources.get(fact.source)
        return found.title if found else fact.source
