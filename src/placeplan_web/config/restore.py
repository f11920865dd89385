"""Bring back a backup: all of it, compared row by row, or nothing.

Everything is unpacked and checked first. The rows are loaded in one transaction, read
again and compared with the manifest, and the chain of the audit is walked; only then is
the transaction kept and the folder of media put in its place.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.apps.registry import Apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Model

from placeplan_web.audit.queries import verify
from placeplan_web.audit.triggers import create_triggers, drop_triggers
from placeplan_web.config.backup import list_migrations
from placeplan_web.config.errors import BackupError, RestoreRefusedError
from placeplan_web.config.manifest import Manifest
from placeplan_web.config.table_lines import (
    digest_lines,
    empty_tables,
    has_rows,
    list_models,
    load_lines,
    reset_counters,
    write_lines,
)
from placeplan_web.config.unpack import read_lines, unpack_backup
from placeplan_web.registers import triggers as register_triggers


def restore_backup(path: Path, *, replace: bool = False) -> Manifest:
    """Restore the backup at `path` and give what it holds.

    Raises
    ------
    BackupError
        The backup is damaged.
    RestoreRefusedError
        Something is kept here already, or the database is of another version.
    """
    home = Path(settings.MEDIA_ROOT).parent
    home.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="restoring-", dir=home) as name:
        folder = Path(name)
        manifest = unpack_backup(path, folder)
        apps = _fit_database(manifest)
        models = list_models(apps)
        _check_tables(manifest, models)
        if not replace and (has_rows(models) or _has_files()):
            raise RestoreRefusedError(
                "There are records here already. To replace all of them, stop the "
                "service, make a backup of what is here, and add --replace."
            )
        with media_set_aside(folder / "media") as put_in_place, transaction.atomic():
            _load(manifest, models, folder)
            put_in_place()
    call_command("migrate", verbosity=0, interactive=False)
    return manifest


def _fit_database(manifest: Manifest) -> Apps:
    """Bring an empty database to the state of the backup; refuse another state."""
    executor = MigrationExecutor(connection)
    unknown = set(manifest.migrations) - set(executor.loader.disk_migrations)
    if unknown:
        raise RestoreRefusedError(
            f"The backup was made by Placeplan {manifest.version}, which is newer than "
            "this one. Update this one, then restore."
        )
    state = set(manifest.migrations)
    leaves = [key for key in state if not _has_child(executor, key, state)]
    if not list_migrations():
        executor.migrate(sorted(leaves))
        call_command("createcachetable", verbosity=0)
    elif set(list_migrations()) != state:
        raise RestoreRefusedError(
            f"The backup was made by Placeplan {manifest.version}, whose tables differ "
            "from those here. Restore it into a new, empty database: it is brought up "
            "to date there."
        )
    executor.loader.build_graph()
    historic: Apps = executor.loader.project_state(sorted(leaves)).apps
    return historic


def _check_tables(manifest: Manifest, models: list[type[Model]]) -> None:
    here = {model._meta.db_table for model in models}
    if here != set(manifest.tables):
        raise BackupError(
            "The backup and the migrations that it names disagree about the tables "
            f"{', '.join(sorted(here ^ set(manifest.tables)))}. Nothing was changed."
        )


def _has_child(
    executor: MigrationExecutor, key: tuple[str, str], state: set[tuple[str, str]]
) -> bool:
    children = executor.loader.graph.node_map[key].children
    return any(child.key[0] == key[0] and child.key in state for child in children)


def _has_files() -> bool:
    folder = Path(settings.MEDIA_ROOT)
    return folder.is_dir() and any(path.is_file() for path in folder.rglob("*"))


def _load(manifest: Manifest, models: list[type[Model]], folder: Path) -> None:
    """Replace the rows of every table; any difference undoes all of it."""
    drop_triggers(connection)
    register_triggers.drop_triggers(connection)
    empty_tables(models)
    for model in models:
        load_lines(model, read_lines(folder, model._meta.db_table))
    reset_counters(models)
    create_triggers(connection)
    connection.check_constraints()  # PostgreSQL makes no trigger while one waits
    register_triggers.create_triggers(connection)
    for model in models:
        table = model._meta.db_table
        if digest_lines(write_lines(model)) != manifest.tables[table]:
            raise BackupError(
                f"Table {table} reads otherwise than it was backed up. Nothing was "
                "changed."
            )
    verdict = verify(manifest.head)
    if not verdict.is_whole:
        raise BackupError(
            f"The audit in the backup is broken at entry {verdict.broken_at}: "
            f"{verdict.reason}. Nothing was changed."
        )


@contextmanager
def media_set_aside(unpacked: Path) -> Iterator[Callable[[], None]]:
    """Give what puts the unpacked media in their place; any fault puts the old back."""
    place = Path(settings.MEDIA_ROOT)
    aside = unpacked.parent / "media-before"
    unpacked.mkdir(exist_ok=True)

    def put_in_place() -> None:
        if place.exists():
            place.rename(aside)
        unpacked.rename(place)

    try:
        yield put_in_place
    except BaseException:
        if aside.exists():
            shutil.rmtree(place, ignore_errors=True)
            aside.rename(place)
        raise
