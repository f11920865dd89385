"""The database itself refuses to change, remove or slip in an audit entry.

``create_triggers`` runs in the first migration. ``drop_triggers`` is the privileged
path: tests clear their records through it, and it needs the owner of the table. Whoever
takes it in earnest still breaks the chain, which ``placeplan audit verify`` shows.
"""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "audit_auditentry"

# SQLite: a replacing insert fires no trigger for the row that it removes, so an insert
# has to be the next of the chain, with a digest that no entry has.
SQLITE_CREATE = (
    f"""CREATE TRIGGER audit_refuse_update BEFORE UPDATE ON {TABLE} BEGIN
        SELECT RAISE(ABORT, 'audit entries are never changed'); END""",
    f"""CREATE TRIGGER audit_refuse_delete BEFORE DELETE ON {TABLE} BEGIN
        SELECT RAISE(ABORT, 'audit entries are never removed'); END""",
    f"""CREATE TRIGGER audit_refuse_insert BEFORE INSERT ON {TABLE}
        WHEN NEW.sequence IS NOT (SELECT COALESCE(MAX(sequence), 0) + 1 FROM {TABLE})
            OR EXISTS (SELECT 1 FROM {TABLE} WHERE digest = NEW.digest)
        BEGIN SELECT RAISE(ABORT, 'audit entries are added at the end alone'); END""",  # noqa: S608 - our own words
)
SQLITE_DROP = tuple(
    f"DROP TRIGGER IF EXISTS audit_refuse_{verb}"
    for verb in ("update", "delete", "insert")
)
POSTGRESQL_CREATE = (
    f"""CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'INSERT' THEN
                IF NEW.sequence IS DISTINCT FROM
                   (SELECT COALESCE(MAX(sequence), 0) + 1 FROM {TABLE}) THEN
                    RAISE EXCEPTION 'audit entries are added at the end alone';
                END IF;
                RETURN NEW;
            END IF;
            RAISE EXCEPTION 'audit entries are never changed or removed';
        END $$""",  # noqa: S608 - our own words
    f"""CREATE TRIGGER audit_refuse_row BEFORE INSERT OR UPDATE OR DELETE ON {TABLE}
        FOR EACH ROW EXECUTE FUNCTION audit_refuse()""",
    f"""CREATE TRIGGER audit_refuse_truncate BEFORE TRUNCATE ON {TABLE}
        FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()""",
)
POSTGRESQL_DROP = (
    f"DROP TRIGGER IF EXISTS audit_refuse_row ON {TABLE}",
    f"DROP TRIGGER IF EXISTS audit_refuse_truncate ON {TABLE}",
    "DROP FUNCTION IF EXISTS audit_refuse()",
)
CREATE = {"sqlite": SQLITE_CREATE, "postgresql": POSTGRESQL_CREATE}
DROP = {"sqlite": SQLITE_DROP, "postgresql": POSTGRESQL_DROP}


def create_triggers(connection: BaseDatabaseWrapper) -> None:
    _run(connection, CREATE[connection.vendor])


def drop_triggers(connection: BaseDatabaseWrapper) -> None:
    _run(connection, DROP[connection.vendor])


def _run(connection: BaseDatabaseWrapper, statements: tuple[str, ...]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
