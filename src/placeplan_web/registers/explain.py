"""What the database or a model refuses, told beside the column that mends it."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from placeplan_web.registers.kind import Problem, RegisterKind

_CONSTRAINT = re.compile(r"^Constraint “(?P<name>[^”]+)” is violated\.$")
_WORDS_BY_END: Final[Mapping[str, str]] = {
    "_in_order": "The last day cannot be before the first.",
    "_ends_after_it_starts": "It cannot end before it starts.",
    "_has_both_ends": "Give the first day and the last, or neither.",
    "_has_both_ends_or_none": "Give the first day and the last, or neither.",
    "_is_not_negative": "A number cannot be below nought here.",
    "_are_not_negative": "A number cannot be below nought here.",
    "_is_a_share": "Give a share from 0 to 1.",
    "_is_one_to_five": "Give a step from 1 to 5.",
    "_says_why": "Say why.",
    "_with_a_reason": "Say why.",
    "_names_its_source": "What is published names its source.",
    "_stands_once": "This stands here already.",
    "_reference_is_unique": "Another record has this reference.",
}
"""How the name of a constraint ends, and what it asks for."""


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
    """Give the words for a constraint of a register, or those for its kind."""
    return kind.constraint_problems.get(name) or Problem("", _write_rule(name))


def explain_words(words: str) -> str:
    """Give the words of a refusal; in sentences where a constraint refused."""
    found = _CONSTRAINT.match(words)
    return _write_rule(found["name"]) if found else words


def _write_rule(name: str) -> str:
    known = (words for end, words in _WORDS_BY_END.items() if name.endswith(end))
    return next(known, f"This has to hold: {name.replace('_', ' ')}.")


def _explain(kind: RegisterKind, field: str, words: str) -> Iterator[Problem]:
    if found := _CONSTRAINT.match(words):
        yield explain_constraint(kind, found["name"])
        return
    if field == NON_FIELD_ERRORS:
        yield Problem("", words)
        return
    named = [column for column in kind.typed_columns if column.path == field]
    yield Problem(named[0].name if named else "", words)
