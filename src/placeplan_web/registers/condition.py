"""Ask a constraint of the database without asking the database: thousands of rows."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import (
    BaseConstraint,
    CheckConstraint,
    F,
    Model,
    Q,
    UniqueConstraint,
)

_TESTS: Mapping[str, Callable[[Any, Any], bool]] = {
    "exact": lambda value, wanted: bool(value == wanted),
    "gt": lambda value, wanted: bool(value > wanted),
    "gte": lambda value, wanted: bool(value >= wanted),
    "lt": lambda value, wanted: bool(value < wanted),
    "lte": lambda value, wanted: bool(value <= wanted),
    "in": lambda value, wanted: value in wanted,
    "regex": lambda value, wanted: re.search(wanted, value) is not None,
}


class UnknownTestError(Exception):
    """A condition that only the database can test."""


def list_broken_constraints(record: Model) -> Iterator[str]:
    """Give the name of each constraint that a record would break.

    Unique ones are asked of the database, but for that of the reference, which whoever
    calls this has looked at already.
    """
    for constraint in record._meta.constraints:
        if isinstance(constraint, CheckConstraint):
            is_broken = not _holds(record, constraint)
        elif isinstance(constraint, UniqueConstraint):
            is_broken = "reference" not in constraint.fields and _is_refused(
                record, constraint
            )
        else:
            is_broken = False
        if is_broken:
            yield constraint.name


def is_known_to_hold(record: Model, constraint: BaseConstraint) -> bool:
    """Tell whether a constraint holds for sure; False when only the database knows."""
    condition = getattr(constraint, "condition", None)
    if not isinstance(constraint, CheckConstraint) or not isinstance(condition, Q):
        return False
    try:
        return evaluate(condition, record) is not False
    except (UnknownTestError, TypeError, AttributeError):  # a value of another kind
        return False


class AskedInMemory(Model):
    """A model that asks the database only for what cannot be told without it.

    A record has some ten conditions, and to ask one takes as long as to save it.
    """

    class Meta:
        abstract = True

    def get_constraints(self) -> list[tuple[type[Model], Sequence[BaseConstraint]]]:
        """Give the constraints that have to be asked of the database."""
        return [
            (model, [each for each in asked if not is_known_to_hold(self, each)])
            for model, asked in super().get_constraints()
        ]


def _holds(record: Model, constraint: CheckConstraint) -> bool:
    condition = constraint.condition
    try:
        if isinstance(condition, Q):
            return evaluate(condition, record) is not False
    except UnknownTestError:
        pass
    return not _is_refused(record, constraint)


def _is_refused(record: Model, constraint: CheckConstraint | UniqueConstraint) -> bool:
    try:
        constraint.validate(type(record), record)
    except ValidationError:
        return True
    return False


def evaluate(condition: Q, record: Model) -> bool | None:
    """Test a condition as a database does: None is unknown, and breaks nothing."""
    results = [
        evaluate(child, record) if isinstance(child, Q) else _test(child, record)
        for child in condition.children
    ]
    joined = _join(condition.connector, results)
    return (None if joined is None else not joined) if condition.negated else joined


def _join(connector: str, results: list[bool | None]) -> bool | None:
    if connector not in (Q.AND, Q.OR):
        raise UnknownTestError(connector)
    decisive = connector == Q.OR  # one true settles an "or", one false an "and"
    if decisive in results:
        return decisive
    return None if None in results else not decisive


def _test(child: Any, record: Model) -> bool | None:
    if not isinstance(child, tuple):
        raise UnknownTestError(str(child))
    path, wanted = child
    name, _, lookup = path.partition("__")
    value = _read(record, name)
    if lookup == "isnull" or (lookup in ("", "exact") and wanted is None):
        return (value is None) == (True if wanted is None else wanted)
    if (test := _TESTS.get(lookup or "exact")) is None:
        raise UnknownTestError(path)
    if isinstance(wanted, F):
        wanted = _read(record, getattr(wanted, "name", ""))
    if value is None or wanted is None:
        return None
    return test(value, wanted)


def _read(record: Model, name: str) -> Any:
    if name == "pk":
        return record.pk
    try:
        field: Any = record._meta.get_field(name)
    except Exception as error:
        raise UnknownTestError(name) from error
    return getattr(record, field.attname)
