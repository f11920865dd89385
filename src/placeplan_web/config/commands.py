"""Commands that need the records: found by ``placeplan`` through entry points.

Nothing of Django is loaded before a command is called.
"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

EXAMPLE = Path("examples/kent-medway")


class UserAction(StrEnum):
    """What can be done with a user."""

    ADD = "add"
    PASSWORD = "password"  # noqa: S105 - the word, not a password
    CLOSE = "close"
    UNLOCK = "unlock"
    SECOND_FACTOR = "remove-second-factor"


class AuditAction(StrEnum):
    """What can be asked of the audit."""

    VERIFY = "verify"
    HEAD = "head"


Host = Annotated[str, typer.Option(help="Address to listen on.")]
Port = Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")]


def demo(
    folder: Annotated[Path, typer.Argument(help="Plan folder to show.")] = EXAMPLE,
    serve: Annotated[
        bool, typer.Option(help="Serve the pages once all is ready.")
    ] = True,
    host: Host = "127.0.0.1",
    port: Port = 8000,
) -> None:
    """Load the example, run its plan, and serve the pages."""
    from placeplan_web.config.start import begin

    begin()
    from placeplan_web.config.demonstration import prepare_demonstration
    from placeplan_web.config.service import check_port, serve_with_worker

    if serve:
        check_port(host, port)
    prepare_demonstration(folder)
    if serve:
        raise typer.Exit(serve_with_worker(host, port))


def serve(
    host: Host = "127.0.0.1",
    port: Port = 8000,
    workers: Annotated[int, typer.Option(min=1, help="Processes.")] = 1,
    threads: Annotated[int, typer.Option(min=1, help="Threads a process.")] = 8,
) -> None:
    """Bring the database up to date, collect the static files, serve the pages."""
    from placeplan_web.config.start import begin

    begin()
    from placeplan_web.config.service import check_port, run_server
    from placeplan_web.config.start import prepare

    check_port(host, port)
    prepare()
    run_server(host, port, workers=workers, threads=threads)


def worker() -> None:
    """Carry out the runs that people start on the pages, one after another."""
    from placeplan_web.config.start import begin

    begin()
    from placeplan_web.config.service import run_worker

    run_worker()


def user(
    action: Annotated[UserAction, typer.Argument(help="What to do.")],
    name: Annotated[str, typer.Argument(help="User name, in small letters.")],
    organisation: Annotated[
        str, typer.Option(help="Id of the organisation they work for.")
    ] = "",
    staff: Annotated[bool, typer.Option(help="May do what staff may.")] = False,
    ask: Annotated[
        bool, typer.Option(help="Ask for the password instead of making one.")
    ] = False,
) -> None:
    """Add a user, give a new password, close or unlock an account, or help with codes.

    A second factor is removed for somebody who lost it: make sure who they are first.
    """
    from placeplan_web.config.start import begin

    begin()
    from placeplan_web.config import people

    if action is UserAction.ADD:
        people.add(name, organisation=organisation, is_staff=staff, ask=ask)
    elif action is UserAction.PASSWORD:
        people.renew(name, ask=ask)
    elif action is UserAction.CLOSE:
        people.close(name)
    elif action is UserAction.UNLOCK:
        people.unlock(name)
    else:
        people.take_second_factor(name)


def audit(
    action: Annotated[AuditAction, typer.Argument(help="What to ask.")],
    head: Annotated[
        str, typer.Option(help="A head noted down earlier, to compare with.")
    ] = "",
) -> None:
    """Show that nobody changed the record of who did what."""
    from placeplan_web.config.start import begin

    begin()
    from placeplan_web.config.audit_report import print_head, print_verdict

    if action is AuditAction.HEAD:
        print_head()
    else:
        raise typer.Exit(print_verdict(head))


def digest(
    send: Annotated[
        bool, typer.Option("--send", help="Send, instead of counting alone.")
    ] = False,
) -> None:
    """Send those who asked for it a short message of what is due from them."""
    from placeplan_web.config.start import begin

    begin()
    from placeplan_web.config.digest import send_digests

    raise typer.Exit(send_digests(send=send))


def daily() -> None:
    """Do what time alone brings: overdue tests, slips, risks and actions to agendas."""
    from placeplan_web.config.start import begin

    begin()
    from placeplan_web.config.daily import bring_up_to_date

    raise typer.Exit(bring_up_to_date())


def backup(
    file: Annotated[Path, typer.Argument(help="File to write, such as today.tar.gz.")],
) -> None:
    """Write everything that is kept into one file."""
    from placeplan_web.config.start import begin

    begin()
    from placeplan_web.config.backup import write_backup

    manifest = write_backup(file)
    typer.echo(f"Written to {file}: {manifest.describe()}.")


def restore(
    file: Annotated[Path, typer.Argument(help="File that backup wrote.")],
    replace: Annotated[
        bool, typer.Option(help="Replace what is kept here now.")
    ] = False,
) -> None:
    """Bring back everything from a backup, and prove that it is the same."""
    from placeplan_web.config.start import begin

    begin()
    from placeplan_web.config.restore import restore_backup

    manifest = restore_backup(file, replace=replace)
    typer.echo(f"Restored and compared: {manifest.describe()}.")
