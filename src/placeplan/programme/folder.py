"""Reading the programme of a plan folder: the plan itself does not need it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import polars as pl

from placeplan.errors import Fault
from placeplan.evidence import SOURCES_FILE, Source, check_citations, read_sources
from placeplan.money.inputs import SOLUTIONS
from placeplan.performance.inputs import INDICATORS
from placeplan.programme.check import check_programme
from placeplan.programme.inputs import TABLES
from placeplan.tables import read_folder
from placeplan.tables.stray_file import find_stray_files

FOLDER: Final = "programme"
"""Where the tables of this chapter stand below the plan folder."""


@dataclass(frozen=True, slots=True)
class ProgrammeFolder:
    """The programme of a plan folder, without a fault.

    Parameters
    ----------
    tables : mapping of str to polars.DataFrame
        Every table of `placeplan.programme.TABLES` by name; one that the folder lacks
        has no rows.
    sources : tuple of Source
        All sources of the plan folder.
    hashes : mapping of str to str
        SHA-256 of every file of the programme that was read.
    """

    tables: Mapping[str, pl.DataFrame]
    sources: tuple[Source, ...]
    hashes: Mapping[str, str]


def has_programme(folder: Path) -> bool:
    """Whether a plan folder says anything of a programme."""
    return (folder / FOLDER).is_dir()


def read_programme(folder: Path) -> ProgrammeFolder:
    """Read the folder ``programme/`` of a plan, and check everything in it.

    Parameters
    ----------
    folder : Path
        The plan folder, which holds ``plan.yaml`` and ``sources.yaml``.

    Returns
    -------
    ProgrammeFolder
        What it holds.

    Raises
    ------
    InputError
        With every fault: of each file against its contract, of names that nothing has
        (solutions and indicators of the plan among them), of sources that are cited
        and missing, of tables that contradict each other, of files nobody would read.
    """
    contracts = (SOLUTIONS, INDICATORS, *TABLES)
    files = read_folder(folder, contracts, documents=(SOURCES_FILE,))
    document = files.documents.get(SOURCES_FILE)
    sources, faults = read_sources(document) if document else ((), ())
    further = [*faults]
    if document and not faults:
        further += check_citations(files.frames, TABLES, sources)
    if not files.faults:
        further += check_programme(files.frames)
    if has_programme(folder):
        known = [contract.path.partition("/")[2] for contract in TABLES]
        strays = find_stray_files(folder / FOLDER, known, marks_other_work="run.json")
        further += [_place(each) for each in strays]
    files.raise_faults(further)
    names = {contract.name for contract in TABLES}
    return ProgrammeFolder(
        {name: frame for name, frame in files.frames.items() if name in names},
        tuple(sources),
        {n: h for n, h in files.hashes.items() if n.startswith(f"{FOLDER}/")},
    )


def _place(fault: Fault) -> Fault:
    return replace(
        fault, file=f"{FOLDER}/{fault.file}", found=f"{FOLDER}/{fault.found}"
    )
