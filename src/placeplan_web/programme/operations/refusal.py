"""Refuse in the words that a form can show beside its fields."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils import timezone

from placeplan.errors import InputError, PeriodError, UnknownNameError


@contextmanager
def refuse_in_words(field: str) -> Iterator[None]:
    """Turn what a rule of the library refuses into a problem of `field`."""
    try:
        yield
    except InputError as error:
        words = [f"Expected {each.expected}. {each.remedy}" for each in error.faults]
        raise ValidationError({field: words}) from error
    except (PeriodError, UnknownNameError) as error:
        raise ValidationError({field: str(error)}) from error


def need_words(words: str, field: str, problem: str) -> None:
    if not words.strip():
        raise ValidationError({field: problem})


def need_past(day: date, at: datetime, field: str) -> None:
    """Refuse a day that has not come: what happens later is a forecast."""
    if day > timezone.localdate(at):
        raise ValidationError({field: "This day has not come yet."})
