"""A progress bar on a terminal; nothing at all where the output is piped."""

from collections.abc import Iterator
from contextlib import contextmanager

from placeplan.errors import RunCancelledError
from placeplan.plan import Progress


@contextmanager
def show_progress(title: str) -> Iterator[Progress]:
    """Show how far the work is, on standard error.

    Parameters
    ----------
    title : str
        What the work is, such as ``Working out``.

    Yields
    ------
    Progress
        To be told of each step.

    Raises
    ------
    RunCancelledError
        Somebody pressed Ctrl-C; the error names the step.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[step]}"),
    )
    with Bar(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task(title, total=None, step="")

        def tell(step: str, done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, step=step)

        try:
            yield tell
        except KeyboardInterrupt as error:
            raise RunCancelledError(bar.tasks[task].fields["step"]) from error
