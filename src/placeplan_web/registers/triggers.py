"""The database itself refuses to change or remove what is only ever added.

Scores, readings, sign-offs and the history of every record are rows that are added and
stay. The triggers are made after every migration (see ``apps.py``), because SQLite
loses them when it writes a table anew. ``drop_triggers`` is the privileged path by
which tests clear their records.
"""

from collections.abc import Iterator

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper
from simple_history.models import HistoricalChanges

from placeplan_web.registers.models import OnlyAdded

WORDS = "is only ever added to: nothing in it is changed or removed"


def list_tables() -> list[str]:
    """Give the tables of every room whose rows stay as they were added."""
    return [
        model._meta.db_table
        for model in apps.get_models()
        if issubclass(model, OnlyAdded | HistoricalChanges)
    ]


def create_triggers(connection: BaseDatabaseWrapper) -> None:
    """Make every trigger anew."""
    drop_triggers(connection)
    write = {"sqlite": _write_sqlite, "postgresql": _write_postgresql}
    standing = set(connection.introspection.table_names())
    for table in list_tables():
        if table in standing:
            _run(connection, write[connection.vendor](table))


def drop_triggers(connection: BaseDatabaseWrapper) -> None:
    standing = set(connection.introspection.table_names())
    for table in list_tables():
        if connection.vendor == "sqlite":
            verbs = ("update", "delete")
            _run(connection, (f"DROP TRIGGER IF EXISTS {table}_{v}" for v in verbs))
        elif table in standing:
            names = ("row", "truncate")
            _run(
                connection,
                (f"DROP TRIGGER IF EXISTS {table}_{n} ON {table}" for n in names),
            )


def _write_sqlite(table: str) -> Iterator[str]:
    for verb in ("update", "delete"):
        yield (
            f"CREATE TRIGGER {table}_{verb} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} {WORDS}'); END"
        )


def _write_postgresql(table: str) -> Iterator[str]:
    yield (
        "CREATE OR REPLACE FUNCTION registers_refuse() RETURNS trigger "
        f"LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% {WORDS}', TG_TABLE_NAME "
        "USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    yield (
        f"CREATE TRIGGER {table}_row BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION registers_refuse()"
    )
    yield (
        f"CREATE TRIGGER {table}_truncate BEFORE TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION registers_refuse()"
    )


def _run(connection: BaseDatabaseWrapper, statements: Iterator[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
