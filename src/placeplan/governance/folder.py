"""Reading the governance of a plan folder: the plan itself does not need it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import polars as pl

from placeplan.errors import Fault
from placeplan.evidence import SOURCES_FILE, Source, check_citations, read_sources
from placeplan.governance.inputs import INCONSISTENCIES, TABLES
from placeplan.money.inputs import SOLUTIONS
from placeplan.performance.inputs import INDICATORS
from placeplan.programme.inputs import TABLES as PROGRAMME_TABLES
from placeplan.tables import read_folder
from placeplan.tables.stray_file import find_stray_files

FOLDER: Final = "governance"
"""Where the tables of this chapter stand below the plan folder."""


@dataclass(frozen=True, slots=True)
class GovernanceFolder:
    """The governance of a plan folder, without a fault.

    Parameters
    ----------
    tables : mapping of str to polars.DataFrame
        Every table of `placeplan.governance.TABLES` by name, and those of the
        programme; one that the folder lacks has no rows.
    sources : tuple of Source
        All sources of the plan folder.
    hashes : mapping of str to str
        SHA-256 of every file of the governance that was read.
    """

    tables: Mapping[str, pl.DataFrame]
    sources: tuple[Source, ...]
    hashes: Mapping[str, str]


def has_governance(folder: Path) -> bool:
    """Whether a plan folder says anything of governance."""
    return (folder / FOLDER).is_dir()


def read_governance(folder: Path) -> GovernanceFolder:
    """Read the folder ``governance/`` of a plan, and check everything in it.

    Parameters
    ----------
    folder : Path
        The plan folder, which holds ``plan.yaml`` and ``sources.yaml``.

    Returns
    -------
    GovernanceFolder
        What it holds, with the tables of the programme, which it may refer to.

    Raises
    ------
    InputError
        With every fault: of each file against its contract, of names that nothing has,
        of sources that are cited and missing, of files nobody would read. What the
        papers say and contradict is no fault: see `check_consistency`.
    """
    contracts = (SOLUTIONS, INDICATORS, *PROGRAMME_TABLES, *TABLES)
    files = read_folder(folder, contracts, documents=(SOURCES_FILE,))
    document = files.documents.get(SOURCES_FILE)
    sources, faults = read_sources(document) if document else ((), ())
    further = [*faults]
    if document and not faults:
        further += check_citations(files.frames, TABLES, sources)
    if not files.faults:
        further += _check_listed(files.frames[INCONSISTENCIES.name])
    if has_governance(folder):
        known = [contract.path.partition("/")[2] for contract in TABLES]
        strays = find_stray_files(folder / FOLDER, known, marks_other_work="run.json")
        further += [_place(each) for each in strays]
    files.raise_faults(further)
    names = {contract.name for contract in (*PROGRAMME_TABLES, *TABLES)}
    return GovernanceFolder(
        {name: frame for name, frame in files.frames.items() if name in names},
        tuple(sources),
        {n: h for n, h in files.hashes.items() if n.startswith(f"{FOLDER}/")},
    )


def _check_listed(frame: pl.DataFrame) -> list[Fault]:
    expected = "a check with its record, or why there is none"
    return [
        Fault(INCONSISTENCIES.path, row["id"], expected, "", "Give one of the two.")
        for row in frame.iter_rows(named=True)
        if (row["check"] is None or row["record"] is None) == (row["why_not"] is None)
    ]


def _place(fault: Fault) -> Fault:
    return replace(
        fault, file=f"{FOLDER}/{fault.file}", found=f"{FOLDER}/{fault.found}"
    )
