"""A file of the plan folder, let in only when it is whole, small enough and inside."""

import hashlib
import stat
from dataclasses import dataclass
from pathlib import Path

from placeplan.errors import Fault

DEFAULT_LIMIT_BYTES = 200_000_000
"""Largest file read unless the caller says otherwise: 200 MB."""


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """A file as it was read, once.

    Parameters
    ----------
    name : str
        Path relative to the folder, with forward slashes.
    content : bytes
        Everything in it.

    Examples
    --------
    >>> LoadedFile("plan.yaml", b"schema: 1").sha256[:12]
    '325d061edd03'
    """

    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        """Digest of the bytes, 64 hexadecimal digits."""
        return hashlib.sha256(self.content).hexdigest()


def name_within(path: str | Path, folder: Path) -> str:
    """Name a file as its reader knows it: relative to the folder where it can be.

    Examples
    --------
    >>> name_within("/plans/kent/people/base.csv", Path("/plans/kent"))
    'people/base.csv'
    """
    full = folder / path
    return (
        full.relative_to(folder).as_posix()
        if full.is_relative_to(folder)
        else full.name
    )


def is_absent(path: str | Path, folder: Path) -> bool:
    """Whether nothing at all stands under a path, not even a link that leads nowhere.

    Examples
    --------
    >>> is_absent("no-such-file.csv", Path("/"))
    True
    """
    file = folder / path
    return not (file.is_symlink() or file.exists())


def load_file(
    path: str | Path, *, folder: Path, limit_bytes: int = DEFAULT_LIMIT_BYTES
) -> LoadedFile | Fault:
    """Read a file below a folder, or say why it cannot be read.

    Parameters
    ----------
    path : str or Path
        File, relative to the folder.
    folder : Path
        The folder that the user gave; links may not lead out of it.
    limit_bytes : int
        Largest size allowed; a larger file is refused by its size, unread.

    Returns
    -------
    LoadedFile or Fault
        The content, or what is wrong.
    """
    name = name_within(path, folder)
    refusal = _refuse(folder / path, name, folder=folder, limit_bytes=limit_bytes)
    if refusal:
        return refusal
    try:
        with (folder / path).open("rb") as opened:
            content = opened.read(limit_bytes + 1)
    except OSError as error:
        return _unreadable(name, error)
    if len(content) > limit_bytes:
        return _too_large(name, len(content), limit_bytes)
    return LoadedFile(name, content)


def _refuse(path: Path, name: str, *, folder: Path, limit_bytes: int) -> Fault | None:
    try:
        target = path.resolve(strict=True)
        found = target.stat()
    except FileNotFoundError:
        return Fault(name, "", "a file", "nothing", "Add the file to the folder.")
    except (OSError, RuntimeError) as error:
        return _unreadable(name, error)
    if not target.is_relative_to(folder.resolve()):
        remedy = "Put the file itself into the folder instead of a link to it."
        return Fault(name, "", "a file in the folder", "a link that leaves it", remedy)
    if not stat.S_ISREG(found.st_mode):
        found_words = "a folder" if stat.S_ISDIR(found.st_mode) else "something else"
        return Fault(name, "", "a file", found_words, "Put a file in its place.")
    if found.st_size > limit_bytes:
        return _too_large(name, found.st_size, limit_bytes)
    return None


def _too_large(name: str, size: int, limit_bytes: int) -> Fault:
    return Fault(
        name,
        "",
        f"at most {limit_bytes / 1e6:,.1f} MB",
        f"{size / 1e6:,.1f} MB",
        "Leave out what the plan does not use, or split the plan.",
    )


def _unreadable(name: str, error: OSError | RuntimeError) -> Fault:
    reason = getattr(error, "strerror", None) or "a link that leads to itself"
    remedy = "Check that the file is there and that you may read it."
    return Fault(name, "", "a file that can be read", reason.lower(), remedy)
