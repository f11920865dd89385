"""``placeplan consistency``: where governance and programme contradict themselves."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from placeplan.evidence import ChapterFolder
    from placeplan.governance import Finding, KnownInconsistency


def consistency(
    folder: Annotated[Path, typer.Argument(help="The folder that holds plan.yaml.")],
    *,
    scored: Annotated[
        list[str] | None,
        typer.Option(
            metavar="RISK", help="A risk that has a score, such as RSK-01; repeatable."
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="End with 1 if anything is found.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON for another program.")
    ] = False,
) -> None:
    """List where governance and programme contradict themselves, check by check.

    Nothing is changed. Each finding says its record, what contradicts what, and what
    to do. Scores of risks have authors and stand in no table: name with --scored
    those that have one.
    """
    from placeplan.cli.error_words import print_json
    from placeplan.governance import check_consistency, match_known, read_governance

    held = read_governance(folder)
    check_scored(held, scored or ())
    found = check_consistency(held.tables, scored=scored or ())
    known = match_known(held.tables, found)
    if as_json:
        print_json(describe_findings(found, known))
    else:
        print_findings(found, known)
    if strict and found:
        raise typer.Exit(1)


def check_scored(held: "ChapterFolder", scored: Sequence[str]) -> None:
    """Refuse a risk that the folder does not have."""
    from placeplan.errors import UnknownNameError

    risks = held.tables["risks"]["id"].to_list()
    for name in scored:
        if name not in risks:
            raise UnknownNameError("risk", name, risks)


def describe_findings(
    found: "Sequence[Finding]", known: "Sequence[KnownInconsistency]"
) -> dict[str, Any]:
    """Describe what was found, and what is known, for another program."""
    from placeplan.governance import CHECK_WORDS

    return {
        "findings": [
            {
                "check": each.check,
                "table": each.table,
                "record": each.record,
                "words": each.words,
                "remedy": CHECK_WORDS[each.check].remedy,
            }
            for each in found
        ],
        "known": [
            {
                "id": each.id,
                "words": each.words,
                "found_by": sorted({finding.check for finding in each.findings}),
                "why_not": each.why_not or None,
            }
            for each in known
        ],
    }


def print_findings(
    found: "Sequence[Finding]", known: "Sequence[KnownInconsistency]"
) -> None:
    """Print findings under the heading of their check, and what no check can find."""
    from placeplan.governance import CHECK_WORDS

    counted = Counter(each.check for each in found)
    for check, count in counted.items():
        words = CHECK_WORDS[check]
        typer.echo(f"{words.title} ({count})")
        for each in found:
            if each.check == check:
                typer.echo(f"  {each.record}: {each.words}")
        typer.echo(f"  To do: {words.remedy}\n")
    silent = [each for each in known if each.why_not]
    if silent:
        typer.echo(f"Known, and found by no check ({len(silent)})")
        for one in silent:
            typer.echo(f"  {one.id}: {one.words} Why not: {one.why_not}")
        typer.echo("")
    records = len({(each.table, each.record) for each in found})
    noun = "contradiction" if len(found) == 1 else "contradictions"
    typer.echo(f"{len(found)} {noun} in {records} records.")
