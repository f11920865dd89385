"""The entries of a rule's question, read from its JSON Schema: for forms and tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from placeplan.reference import Rule


class EntryKind(StrEnum):
    """What an entry is, in words for people."""

    WHOLE = "whole number"
    NUMBER = "number"
    DAY = "date"
    SWITCH = "yes or no"
    CHOICE = "one of several"
    TEXT = "text"
    LIST = "list"
    NUMBERS = "number, or a list of them"
    NESTED = "several entries"


KINDS: Final = {
    "integer": EntryKind.WHOLE,
    "number": EntryKind.NUMBER,
    "boolean": EntryKind.SWITCH,
    "string": EntryKind.TEXT,
    "array": EntryKind.LIST,
}
MANY: Final = {EntryKind.LIST, EntryKind.NUMBERS, EntryKind.NESTED}
"""Kinds that no one field of a form holds."""

AMOUNT: Final = {"number", "string"}
"""Kinds of an amount of money, which may be text so that no penny is lost."""

BOUNDS: Final = {"minimum": "{} or more", "maximum": "{} or less"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a question."""

    name: str
    kind: EntryKind
    about: str
    is_needed: bool
    choices: tuple[str, ...]
    bounds: str
    default: Any

    @property
    def label(self) -> str:
        words = self.name.replace("_", " ")
        return words[:1].upper() + words[1:]

    @property
    def takes(self) -> str:
        """Say what it takes: a whole number, 1 or more, 5 or less."""
        parts = (self.kind, ", ".join(self.choices), self.bounds)
        return ", ".join(part for part in parts if part)


def list_entries(rule: Rule) -> list[Entry]:
    """Give the entries of a rule's question, in the order of its schema."""
    schema = rule.describe()
    needed, definitions = schema.get("required", ()), schema.get("$defs", {})
    return [
        _read_entry(name, entry, definitions, is_needed=name in needed)
        for name, entry in schema["properties"].items()
    ]


def is_flat(entries: list[Entry]) -> bool:
    """Tell whether every entry fits one field of a form."""
    return all(entry.kind not in MANY for entry in entries)


def _read_entry(
    name: str,
    stated: Mapping[str, Any],
    definitions: Mapping[str, Any],
    *,
    is_needed: bool,
) -> Entry:
    real = _resolve(stated, definitions)
    choices = tuple(str(choice) for choice in real.get("enum", ()))
    bounds = [words.format(real[key]) for key, words in BOUNDS.items() if key in real]
    return Entry(
        name,
        EntryKind.CHOICE if choices else _find_kind(real),
        str(stated.get("description", "")),
        is_needed,
        choices,
        ", ".join(bounds),
        stated.get("default"),
    )


def _resolve(
    stated: Mapping[str, Any], definitions: Mapping[str, Any]
) -> Mapping[str, Any]:
    """Follow a reference, and leave out that there may be nothing."""
    if "$ref" in stated:
        found: Mapping[str, Any] = definitions[stated["$ref"].rpartition("/")[2]]
        return found
    some = [each for each in stated.get("anyOf", ()) if each.get("type") != "null"]
    return _resolve(some[0], definitions) if len(some) == 1 else stated


def _find_kind(stated: Mapping[str, Any]) -> EntryKind:
    if stated.get("format") == "date":
        return EntryKind.DAY
    some = {each.get("type") for each in stated.get("anyOf", ())}
    if some == AMOUNT:
        return EntryKind.NUMBER
    if "array" in some and some <= {*AMOUNT, "array"}:
        return EntryKind.NUMBERS
    return KINDS.get(str(stated.get("type")), EntryKind.NESTED)
