"""``placeplan rule``: any rule by name, from JSON to a ruling with its reasons."""

from typing import Annotated

import typer

from placeplan.rulebook import RULE_WORDS, gather_rules


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
    from placeplan.errors import QuestionError

    if list_all:
        _print_list(as_json=as_json)
        return
    if name is None:
        message = "Name a rule, or list them all with: placeplan rule --list."
        raise QuestionError(message)
    from placeplan.cli.error_words import print_json
    from placeplan.cli.json_source import read_json
    from placeplan.reference import get_rule

    chosen = get_rule(name, gather_rules())
    if schema:
        print_json(chosen.describe())
        return
    if source is None:
        message = f"Give the input: placeplan rule {name} --input FILE (or -)."
        raise QuestionError(message)
    _, question = read_json(source)
    print_json(chosen.ask(question).as_json())


def _print_list(*, as_json: bool) -> None:
    from placeplan.cli.error_words import print_json

    if as_json:
        listed = [{"name": name, "about": about} for name, about in RULE_WORDS.items()]
        print_json(listed)
        return
    for name, about in RULE_WORDS.items():
        print(f"{name:24}{about}")
