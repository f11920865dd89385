"""``placeplan rule``: any rule by name, from JSON to a ruling with its reasons."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from placeplan.reference import Rule

STANDARD_INPUT = "-"


def rule(
    name: Annotated[
        str | None,
        typer.Argument(help="Such as risk-grade; see --list.", metavar="[NAME]"),
    ] = None,
    *,
    source: Annotated[
        str | None,
        typer.Option("--input", metavar="FILE", help="JSON; - reads standard input."),
    ] = None,
    list_all: Annotated[
        bool, typer.Option("--list", help="List every rule, with a line about it.")
    ] = False,
    schema: Annotated[
        bool, typer.Option("--schema", help="Print the JSON Schema of the input.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the list, and any fault, as JSON.")
    ] = False,
) -> None:
    """Ask a rule with JSON; print {"result", "reasons", "source"}.

    The same rules stand behind the pages and the API, so that anyone can check them.
    """
    from placeplan.cli.error_words import print_json
    from placeplan.errors import QuestionError
    from placeplan.reference import get_rule

    rules = gather_rules()
    if list_all:
        _print_list(rules, as_json=as_json)
        return
    if name is None:
        message = "Name a rule, or list them all with: placeplan rule --list."
        raise QuestionError(message)
    chosen = get_rule(name, rules)
    if schema:
        print_json(chosen.describe())
        return
    if source is None:
        message = f"Give the input: placeplan rule {name} --input FILE (or -)."
        raise QuestionError(message)
    print_json(chosen.ask(read_question(source)).as_json())


def gather_rules() -> "Mapping[str, Rule]":
    """Gather the rules of every chapter that has some.

    Examples
    --------
    >>> "milestone-state" in gather_rules()
    True
    """
    from placeplan.programme import RULES

    return RULES


def read_question(source: str) -> Any:
    """Read JSON from a file, or from standard input.

    Raises
    ------
    InputError
        When it is no JSON, or names an entry twice.
    """
    import json
    import sys
    from pathlib import Path

    from placeplan.errors import Fault, InputError
    from placeplan.tables import read_text

    name = "standard input" if source == STANDARD_INPUT else source
    try:
        if source == STANDARD_INPUT:
            words = sys.stdin.read()
        else:
            words = read_text(Path(source))
        return json.loads(
            words, parse_constant=_refuse_constant, object_pairs_hook=_refuse_repeated
        )
    except (ValueError, RecursionError) as error:
        remedy = "See placeplan rule NAME --schema."
        raise InputError([Fault(name, "", "JSON", str(error), remedy)]) from error


def _refuse_constant(word: str) -> float:
    message = f"{word} is no JSON: write null for what is missing"
    raise ValueError(message)


def _refuse_repeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = sorted({name for name in names if names.count(name) > 1})
        message = f"an entry that stands twice: {', '.join(twice)}"
        raise ValueError(message)
    return found


def _print_list(rules: "Mapping[str, Rule]", *, as_json: bool) -> None:
    from placeplan.cli.error_words import print_json

    if as_json:
        print_json([{"name": n, "about": each.about} for n, each in rules.items()])
        return
    for name, listed in rules.items():
        print(f"{name:24}{listed.about}")
