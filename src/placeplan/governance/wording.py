"""Wording: what a body changed in the words that it was asked to agree."""

from difflib import SequenceMatcher
from typing import Final

_SIDES: Final = {
    "equal": (("same", True),),
    "delete": (("taken out", True),),
    "insert": (("put in", False),),
    "replace": (("taken out", True), ("put in", False)),
}


def compare_wording(asked: str, agreed: str) -> tuple[tuple[str, str], ...]:
    """Compare two texts word by word.

    Parameters
    ----------
    asked, agreed : str
        What was recommended; what was agreed. Spaces and line ends do not count.

    Returns
    -------
    tuple of pairs of str
        Each stretch with ``same``, ``taken out`` or ``put in``, in order.

    Examples
    --------
    >>> compare_wording("Two sites by May", "Three sites by May")
    (('taken out', 'Two'), ('put in', 'Three'), ('same', 'sites by May'))
    """
    first, second = asked.split(), agreed.split()
    found = []
    matched = SequenceMatcher(None, first, second, autojunk=False)
    for tag, *bounds in matched.get_opcodes():
        i, j, k, last = bounds
        for side, from_first in _SIDES[tag]:
            words = first[i:j] if from_first else second[k:last]
            found.append((side, " ".join(words)))
    return tuple(found)
