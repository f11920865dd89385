"""A question whose answer terms may leave open: yes, no, or not stated."""

from collections.abc import Mapping
from typing import Final

from django import forms

NOT_STATED: Final = ("", "Not stated")
ANSWERS: Final = (NOT_STATED, ("yes", "Yes"), ("no", "No"))
READ: Final[Mapping[str, bool | None]] = {"": None, "yes": True, "no": False}


class AnswerField(forms.TypedChoiceField):
    """Yes, no, or what the terms leave open."""

    def __init__(self, label: str, hint: str = ""):
        super().__init__(
            label=label,
            choices=ANSWERS,
            coerce=READ.__getitem__,
            empty_value=None,
            required=False,
            help_text=hint,
        )
