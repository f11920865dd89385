"""Texts as files, always in UTF-8 with a line feed at the end of each line."""

import hashlib
from pathlib import Path

from placeplan.errors import Fault, InputError
from placeplan.tables.replacement import replace_file


def write_text(text: str, path: Path) -> None:
    """Write a text, in one step.

    Raises
    ------
    InputError
        The file cannot be written.
    """
    with replace_file(path) as partial:
        partial.write_text(text, encoding="utf-8", newline="\n")


def read_text(path: Path) -> str:
    """Read a text that one of our own commands wrote.

    Raises
    ------
    InputError
        There is no such file, or it is not text in UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        found = "nothing" if isinstance(error, FileNotFoundError) else "something else"
        remedy = "Check the name of the file and of its folder."
        fault = Fault(str(path), "", "a text file", found, remedy)
        raise InputError([fault]) from error


def hash_file(path: Path) -> str:
    """Work out the SHA-256 of a file, as 64 hexadecimal digits.

    Raises
    ------
    InputError
        There is no such file, or it cannot be read.
    """
    try:
        with path.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError as error:
        remedy = "Check the name of the file."
        fault = Fault(str(path), "", "a file that can be read", "none", remedy)
        raise InputError([fault]) from error
