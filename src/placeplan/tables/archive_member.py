"""The members of a ZIP archive: what may stand in a plan folder and what may not."""

import stat
import zipfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from placeplan.errors import Fault

AGAIN = "Compress the folder anew, as a ZIP archive, and send that."
ADDED_BY_SYSTEMS = frozenset({"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"})
ARCHIVES = frozenset(
    {".zip", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".7z", ".rar", ".zst", ".xlsx"}
)
PLAIN_ENDS = frozenset(
    {"", ".csv", ".geojson", ".json", ".md", ".txt", ".yaml", ".yml"}
)
"""Ends of files that may be kept: a program that a reader may be given is none."""
LONGEST_NAME = 255


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """How large an archive may be.

    Parameters
    ----------
    archive_bytes : int
        The archive itself.
    members : int
        Files and folders in it.
    file_bytes, total_bytes : int
        One file, and all of them, unpacked.
    ratio : int
        Most times that a file of more than 1 MB may grow: tables grow 5 to 50 times.
    """

    archive_bytes: int = 100_000_000
    members: int = 2_000
    file_bytes: int = 200_000_000
    total_bytes: int = 500_000_000
    ratio: int = 200


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive.

    Parameters
    ----------
    name : str
        Its path in the archive, as it stands there.
    target : str
        Its path in the plan folder.
    entry : zipfile.ZipInfo
        What the archive says of it.
    """

    name: str
    target: str
    entry: zipfile.ZipInfo


def list_members(entries: Iterable[zipfile.ZipInfo]) -> list[Member]:
    """List the files of an archive, without a folder that is around all of them.

    Examples
    --------
    >>> entries = [zipfile.ZipInfo("kent/plan.yaml"), zipfile.ZipInfo("kent/a/b.csv")]
    >>> [member.target for member in list_members(entries)]
    ['plan.yaml', 'a/b.csv']
    """
    files = [
        entry
        for entry in entries
        if not entry.filename.endswith("/")  # is_dir() fails on an empty name
        and ADDED_BY_SYSTEMS.isdisjoint(PurePosixPath(entry.filename).parts)
    ]
    names = [entry.orig_filename for entry in files]
    tops = {name.partition("/")[0] for name in names}
    around = f"{next(iter(tops))}/" if len(tops) == 1 else ""
    if not all(name.startswith(around) for name in names):
        around = ""
    return [
        Member(name, name.removeprefix(around), entry)
        for name, entry in zip(names, files, strict=True)
    ]


def check_members(
    archive: str, members: list[Member], limits: ArchiveLimits
) -> list[Fault]:
    """List everything about the members of an archive that is refused.

    Parameters
    ----------
    archive : str
        Name of the archive, for the faults.
    members : list of Member
        Its files.
    limits : ArchiveLimits
        How large they may be.

    Returns
    -------
    list of Fault
        In the order of the archive.
    """
    faults = []
    for member in members:
        for expected, found, remedy in (
            _check_name(member),
            _check_kind(member),
            _check_size(member, limits),
        ):
            if expected:
                faults.append(Fault(archive, member.name, expected, found, remedy))
    if not members:
        remedy = "Compress the folder that holds plan.yaml."
        faults.append(Fault(archive, "", "files", "none", remedy))
    total = sum(member.entry.file_size for member in members)
    if total > limits.total_bytes:
        expected = f"at most {limits.total_bytes / 1e6:,.1f} MB unpacked"
        remedy = "Leave out what the plan does not use."
        found = f"{total / 1e6:,.1f} MB"
        faults.append(Fault(archive, "", expected, found, remedy))
    return faults + _check_once(archive, members)


Refusal = tuple[str, str, str]
SOUND: Refusal = ("", "", "")


def _check_name(member: Member) -> Refusal:
    name = member.name
    parts = name.split("/")
    if name.startswith(("/", "\\")) or name[1:2] == ":":
        return "a path inside the folder", "a path from the top of a disk", AGAIN
    if ".." in parts or "\\" in name:
        return "a path inside the folder", "a path that may climb out of it", AGAIN
    if any(not part or part == "." or part != part.strip() for part in parts):
        return "a plain path", "a part that is empty, a dot or has a space", AGAIN
    if not name.isprintable() or any(
        len(part.encode()) > LONGEST_NAME for part in parts
    ):
        return "a plain path", "invisible characters or a very long name", AGAIN
    return SOUND


def _check_kind(member: Member) -> Refusal:
    entry = member.entry
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        found = "a link" if kind == stat.S_IFLNK else "a device or a pipe"
        return "a plain file", found, "Put the file itself into the folder."
    if entry.flag_bits & 0x1:
        return "a file without a password", "one with", "Compress it without password."
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "the usual way of compressing", "another", AGAIN
    end = PurePosixPath(member.target).suffix.lower()
    if end in ARCHIVES:
        remedy = "Put the files that it holds in its place, as CSV or YAML."
        return "plain files alone", "an archive or a workbook", remedy
    if end.isprintable() and end not in PLAIN_ENDS:  # else its name is told of
        remedy = "Leave it out; a table ends in .csv and a text in .md or .txt."
        return "tables and texts alone", f"a file that ends in {end}", remedy
    return SOUND


def _check_size(member: Member, limits: ArchiveLimits) -> Refusal:
    size, packed = member.entry.file_size, member.entry.compress_size
    remedy = "Leave out what the plan does not use."
    if size > limits.file_bytes:
        most = f"at most {limits.file_bytes / 1e6:,.1f} MB unpacked"
        return most, f"{size / 1e6:,.1f} MB", remedy
    if size > 1_000_000 and size > packed * limits.ratio:
        most = f"a file that grows at most {limits.ratio} times"
        return most, f"{size / max(packed, 1):,.0f} times", remedy
    return SOUND


def _check_once(archive: str, members: list[Member]) -> list[Fault]:
    """Refuse paths that would fall together on some computer, or lie in a file."""
    folded = [member.target.casefold() for member in members]
    counts = Counter(folded)
    parents = {
        str(parent) for path in counts for parent in PurePosixPath(path).parents
    } - {"."}
    faults = []
    for path in sorted(counts):
        if counts[path] > 1:
            found = f"{counts[path]} of that name"
            faults.append(Fault(archive, path, "each file once", found, AGAIN))
        elif path in parents:
            found = "a folder of that name too"
            faults.append(Fault(archive, path, "a file", found, AGAIN))
    return faults
