"""``placeplan facts``: the register of figures, asked from the command line."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from placeplan.evidence import CheckOutcome, Fact, FactRegister


def facts(
    folder: Annotated[
        Path, typer.Argument(help="Plan folder.", metavar="[FOLDER]")
    ] = Path("examples/kent-medway"),
    *,
    search: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT", help="Words, a number such as 245, or an id such as F146."
        ),
    ] = None,
    fact_id: Annotated[
        str | None,
        typer.Option("--id", help="One fact: its history and what rests on it."),
    ] = None,
    as_at: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Only what was known on that day."),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Do every arithmetic check again.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON for another program.")
    ] = False,
) -> None:
    """Search the facts register, show one fact, or do its arithmetic again.

    With --check the command ends with 2 when a check no longer holds.
    """
    from placeplan.cli.error_words import print_json
    from placeplan.cli.places import read_day
    from placeplan.evidence import FactRegister

    register = FactRegister.from_folder(folder)
    if as_at:
        register = register.as_known(read_day(as_at))
    if check:
        outcomes = register.run_checks()
        rows = [describe_outcome(outcome) for outcome in outcomes]
        print_json(rows) if as_json else print_checks(outcomes)
        if any(outcome.holds is False for outcome in outcomes):
            raise typer.Exit(2)
    elif fact_id:
        found = describe_whole(register, fact_id)
        print_json(found) if as_json else print_whole(register, fact_id)
    else:
        listed = register.search(search) if search else register.facts
        if as_json:
            print_json([describe_fact(fact) for fact in listed])
        else:
            print_facts(listed)


def describe_fact(fact: "Fact") -> dict[str, Any]:
    """Describe a fact for another program."""
    return {
        "id": fact.id,
        "version": fact.version,
        "statement": fact.statement,
        "kind": fact.value.kind,
        "value": fact.value.value or None,
        "value_to": fact.value.value_to or None,
        "unit": fact.unit,
        "shown": fact.shown,
        "place": fact.place,
        "period": fact.period,
        "source": fact.source,
        "document": fact.document,
        "heading": fact.heading,
        "known_on": fact.known_on.isoformat(),
        "status": fact.status,
        "conflicts_with": list(fact.conflicts_with),
        "note": fact.note or None,
        "reason": fact.reason or None,
    }


def describe_whole(register: "FactRegister", fact_id: str) -> dict[str, Any]:
    """Describe a fact with its history, its conflicts and what rests on it."""
    from dataclasses import asdict

    fact = register.get_fact(fact_id)
    return {
        **describe_fact(fact),
        "history": [describe_fact(each) for each in register.list_history(fact_id)],
        "conflicts": [
            {
                "id": each.id,
                "about": each.about,
                "explanation": each.explanation,
                "handling": each.handling,
            }
            for each in register.list_conflicts(fact_id)
        ],
        "rests": [asdict(each) for each in register.what_rests_on(fact_id)],
    }


def describe_outcome(outcome: "CheckOutcome") -> dict[str, Any]:
    """Describe what came of a check for another program."""
    return {
        "id": outcome.check.id,
        "name": outcome.check.name,
        "formula": outcome.check.formula or None,
        "recorded": [float(number) for number in outcome.check.result],
        "computed": [round(float(number), 6) for number in outcome.computed],
        "holds": outcome.holds,
        "agrees": outcome.agrees,
        "reason": outcome.reason or None,
        "verdict": outcome.check.verdict,
    }


def print_facts(facts: "Sequence[Fact]") -> None:
    """Print facts as a table for a reader."""
    from rich.console import Console
    from rich.table import Table

    console = Console(markup=False, highlight=False)
    table = Table()
    for heading in ("Id", "Statement", "Value", "Place", "Period", "Source"):
        table.add_column(heading, overflow="fold")
    for fact in facts:
        cells = (fact.statement, fact.shown, fact.place, fact.period, fact.source)
        table.add_row(fact.id, *cells)
    if facts:
        console.print(table)
    console.print("1 fact." if len(facts) == 1 else f"{len(facts)} facts.")


def print_whole(register: "FactRegister", fact_id: str) -> None:
    """Print a fact with its history, its conflicts and what rests on it."""
    fact = register.get_fact(fact_id)
    typer.echo(f"{fact.id}: {fact.sentence}")
    typer.echo(f"  Source: {fact.source}; {fact.document}; {fact.heading}.")
    if fact.note:
        typer.echo(f"  Note: {fact.note}.")
    for each in register.list_history(fact_id):
        why = f" ({each.reason})" if each.reason else ""
        version = f"Version {each.version}, known from {each.known_on}"
        typer.echo(f"  {version}: {each.shown}{why}.")
    for conflict in register.list_conflicts(fact_id):
        typer.echo(f"  Conflict {conflict.id}: {conflict.about}.")
        typer.echo(f"    {conflict.explanation} To do: {conflict.handling}.")
    for citation in register.what_rests_on(fact_id):
        where = f" ({citation.address})" if citation.address else ""
        named = f"{citation.kind} {citation.id}"
        typer.echo(f"  Rests on it: {named}: {citation.title}{where}")


def print_checks(outcomes: "Sequence[CheckOutcome]") -> None:
    """Print what came of every check, and how many hold."""
    words = {True: "holds", False: "DOES NOT HOLD", None: "not counted"}
    for outcome in outcomes:
        said = outcome.reason or outcome.check.verdict
        line = (
            f"{outcome.check.id} {words[outcome.holds]}: {outcome.check.name}: {said}"
        )
        typer.echo(line)
    held = sum(outcome.holds is True for outcome in outcomes)
    uncounted = sum(outcome.holds is None for outcome in outcomes)
    typer.echo(f"{held} of {len(outcomes)} checks hold; {uncounted} not counted.")
