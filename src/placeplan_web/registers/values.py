"""Values of columns, and the fields of a record that they are written to."""

from collections.abc import Mapping
from typing import Any

from django.db import models

from placeplan_web.registers.column import Column
from placeplan_web.registers.kind import RegisterKind
from placeplan_web.registers.named_codes import NamedCodes

Codes = Mapping[str, Mapping[str, int]]
"""For each column that links: the code of each record, and its key."""


def find_codes(kind: RegisterKind, scope: Any) -> Codes:
    """Read what each linking column may name, one question a column."""
    return {
        column.name: NamedCodes(column.link, scope)
        for column in kind.typed_columns
        if column.link is not None
    }


def as_changes(
    kind: RegisterKind, values: Mapping[str, Any], codes: Codes
) -> dict[str, Any]:
    """Give fields of the record with their new values."""
    return dict(
        _as_change(kind.model, kind.get_column(name), value, codes.get(name, {}))
        for name, value in values.items()
    )


def _as_change(
    model: type[models.Model], column: Column, value: Any, codes: Mapping[str, int]
) -> tuple[str, Any]:
    field = model._meta.get_field(column.path)
    assert isinstance(field, models.Field)  # noqa: S101 - for the types alone
    if column.link is not None:
        return field.attname, None if value is None else codes[value]
    if value is None:
        default = field.get_default()
        return column.path, None if field.null else ("" if default is None else default)
    return column.path, field.to_python(value)


def list_differences(
    before: Mapping[str, Any], after: Mapping[str, Any]
) -> dict[str, tuple[Any, Any]]:
    """Give each value that differs: the one before, and the one after."""
    return {
        name: (before.get(name), value)
        for name, value in after.items()
        if before.get(name) != value
    }
