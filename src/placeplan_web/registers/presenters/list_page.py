"""The list of a register: its table, filters, orders, counts and ways out."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.paginator import Page

from placeplan_web.design.words import write_count
from placeplan_web.registers.addresses import Register
from placeplan_web.registers.column import Column
from placeplan_web.registers.kind import Sort
from placeplan_web.registers.listing import BACKWARDS, STATES, ListQuestion, find_sort
from placeplan_web.registers.presenters.past import say_past

ALL = ("", "All")


@dataclass(frozen=True)
class ListPage:
    """What the template of a list shows."""

    register: Register
    question: ListQuestion
    page: "Page[Any]"
    may_add: bool
    may_import: bool
    may_change: bool

    @property
    def finding(self) -> str:
        kind = self.register.kind
        if self.register.past:
            return f"{kind.about} {say_past(self.register.past)}"
        return (
            kind.find_finding(self.register.scope) if kind.find_finding else kind.about
        )

    @property
    def found(self) -> str:
        kind = self.register.kind
        count = write_count(self.page.paginator.count, kind.noun, kind.nouns)
        return f"{count} found" if self.question.is_narrowed else count

    @property
    def filters(self) -> list[dict[str, Any]]:
        """What the macro ``filters`` asks for."""
        scope = self.register.scope
        chosen = [
            {
                "name": each.name,
                "label": each.label,
                "value": self.question.chosen.get(each.name, ""),
                "options": [ALL, *each.options(scope)],
            }
            for each in self.register.kind.filters
        ]
        words = {"name": "q", "label": "Words", "value": self.question.text}
        state = {
            "name": "state",
            "label": "Show",
            "value": self.question.state,
            "options": STATES,
        }
        return [words, *chosen, state]

    @property
    def kept(self) -> dict[str, str]:
        """What the form of the filters carries along."""
        sort = {"sort": self.question.sort} if self.question.sort else {}
        return {**self.register.address.parameters, **sort}

    @cached_property
    def head(self) -> list[dict[str, Any]]:
        """Headings, each a link that orders by it where one may."""
        reference = {"text": "Reference", **self._order("reference")}
        title = self.register.kind.get_column(self.register.kind.title_column)
        columns = [title, *self._columns]
        return [
            reference,
            *(
                {
                    "text": column.label,
                    "numeric": column.is_number,
                    **self._order(column.name),
                }
                for column in columns
            ),
            *([{"text": "State"}] if self.has_states else []),
        ]

    @cached_property
    def has_states(self) -> bool:
        return bool(self.register.kind.describe_state) or self.question.state != ""

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """Give each record: its cells, and what its box for choosing says."""
        return [
            {
                "chosen": f"{record.public_id}:{record.version}",
                "reference": record.reference,
                "title": self.register.kind.name_record(record),
                "href": self.register.link_pattern.format(record.reference),
                "cells": [self._write(column, record) for column in self._columns],
                "state": self._describe(record),
                "status": record.status,
                "is_withdrawn": record.is_withdrawn,
            }
            for record in self.page
        ]

    @property
    def view(self) -> str:
        """The address of the list as it stands."""
        return self.register.link("register", query=self.question.parameters)

    @property
    def ways(self) -> list[dict[str, str]]:
        """The list as it stands, as files."""
        query = self.question.parameters
        return [
            {"text": words, "href": self.register.link(page, query=query)}
            for words, page in (
                ("CSV", "register-csv"),
                ("Excel", "register-excel"),
            )
        ]

    @cached_property
    def _columns(self) -> list[Column]:
        kind = self.register.kind
        return [each for each in kind.listed_columns if each.name != kind.title_column]

    def _write(self, column: Column, record: Any) -> dict[str, Any]:
        return {
            "text": column.write_words(column.get_value(record)) or column.empty,
            "label": column.label,
            "numeric": column.is_number,
        }

    def _describe(self, record: Any) -> str:
        if record.is_withdrawn:
            return "withdrawn"
        state = self.register.kind.describe_state
        return state(record) if state else ""

    def _order(self, column: str) -> dict[str, Any]:
        found = next((s for s in self.register.kind.sorts if s.name == column), None)
        if found is None:
            return {}
        return {"href": self._link_order(found), "sorted": self._say_order(found)}

    def _link_order(self, sort: Sort) -> str:
        now, is_backwards = find_sort(self.register.kind, self.question.sort)
        turned = now == sort and not is_backwards
        asked = f"{BACKWARDS if turned else ''}{sort.name}"
        query = {**self.question.parameters, "sort": asked}
        return self.register.link("register", query=query)

    def _say_order(self, sort: Sort) -> str:
        now, is_backwards = find_sort(self.register.kind, self.question.sort)
        if now != sort:
            return "none"
        return "descending" if is_backwards != sort.is_backwards else "ascending"
