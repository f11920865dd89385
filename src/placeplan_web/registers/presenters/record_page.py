"""The page of one record: its values, where they come from, and what may be done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from placeplan_web.registers.addresses import Register
from placeplan_web.registers.column import Column
from placeplan_web.registers.kind import Section
from placeplan_web.registers.presenters.history import VersionLine, list_versions
from placeplan_web.registers.presenters.past import say_past

UNKNOWN = "Not given"
NOT_SHOWN = frozenset({"status", "source", "paragraph"})  # they stand on their own


@dataclass(frozen=True)
class RecordPage:
    """What the template of a record shows."""

    register: Register
    record: Any
    versions: Sequence[Any]
    names: Mapping[str, str]
    sections: Sequence[Section]
    may_change: bool
    may_withdraw: bool

    @property
    def title(self) -> str:
        return self.register.kind.name_record(self.record)

    @property
    def past(self) -> dict[str, str]:
        """On a page of another day: what it shows, and the same page of today."""
        day = self.register.past
        if day is None:
            return {}
        today = replace(self.register, address=self.register.address.at(None))
        return {"words": say_past(day), "today": today.link_record(self.record)}

    @property
    def state(self) -> str:
        if self.record.is_withdrawn:
            return "withdrawn"
        describe = self.register.kind.describe_state
        return describe(self.record) if describe else ""

    @property
    def facts(self) -> list[tuple[str, Any]]:
        """Labels and values, as the macro ``facts`` takes them; the empty ones last."""
        columns = [
            column
            for column in self.register.kind.columns
            if column.name not in self._shown_elsewhere
        ]
        given = {
            column.name: column.write_words(column.get_value(self.record))
            for column in columns
        }
        rows = [(c.label, self._write(c)) for c in columns if given[c.name]]
        empty = [_lower_first(c.label) for c in columns if not given[c.name]]
        return [*rows, (UNKNOWN, "; ".join(empty))] if empty else rows

    @property
    def origin(self) -> dict[str, str]:
        """Status, source and paragraph."""
        record = self.record
        words = f"{record.source}, {record.paragraph}".strip(", ")
        return {"status": record.status, "words": words or "recorded here"}

    @cached_property
    def history(self) -> list[VersionLine]:
        return list_versions(self.register.kind, self.versions, self.names)

    @property
    def doings(self) -> list[dict[str, str]]:
        """Links to what the reader may do."""
        if self.record.is_withdrawn:
            return []
        asked = (
            (self.may_change, "Change", "record-edit"),
            (self.may_withdraw, "Withdraw", "record-withdraw"),
        )
        noun = self.register.kind.noun
        return [
            {
                "text": f"{verb} this {noun}",
                "href": self.register.link_record(self.record, page),
            }
            for may, verb, page in asked
            if may
        ]

    @property
    def restore(self) -> str:
        """Where a withdrawn record is restored; empty for whoever may not."""
        if not (self.record.is_withdrawn and self.may_withdraw):
            return ""
        return self.register.link_record(self.record, "record-restore")

    @property
    def _shown_elsewhere(self) -> frozenset[str]:
        kind = self.register.kind
        sections = kind.in_sections if self.register.past is None else frozenset()
        return NOT_SHOWN | sections | {kind.title_column}

    def _write(self, column: Column) -> Any:
        words = column.write_words(column.get_value(self.record))
        link = column.link
        if link is None or column.is_worked_out or link.find_href is None:
            return words
        linked = getattr(self.record, column.path)
        if linked is None:
            return words
        href = link.find_href(self.register.scope, linked)
        return {
            "text": link.write_words(linked),
            "href": self.register.address.keep(href),
        }


def _lower_first(label: str) -> str:
    return label[:1].lower() + label[1:]
