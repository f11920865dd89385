"""What no constraint can hold: one at a time, and what stays once it is settled.

Versions of terms, and posts in a seat, never share a day. Agreed minutes neither change
nor go. Of a stay in a meeting nothing is written later but its end, once. The triggers
are made after every migration (see ``apps.py``), because SQLite loses them when it
writes a table anew; ``drop_triggers`` is the privileged path by which tests clear up.
On PostgreSQL a trigger first locks what its rows belong to, so that two writers at the
same moment see each other.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper

LAST_DAY = "'9999-12-31'"


@dataclass(frozen=True, slots=True)
class Guard:
    """A condition under which a write is refused, and in which words."""

    table: str
    verbs: tuple[str, ...]
    condition: str
    words: str
    lock: str = ""


def _share_a_day(table: str, column: str) -> str:
    return (
        f"EXISTS (SELECT 1 FROM {table} other WHERE other.id <> COALESCE(NEW.id, -1) "  # noqa: S608 - our own words
        f"AND other.{column} = NEW.{column} "
        f"AND other.starts_on <= COALESCE(NEW.ends_on, {LAST_DAY}) "
        f"AND NEW.starts_on <= COALESCE(other.ends_on, {LAST_DAY}))"
    )


TERMS, HOLDING = "governance_termsofreference", "governance_seatholding"
MINUTES, STAY = "governance_minutes", "governance_attendance"
MINUTES_PART = "governance_minutespart"
GUARDS = (
    Guard(
        TERMS,
        ("insert", "update"),
        "NEW.withdrawn_at IS NULL AND "
        + _share_a_day(TERMS, "group_id").replace(
            "other.group_id", "other.withdrawn_at IS NULL AND other.group_id"
        ),
        "two versions of the terms of a group hold at a time",
        "PERFORM 1 FROM governance_group WHERE id = NEW.group_id FOR UPDATE; ",
    ),
    Guard(
        HOLDING,
        ("insert", "update"),
        _share_a_day(HOLDING, "seat_id"),
        "two posts have one seat at a time",
        "PERFORM 1 FROM governance_seat WHERE id = NEW.seat_id FOR UPDATE; ",
    ),
    Guard(
        MINUTES,
        ("update", "delete"),
        "OLD.state = 'agreed'",
        "agreed minutes are never changed or removed",
    ),
    Guard(
        MINUTES_PART,
        ("insert",),
        f"(SELECT state FROM {MINUTES} WHERE id = NEW.minutes_id) = 'agreed'",  # noqa: S608 - our own words
        "agreed minutes get no other part",
        f"PERFORM 1 FROM {MINUTES} WHERE id = NEW.minutes_id FOR UPDATE; ",
    ),
    Guard(
        STAY,
        ("update",),
        "OLD.left_at IS NOT NULL OR NEW.meeting_id <> OLD.meeting_id "
        "OR COALESCE(NEW.seat_id, -1) <> COALESCE(OLD.seat_id, -1) "
        "OR COALESCE(NEW.post_id, -1) <> COALESCE(OLD.post_id, -1) "
        "OR NEW.joined_at <> OLD.joined_at OR NEW.by_video <> OLD.by_video "
        "OR NEW.is_substitute <> OLD.is_substitute",
        "of a stay in a meeting only its end is written later, once",
    ),
    Guard(STAY, ("delete",), "1 = 1", "a stay in a meeting is never removed"),
)


def create_triggers(connection: BaseDatabaseWrapper) -> None:
    """Make every trigger anew."""
    drop_triggers(connection)
    standing = set(connection.introspection.table_names())
    write = {"sqlite": _write_sqlite, "postgresql": _write_postgresql}
    for at, guard in enumerate(GUARDS):
        if guard.table in standing:
            _run(
                connection, write[connection.vendor](guard, f"{guard.table}_guard_{at}")
            )


def drop_triggers(connection: BaseDatabaseWrapper) -> None:
    standing = set(connection.introspection.table_names())
    for at, guard in enumerate(GUARDS):
        name = f"{guard.table}_guard_{at}"
        if connection.vendor == "sqlite":
            for verb in guard.verbs:
                _run(connection, iter([f"DROP TRIGGER IF EXISTS {name}_{verb}"]))
        elif guard.table in standing:
            drops = (
                f"DROP TRIGGER IF EXISTS {name} ON {guard.table}",
                f"DROP FUNCTION IF EXISTS {name}()",
            )
            _run(connection, iter(drops))


def _write_sqlite(guard: Guard, name: str) -> Iterator[str]:
    for verb in guard.verbs:
        yield (
            f"CREATE TRIGGER {name}_{verb} BEFORE {verb} ON {guard.table} "
            f"WHEN {guard.condition} "
            f"BEGIN SELECT RAISE(ABORT, '{guard.words}'); END"
        )


def _write_postgresql(guard: Guard, name: str) -> Iterator[str]:
    back = "OLD" if "delete" in guard.verbs else "NEW"
    if guard.verbs == ("update", "delete"):
        back = "COALESCE(NEW, OLD)"
    yield (
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ "
        f"BEGIN {guard.lock}IF {guard.condition} THEN RAISE EXCEPTION '{guard.words}' "
        f"USING ERRCODE = 'integrity_constraint_violation'; END IF; "
        f"RETURN {back}; END $$"
    )
    verbs = " OR ".join(guard.verbs)
    yield (
        f"CREATE TRIGGER {name} BEFORE {verbs} ON {guard.table} "
        f"FOR EACH ROW EXECUTE FUNCTION {name}()"
    )


def _run(connection: BaseDatabaseWrapper, statements: Iterator[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
