"""The database itself refuses two holders of one post, and a holder outside its life.

On PostgreSQL the trigger locks the post first, so that two appointments made at the
same moment see each other; SQLite has one writer at a time.
"""

from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper

HOLDING, POST = "places_postholding", "places_post"
LAST_DAY = "'9999-12-31'"
SHARED_DAY = f"""other.id <> COALESCE(NEW.id, -1) AND other.post_id = NEW.post_id
    AND other.starts_on <= COALESCE(NEW.ends_on, {LAST_DAY})
    AND NEW.starts_on <= COALESCE(other.ends_on, {LAST_DAY})"""
OUTSIDE = f"""(holding.starts_on < post.starts_on OR
    COALESCE(holding.ends_on, {LAST_DAY}) > COALESCE(post.ends_on, {LAST_DAY}))"""
# Table -> pairs of what must not be found, and words for it.
RULES = {
    HOLDING: (
        (
            (
                f"SELECT 1 FROM {HOLDING} other WHERE {SHARED_DAY}"  # noqa: S608 - our own words
                " AND NOT (other.is_job_share AND NEW.is_job_share)"
            ),
            "two people hold one post at a time",
        ),
        (
            (
                f"SELECT 1 FROM {HOLDING} other WHERE {SHARED_DAY}"  # noqa: S608 - our own words
                " AND other.user_id = NEW.user_id"
            ),
            "one person holds one post twice at a time",
        ),
        (
            f"SELECT 1 FROM {POST} post WHERE post.id = NEW.post_id AND "  # noqa: S608 - our own words
            + OUTSIDE.replace("holding.", "NEW."),
            "a holding reaches beyond its post",
        ),
    ),
    POST: (
        (
            f"SELECT 1 FROM {HOLDING} holding WHERE holding.post_id = NEW.id AND "  # noqa: S608 - our own words
            + OUTSIDE.replace("post.", "NEW."),
            "a holding reaches beyond its post",
        ),
    ),
}
VERBS = {HOLDING: ("insert", "update"), POST: ("update",)}
LOCK = {HOLDING: f"PERFORM 1 FROM {POST} WHERE id = NEW.post_id FOR UPDATE; ", POST: ""}


def create_triggers(connection: BaseDatabaseWrapper) -> None:
    write = {"sqlite": _write_sqlite, "postgresql": _write_postgresql}
    for table in RULES:
        for statement in write[connection.vendor](table):
            _run(connection, statement)


def drop_triggers(connection: BaseDatabaseWrapper) -> None:
    for table, rules in RULES.items():
        if connection.vendor == "postgresql":
            _run(connection, f"DROP TRIGGER IF EXISTS {table}_life ON {table}")
            _run(connection, f"DROP FUNCTION IF EXISTS {table}_refuse_life()")
            continue
        for verb in VERBS[table]:
            for at, _ in enumerate(rules):
                _run(connection, f"DROP TRIGGER IF EXISTS {table}_{verb}_life_{at}")


def _write_sqlite(table: str) -> Iterator[str]:
    for verb in VERBS[table]:
        for at, (clash, words) in enumerate(RULES[table]):
            yield (
                f"CREATE TRIGGER {table}_{verb}_life_{at} BEFORE {verb} ON {table} "
                f"WHEN EXISTS ({clash}) BEGIN SELECT RAISE(ABORT, '{words}'); END"
            )


def _write_postgresql(table: str) -> Iterator[str]:
    tests = "".join(
        f"IF EXISTS ({clash}) THEN RAISE EXCEPTION '{words}' "
        "USING ERRCODE = 'exclusion_violation'; END IF; "
        for clash, words in RULES[table]
    )
    yield (
        f"CREATE OR REPLACE FUNCTION {table}_refuse_life() RETURNS trigger "
        f"LANGUAGE plpgsql AS $$ BEGIN {LOCK[table]}{tests} RETURN NEW; END $$"
    )
    verbs = " OR ".join(VERBS[table])
    yield (
        f"CREATE TRIGGER {table}_life BEFORE {verbs} ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_refuse_life()"
    )


def _run(connection: BaseDatabaseWrapper, statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
