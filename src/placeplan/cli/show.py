"""``placeplan show``: one measure of a run, by some axes."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    import polars as pl


def show(
    results: Annotated[
        Path, typer.Argument(help="Folder that placeplan run wrote.", metavar="RESULTS")
    ],
    *,
    measure: Annotated[str, typer.Option(help="What to ask for, such as population.")],
    by: Annotated[
        list[str] | None,
        typer.Option(metavar="AXIS", help="Tell apart by this axis; may be repeated."),
    ] = None,
    where: Annotated[
        list[str] | None,
        typer.Option(
            metavar="AXIS=VALUE",
            help="Only this value; repeated for one axis, any of the values.",
        ),
    ] = None,
    scenario: Annotated[
        str | None, typer.Option(help="Scenario; do_nothing unless given.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON for another program.")
    ] = False,
) -> None:
    """Ask the results of a run for one measure; what is not asked by is summed.

    Nothing is summed across scenarios, nor a count of people, beds, spaces or staff
    across years. A sum has the weakest status of its parts.
    """
    from placeplan.cli.error_words import print_json
    from placeplan.plan import Results, answer

    found = answer(
        Results.from_folder(results),
        measure,
        by=by or (),
        where=read_where(where or []),
        scenario=scenario,
    )
    if as_json:
        print_json(found.to_dicts())
    else:
        print_answer(measure, found)


def read_where(conditions: list[str]) -> dict[str, list[str]]:
    """Read conditions as they are typed; those on one axis are alternatives.

    Raises
    ------
    QuestionError
        A condition without an equals sign.

    Examples
    --------
    >>> read_where(["year=2019", "place=dover", "place=thanet"])
    {'year': ['2019'], 'place': ['dover', 'thanet']}
    """
    from placeplan.errors import QuestionError

    read: dict[str, list[str]] = {}
    for condition in conditions:
        axis, sign, value = condition.partition("=")
        if not sign:
            message = f"'{condition}' is no condition. Write it as --where place=dover."
            raise QuestionError(message)
        read.setdefault(axis.strip(), []).append(value.strip())
    return read


def print_answer(measure: str, found: "pl.DataFrame") -> None:
    """Print an answer as a table for a reader."""
    from rich.console import Console
    from rich.table import Table

    from placeplan.reference import get_measure

    words = get_measure(measure)
    table = Table(title=words.name, caption=words.about)
    for name in found.columns:
        numeric = name == "value"
        table.add_column(name, justify="right" if numeric else "left", overflow="fold")
    for row in found.iter_rows(named=True):
        table.add_row(*(write_cell(value) for value in row.values()))
    Console(markup=False, highlight=False).print(table)


def write_cell(value: object) -> str:
    """Write a cell of a table as a reader wants it.

    Examples
    --------
    >>> write_cell(1731351.0), write_cell(-0.5), write_cell(None), write_cell(2016)
    ('1,731,351', '-0.5', '', '2016')
    """
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:,.2f}".rstrip("0").rstrip(".")
    return str(value)
