"""Tell the register of facts what in programmes rests on a fact.

A benefit rests on the facts that state its indicator; an assumption and a solution on
those that the plan's table cites for the same entry; any of them, and a risk, on a fact
that its words name. Only programmes that everybody may read tell.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.urls import reverse

from placeplan.evidence import CONTRACTS, FactCitation, FactRegister
from placeplan.performance import read_indicators
from placeplan_web.evidence import models as evidence
from placeplan_web.evidence.fact_correction import register_citations
from placeplan_web.evidence.fact_register import get_register
from placeplan_web.evidence.indicator_fact import find_indicator_facts
from placeplan_web.performance.queries import get_tables
from placeplan_web.programme import models

ROOM: Final = "programme"
NAMED: Final = re.compile(r"\b[A-Z]\d{2,3}\b")
"""A fact as words name it, such as F146."""
WORDS: Final = ("title", "text", "test", "cause", "effect", "evidence", "paragraph")
OPEN: Final = {"programme__is_open": True, "withdrawn_at": None}
Resting = tuple[str, Any, Iterable[str]]
"""A kind, a record of it, and ids of facts that it rests on by what it is tied to."""


def cite_facts(*, by: UUID | str, at: datetime) -> int:
    """Register what in the programmes rests on facts; give how many rows.

    Nothing is written where they are registered already.
    """
    rows = sorted(_list_citations(get_register()))
    kept = evidence.FactCitation.objects.filter(room=ROOM)
    held = kept.values_list("fact", "kind", "identifier", "title", "address")
    if {(row.fact, row.kind, row.id, row.title, row.address) for row in rows} == {
        *held
    }:
        return len(rows)
    return register_citations(by=by, room=ROOM, citations=rows, at=at)


def _list_citations(register: FactRegister) -> Iterator[FactCitation]:
    known = {fact.id for fact in (*register.facts, *register.outside)}
    every = (
        *_list_benefits(register),
        *_list_assumptions(register),
        *_list_solutions(register),
        *(("risk", risk, ()) for risk in models.Risk.objects.filter(**OPEN)),
    )
    for kind, record, facts in every:
        words = " ".join(str(getattr(record, name, "")) for name in WORDS)
        for fact in known & {*facts, *NAMED.findall(words)}:
            yield _cite(fact, kind, record)


def _list_benefits(register: FactRegister) -> Iterator[Resting]:
    indicators = read_indicators(get_tables()["indicators"])
    for benefit in models.Benefit.objects.filter(**OPEN):
        facts = [
            fact.id
            for tie in benefit.indicators.all()
            for fact in find_indicator_facts(
                register, indicators, tie.indicator, tie.body
            )
        ]
        yield "benefit", benefit, facts


def _list_assumptions(register: FactRegister) -> Iterator[Resting]:
    for assumption in models.Assumption.objects.filter(**OPEN):
        facts = [
            fact
            for tie in assumption.inputs.all()
            for fact in _find_entry_facts(register, tie.table, tie.entry)
        ]
        yield "assumption", assumption, facts


def _list_solutions(register: FactRegister) -> Iterator[Resting]:
    for link in models.SolutionLink.objects.filter(**OPEN).select_related("project"):
        yield "solution", link, _find_entry_facts(register, "solutions", link.solution)


def _find_entry_facts(register: FactRegister, table: str, entry: str) -> list[str]:
    """Find the facts that a table of the plan cites, for one entry or for all of it."""
    contract = CONTRACTS.get(table)
    return [
        cited.fact
        for cited in register.citations
        if contract
        and cited.address == contract.path
        and (not entry or cited.id == entry or cited.id.startswith(f"{entry}-"))
    ]


def _cite(fact: str, kind: str, record: Any) -> FactCitation:
    parts = {
        "scope": record.programme.slug,
        "register": f"{kind}s",
        "reference": record.reference,
    }
    title = getattr(record, "title", "") or f"{record.project.name}: {record.solution}"
    return FactCitation(
        fact,
        kind,
        f"{record.programme.slug} {record.reference}",
        title[:300],
        reverse("programme:record", kwargs=parts),
    )
