"""Reading the tables of one chapter from a plan folder, with the sources they cite."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import polars as pl

from placeplan.errors import Fault
from placeplan.evidence.citation import check_citations
from placeplan.evidence.source import SOURCES_FILE, Source, read_sources
from placeplan.tables import PlanFiles, TableContract, read_folder
from placeplan.tables.stray_file import find_stray_files

Check = Callable[[Mapping[str, pl.DataFrame]], Iterable[Fault]]
"""What a chapter holds its sound tables to: gives every fault, raises none."""

OTHER_WORK: Final = "run.json"
"""Results of a run, which may be written next to a plan, have this file."""


@dataclass(frozen=True, slots=True)
class ChapterFolder:
    """What a plan folder holds for a chapter told after the plan, without a fault.

    Parameters
    ----------
    tables : mapping of str to polars.DataFrame
        Every table of the chapter by name, and those of earlier chapters that it hands
        on; one that the folder lacks has no rows.
    sources : tuple of Source
        All sources of the plan folder.
    hashes : mapping of str to str
        SHA-256 of every file of the chapter that was read.
    """

    tables: Mapping[str, pl.DataFrame]
    sources: tuple[Source, ...]
    hashes: Mapping[str, str]


def read_sourced(
    folder: Path,
    contracts: Sequence[TableContract],
    check: Check,
    *,
    earlier: Sequence[TableContract] = (),
    further: Iterable[Fault] = (),
) -> tuple[PlanFiles, tuple[Source, ...]]:
    """Read tables and the sources that they cite, each held to its rules.

    Parameters
    ----------
    folder : Path
        The plan folder, or any folder with ``sources.yaml``.
    contracts : sequence of TableContract
        Tables whose citations are checked.
    check : Check
        Asked once every table keeps its contract.
    earlier : sequence of TableContract
        Tables read before, because the others may refer to them.
    further : iterable of Fault
        What else is wrong with the folder, told after all the others.

    Returns
    -------
    tuple of PlanFiles and tuple of Source
        What was read, without a fault, and all sources of the folder.

    Raises
    ------
    InputError
        With everything that is wrong with the tables or the sources.
    """
    files = read_folder(folder, (*earlier, *contracts), documents=(SOURCES_FILE,))
    document = files.documents.get(SOURCES_FILE)
    sources, faults = read_sources(document) if document else ((), ())
    found = [*faults]
    if document and not faults:
        found += check_citations(files.frames, contracts, sources)
    if not files.faults:
        found += check(files.frames)
    files.raise_faults([*found, *further])
    return files, sources


def read_chapter(
    folder: Path,
    name: str,
    contracts: Sequence[TableContract],
    check: Check,
    *,
    referred: Sequence[TableContract] = (),
    handed_on: Sequence[TableContract] = (),
) -> ChapterFolder:
    """Read the folder of a chapter below a plan folder, and check everything in it.

    Parameters
    ----------
    folder : Path
        The plan folder, which holds ``plan.yaml`` and ``sources.yaml``.
    name : str
        The folder of the chapter below it, which may be missing.
    contracts, check
        The chapter's own tables, and what it holds them to.
    referred, handed_on : sequence of TableContract
        Tables of earlier chapters that the chapter's may refer to; those of the second
        sort are given with the chapter's own.

    Returns
    -------
    ChapterFolder
        What it holds.

    Raises
    ------
    InputError
        With every fault, those of files that nobody would read among them.
    """
    files, sources = read_sourced(
        folder,
        contracts,
        check,
        earlier=(*referred, *handed_on),
        further=_find_strays(folder / name, contracts),
    )
    given = {contract.name for contract in (*handed_on, *contracts)}
    return ChapterFolder(
        {table: frame for table, frame in files.frames.items() if table in given},
        sources,
        {path: h for path, h in files.hashes.items() if path.startswith(f"{name}/")},
    )


def _find_strays(folder: Path, contracts: Sequence[TableContract]) -> list[Fault]:
    """List the files in a chapter's folder that none of its tables is read from."""
    if not folder.is_dir():
        return []
    known = [contract.path.partition("/")[2] for contract in contracts]
    return [
        replace(
            fault,
            file=f"{folder.name}/{fault.file}",
            found=f"{folder.name}/{fault.found}",
        )
        for fault in find_stray_files(folder, known, marks_other_work=OTHER_WORK)
    ]
