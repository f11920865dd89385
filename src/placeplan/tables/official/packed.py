"""An official file that its publisher packed, alone in a ZIP archive."""

import io
import zipfile
import zlib
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final

from placeplan.errors import Fault, InputError
from placeplan.tables.archive_member import (
    ArchiveLimits,
    Member,
    check_members,
    list_members,
)
from placeplan.tables.file import LoadedFile
from placeplan.tables.official.sheet import AGAIN
from placeplan.tables.zip_directory import (
    COMMENT_BYTES,
    END_BYTES,
    FURTHER_END_BYTES,
    check_directory,
)

ZIP_MARK: Final = b"PK\x03\x04"
MOST_MEMBERS: Final = 20
"""No publisher packs more files beside the one that counts."""

BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,  # a name or a place in the file that cannot be
)


def unpack_alone(
    file: LoadedFile, *, suffix: str = ".csv", limits: ArchiveLimits | None = None
) -> LoadedFile:
    """Take the one file out of a ZIP archive, in memory; give any other file back.

    The limits are those of an uploaded archive: its table of contents is looked at
    first, and the bytes are counted again while they are unpacked.

    Parameters
    ----------
    file : LoadedFile
        The archive, or the file itself.
    suffix : str
        How the name of the file in it ends.
    limits : ArchiveLimits or None
        How large it may be; None for the usual limits.

    Returns
    -------
    LoadedFile
        The file in it, under the names of both.

    Raises
    ------
    InputError
        If the archive is broken or too large, or holds anything but one such file.
    """
    if not file.content.startswith(ZIP_MARK):
        return file
    limits = limits or ArchiveLimits()
    tail = file.content[-END_BYTES - FURTHER_END_BYTES - COMMENT_BYTES :]
    if fault := check_directory(file.name, tail, most=MOST_MEMBERS):
        raise InputError([replace(fault, remedy=AGAIN)])
    try:
        with zipfile.ZipFile(io.BytesIO(file.content)) as opened:
            member = _choose(file.name, list_members(opened.infolist()), suffix, limits)
            most = member.entry.file_size
            with opened.open(member.entry) as source:
                content = source.read(most + 1)
    except BROKEN as error:
        found = str(error).splitlines()[0] if str(error) else "a broken one"
        expected = "a ZIP archive that is whole"
        raise InputError([Fault(file.name, "", expected, found, AGAIN)]) from error
    return LoadedFile(f"{file.name}, {member.target}", content)


def _choose(
    archive: str, members: list[Member], suffix: str, limits: ArchiveLimits
) -> Member:
    faults = [
        replace(fault, remedy=AGAIN)
        for fault in check_members(archive, members, limits)
    ]
    kinds = [PurePosixPath(member.target).suffix.lower() for member in members]
    if not faults and kinds != [suffix]:
        found = ", ".join(member.target for member in members[:5])
        faults.append(Fault(archive, "", f"one {suffix} file alone", found, AGAIN))
    if faults:
        raise InputError(faults)
    return members[0]
