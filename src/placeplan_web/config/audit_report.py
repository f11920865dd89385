"""The words of ``placeplan audit``."""

import typer

from placeplan_web.audit.queries import Head, find_head, verify
from placeplan_web.design.words import write_count


def print_head() -> None:
    """Print the newest entry's number and digest, to be kept somewhere else."""
    head = find_head()
    typer.echo(f"{head.sequence}:{head.digest}")


def print_verdict(noted: str) -> int:
    """Say whether the chain is whole; give the exit code."""
    verdict = verify(_read_head(noted) if noted else None)
    if verdict.is_whole:
        typer.echo(
            f"The audit is whole: {write_count(verdict.entries, 'entry', 'entries')}, "
            f"head {verdict.head.sequence}:{verdict.head.digest}."
        )
        return 0
    typer.echo(
        f"The audit was changed at entry {verdict.broken_at}: {verdict.reason}. "
        f"The {verdict.head.sequence} entries before it are as they were written. "
        "Compare with a backup to see what stood there.",
        err=True,
    )
    return 2


def _read_head(noted: str) -> Head:
    number, _, digest = noted.partition(":")
    if not number.isdecimal() or len(digest) != 64:
        raise typer.BadParameter(
            "A head is a number, a colon and 64 signs, as 'placeplan audit head' "
            "prints it."
        )
    return Head(int(number), digest)
