"""Forms of a draft: open one, make a new version of the plan."""

from typing import Any

from django import forms

from placeplan_web.evidence.models import Dataset

MOST_TITLE = 200
MOST_REASON = 1000


class OpenForm(forms.Form):
    """Choose the plan folder whose initiatives to work on."""

    dataset = forms.ModelChoiceField(
        label="Plan folder",
        queryset=Dataset.objects.none(),
        to_field_name="public_id",
        empty_label=None,
        error_messages={"invalid_choice": "Choose one of the plan folders."},
    )

    def __init__(self, *more: Any, datasets: Any, **named: Any) -> None:
        super().__init__(*more, **named)
        self.fields["dataset"].queryset = datasets  # type: ignore[attr-defined] # of a choice


class VersionForm(forms.Form):
    """Name a new version of the plan, and say why it is made."""

    title = forms.CharField(
        label="Name of the new plan folder",
        max_length=MOST_TITLE,
        error_messages={"required": "Give it a name that tells it from the others."},
    )
    reason = forms.CharField(
        label="Why is it made?",
        max_length=MOST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Say why it is made, for whoever runs it."},
    )
    digest = forms.CharField(widget=forms.HiddenInput, max_length=64)
