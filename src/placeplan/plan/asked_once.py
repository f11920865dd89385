"""Chapters that found nothing in the same files are not asked again.

What they say follows from the bytes of the files alone, and a folder is read several
times: by whoever stores it, by whoever runs it, by each room that loads its tables.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from threading import Lock
from typing import Final

from placeplan.errors import Fault

MOST_FOLDERS: Final = 16
"""The folder asked for longest ago goes first."""

_sound: OrderedDict[frozenset[tuple[str, str]], None] = OrderedDict()
_lock = Lock()


def ask_once(
    hashes: Mapping[str, str], ask: Callable[[], Iterable[Fault]]
) -> list[Fault]:
    """Give the faults of files, without asking again where there were none.

    Parameters
    ----------
    hashes : mapping of str to str
        Digest of every file, by name.
    ask : callable
        Finds the faults; it depends on nothing but those files.

    Returns
    -------
    list of Fault
        Faults are found anew each time.

    Examples
    --------
    >>> asked = []
    >>> def ask():
    ...     asked.append("once")
    ...     return ()
    >>> [ask_once({"plan.yaml": "e3b0c442"}, ask) for _ in range(2)]
    [[], []]
    >>> asked
    ['once']
    """
    key = frozenset(hashes.items())
    with _lock:
        if key in _sound:
            _sound.move_to_end(key)
            return []
    faults = list(ask())
    if not faults:
        with _lock:
            _sound[key] = None
            while len(_sound) > MOST_FOLDERS:
                _sound.popitem(last=False)
    return faults
