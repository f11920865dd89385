"""The form by which many records are given one value, column by column."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from placeplan_web.registers.forms.column_field import ColumnField, find_hint
from placeplan_web.registers.forms.record_form import REASON_LETTERS, find_width
from placeplan_web.registers.kind import RegisterKind
from placeplan_web.registers.values import Codes

SET = "set_"


class BulkForm(forms.Form):
    """What is to be set, and to what; what is not ticked stays as it is."""

    def __init__(
        self,
        sent: Mapping[str, Any] | None = None,
        *,
        kind: RegisterKind,
        codes: Codes,
    ) -> None:
        super().__init__(sent)
        self.kind = kind
        for column in kind.bulk_columns:
            self.fields[SET + column.name] = forms.BooleanField(
                label=f"Set {column.label[:1].lower()}{column.label[1:]}",
                required=False,
            )
            self.fields[column.name] = ColumnField(column, codes.get(column.name, {}))
        self.fields["reason"] = forms.CharField(
            label="Why are they changed?", required=False, max_length=REASON_LETTERS
        )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        unset = [c for c in self.kind.bulk_columns if not cleaned.get(SET + c.name)]
        for column in unset:
            self.errors.pop(column.name, None)  # nobody asked for it
        if len(unset) == len(self.kind.bulk_columns):
            self.add_error(None, "Tick what is to be set.")
        return cleaned

    @property
    def wanted(self) -> dict[str, Any]:
        """Each column that is set, and its value."""
        return {
            column.name: self.cleaned_data[column.name]
            for column in self.kind.bulk_columns
            if self.cleaned_data.get(SET + column.name)
        }

    def list_boxes(self) -> Sequence[dict[str, Any]]:
        return [
            {
                "tick": self[SET + column.name],
                "field": self[column.name],
                "hint": find_hint(column),
                "width": find_width(column),
            }
            for column in self.kind.bulk_columns
        ]
