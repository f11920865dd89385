"""Write everything that is kept into one file, as it stood at one moment.

The file is a compressed tar: ``tables/<table>.jsonl``, ``media/…`` and, last, a
manifest with the digest of each. The tables are read in one transaction, so that they
agree with each other; files of runs never change once a record points to them.
"""

import os
import tarfile
import tempfile
from collections.abc import Iterable
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import IO

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from placeplan import __version__
from placeplan_web.audit.queries import find_head
from placeplan_web.config.errors import BackupError
from placeplan_web.config.manifest import NAME, Manifest
from placeplan_web.config.table_lines import Digest, list_models, write_lines

CHUNK = 1024 * 1024


def write_backup(path: Path) -> Manifest:
    """Write the backup; a file that exists is never written over."""
    if path.exists():
        raise BackupError(f"{path} exists already. Give the backup another name.")
    if not path.parent.is_dir():
        raise BackupError(f"There is no folder {path.parent}. Make it first.")
    part = path.with_name(path.name + ".part")
    try:
        opened = os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        with os.fdopen(opened, "wb") as file:
            manifest = _write_archive(file)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)  # whole or not at all
    finally:
        part.unlink(missing_ok=True)
    return manifest


def list_migrations() -> tuple[tuple[str, str], ...]:
    """Give the migrations that the database has been through."""
    return tuple(sorted(MigrationRecorder(connection).applied_migrations()))


def _write_archive(file: IO[bytes]) -> Manifest:
    with tarfile.open(fileobj=file, mode="w:gz", compresslevel=6) as archive:
        with transaction.atomic():
            _freeze()
            tables = {
                model._meta.db_table: _add_table(
                    archive, model._meta.db_table, write_lines(model)
                )
                for model in list_models(apps)
            }
            head, migrations = find_head(), list_migrations()
        media = dict(_add_media(archive, Path(settings.MEDIA_ROOT)))
        manifest = Manifest(
            made_at=timezone.now().isoformat(),
            version=__version__,
            migrations=migrations,
            tables=tables,
            media=media,
            head=head,
        )
        _add(archive, NAME, BytesIO(manifest.write().encode("utf-8")))
    return manifest


def _freeze() -> None:
    """See the database as it is now until the transaction ends.

    SQLite needs nothing: its transaction begins as IMMEDIATE and keeps writers out.
    """
    outermost = len(connection.savepoint_ids) == 0
    if connection.vendor == "postgresql" and outermost:
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


def _add_table(archive: tarfile.TarFile, table: str, lines: Iterable[str]) -> Digest:
    hashed, rows = sha256(), -1
    with tempfile.TemporaryFile() as file:
        for line in lines:
            encoded = line.encode("utf-8") + b"\n"
            hashed.update(encoded)
            file.write(encoded)
            rows += 1
        _add(archive, f"tables/{table}.jsonl", file)
    return Digest(rows, hashed.hexdigest())


def _add_media(archive: tarfile.TarFile, folder: Path) -> Iterable[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        name = path.relative_to(folder).as_posix()
        hashed = sha256()
        try:
            source = path.open("rb")
        except FileNotFoundError:  # removed since it was listed: no record needs it
            continue
        with source, tempfile.TemporaryFile() as copy:
            while chunk := source.read(CHUNK):
                hashed.update(chunk)
                copy.write(chunk)
            _add(archive, f"media/{name}", copy)
        yield name, hashed.hexdigest()


def _add(archive: tarfile.TarFile, name: str, file: IO[bytes]) -> None:
    member = tarfile.TarInfo(name)
    member.size = file.seek(0, os.SEEK_END)
    member.mode = 0o600
    file.seek(0)
    archive.addfile(member, file)
