"""The chains of sectors in an old workbook (.xls), followed before a reader does.

An .xls file is a small file system (Compound File Binary): a table says which sector
follows which. A damaged table may lead in a circle, in which a reader gathers sectors
until memory is full.
"""

import struct
from collections.abc import Sequence

FIRST_MARK = 0xFFFF_FFFA
"""Numbers from here on are no sectors but marks, such as the end of a chain."""

HEADER_BYTES, LISTED_AT, LISTED = 512, 76, 109
"""Where the header lists the sectors of the table, and how many it can list."""

SECTOR_BYTES = {9: 512, 12: 4096}


def leads_in_circles(content: bytes) -> bool:
    """Whether any chain of an .xls file never ends, or leads out of its table.

    Parameters
    ----------
    content : bytes
        The file, from its mark on.

    Returns
    -------
    bool
        True also if the header itself cannot be: too short, or of unknown sectors.

    Examples
    --------
    >>> leads_in_circles(bytes(600))
    True
    """
    if len(content) < HEADER_BYTES:
        return True
    (shift,) = struct.unpack_from("<H", content, 30)
    size = SECTOR_BYTES.get(shift)
    if size is None:
        return True
    (small_start,) = struct.unpack_from("<I", content, 60)
    (further,) = struct.unpack_from("<I", content, 68)
    listed = list(struct.unpack_from(f"<{LISTED}I", content, LISTED_AT))
    seen: set[int] = set()
    while further < FIRST_MARK:
        numbers = _read_sector(content, further, size)
        if further in seen or not numbers:
            return True
        seen.add(further)
        listed += numbers[:-1]
        further = numbers[-1]
    follows: list[int] = []
    for sector in listed:
        if sector < FIRST_MARK:
            follows += _read_sector(content, sector, size)
    if _is_circular(follows) or FIRST_MARK > small_start >= len(follows):
        return True
    small: list[int] = []
    while small_start < FIRST_MARK:
        small += _read_sector(content, small_start, size)
        small_start = follows[small_start]
    return _is_circular(small)


def _read_sector(content: bytes, sector: int, size: int) -> list[int]:
    start = (sector + 1) * size
    part = content[start : start + size]
    return list(struct.unpack(f"<{len(part) // 4}I", part[: len(part) // 4 * 4]))


def _is_circular(follows: Sequence[int]) -> bool:
    """Whether following from any place comes back, or leads out of the table."""
    ended = bytearray(len(follows))
    for start in range(len(follows)):
        path = set()
        at = start
        while at < FIRST_MARK:
            if at >= len(follows) or at in path:
                return True
            if ended[at]:
                break
            path.add(at)
            at = follows[at]
        for each in path:
            ended[each] = 1
    return False
