"""Tables: what files must hold, and the only door through which files come in."""

from placeplan.tables.bundled import read_bundled
from placeplan.tables.contract import PROVENANCE, Column, ColumnKind, TableContract
from placeplan.tables.document import Document, DocumentLimits, parse_yaml, read_yaml
from placeplan.tables.file import DEFAULT_LIMIT_BYTES, LoadedFile, load_file
from placeplan.tables.folder import PlanFiles, read_folder
from placeplan.tables.reader import parse_table, read_table
from placeplan.tables.status import STATUS, STATUSES

__all__ = [
    "DEFAULT_LIMIT_BYTES",
    "PROVENANCE",
    "STATUS",
    "STATUSES",
    "Column",
    "ColumnKind",
    "Document",
    "DocumentLimits",
    "LoadedFile",
    "PlanFiles",
    "TableContract",
    "load_file",
    "parse_table",
    "parse_yaml",
    "read_bundled",
    "read_folder",
    "read_table",
    "read_yaml",
]
