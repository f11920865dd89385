"""``placeplan options``: which sites to open, every way of it compared."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from placeplan.capacity import ComparedOptions


def options(
    folder: Annotated[
        Path, typer.Argument(help="The folder that holds options/ and sources.yaml.")
    ],
    *,
    out: Annotated[
        Path | None,
        typer.Option(help="Folder for three tables and options.html."),
    ] = None,
    question: Annotated[
        list[str] | None,
        typer.Option(help="Answer this question, not all; may be repeated."),
    ] = None,
    seed: Annotated[
        int, typer.Option(help="Start of the random numbers of a search.")
    ] = 0,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON for another program.")
    ] = False,
) -> None:
    """Compare which sites to open: volume, travel, capacity, neighbours, deprivation.

    Every way to open the sites asked for is scored, or a stated search where there are
    too many. On the front is what nothing else beats on every goal.
    """
    from placeplan.cli.error_words import print_json
    from placeplan.plan.option_answer import OptionAnswer
    from placeplan.plan.option_folder import (
        answer_questions,
        read_option_folder,
        write_option_folder,
    )

    held = read_option_folder(folder)
    compared = answer_questions(held.tables, only=question or (), seed=seed)
    if out is not None:
        write_option_folder(compared, held.sources, out)
    if as_json:
        rows = OptionAnswer.from_compared(compared).options.to_dicts()
        how = {each.question.id: each.say_how() for each in compared}
        print_json({"how": how, "options": rows})
        return
    for each in compared:
        print_options(each)
    if out is not None:
        typer.echo(
            f"Written to {out}: options.csv, option_sites.csv, option_flows.csv, "
            "options.html."
        )


def print_options(compared: "ComparedOptions") -> None:
    """Print the front of a question, and today, by the goals that count."""
    import polars as pl

    from placeplan.capacity import list_options

    goals = compared.question.goals
    shown = list_options(compared).filter(pl.col("front") | pl.col("is_now"))
    rows = [[*goals, "", "open"]]
    for row in shown.iter_rows(named=True):
        figures = ["-" if row[goal] is None else f"{row[goal]:,.2f}" for goal in goals]
        marks = {"today": row["is_now"], "front": row["front"]}
        mark = ", ".join(word for word, holds in marks.items() if holds)
        rows.append([*figures, mark, row["option"]])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    typer.echo(compared.question.name)
    for *figures, mark, name in rows:
        cells = [
            text.rjust(width) for text, width in zip(figures, widths, strict=False)
        ]
        typer.echo(f"  {'  '.join(cells)}  {mark.ljust(widths[-2])}  {name}")
    typer.echo(f"{compared.say_how()}\n")
