"""What is wrong with an entry of a question, in words, with the remedy."""

import json
from collections.abc import Mapping
from typing import Any, Final

from placeplan.errors import Fault

_NAME_ITSELF: Final = "[key]"
_PERCENT: Final = 100
_BOUNDS: Final = {
    "greater_than": ("gt", "a number above {}"),
    "greater_than_equal": ("ge", "{} or more"),
    "less_than": ("lt", "a number below {}"),
    "less_than_equal": ("le", "{} or less"),
    "string_too_long": ("max_length", "text of {} characters or fewer"),
    "too_short": ("min_length", "entries, {} or more"),
    "too_long": ("max_length", "entries, {} or fewer"),
}
_EXPECTED: Final = {
    "bool_type": "true or false",
    "date_from_datetime_inexact": "a date without a time of day",
    "date_from_datetime_parsing": "a date, such as 2019-10-31",
    "date_parsing": "a date, such as 2019-10-31",
    "date_type": "a date, such as 2019-10-31",
    "dict_type": "entries with their names, as a JSON object",
    "finite_number": "a number",
    "float_type": "a number",
    "int_from_float": "a whole number",
    "int_parsing_size": "a smaller whole number",
    "int_type": "a whole number",
    "list_type": "a list",
    "model_type": "entries with their names, as a JSON object",
    "string_too_short": "some text",
    "string_type": "text in quotation marks",
    "time_parsing": "a time of day, such as 17:00",
    "time_type": "a time of day, such as 17:00",
    "tuple_type": "a list",
}


def describe_fault(error: Mapping[str, Any], name: str) -> Fault:
    """Put one fault of a question into words.

    Parameters
    ----------
    error : mapping of str to object
        As pydantic lists it: ``type``, ``loc``, ``input``, ``ctx``, ``msg``.
    name : str
        Name of the rule.

    Examples
    --------
    >>> error = {"type": "missing", "loc": ("places", 0, "id"), "input": {}}
    >>> print(describe_fault(error, "allocation"))
    rule allocation, places, entry 1, id: expected an entry, found nothing. Add the \
entry.
    """
    file, kind, found = f"rule {name}", str(error["type"]), _shorten(error["input"])
    where = ", ".join(
        f"entry {part + 1}" if isinstance(part, int) else str(part)
        for part in error["loc"]
        if part != _NAME_ITSELF
    )
    if kind == "missing":
        return Fault(file, where, "an entry", "nothing", "Add the entry.")
    if kind == "extra_forbidden":
        remedy = "Take the entry out, or correct its name."
        return Fault(file, where, "no such entry", found, remedy)
    if kind == "value_error":
        words = str(error["ctx"]["error"])
        return Fault(file, where, words, "", "Correct the entry.")
    if kind == "union_tag_not_found":
        name_of_kind = str(error["ctx"]["discriminator"])
        return Fault(file, where, f"an entry {name_of_kind}", found, "Add the entry.")
    if kind in _BOUNDS:
        bound, words = _BOUNDS[kind]
        limit = _say_bound(error["ctx"][bound])
        remedy = _find_remedy(limit, error["input"])
        return Fault(file, where, words.format(limit), found, remedy)
    said = str(error["msg"]).removeprefix("Input should be ")
    expected = _EXPECTED.get(kind, said[:1].lower() + said[1:])
    return Fault(file, where, expected, found, "Correct the entry.")


def _say_bound(bound: object) -> str:
    is_whole = isinstance(bound, float) and bound.is_integer()
    return f"{bound:.0f}" if is_whole else str(bound)


def _find_remedy(limit: str, found: object) -> str:
    """Say how a share is written, where somebody may have meant percent."""
    if limit == "1" and isinstance(found, int | float) and 1 < found <= _PERCENT:
        return f"Correct the entry: {found:g} % is written {found / _PERCENT:g}."
    return "Correct the entry."


def _shorten(found: object) -> str:
    text = json.dumps(found, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else f"{text[:59]}…"
