"""Errors as a person reads them, or as JSON for another program."""

import json
import sys
from typing import Any

from placeplan.errors import PlaceplanError, list_faults


def print_error(error: PlaceplanError, *, as_json: bool) -> None:
    """Print an error: words on standard error, or JSON on standard output."""
    if as_json:
        print_json({"faults": list_faults(error)})
    else:
        print(error, file=sys.stderr)


def print_json(content: Any) -> None:
    """Print JSON on standard output, in plain characters, for another program."""
    print(json.dumps(content, indent=2, ensure_ascii=False, default=str))
