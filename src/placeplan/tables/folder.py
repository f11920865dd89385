"""Read a whole plan folder at once, and tell of every fault in it together."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

import polars as pl

from placeplan.errors import Fault, InputError
from placeplan.tables.contract import TableContract
from placeplan.tables.document import Document, read_yaml
from placeplan.tables.file import DEFAULT_LIMIT_BYTES, is_absent, load_file
from placeplan.tables.read_once import parse_once
from placeplan.tables.reader import make_no_rows
from placeplan.tables.row_check import ROW, check_references

Known = Mapping[tuple[str, str], Collection[str]]
"""Values that may be named though no table of the folder holds them."""


@dataclass(frozen=True, slots=True)
class PlanFiles:
    """What a plan folder holds, read once.

    Parameters
    ----------
    frames : mapping of str to pl.DataFrame
        By table name, always with the columns and types of the contract. A table that
        the folder may lack and lacks is a frame of no rows.
    documents : mapping of str to Document
        YAML files by their path; one that could not be read is not there.
    hashes : mapping of str to str
        SHA-256 of every file that was read, by its path.
    faults : tuple of Fault
        Everything that is wrong, in the order of the files.
    rows : mapping of str to pl.Series
        For each table, the row of its file in which each row of its frame stands.
    """

    frames: Mapping[str, pl.DataFrame]
    documents: Mapping[str, Document] = field(default_factory=dict)
    hashes: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    rows: Mapping[str, pl.Series] = field(default_factory=dict)

    def raise_faults(self, further: Iterable[Fault] = ()) -> None:
        """Raise all faults, with those that a chapter found further, as one error.

        Raises
        ------
        InputError
            When there is any fault.
        """
        if faults := [*self.faults, *further]:
            raise InputError(faults)


def read_folder(
    folder: Path,
    contracts: Iterable[TableContract],
    *,
    documents: Iterable[str] = (),
    known: Known = MappingProxyType({}),
    limit_bytes: int = DEFAULT_LIMIT_BYTES,
) -> PlanFiles:
    """Read tables and documents of a plan folder.

    Parameters
    ----------
    folder : Path
        The plan folder.
    contracts : iterable of TableContract
        Tables to read.
    documents : iterable of str
        YAML files to read, all required, such as ``plan.yaml``.
    known : mapping
        Values that a column may name beside those of the folder, by table and column:
        ``{("pods", "pod"): [...]}``. A column that refers to a table which is neither
        read nor here is not checked.
    limit_bytes : int
        Largest size of one table.

    Returns
    -------
    PlanFiles
        Frames, documents, digests, and every fault; nothing is raised.
    """
    if not folder.is_dir():
        remedy = "Give the folder that holds plan.yaml."
        fault = Fault(str(folder), "", "a plan folder", "none there", remedy)
        empty = {contract.name: contract.make_empty() for contract in contracts}
        return PlanFiles(empty, faults=(fault,))
    reading = _Reading(folder, limit_bytes)
    for path in documents:
        reading.take_document(path)
    tables = list(contracts)
    for contract in tables:
        reading.take_table(contract)
    for contract in tables:
        reading.check_references(contract, tables, known)
    return reading.finish()


@dataclass(slots=True)
class _Reading:
    folder: Path
    limit_bytes: int
    frames: dict[str, pl.DataFrame] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    hashes: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    at_fault: set[str] = field(default_factory=set)

    def take_document(self, path: str) -> None:
        document, faults = read_yaml(path, folder=self.folder)
        self.faults += faults
        if document:
            self.hashes[path] = document.sha256
            self.documents[path] = document

    def take_table(self, contract: TableContract) -> None:
        self.frames[contract.name] = make_no_rows(contract)
        if contract.optional and is_absent(contract.path, self.folder):
            return
        loaded = load_file(
            contract.path, folder=self.folder, limit_bytes=self.limit_bytes
        )
        if isinstance(loaded, Fault):
            self.faults.append(loaded)
            self.at_fault.add(contract.name)
            return
        self.hashes[contract.path] = loaded.sha256
        self.frames[contract.name], faults = parse_once(loaded, contract)
        self.faults += faults
        if faults:
            self.at_fault.add(contract.name)

    def check_references(
        self, contract: TableContract, tables: list[TableContract], known: Known
    ) -> None:
        columns = {table.name: table.schema for table in tables}
        frame = self.frames[contract.name]
        for column in contract.columns:
            if column.refers_to is None:
                continue
            table, target = column.refers_to
            values = set(known.get((table, target), ()))
            if target in columns.get(table, {}):
                there = set(self.frames[table][target].drop_nulls())
                if table in self.at_fault and not there:
                    continue  # what is wrong there is said once, not for each value
                values |= there
            elif (table, target) not in known:
                continue
            self.faults += check_references(frame, contract, column, values)

    def finish(self) -> PlanFiles:
        return PlanFiles(
            MappingProxyType({n: f.drop(ROW) for n, f in self.frames.items()}),
            MappingProxyType(self.documents),
            MappingProxyType(self.hashes),
            tuple(self.faults),
            MappingProxyType({n: f[ROW] for n, f in self.frames.items()}),
        )
