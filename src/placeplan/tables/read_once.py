"""A small table that was read is kept, so that the same bytes are checked once.

Several chapters read the tables of one plan folder, each for itself. What a file says
follows from its bytes and its contract alone, so whoever comes later is given what was
found before: by its digest, never by its name and date.
"""

from collections import OrderedDict
from threading import Lock
from typing import Final

import polars as pl

from placeplan.errors import Fault
from placeplan.tables.contract import TableContract
from placeplan.tables.file import LoadedFile
from placeplan.tables.reader import parse_table

MOST_BYTES: Final = 4_000_000
"""A larger file is read anew each time, so that little memory is kept."""
MOST_TABLES: Final = 400
"""Two plan folders; the one asked for longest ago goes first."""

Parsed = tuple[pl.DataFrame, tuple[Fault, ...]]
_kept: OrderedDict[tuple[str, str, TableContract], Parsed] = OrderedDict()
_lock = Lock()


def parse_once(file: LoadedFile, contract: TableContract) -> Parsed:
    r"""Give what `parse_table` gives, without looking at the same bytes again.

    Parameters
    ----------
    file : LoadedFile
        The file.
    contract : TableContract
        What it must hold.

    Returns
    -------
    tuple of pl.DataFrame and tuple of Fault
        A frame of its own each time, which shares its columns with the others.

    Examples
    --------
    >>> from placeplan.tables import Column
    >>> contract = TableContract("beds", "beds.csv", (Column("site", "text"),),
    ...     key=("site",), sourced=False)
    >>> file = LoadedFile("beds.csv", b"site\nqeqm\n")
    >>> parse_once(file, contract)[0].equals(parse_once(file, contract)[0])
    True
    """
    if len(file.content) > MOST_BYTES:
        return parse_table(file, contract)
    key = (file.name, file.sha256, contract)
    with _lock:
        found = _kept.get(key)
        if found is not None:
            _kept.move_to_end(key)
    if found is None:
        found = parse_table(file, contract)
        with _lock:
            _kept[key] = found
            while len(_kept) > MOST_TABLES:
                _kept.popitem(last=False)
    frame, faults = found
    return frame.clone(), faults
