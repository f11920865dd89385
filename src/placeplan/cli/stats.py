"""``placeplan stats``: any statistical method by name, from JSON to JSON."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from placeplan.stats import Method, Request


def stats(
    method: Annotated[
        str | None, typer.Argument(help="Such as dsr; see --list.", metavar="[METHOD]")
    ] = None,
    *,
    source: Annotated[
        str | None,
        typer.Option("--input", metavar="FILE", help="JSON; - reads standard input."),
    ] = None,
    list_all: Annotated[
        bool, typer.Option("--list", help="List every method, with a line about it.")
    ] = False,
    schema: Annotated[
        bool, typer.Option("--schema", help="Print the JSON Schema of the input.")
    ] = False,
) -> None:
    """Compute a statistic from {"options", "data", "aux"}; print columns as JSON.

    Beside the columns stand the method, the options used, what the checks found and a
    reason code where a value is withheld. "structure": "strict" refuses findings.
    """
    from placeplan.cli.error_words import print_json
    from placeplan.errors import QuestionError
    from placeplan.stats import describe_method, find_method, run_method

    methods = gather_methods()
    if list_all:
        for name, listed in methods.items():
            print(f"{name:22}{listed.about}")
        return
    if method is None:
        message = "Name a method, or list them all with: placeplan stats --list."
        raise QuestionError(message)
    chosen = find_method(method, methods)
    if schema:
        print_json(describe_method(chosen))
        return
    if source is None:
        message = f"Give the input: placeplan stats {method} --input FILE (or -)."
        raise QuestionError(message)
    print_json(run_method(chosen, read_request(source)))


def gather_methods() -> "Mapping[str, Method]":
    """Gather the methods of every chapter that has some.

    Examples
    --------
    >>> {"dsr", "efi"} <= set(gather_methods())
    True
    """
    from placeplan.population.score_method import SCORE_METHODS
    from placeplan.stats import METHODS

    return {**METHODS, **SCORE_METHODS}


def read_request(source: str) -> "Request":
    """Read a request from a file, or from standard input.

    Raises
    ------
    InputError
        When it is no JSON of the shape that is described by ``--schema``.
    """
    from placeplan.cli.json_source import read_json

    remedy = "Correct it; see placeplan stats METHOD --schema."
    name, read = read_json(source, remedy)
    return shape_request(read, name)


def shape_request(read: Any, name: str) -> "Request":
    """Check that JSON has options, data and aux of the right shapes.

    Raises
    ------
    InputError
        When it has not.

    Examples
    --------
    >>> shape_request({"data": {"x": [1]}}, "input").rows
    1
    """
    from placeplan.errors import Fault, InputError
    from placeplan.stats import Request

    parts = read if isinstance(read, dict) else {}
    options, aux = parts.get("options") or {}, parts.get("aux") or {}
    columns = parts.get("data")
    faults = []
    if not isinstance(options, dict):
        faults.append(("options", "an object of options by name"))
    if not isinstance(aux, dict):
        faults.append(("aux", "an object"))
    if not isinstance(columns, dict) or not all(
        isinstance(values, list) for values in columns.values()
    ):
        faults.append(("data", "an object of columns, each a list"))
    if faults:
        remedy = "See placeplan stats METHOD --schema."
        raise InputError(
            Fault(name, where, expected, "", remedy) for where, expected in faults
        )
    return Request(options, columns or {}, aux)
