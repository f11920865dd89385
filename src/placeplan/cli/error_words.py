"""Errors as a person reads them, or as JSON for another program."""

import json
import sys
from typing import Any

from placeplan.errors import Fault, InputError, PlaceplanError


def list_faults(error: PlaceplanError) -> list[dict[str, str]]:
    """Take an error apart for another program.

    Returns
    -------
    list of dict
        One entry a fault: ``file, where, expected, found, remedy`` (empty for an error
        that is not about an input) and ``words``, the whole as a sentence.

    Examples
    --------
    >>> from placeplan.errors import QuestionError
    >>> list_faults(QuestionError("Ask by year."))[0]["words"]
    'Ask by year.'
    """
    if isinstance(error, InputError):
        return [_take_apart(fault) for fault in error.faults]
    parts = dict.fromkeys(("file", "where", "expected", "found", "remedy"), "")
    return [{**parts, "words": str(error)}]


def print_error(error: PlaceplanError, *, as_json: bool) -> None:
    """Print an error: words on standard error, or JSON on standard output."""
    if as_json:
        print_json({"faults": list_faults(error)})
    else:
        print(error, file=sys.stderr)


def print_json(content: Any) -> None:
    """Print JSON on standard output, in plain characters, for another program."""
    print(json.dumps(content, indent=2, ensure_ascii=False, default=str))


def _take_apart(fault: Fault) -> dict[str, str]:
    return {
        "file": fault.file,
        "where": fault.where,
        "expected": fault.expected,
        "found": fault.found,
        "remedy": fault.remedy,
        "words": str(fault),
    }
