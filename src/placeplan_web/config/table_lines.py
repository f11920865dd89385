"""Tables as lines of JSON: the same lines for the same rows, on either database.

The first line of a table names its columns; each further line is one row, in order of
its key. Nothing is rounded: moments keep their microseconds.
"""

import base64
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256
from itertools import islice
from typing import Any
from uuid import UUID

from django.apps.registry import Apps
from django.core.management.color import no_style
from django.db import connection
from django.db.models import BinaryField, CharField, Field, Model, TextField
from django.db.models.functions import Collate

LEFT_OUT = {"django_session"}  # who is signed in now is not worth keeping
MADE_BY_MIGRATE = {"django_content_type", "auth_permission"}
ROWS_AT_ONCE = 500
AnyField = Field[object, object]


@dataclass(frozen=True, slots=True)
class Digest:
    """How many rows a table has, and the SHA-256 of its lines."""

    rows: int
    sha256: str


def list_models(apps: Apps) -> list[type[Model]]:
    """Give the models of every table that is kept, in order of its name."""
    models = [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed
        and not model._meta.proxy
        and model._meta.db_table not in LEFT_OUT
    ]
    return sorted(models, key=lambda model: model._meta.db_table)


def write_lines(model: type[Model]) -> Iterator[str]:
    """Give the lines of a table."""
    fields = _list_fields(model)
    yield _dump([_column(field) for field in fields])
    key = model._meta.pk
    plain = connection.vendor == "postgresql" and isinstance(key, CharField | TextField)
    order = Collate("pk", "C") if plain else "pk"  # as SQLite does: byte by byte
    rows = model._base_manager.order_by(order)
    for row in rows.values_list(*(field.attname for field in fields)).iterator():
        yield _dump([_write_value(value) for value in row])


def load_lines(model: type[Model], lines: Iterable[str]) -> None:
    """Put the rows of `lines` into an empty table, exactly as they were."""
    rest = iter(lines)
    by_column = {_column(field): field for field in _list_fields(model)}
    names = json.loads(next(rest))
    fields = [by_column[name] for name in names]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(name) for name in names)
    places = ", ".join(["%s"] * len(fields))
    table = quote(model._meta.db_table)
    statement = f"INSERT INTO {table} ({columns}) VALUES ({places})"  # noqa: S608 - names of our models
    with connection.cursor() as cursor:
        while batch := list(islice(rest, ROWS_AT_ONCE)):
            rows = [
                [
                    _read_value(f, v)
                    for f, v in zip(fields, json.loads(line), strict=True)
                ]
                for line in batch
            ]
            cursor.executemany(statement, rows)


def digest_lines(lines: Iterable[str]) -> Digest:
    """Count the rows and hash the lines, each with its line end."""
    total, hashed = -1, sha256()
    for line in lines:
        total += 1
        hashed.update(line.encode("utf-8") + b"\n")
    return Digest(total, hashed.hexdigest())


def has_rows(models: Iterable[type[Model]]) -> bool:
    """Tell whether anything is kept beyond what migrating makes by itself."""
    return any(
        model._base_manager.exists()
        for model in models
        if model._meta.db_table not in MADE_BY_MIGRATE
    )


def empty_tables(models: Iterable[type[Model]]) -> None:
    with connection.cursor() as cursor:
        for model in models:
            table = connection.ops.quote_name(model._meta.db_table)
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608 - a name of our models


def reset_counters(models: Iterable[type[Model]]) -> None:
    """Let new rows take numbers after those that were loaded."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(statement)


def _list_fields(model: type[Model]) -> list[AnyField]:
    """Give the columns to keep; the database works out the others by itself."""
    kept = (f for f in model._meta.local_concrete_fields if not f.generated)
    return sorted(kept, key=_column)


def _column(field: AnyField) -> str:
    return str(field.column)


def _dump(values: list[object]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _write_value(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID | Decimal):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode("ascii")
    return value


def _read_value(field: AnyField, value: object) -> Any:
    if value is None:
        return None
    if isinstance(field, BinaryField):
        value = base64.b64decode(str(value))
    return field.get_db_prep_save(field.to_python(value), connection)
