"""The database itself refuses periods that overlap, and codes that two hold at a time.

Neither database can say so by a plain constraint alike, so triggers do, made from one
list: the tables of periods and the columns in which only one place may hold a value at
a time.
"""

from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper

PERIODS = {  # table of periods -> its columns of codes
    "places_organisation": ("ods_code", "gss_code"),
    "places_area": ("gss_code",),
    "places_site": ("ods_code",),
    "places_footprint": (),
}
SHARED_DAY = """other.id <> COALESCE(NEW.id, -1)
    AND COALESCE(other.starts_on, '0001-01-01') <= COALESCE(NEW.ends_on, '9999-12-31')
    AND COALESCE(NEW.starts_on, '0001-01-01') <= COALESCE(other.ends_on, '9999-12-31')
    AND """


def list_rules(table: str) -> Iterator[tuple[str, str]]:
    """Give each rule of a table: what another row must not be, and words for it."""
    same = "other.place_id = NEW.place_id"
    yield same, "two periods of one place overlap"
    for code in PERIODS[table]:
        held = f"other.{code} = NEW.{code} AND other.place_id <> NEW.place_id"
        yield held, "two places hold one code at a time"


def create_triggers(connection: BaseDatabaseWrapper) -> None:
    write = {"sqlite": _write_sqlite, "postgresql": _write_postgresql}
    for table in PERIODS:
        for statement in write[connection.vendor](table):
            _run(connection, statement)


def drop_triggers(connection: BaseDatabaseWrapper) -> None:
    for table in PERIODS:
        if connection.vendor == "postgresql":
            _run(connection, f"DROP TRIGGER IF EXISTS {table}_overlap ON {table}")
            _run(connection, f"DROP FUNCTION IF EXISTS {table}_refuse()")
        else:
            for verb in ("insert", "update"):
                for at, _ in enumerate(list_rules(table)):
                    _run(connection, f"DROP TRIGGER IF EXISTS {table}_{verb}_{at}")


def _write_sqlite(table: str) -> Iterator[str]:
    for verb in ("insert", "update"):
        for at, (rule, words) in enumerate(list_rules(table)):
            clash = f"SELECT 1 FROM {table} other WHERE {SHARED_DAY}{rule}"  # noqa: S608 - our own words
            yield (
                f"CREATE TRIGGER {table}_{verb}_{at} BEFORE {verb} ON {table} "
                f"WHEN EXISTS ({clash}) BEGIN SELECT RAISE(ABORT, '{words}'); END"
            )


def _write_postgresql(table: str) -> Iterator[str]:
    tests = "".join(
        f"IF EXISTS (SELECT 1 FROM {table} other WHERE {SHARED_DAY}{rule}) THEN "  # noqa: S608 - our own words
        f"RAISE EXCEPTION '{words}' USING ERRCODE = 'exclusion_violation'; END IF; "
        for rule, words in list_rules(table)
    )
    yield (
        f"CREATE OR REPLACE FUNCTION {table}_refuse() RETURNS trigger "
        f"LANGUAGE plpgsql AS $$ BEGIN {tests} RETURN NEW; END $$"
    )
    yield (
        f"CREATE TRIGGER {table}_overlap BEFORE INSERT OR UPDATE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_refuse()"
    )


def _run(connection: BaseDatabaseWrapper, statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
