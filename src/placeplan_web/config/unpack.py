"""Unpack a backup and check every file of it, before anything is touched."""

import tarfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path, PurePosixPath

from placeplan_web.config.errors import BackupError
from placeplan_web.config.manifest import NAME, Manifest
from placeplan_web.config.table_lines import Digest, digest_lines

CHUNK = 1024 * 1024
DAMAGED = "The backup is damaged; nothing was changed. Take an earlier one."


def unpack_backup(path: Path, folder: Path) -> Manifest:
    """Unpack into `folder`, which is empty; give what it holds once all is checked."""
    try:
        with tarfile.open(path, mode="r:gz") as archive:
            for member in archive:
                _check_name(member)
                archive.extract(member, folder, filter="data")
    except FileNotFoundError as error:
        raise BackupError(f"There is no file {path}.") from error
    except (tarfile.TarError, OSError, EOFError) as error:
        raise BackupError(f"{path} cannot be unpacked: {error}. {DAMAGED}") from error
    if not (folder / NAME).is_file():
        raise BackupError(f"{path} holds no {NAME}, so it is no backup of Placeplan.")
    manifest = Manifest.read((folder / NAME).read_bytes())
    _compare(manifest, folder)
    return manifest


def read_lines(folder: Path, table: str) -> Iterator[str]:
    """Give the lines of a table that was unpacked."""
    with (folder / "tables" / f"{table}.jsonl").open(
        encoding="utf-8", newline="\n"
    ) as file:
        for line in file:
            yield line.removesuffix("\n")


def _check_name(member: tarfile.TarInfo) -> None:
    parts = PurePosixPath(member.name).parts
    known = member.name == NAME or (len(parts) > 1 and parts[0] in {"tables", "media"})
    if not member.isfile() or not known or ".." in parts or member.name[0] == "/":
        raise BackupError(
            f"The archive holds {member.name!r}, which no backup does. Nothing was "
            "changed. Take a file that 'placeplan backup' wrote."
        )


def _compare(manifest: Manifest, folder: Path) -> None:
    expected = {f"tables/{table}.jsonl" for table in manifest.tables}
    expected |= {f"media/{name}" for name in manifest.media} | {NAME}
    found = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file()
    }
    wrong = sorted(expected ^ found)
    for table, digest in manifest.tables.items():
        name = f"tables/{table}.jsonl"
        if name not in wrong and not _is_table(folder, table, digest):
            wrong.append(name)
    for name, hashed in manifest.media.items():
        if f"media/{name}" not in wrong and _hash(folder / "media" / name) != hashed:
            wrong.append(f"media/{name}")
    if wrong:
        raise BackupError(
            f"Not as the list of contents has it: {', '.join(wrong[:10])}. {DAMAGED}"
        )


def _is_table(folder: Path, table: str, digest: Digest) -> bool:
    try:
        return digest_lines(read_lines(folder, table)) == digest
    except UnicodeDecodeError:
        return False


def _hash(path: Path) -> str:
    hashed = sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            hashed.update(chunk)
    return hashed.hexdigest()
