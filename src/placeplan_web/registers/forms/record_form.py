"""The form of one record: a field for each column that people fill in."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from placeplan_web.registers.column import Column, Holds
from placeplan_web.registers.forms.column_field import ColumnField
from placeplan_web.registers.kind import Problem, RegisterKind
from placeplan_web.registers.values import Codes

REASON_LETTERS = 1000


class RecordForm(forms.Form):
    """What a record should say, and why it is changed.

    `version` is the one that the editor saw: a write to an older one is told.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)

    def __init__(
        self,
        sent: Mapping[str, Any] | None = None,
        *,
        kind: RegisterKind,
        codes: Codes,
        values: Mapping[str, Any],
        version: int | None = None,
    ) -> None:
        first = {**values, "version": version}
        super().__init__(sent, initial=first)
        self.kind = kind
        self._asked = [each for each in kind.typed_columns if each.is_asked]
        self._kept = {
            each.name: values.get(each.name)
            for each in kind.typed_columns
            if not each.is_asked
        }
        for column in self._asked:
            self.fields[column.name] = ColumnField(column, codes.get(column.name, {}))
        if version is not None:
            self.fields["reason"] = forms.CharField(
                label="Why is it changed?",
                required=False,
                max_length=REASON_LETTERS,
                help_text="Optional. It stands in the history beside what changed.",
            )

    @property
    def values(self) -> dict[str, Any]:
        """What was typed, by column, and what nobody is asked as it stands."""
        typed = {each.name: self.cleaned_data[each.name] for each in self._asked}
        return {**typed, **self._kept}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors:
            self.add_problems(self.kind.find_problems({**self._kept, **cleaned}))
        return cleaned

    def add_problems(self, problems: Iterable[Problem]) -> None:
        """Put problems beside their fields."""
        for problem in problems:
            known = problem.column if problem.column in self.fields else None
            self.add_error(known, problem.words)

    def list_boxes(self) -> list[dict[str, Any]]:
        """Give what the template needs for each field."""
        return [
            {
                "field": self[column.name],
                "hint": self.fields[column.name].help_text,
                "width": find_width(column),
            }
            for column in self._asked
        ]


def find_width(column: Column) -> str:
    """Give how wide a box looks, which says how much is expected."""
    if column.is_number:
        return "10"
    return "20" if column.holds is Holds.DAY else ""


class ReasonForm(forms.Form):
    """Why a record is withdrawn."""

    reason = forms.CharField(
        label="Why is it withdrawn?",
        max_length=REASON_LETTERS,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say in a sentence why it is withdrawn."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)
