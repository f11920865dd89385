"""Files of a plan folder that nobody would read, told before someone waits for them."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from placeplan.errors import Fault

TABLE_SUFFIXES: Final = frozenset(
    {".csv", ".tsv", ".xls", ".xlsx", ".xlsm", ".ods", ".parquet", ".yaml", ".yml"}
)
"""Kinds of file that look like a table or a document of a plan."""

MOST_TOLD: Final = 20
"""Strays told one by one; someone who gave the wrong folder needs no longer list."""


def find_stray_files(
    folder: Path,
    known: Collection[str],
    *,
    marks_other_work: str,
    left_alone: Collection[str] = (),
) -> list[Fault]:
    """List files that look like tables of a plan and are none.

    Parameters
    ----------
    folder : Path
        The plan folder. It and the folders right below it are looked into.
    known : collection of str
        Files that a plan folder may hold, relative to it.
    marks_other_work : str
        Name of a file whose folder is left alone, such as ``run.json``: results may be
        written next to a plan.
    left_alone : collection of str
        Names of folders right below it that someone else reads and checks.

    Returns
    -------
    list of Fault
        In order of name. Other kinds of file (notes, pictures) may lie there as they
        like, and so may anything whose name starts with a dot.
    """
    strays = [
        path.relative_to(folder).as_posix()
        for path in _walk(folder, marks_other_work, left_alone)
        if path.suffix.lower() in TABLE_SUFFIXES and path.is_file()
    ]
    names = sorted(set(strays) - set(known))
    told = [
        Fault(name, "", "only files that a plan knows", name, _mend(name, known))
        for name in names[:MOST_TOLD]
    ]
    if left := names[MOST_TOLD:]:
        remedy = "Check that this is the folder of the plan."
        expected = "only files that a plan knows"
        told.append(Fault(left[0], "", expected, f"{len(left)} more", remedy))
    return told


def _walk(
    folder: Path, marks_other_work: str, left_alone: Collection[str]
) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue
        if not path.is_dir():
            yield path
        elif path.name not in left_alone and not (path / marks_other_work).exists():
            yield from (each for each in path.iterdir() if each.name[:1] != ".")


def _mend(name: str, known: Collection[str]) -> str:
    same = [each for each in sorted(known) if Path(each).stem == Path(name).stem]
    near = same or get_close_matches(name, known, n=1)
    if near:
        return f"Move or rename it to {near[0]}, or take it away."
    return "Take it away, or rename it to one of the files in the manual."
