"""Two forms of a question: a field for each entry where it is flat, or one for JSON.

Nothing is checked here: the rule says what is wrong, in the same words as everywhere.
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from django import forms

from placeplan.errors import InputError, PlaceplanError
from placeplan_web.config.rule_entry import Entry, EntryKind

PREFIX: Final = "ask"
"""Apart from the settings of every page, of which one is called as_at, too."""
SWITCH: Final = {"true": True, "false": False}
_WHOLE: Final = re.compile(r"[+-]?\d{1,20}", re.ASCII)
_NUMBER: Final = re.compile(r"[+-]?\d{1,20}(\.\d{1,20})?", re.ASCII)


class EntriesForm(forms.Form):
    """A field for each entry; sent in the address, so that an answer can be linked."""

    def __init__(self, entries: list[Entry], sent: Mapping[str, Any] | None) -> None:
        super().__init__(sent, prefix=PREFIX)
        self.entries = entries
        for entry in entries:
            self.fields[entry.name] = forms.CharField(
                label=entry.label if entry.is_needed else f"{entry.label} (optional)",
                help_text=_write_hint(entry),
                required=False,
                strip=False,
                widget=_make_widget(entry),
            )

    def read_question(self) -> dict[str, Any]:
        """Give what was typed as JSON has it; what is no number stays text."""
        return {
            entry.name: _read(entry, typed)
            for entry in self.entries
            if (typed := self._find_typed(entry))
            or (entry.is_needed and entry.kind is EntryKind.TEXT)
        }

    def start_from(self, example: Mapping[str, Any]) -> None:
        """Hold the values of an example, until something was sent."""
        for name, value in example.items():
            self.initial[name] = _write(value)

    def show(self, error: PlaceplanError) -> None:
        """Show each fault at its field, or above the form."""
        for where, words in list_fault_words(error):
            if where in self.fields:
                entry = next(each for each in self.entries if each.name == where)
                self.add_error(where, f"{entry.label}: {words}")
            else:
                self.add_error(None, f"{words[:1].upper()}{words[1:]}")

    def _find_typed(self, entry: Entry) -> str:
        typed = str(self.data.get(self.add_prefix(entry.name), ""))
        return typed if entry.kind is EntryKind.TEXT else typed.strip()


class JsonForm(forms.Form):
    """One field for the whole question."""

    question = forms.CharField(
        label="Question as JSON",
        required=False,
        strip=False,
        widget=forms.Textarea(
            attrs={"rows": 16, "spellcheck": "false", "autocomplete": "off"}
        ),
    )

    def start_from(self, example: Mapping[str, Any]) -> None:
        """Hold an example, until something was sent."""
        self.initial["question"] = write_json(example)

    def show(self, error: PlaceplanError) -> None:
        for where, words in list_fault_words(error):
            start = f"{where}: {words}" if where else words[:1].upper() + words[1:]
            self.add_error("question", start)


def list_fault_words(error: PlaceplanError) -> list[tuple[str, str]]:
    """Give where each fault is, and what is wrong, in words."""
    if not isinstance(error, InputError):
        return [("", str(error))]
    return [
        (
            fault.where,
            f"expected {fault.expected}"
            + (f", found {fault.found}" if fault.found else "")
            + f". {fault.remedy}",
        )
        for fault in error.faults
    ]


def write_json(content: object) -> str:
    """Write JSON for people to read."""
    return json.dumps(content, indent=2, ensure_ascii=False)


def _write_hint(entry: Entry) -> str:
    taken = f"{entry.takes[:1].upper()}{entry.takes[1:]}."
    kept = entry.kind in {EntryKind.TEXT, EntryKind.SWITCH, EntryKind.DAY}
    parts = [entry.about, "" if kept or entry.choices else taken]
    if entry.default not in {None, "", False}:
        parts.append(f"{_write(entry.default)} when left out.")
    return " ".join(part for part in parts if part)


def _make_widget(entry: Entry) -> forms.Widget:
    if entry.kind in {EntryKind.SWITCH, EntryKind.CHOICE}:
        choices = [(each, each.replace("_", " ")) for each in entry.choices]
        if entry.kind is EntryKind.SWITCH:
            choices = [("true", "Yes"), ("false", "No")]
        return forms.Select(choices=[("", "Not stated"), *choices])
    more: dict[EntryKind, dict[str, str]] = {
        EntryKind.DAY: {"type": "date"},
        EntryKind.WHOLE: {"inputmode": "numeric"},
        EntryKind.NUMBER: {"inputmode": "decimal"},
    }
    return forms.TextInput(attrs={"autocomplete": "off", **more.get(entry.kind, {})})


def _read(entry: Entry, typed: str) -> Any:
    if entry.kind is EntryKind.SWITCH:
        return SWITCH.get(typed, typed)
    readers: Mapping[EntryKind, tuple[re.Pattern[str], Callable[[str], Any]]] = {
        EntryKind.WHOLE: (_WHOLE, int),
        EntryKind.NUMBER: (_NUMBER, float),
    }
    if entry.kind in readers:
        pattern, reader = readers[entry.kind]
        return reader(typed) if pattern.fullmatch(typed) else typed
    return typed


def _write(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
