"""What a method is: a name, the options and columns it takes, and what it answers."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from placeplan import __version__
from placeplan.errors import Fault, InputError, UnknownNameError
from placeplan.stats.request import Request

EXTRA_KEYS = ("method", "options", "checks", "reasons", "version", "digest")


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a method.

    Parameters
    ----------
    name : str
        As it is written.
    kind : str
        JSON Schema type: ``number``, ``integer``, ``boolean``, ``string`` or ``array``.
    default : object
        What holds when it is absent.
    about : str
        What it means, as a sentence.
    also : tuple of str
        Other types that it takes, such as ``array`` for several levels.
    """

    name: str
    kind: str
    default: Any
    about: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InputColumn:
    """One column that a method reads.

    Parameters
    ----------
    name : str
        As it is written.
    about : str
        What it holds, with its unit.
    needed : bool
        Whether it must be there.
    """

    name: str
    about: str
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """What a method answers.

    Parameters
    ----------
    columns : mapping of str to sequence
        Results by name.
    checks : tuple of str
        What the structural checks found.
    reasons : sequence of str
        For each row why something is withheld; empty text for nothing.
    """

    columns: Mapping[str, Any]
    checks: tuple[str, ...] = ()
    reasons: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Method:
    """A statistical method that can be asked by name.

    Parameters
    ----------
    name : str
        Such as ``dsr``.
    about : str
        What it answers, as a sentence.
    columns : tuple of InputColumn
        What it reads.
    options : tuple of Option
        What can be chosen.
    answer : callable
        Takes a `Request`, gives an `Answer`.
    source : str
        Where the method is published.
    aux : tuple of InputColumn
        What may stand beside the columns, of another length.
    """

    name: str
    about: str
    columns: tuple[InputColumn, ...]
    options: tuple[Option, ...]
    answer: Callable[[Request], Answer]
    source: str
    aux: tuple[InputColumn, ...] = ()
    known_options: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        names = frozenset(option.name for option in self.options)
        object.__setattr__(self, "known_options", names)


STRUCTURE = Option(
    "structure",
    "string",
    "report",
    "report goes on as published tools do and tells what it found; strict refuses.",
)
GROUP = Option(
    "group",
    "string",
    None,
    "Column that names the group of each row, or several columns.",
    ("array",),
)
CONFIDENCE = Option(
    "confidence",
    "number",
    0.95,
    "A level or a list of levels, from 0.9, or as percent.",
    ("array",),
)


def run_method(method: Method, request: Request) -> dict[str, Any]:
    """Answer a request as plain values, ready for JSON.

    Returns
    -------
    dict
        Result columns, then ``method``, ``options`` (with defaults filled in),
        ``checks``, ``reasons``, ``version`` of this library and ``digest`` of the
        input (SHA-256 of its options, data and aux as JSON with sorted keys); one of
        these that a column already uses gets an underscore in front. Missing is `None`,
        infinity ``"Inf"``.

    Raises
    ------
    InputError
        When the input is refused.

    Examples
    --------
    >>> from placeplan.stats.method_list import METHODS
    >>> asked = Request({}, {"value": [3.0, 1.0]})
    >>> run_method(METHODS["quantile"], Request({"nquantiles": 2}, asked.columns))[
    ...     "quantile"]
    [1, 2]
    """
    strange = sorted(set(request.options) - method.known_options)
    notes = tuple(f"option {name}: this method does not use it." for name in strange)
    if strange and request.option("structure", "report") == "strict":
        known = ", ".join(sorted(method.known_options))
        raise InputError(
            Fault("options", name, f"one of {known}", name, "Leave it out.")
            for name in strange
        )
    if not request.rows:
        raise InputError(
            [Fault("input", "data", "at least one row", "none", "Add rows.")]
        )
    answer = method.answer(request)
    used = {option.name: option.default for option in method.options}
    used.update(
        {name: given for name, given in request.options.items() if given is not None}
    )
    printed = {name: make_plain(values) for name, values in answer.columns.items()}
    extras: tuple[Any, ...] = (
        method.name,
        _plain(used),
        list(answer.checks + notes),
        [str(reason) or None for reason in answer.reasons],
        __version__,
        digest_request(request),
    )
    for name, extra in zip(EXTRA_KEYS, extras, strict=True):
        printed[name if name not in answer.columns else f"_{name}"] = extra
    return printed


def digest_request(request: Request) -> str:
    """Digest a question, so that an answer can be traced to what was asked.

    Examples
    --------
    >>> one = digest_request(Request({"a": 1, "b": 2}, {"x": [1.0]}))
    >>> one == digest_request(Request({"b": 2, "a": 1}, {"x": [1.0]})), len(one)
    (True, 64)
    """
    asked = {
        "options": _plain(dict(request.options)),
        "data": {name: make_plain(held) for name, held in request.columns.items()},
        "aux": _plain(dict(request.aux)),
    }
    words = json.dumps(asked, sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.sha256(words.encode()).hexdigest()


def make_plain(values: Any) -> list[Any]:
    """Turn an array or list into plain values, missing as `None`.

    Examples
    --------
    >>> make_plain(np.array([1.5, np.nan, np.inf])), make_plain([np.float64(2), ""])
    ([1.5, None, 'Inf'], [2.0, None])
    """
    listed = values.tolist() if isinstance(values, np.ndarray) else list(values)
    return [_plain(value) for value in listed]


def _plain(value: Any) -> Any:
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, dict):
        return {name: _plain(held) for name, held in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(held) for held in value]
    if isinstance(value, float):
        if np.isnan(value):
            return None
        if np.isinf(value):
            return "Inf" if value > 0 else "-Inf"
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return None if value == "" and isinstance(value, str) else value


def find_method(name: str, methods: Mapping[str, Method]) -> Method:
    """Find a method by its name.

    Raises
    ------
    UnknownNameError
        No method of that name.

    Examples
    --------
    >>> from placeplan.stats.method_list import METHODS
    >>> find_method("dsr", METHODS).name
    'dsr'
    """
    if name not in methods:
        raise UnknownNameError("method", name, methods)
    return methods[name]
