"""JSON that a command is given: from a file, or from standard input."""

import sys
from pathlib import Path
from typing import Any, Final

from placeplan.rulebook import RULE_REMEDY, parse_question
from placeplan.tables import read_text

STANDARD_INPUT: Final = "-"


def read_json(source: str, remedy: str = RULE_REMEDY) -> tuple[str, Any]:
    """Read JSON from a file, or from standard input where the source is ``-``.

    Parameters
    ----------
    source : str
        Name of the file, or ``-``.
    remedy : str
        What to do about a fault.

    Returns
    -------
    tuple of str and object
        What the source is called in faults, and what was read.

    Raises
    ------
    InputError
        When it is no JSON, or names an entry twice.
    """
    if source == STANDARD_INPUT:
        name = "standard input"
        return name, parse_question(sys.stdin.buffer.read(), name, remedy)
    return source, parse_question(read_text(Path(source)), source, remedy)
