"""The table of contents at the end of a ZIP file, looked at before it is read."""

import struct
from pathlib import Path

from placeplan.errors import Fault

END_MARK, FURTHER_END_MARK = b"PK\x05\x06", b"PK\x06\x07"
END_BYTES, FURTHER_END_BYTES, COMMENT_BYTES = 22, 20, 65_535
BYTES_A_MEMBER = 1_000
"""More than an entry with a long name takes in the table of contents."""

REMEDY = "Compress the folder anew, as a ZIP archive, and send that."


def check_zip(path: Path, *, size_bytes: int, most: int) -> Fault | None:
    """Check that a file is a ZIP archive of bearable size.

    A table of contents can be false about how many files there are, and reading it can
    take more memory than the files: its own size is what is held to a limit.

    Parameters
    ----------
    path : Path
        The file.
    size_bytes : int
        Largest size of the archive itself.
    most : int
        Most members.

    Returns
    -------
    Fault or None
        What is wrong.
    """
    name = path.name
    try:
        size = path.stat().st_size
        with path.open("rb") as opened:
            opened.seek(max(0, size - END_BYTES - FURTHER_END_BYTES - COMMENT_BYTES))
            tail = opened.read(END_BYTES + FURTHER_END_BYTES + COMMENT_BYTES)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return Fault(name, "", "a file that can be read", reason, "Send it again.")
    if size > size_bytes:
        return Fault(
            name,
            "",
            f"an archive of at most {size_bytes / 1e6:,.1f} MB",
            f"{size / 1e6:,.1f} MB",
            "Leave out what the plan does not use.",
        )
    return check_directory(name, tail, most=most)


def check_directory(name: str, tail: bytes, *, most: int) -> Fault | None:
    """Check the end of a ZIP file; see `check_zip`.

    Examples
    --------
    >>> print(check_directory("plan.zip", b"not a zip file", most=10))
    plan.zip: expected a ZIP archive, found something else. Compress the folder anew, \
as a ZIP archive, and send that.
    """
    at = tail.rfind(END_MARK)
    if at < 0 or len(tail) - at < END_BYTES:
        return Fault(name, "", "a ZIP archive", "something else", REMEDY)
    count, directory_bytes = struct.unpack_from("<HI", tail, at + 10)
    before = tail[max(0, at - FURTHER_END_BYTES) : at]
    too_many = count > most or directory_bytes > most * BYTES_A_MEMBER
    if too_many or before.startswith(FURTHER_END_MARK):
        remedy = "Leave out what the plan does not use."
        return Fault(name, "", f"at most {most:,} files", "more", remedy)
    return None
