"""What the database or a model refuses, told beside the column that mends it."""

import re
from collections.abc import Iterator

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from placeplan_web.registers.kind import Problem, RegisterKind

_CONSTRAINT = re.compile(r"^Constraint “(?P<name>[^”]+)” is violated\.$")


def explain_error(kind: RegisterKind, error: ValidationError) -> list[Problem]:
    """Give everything that a refused record has wrong, in words."""
    if not hasattr(error, "error_dict"):
        return [Problem("", words) for words in error.messages]
    return [
        problem
        for field, errors in error.message_dict.items()
        for words in errors
        for problem in _explain(kind, field, words)
    ]


def explain_constraint(kind: RegisterKind, name: str) -> Problem:
    """Give the words for a constraint; its name, a sentence, where none are."""
    known = kind.constraint_problems.get(name)
    return known or Problem("", f"This has to hold: {name.replace('_', ' ')}.")


def _explain(kind: RegisterKind, field: str, words: str) -> Iterator[Problem]:
    if found := _CONSTRAINT.match(words):
        yield explain_constraint(kind, found["name"])
        return
    if field == NON_FIELD_ERRORS:
        yield Problem("", words)
        return
    named = [column for column in kind.typed_columns if column.path == field]
    yield Problem(named[0].name if named else "", words)
