"""Invariants that many records hold, as constraints of the database."""

from django.db import models
from django.db.models import F, Q


def keep_order(first: str, last: str, name: str) -> models.CheckConstraint:
    """Let nothing end before it starts; either day may be missing."""
    missing = Q(**{f"{first}__isnull": True}) | Q(**{f"{last}__isnull": True})
    return models.CheckConstraint(
        condition=missing | Q(**{f"{last}__gte": F(first)}), name=name
    )


def keep_pair(one: str, other: str, name: str) -> models.CheckConstraint:
    """Have both of two fields or neither; a missing one is null."""
    return models.CheckConstraint(
        condition=Q(**{f"{one}__isnull": True, f"{other}__isnull": True})
        | Q(**{f"{one}__isnull": False, f"{other}__isnull": False}),
        name=name,
    )


def need_words(field: str, words: str, name: str) -> models.CheckConstraint:
    """Have words for a field that is set, and none for one that is not."""
    empty = Q(**{words: ""})
    return models.CheckConstraint(
        condition=(Q(**{f"{field}__isnull": True}) & empty)
        | (Q(**{f"{field}__isnull": False}) & ~empty),
        name=name,
    )


def know_choice(
    field: str, choices: type[models.TextChoices], name: str, *, empty: bool = False
) -> models.CheckConstraint:
    """Hold one of the choices, or nothing where `empty`."""
    known = [*choices.values, ""] if empty else choices.values
    return models.CheckConstraint(condition=Q(**{f"{field}__in": known}), name=name)


def keep_one_to_five(field: str, name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(**{f"{field}__gte": 1, f"{field}__lte": 5}), name=name
    )


def keep_share(field: str, name: str) -> models.CheckConstraint:
    """Stay from 0 to 1, or be missing."""
    return models.CheckConstraint(
        condition=Q(**{f"{field}__isnull": True})
        | Q(**{f"{field}__gte": 0, f"{field}__lte": 1}),
        name=name,
    )


def not_below_zero(field: str, name: str) -> models.CheckConstraint:
    """Be 0 or more, or missing."""
    return models.CheckConstraint(
        condition=Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__gte": 0}),
        name=name,
    )
