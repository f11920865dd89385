"""The command ``placeplan`` itself."""

from typing import Annotated

import typer

from placeplan import __version__
from placeplan.cli.lazy_group import LazyGroup

app = typer.Typer(
    name="placeplan",
    cls=LazyGroup,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    if wanted:
        typer.echo(f"placeplan {__version__}")
        raise typer.Exit


@app.callback(
    epilog="Exit codes: 0 when it is done, 2 when something needs mending.",
)
def placeplan(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            help="Print the version and stop.",
            callback=_print_version,
            is_eager=True,
        ),
    ] = False,
) -> None:
    """Plan health and care for a place: people, demand, capacity, money, and the gap.

    Start with: placeplan check FOLDER, then placeplan run FOLDER --out DIR.
    """


def main() -> None:
    """Run the command line."""
    app(prog_name="placeplan")
