"""The form by which staff correct a fact."""

from datetime import date
from typing import Any, Final

from django import forms
from django.http import QueryDict

from placeplan.evidence import VALUE_KINDS, Fact, FactValue

TWO_ENDS: Final = ("range", "months")
DAY_FORMAT: Final = "%Y-%m-%d"
NO_PAPER: Final = ""
"""None is chosen beforehand: the paper of the old figure seldom gives the new."""


class CorrectionForm(forms.Form):
    """What a fact should say, since when, by which paper, and why."""

    value = forms.CharField(
        label="What it should be",
        max_length=200,
        required=False,
    )
    value_to = forms.CharField(label="Upper or last end", max_length=40, required=False)
    known_on = forms.DateField(
        label="Known since",
        input_formats=[DAY_FORMAT],
        widget=forms.DateInput(format=DAY_FORMAT, attrs={"autocomplete": "off"}),
        error_messages={
            "required": "Give the day since which this is known, such as 2019-08-05.",
            "invalid": "Write the day as year, month and day, such as 2019-08-05.",
        },
    )
    source = forms.ChoiceField(
        label="Paper that says so",
        error_messages={"required": "Choose the paper that gives the new figure."},
    )
    document = forms.CharField(
        label="Part of the paper",
        max_length=500,
        required=False,
    )
    heading = forms.CharField(
        label="Heading or paragraph",
        max_length=500,
        error_messages={"required": "Give the heading or paragraph that says so."},
    )
    reason = forms.CharField(
        label="Why is it corrected?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say in a sentence why the fact is corrected."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        sent: QueryDict | None = None,
        *,
        fact: Fact,
        papers: list[tuple[str, str]],
        today: date,
    ) -> None:
        first = {
            "value": fact.value.value,
            "value_to": fact.value.value_to,
            "known_on": today,
            "version": fact.version,
        }
        super().__init__(sent, initial=first)
        self.fact = fact
        source = self.fields["source"]
        assert isinstance(source, forms.ChoiceField)  # noqa: S101 - for the types alone
        source.choices = [(NO_PAPER, "Choose a paper"), *papers]
        if fact.value.kind not in TWO_ENDS:
            del self.fields["value_to"]

    @property
    def hint(self) -> str:
        """What sort of value the fact holds."""
        return (
            f"Write {VALUE_KINDS[self.fact.value.kind]}. Its unit is {self.fact.unit}."
        )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        value = cleaned.get("value", "").strip().replace(",", "")
        if self.fact.value.kind == "text":
            value = cleaned.get("value", "").strip()
        end = cleaned.get("value_to", "").strip().replace(",", "")
        try:
            cleaned["fact_value"] = FactValue(self.fact.value.kind, value, end)
        except ValueError as error:
            self.add_error("value", f"This is not {error}. Correct it.")
        return cleaned
