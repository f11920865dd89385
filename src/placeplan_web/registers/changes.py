"""What the audit may keep of a change: numbers, dates, choices and ids, no words."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import models

HIDDEN = "changed"
"""Stands in the audit for words that somebody typed: the history holds them."""


def note_changes(
    before: models.Model | None, after: models.Model, fields: Iterable[str]
) -> dict[str, object]:
    """Give each field that differs: the value before and after, or that it changed."""
    noted: dict[str, object] = {}
    for name in fields:
        field = after._meta.get_field(name)
        if not isinstance(field, models.Field) or field.generated:
            continue
        old = getattr(before, field.attname) if before is not None else None
        new = getattr(after, field.attname)
        if old == new or (before is None and new == ""):
            continue
        noted[name] = [_write(old), _write(new)] if _is_plain(field) else HIDDEN
    return noted


def _is_plain(field: models.Field[Any, Any]) -> bool:
    """Say whether values of a field are no words of somebody's own."""
    words = isinstance(
        field,
        models.CharField | models.TextField | models.JSONField | models.FileField,
    )
    return bool(field.choices) or not words


def _write(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal | UUID):
        return str(value)
    return value
