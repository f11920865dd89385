"""Checking a plan folder: everything that is wrong with it, all at once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

import polars as pl

from placeplan.capacity import check_capacity, check_options
from placeplan.demand import check_demand, list_work_places
from placeplan.errors import Fault, InputError
from placeplan.evidence import (
    CONTRACTS,
    SOURCES_FILE,
    Source,
    check_citations,
    check_facts,
    read_sources,
)
from placeplan.money import check_money
from placeplan.money.room_check import check_rooms
from placeplan.performance import check_performance
from placeplan.places import check_places
from placeplan.plan.asked_once import ask_once
from placeplan.plan.boundary import BOUNDARIES_FILE, read_boundaries
from placeplan.plan.fault_row import name_fault_rows
from placeplan.plan.manifest import MANIFEST_FILE, Manifest, read_manifest
from placeplan.plan.run_record import RECORD_FILE
from placeplan.population import check_people
from placeplan.tables import Document, PlanFiles, TableContract, read_folder
from placeplan.tables.stray_file import find_stray_files
from placeplan.tables.text_file import hash_file

Tables = Mapping[str, pl.DataFrame]
Content = TypeVar("Content")

LATER_FOLDERS: Final = ("programme", "governance")
"""Folders that rooms told after this one read and check; a plan runs without them."""

_STAND_INS: Mapping[str, str | int] = {"text": "", "whole": 0, "number": 0, "share": 0}
"""What stands for a cell at fault while other rows and tables are checked."""


@dataclass(frozen=True, slots=True)
class CheckedFolder:
    """A plan folder without a fault.

    Parameters
    ----------
    manifest : Manifest
        What the plan is.
    sources : tuple of Source
        Where its numbers come from.
    tables : mapping of str to polars.DataFrame
        Every table by name, as it stands in its file.
    hashes : mapping of str to str
        SHA-256 of every file that was read.
    """

    manifest: Manifest
    sources: tuple[Source, ...]
    tables: Tables
    hashes: Mapping[str, str]


def check_folder(folder: Path) -> CheckedFolder:
    """Read a plan folder and check everything in it.

    Parameters
    ----------
    folder : Path
        The folder that holds ``plan.yaml``.

    Returns
    -------
    CheckedFolder
        What it holds.

    Raises
    ------
    InputError
        With every fault: of the manifest, of each file against its contract, of names
        that nothing has, of sources that are cited and missing, of tables that
        contradict each other, and of files that nobody would read.
    """
    documents = (MANIFEST_FILE, SOURCES_FILE)
    files = read_folder(folder, CONTRACTS.values(), documents=documents)
    if not folder.is_dir():
        raise InputError(files.faults)
    manifest, manifest_faults = _read(files, MANIFEST_FILE, read_manifest)
    sources, source_faults = _read(files, SOURCES_FILE, read_sources)
    known = _list_files()
    faults = [
        *manifest_faults,
        *source_faults,
        *ask_once(
            files.hashes,
            lambda: name_fault_rows(_check_chapters(files, manifest), files, CONTRACTS),
        ),
        *_check_outlines(folder, files),
    ]
    if MANIFEST_FILE in files.hashes:
        faults += find_stray_files(
            folder, known, marks_other_work=RECORD_FILE, left_alone=LATER_FOLDERS
        )
    if sources:
        faults += check_citations(files.frames, CONTRACTS.values(), sources)
    faults = [*files.faults, *faults]
    if faults or manifest is None or sources is None:
        raise InputError(_put_in_order(faults))
    hashes = {**files.hashes, **_hash_outlines(folder)}
    return CheckedFolder(manifest, sources, files.frames, hashes)


def _list_files() -> list[str]:
    """List every file that a plan folder may hold, in the order of the story."""
    paths = (contract.path for contract in CONTRACTS.values())
    return [MANIFEST_FILE, SOURCES_FILE, *paths, BOUNDARIES_FILE]


def _put_in_order(faults: Iterable[Fault]) -> list[Fault]:
    """Put faults in the order of the files, each once, those of strays at the end."""
    rank = {name: at for at, name in enumerate(_list_files())}
    return sorted(dict.fromkeys(faults), key=lambda f: rank.get(f.file, len(rank)))


def _read(
    files: PlanFiles,
    name: str,
    read: Callable[[Document], tuple[Content, tuple[Fault, ...]]],
) -> tuple[Content | None, tuple[Fault, ...]]:
    document = files.documents.get(name)
    return (None, ()) if document is None else read(document)


def _check_chapters(files: PlanFiles, manifest: Manifest | None) -> Iterator[Fault]:
    """Let each chapter say what contradicts itself in what could be read.

    Rows with a cell at fault that matters are left out, and what is said of a file that
    gave no row at all is not repeated: both are among the faults already.
    """
    tables = {
        name: _keep_sound_rows(frame, CONTRACTS[name])
        for name, frame in files.frames.items()
    }
    broken = {fault.file for fault in files.faults}
    empty = {c.path for name, c in CONTRACTS.items() if tables[name].is_empty()}
    checks: list[Callable[[], Iterable[Fault] | None]] = [
        lambda: check_places(tables),
        lambda: check_people(tables),
        lambda: check_demand(tables),
        lambda: check_capacity(tables, list_work_places(tables)),
        lambda: check_options(tables),
        lambda: check_rooms(tables),
        lambda: check_performance(tables),
        lambda: check_facts(tables),
    ]
    if manifest is not None:
        checks += [
            lambda: _check_years(tables, manifest),
            lambda: check_money(
                tables,
                pods=set(list_work_places(tables)["pod"]),
                base_year=manifest.base_year,
                years=manifest.years,
            ),
        ]
    for check in checks:
        for fault in _collect(check):
            if fault.file not in broken & empty:
                yield fault


def _collect(check: Callable[[], Iterable[Fault] | None]) -> Iterable[Fault]:
    """Hear the faults of a chapter, whether it lists them or raises them."""
    try:
        return check() or ()
    except InputError as error:
        return error.faults


def _keep_sound_rows(frame: pl.DataFrame, contract: TableContract) -> pl.DataFrame:
    """Leave out rows whose key or meaning is at fault; stand in for plain cells.

    A name or a number at fault says nothing about who else is missing.
    """
    needed = [column for column in contract.columns if not column.nullable]
    plain = [
        column
        for column in needed
        if column.kind in _STAND_INS
        and column.name not in contract.key
        and not column.choices
        and not column.refers_to
    ]
    stand_ins = [pl.col(c.name).fill_null(_STAND_INS[c.kind]) for c in plain]
    return frame.with_columns(stand_ins).drop_nulls([c.name for c in needed])


def _check_outlines(folder: Path, files: PlanFiles) -> Iterable[Fault]:
    """Look at the outlines, so that no page finds out later that they cannot be drawn.

    Where the areas themselves are at fault, nobody can say which outlines are strange.
    """
    areas = CONTRACTS["areas"]
    if areas.path in {fault.file for fault in files.faults}:
        return ()
    try:
        read_boundaries(folder, files.frames[areas.name]["id"])
    except InputError as error:
        return error.faults
    return ()


def _hash_outlines(folder: Path) -> dict[str, str]:
    outlines = folder / BOUNDARIES_FILE
    return {BOUNDARIES_FILE: hash_file(outlines)} if outlines.exists() else {}


def _check_years(tables: Tables, manifest: Manifest) -> Iterator[Fault]:
    first = tables["people_base"]["year"].min()
    if isinstance(first, int) and manifest.people_from < first:
        yield Fault(
            MANIFEST_FILE,
            "people_from",
            f"{first} or later, the year of {CONTRACTS['people_base'].path}",
            str(manifest.people_from),
            "Start in the year of the first count, or give an earlier count.",
        )
