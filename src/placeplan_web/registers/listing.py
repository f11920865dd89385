"""Which records a list shows: words, choices, state and order, from its address."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any, Self

from django.db.models import Model, Q, QuerySet

from placeplan_web.registers.kind import RegisterKind, Sort
from placeplan_web.registers.known import PastDay, list_known, narrow_known

MOST_LETTERS = 100
STATES = (("", "In use"), ("withdrawn", "Withdrawn"), ("all", "In use and withdrawn"))
BACKWARDS = "-"


@dataclass(frozen=True, slots=True)
class ListQuestion:
    """What somebody asks of a list."""

    text: str = ""
    state: str = ""
    sort: str = ""
    chosen: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, kind: RegisterKind, query: Mapping[str, str]) -> Self:
        """Read it from an address; what cannot be is left out."""
        asked = {name: query.get(name, "").strip()[:MOST_LETTERS] for name in query}
        state, sort = asked.get("state", ""), asked.get("sort", "")
        names = {each.name for each in kind.sorts}
        chosen = {each.name: asked.get(each.name, "") for each in kind.filters}
        return cls(
            text=asked.get("q", ""),
            state=state if state in dict(STATES) else "",
            sort=sort if sort.removeprefix(BACKWARDS) in names else "",
            chosen={name: value for name, value in chosen.items() if value},
        )

    @property
    def is_narrowed(self) -> bool:
        return bool(self.text or self.state or self.chosen)

    @property
    def parameters(self) -> dict[str, str]:
        """How it stands in an address."""
        stated = {"q": self.text, "state": self.state, "sort": self.sort, **self.chosen}
        return {name: value for name, value in stated.items() if value}


def narrow_records(
    kind: RegisterKind, records: QuerySet[Any], question: ListQuestion
) -> QuerySet[Any]:
    """Give the records that a question is about, in its order."""
    if question.state != "all":
        records = records.filter(withdrawn_at__isnull=question.state != "withdrawn")
    if question.text:
        fields = ("reference", *kind.search)
        each = (Q(**{f"{name}__icontains": question.text}) for name in fields)
        records = records.filter(reduce(or_, each))
    for narrow in kind.filters:
        if value := question.chosen.get(narrow.name):
            records = narrow_known(kind, records, narrow.narrow(value))
    return records.order_by(*find_order(kind, question.sort))


def find_order(kind: RegisterKind, asked: str) -> tuple[str, ...]:
    """Give the fields of an order; the key settles what is alike."""
    sort, is_backwards = find_sort(kind, asked)
    marks = (
        ("-" if is_backwards else "")
        if not sort.is_backwards
        else ("" if is_backwards else "-")
    )
    return (*(f"{marks}{name}" for name in sort.fields), "pk")


def find_sort(kind: RegisterKind, asked: str) -> tuple[Sort, bool]:
    """Give the order that was asked for, and whether it is turned round."""
    named = {sort.name: sort for sort in kind.sorts}
    name = asked.removeprefix(BACKWARDS)
    return named.get(name, kind.sorts[0]), asked.startswith(BACKWARDS)


def find_record(kind: RegisterKind, scope: Model, reference: str) -> Any | None:
    """Find a record by what people call it."""
    return kind.list_records(scope).filter(reference=reference).first()


def list_shown(
    kind: RegisterKind, scope: Model, question: ListQuestion, past: PastDay | None
) -> QuerySet[Any]:
    """Give what a list shows: records, or the versions of them that were known."""
    records = list_known(kind, scope, past) if past else kind.list_records(scope)
    return narrow_records(kind, records, question)
