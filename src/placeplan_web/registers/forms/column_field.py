"""A column as a field of a form."""

from collections.abc import Mapping
from typing import Any

from django import forms

from placeplan_web.registers.column import Column, Holds, MisreadError, write_box
from placeplan_web.registers.day_text import DAY_HINT
from placeplan_web.registers.named_codes import NamedCodes

ROWS_OF_WORDS = 4
YES_NO = (("yes", "Yes"), ("no", "No"))


class ColumnField(forms.CharField):
    """Reads what was typed as the column does, so that forms and files agree."""

    def __init__(self, column: Column, codes: Mapping[str, int]) -> None:
        self.column, self.codes = column, codes
        super().__init__(
            label=column.label,
            required=False,  # the column says what is needed, in its own words
            strip=True,
            widget=make_widget(column, codes),
            help_text=find_hint(column),
        )

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        try:
            return self.column.parse(text, self.codes)
        except MisreadError as error:
            raise forms.ValidationError(
                say_misread(self.column, text, error)
            ) from error

    def prepare_value(self, value: Any) -> str:
        """Write a value into its box; what was typed stands as it was typed."""
        return write_box(self.column, value)


def say_misread(column: Column, text: str, error: MisreadError) -> str:
    """Say what a form expected."""
    if not text:
        return f"{column.label} is needed."
    return f"{column.label} has to be {error.expected}. {error.remedy}"


def make_widget(column: Column, codes: Mapping[str, int]) -> forms.Widget:
    """Give the box that suits what a column holds."""
    if options := list_options(column, codes):
        return forms.Select(choices=[("", ""), *options])
    if column.holds is Holds.WORDS:
        return forms.Textarea(attrs={"rows": ROWS_OF_WORDS})
    look = {"inputmode": "numeric"} if column.holds is Holds.WHOLE else {}
    return forms.TextInput(attrs={"autocomplete": "off", **look})


def list_options(column: Column, codes: Mapping[str, int]) -> list[tuple[str, str]]:
    """Give the values of a column that are chosen from a list, and their words."""
    if column.holds is Holds.CHOICE:
        return list(column.choices)
    if column.holds is Holds.YES_NO:
        return list(YES_NO)
    if column.holds is Holds.LINK:
        words = codes.words if isinstance(codes, NamedCodes) else {}
        return [(code, words.get(code, code)) for code in codes]
    return []


def find_hint(column: Column) -> str:
    if column.hint or column.holds is not Holds.DAY:
        return column.hint
    return DAY_HINT
