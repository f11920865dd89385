"""A file that takes the place of another in one step, or not at all."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from placeplan.errors import Fault, InputError


@contextmanager
def replace_file(path: Path) -> Iterator[Path]:
    """Write a file so that nobody ever sees half of it.

    The content goes to a temporary sibling, which takes the file's name when all of it
    is on disk. Leaving by an exception removes the sibling and leaves an earlier file
    as it was. Folders above the file are made.

    Parameters
    ----------
    path : Path
        File to be written or replaced.

    Yields
    ------
    Path
        Where to write.

    Raises
    ------
    InputError
        When the file cannot be written.
    """
    partial = path.parent / f".{path.name}.{secrets.token_hex(4)}.partial"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield partial
        with partial.open("rb") as written:
            os.fsync(written.fileno())
        partial.replace(path)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        remedy = "Choose a place that you may write to, with room on its disk."
        fault = Fault(str(path), "", "a file that can be written", reason, remedy)
        raise InputError([fault]) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
