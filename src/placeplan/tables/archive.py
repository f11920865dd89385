"""An uploaded ZIP archive, unpacked whole or not at all."""

import secrets
import shutil
import zipfile
import zlib
from pathlib import Path

from placeplan.errors import ArchiveError, Fault
from placeplan.tables.archive_member import (
    AGAIN,
    ArchiveLimits,
    Member,
    check_members,
    list_members,
)
from placeplan.tables.zip_directory import check_zip

CHUNK_BYTES = 1 << 16
ZIP_MARK = b"PK\x03\x04"


def unpack_archive(
    path: Path, destination: Path, *, limits: ArchiveLimits | None = None
) -> tuple[str, ...]:
    """Unpack a plan folder from a ZIP archive.

    Everything is checked first; sizes are counted again while unpacking, since what an
    archive says of itself may be false. Files go to a temporary sibling, which takes
    the name of the destination at the end: on refusal nothing is left behind. A single
    folder around all files is taken off; what operating systems add is left out.

    Parameters
    ----------
    path : Path
        The archive.
    destination : Path
        Folder to be made; it must not exist yet.
    limits : ArchiveLimits or None
        How large it may be; None for the usual limits.

    Returns
    -------
    tuple of str
        Files unpacked, relative to the destination, in order of name.

    Raises
    ------
    ArchiveError
        All that is wrong with the archive.
    """
    limits = limits or ArchiveLimits()
    if destination.exists():
        remedy = "Choose a folder that does not exist yet."
        fault = Fault(str(destination), "", "no folder yet", "one", remedy)
        raise ArchiveError([fault])
    if wrong := check_zip(path, size_bytes=limits.archive_bytes, most=limits.members):
        raise ArchiveError([wrong])
    partial = destination.parent / f".{destination.name}.{secrets.token_hex(4)}.partial"
    try:
        with zipfile.ZipFile(path) as opened:
            members = list_members(opened.infolist())
            if faults := check_members(path.name, members, limits):
                raise ArchiveError(faults)
            partial.mkdir(parents=True)
            _unpack(opened, members, partial, limits, archive=path.name)
        partial.rename(destination)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
        fault = Fault(path.name, "", "a ZIP archive that is whole", str(error), AGAIN)
        raise ArchiveError([fault]) from error
    except UnicodeDecodeError as error:
        found = "one that is marked as UTF-8 and is not"
        fault = Fault(path.name, "", "names of files in UTF-8", found, AGAIN)
        raise ArchiveError([fault]) from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        remedy = "Make room on the disk, or choose another place."
        fault = Fault(path.name, "", "room to unpack it", reason, remedy)
        raise ArchiveError([fault]) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return tuple(sorted(member.target for member in members))


def _unpack(
    opened: zipfile.ZipFile,
    members: list[Member],
    folder: Path,
    limits: ArchiveLimits,
    *,
    archive: str,
) -> None:
    left = limits.total_bytes
    for member in members:
        target = folder / member.target
        target.parent.mkdir(parents=True, exist_ok=True)
        written = _unpack_one(opened, member, target, left, archive=archive)
        left -= written


def _unpack_one(
    opened: zipfile.ZipFile, member: Member, target: Path, left: int, *, archive: str
) -> int:
    written = 0
    most = min(left, member.entry.file_size)
    with opened.open(member.entry) as source, target.open("xb") as file:
        while chunk := source.read(CHUNK_BYTES):
            if not written and chunk.startswith(ZIP_MARK):
                expected, found = "plain files alone", "an archive or a workbook"
                remedy = "Put the files that it holds in its place, as CSV or YAML."
                raise ArchiveError(
                    [Fault(archive, member.name, expected, found, remedy)]
                )
            written += len(chunk)
            if written > most:
                expected, found = f"{most:,} bytes, as the archive says", "more"
                raise ArchiveError(
                    [Fault(archive, member.name, expected, found, AGAIN)]
                )
            file.write(chunk)
    return written
