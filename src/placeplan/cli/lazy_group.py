"""A group of commands of which only the one that is called is loaded."""

from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from placeplan.cli.command_list import CommandEntry, list_commands
from placeplan.cli.error_words import print_error
from placeplan.errors import PlaceplanError


class LazyGroup(TyperGroup):
    """The commands of `list_commands`, shown from their words, loaded when called."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - typer passes it
        """Names in the order of the list."""
        return list(list_commands())

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - likewise
        """Give a stand-in, which is enough to be listed."""
        entry = list_commands().get(cmd_name)
        if entry is None:
            return None
        return TyperCommand(
            cmd_name, help=entry.about, rich_help_panel=entry.panel, callback=None
        )

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Load the command that is called."""
        self.commands = {name: TyperCommand(name) for name in list_commands()}
        name, stand_in, rest = super().resolve_command(ctx, args)
        if stand_in is None or name is None:
            return name, stand_in, rest
        return name, load_command(name, list_commands()[name]), rest


class SpokenCommand(TyperCommand):
    """A command whose errors are told in words, with the exit code that they carry."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except PlaceplanError as error:
            print_error(error, as_json=bool(ctx.params.get("as_json")))
            raise typer.Exit(error.exit_code) from error


def load_command(name: str, entry: CommandEntry) -> TyperCommand:
    """Load the function of a command and make a command of it.

    Raises
    ------
    typer.Exit
        The command needs the web part of Placeplan, which is not installed.
    """
    try:
        function = entry.point.load()
    except ModuleNotFoundError as error:
        typer.echo(
            f"placeplan {name} needs {error.name}, which is not installed. "
            "Install the web part: pip install 'placeplan[web]'.",
            err=True,
        )
        raise typer.Exit(2) from error
    app = typer.Typer(add_completion=False)
    app.command(name, cls=SpokenCommand)(function)
    command = get_command(app)
    command.name = name
    return command  # type: ignore[return-value] # made by SpokenCommand above
