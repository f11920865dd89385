"""A rule that anyone can ask: JSON in, a ruling with its reasons and its source out.

A chapter that has rules gives them as a mapping of name to `Rule`. The command
``placeplan rule`` and the API ask them alike, so that anybody can check what a page
says. A question is refused with everything that is wrong with it, in words.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, ValidationError

from placeplan.errors import Fault, InputError, UnknownNameError
from placeplan.reference.question_fault import describe_fault

SCHEMA_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
MOST_FAULTS: Final = 1000
"""A megabyte may hold 600,000 faults, which take 11 seconds to put into words."""


class Question(BaseModel):
    """What a rule is asked: known entries of their own kind, and no others.

    A whole number is not read out of a text or a fraction, a date is written
    2019-10-31, and an entry that the rule does not know is refused.
    """

    model_config = ConfigDict(
        extra="forbid", strict=True, frozen=True, allow_inf_nan=False
    )


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a rule answers.

    Parameters
    ----------
    result : object
        What JSON can hold: a text, a number, a list or a mapping.
    reasons : tuple of str
        Why, in full sentences, the weightiest first.
    source : str
        Where the rule was read.

    Examples
    --------
    >>> Ruling("late", ("It was due by 31 October 2019.",), "The plan").as_json()
    {'result': 'late', 'reasons': ['It was due by 31 October 2019.'], 'source': \
'The plan'}
    """

    result: Any
    reasons: tuple[str, ...]
    source: str

    def as_json(self) -> dict[str, Any]:
        """Give it as JSON has it: ``result``, ``reasons`` and ``source``."""
        return {
            "result": self.result,
            "reasons": list(self.reasons),
            "source": self.source,
        }


@dataclass(frozen=True, slots=True)
class Rule:
    """A pure rule that can be asked by its name.

    Parameters
    ----------
    name : str
        Lower case with hyphens, such as ``risk-grade``.
    about : str
        One line about it.
    question : type of pydantic.BaseModel
        What it takes; one that allows no further entries, such as a `Question`.
    answer : callable
        Takes the question, gives the ruling. It may raise `InputError`.
    examples : tuple of mappings
        Questions as JSON has them, the most usual first; the rule answers each.
    most_listed : int or None
        Entries that any list of a question may have, which is looked at before any
        entry is read; None where the question itself says so.
    find_missing : callable or None
        Takes the question as JSON has it, once entries of it are refused, and says what
        else it lacks, so that everything is told at once.
    """

    name: str
    about: str
    question: type[BaseModel]
    answer: Callable[[Any], Ruling]
    examples: tuple[Mapping[str, Any], ...] = ()
    most_listed: int | None = None
    find_missing: Callable[[object], Sequence[Fault]] | None = None

    def ask(self, raw: object) -> Ruling:
        """Ask the rule.

        Parameters
        ----------
        raw : object
            What was read from JSON; dates may be dates.

        Returns
        -------
        Ruling
            Result, reasons, source.

        Raises
        ------
        InputError
            With everything that is wrong with the question.
        """
        if self.most_listed and (longest := _find_longest(raw)) > self.most_listed:
            raise InputError([_refuse_length(longest, self.most_listed, self.name)])
        try:
            written = json.dumps(raw, default=_write_date)
            asked = self.question.model_validate_json(written)
        except ValidationError as error:
            if error.error_count() > MOST_FAULTS:
                raise InputError([_count(error, self.name)]) from error
            found = _leave_out_counts(error.errors(include_url=False))
            faults = [describe_fault(each, self.name) for each in found]
            if self.find_missing is not None:
                faults += self.find_missing(raw)
            raise InputError(faults) from error
        except (TypeError, ValueError, RecursionError) as error:
            remedy = f"See placeplan rule --schema {self.name}."
            fault = Fault(f"rule {self.name}", "", "JSON", str(error), remedy)
            raise InputError([fault]) from error
        if misread := _find_misread_dates(raw, asked, self.name):
            raise InputError(misread)
        return self.answer(asked)

    def describe(self) -> dict[str, Any]:
        """Describe the question as JSON Schema."""
        schema = self.question.model_json_schema()
        schema |= {"title": self.name, "description": self.about}
        if self.examples:
            schema["examples"] = [dict(each) for each in self.examples]
        return {"$schema": SCHEMA_DIALECT, **schema}


def _find_longest(raw: object) -> int:
    """Find how long the longest list of a question is, before its entries are read."""
    waiting, longest = [raw], 0
    while waiting:
        each = waiting.pop()
        if isinstance(each, list):
            longest = max(longest, len(each))
            if len(each) > MOST_FAULTS:
                continue  # long enough to be told of by itself
        if isinstance(each, list | dict):
            waiting += each.values() if isinstance(each, dict) else each
    return longest


def _find_misread_dates(raw: object, asked: BaseModel, name: str) -> list[Fault]:
    """Find numbers in quotation marks that were read as seconds since 1970."""
    texts = {_spell(each) for each in _list_leaves(raw)}
    days = [each for each in _list_leaves(asked.model_dump()) if type(each) is date]
    expected, remedy = "dates such as 2019-10-31", "Write year-month-day."
    return [
        Fault(f"rule {name}", "", expected, f"a number, read as {day}", remedy)
        for day in dict.fromkeys(days)
        if day.isoformat() not in texts
    ]


def _list_leaves(value: object) -> list[object]:
    waiting, found = [value], []
    while waiting:
        each = waiting.pop()
        if isinstance(each, Mapping):
            waiting += each.values()
        elif isinstance(each, list | tuple):
            waiting += each
        else:
            found.append(each)
    return found


def _spell(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _refuse_length(found: int, most: int, name: str) -> Fault:
    remedy = f"Compare it with placeplan rule --schema {name}."
    return Fault(f"rule {name}", "", f"{most} or fewer", f"{found:,} entries", remedy)


def get_rule(name: str, rules: Mapping[str, Rule]) -> Rule:
    """Get a rule by name.

    Raises
    ------
    UnknownNameError
        When there is none of that name.

    Examples
    --------
    >>> get_rule("risk-grade", {})
    Traceback (most recent call last):
    ...
    placeplan.errors.UnknownNameError: There is no rule 'risk-grade'. Use one of: .
    """
    if name not in rules:
        raise UnknownNameError("rule", name, rules)
    return rules[name]


def _count(error: ValidationError, name: str) -> Fault:
    found = f"{error.error_count():,} faults"
    remedy = f"Compare it with placeplan rule --schema {name}."
    return Fault(f"rule {name}", "", "a question as the schema has it", found, remedy)


def _leave_out_counts(errors: Sequence[Any]) -> list[Any]:
    """Leave out that a list is too short because entries of it are refused."""
    places = [tuple(each["loc"]) for each in errors]
    return [
        each
        for each in errors
        if each["type"] != "too_short"
        or not any(
            place != each["loc"] and place[: len(each["loc"])] == each["loc"]
            for place in places
        )
    ]


def _write_date(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    message = f"JSON has no way to write {type(value).__name__}"
    raise TypeError(message)
