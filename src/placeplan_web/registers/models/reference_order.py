"""References in the order in which people count: RSK-20 before RSK-100."""

import re

MOST_LETTERS = 120  # a reference has 40 letters, and no letter needs more than three
_PIECE = re.compile(r"\d+|[^\d]")
_HYPHEN, _NUMBER, _LETTER, _OTHER = "10", "2", 30, "99"


def write_order(reference: str) -> str:
    """Give figures that sort as the reference counts.

    Figures alone, because databases differ in how they sort letters and hyphens. A
    hyphen comes first, then numbers, shorter ones before longer, then letters.

    Examples
    --------
    >>> sorted(["RSK-100", "RSK-20", "RSK-3"], key=write_order)
    ['RSK-3', 'RSK-20', 'RSK-100']
    >>> write_order("A-20")
    '301020220'
    """
    return "".join(_write(piece) for piece in _PIECE.findall(reference))[:MOST_LETTERS]


def _write(piece: str) -> str:
    if piece.isdigit():
        number = piece.lstrip("0") or "0"
        return f"{_NUMBER}{len(number):02}{number}"
    if piece == "-":
        return _HYPHEN
    letter = ord(piece) - ord("A")
    return str(_LETTER + letter) if 0 <= letter < 26 else _OTHER
