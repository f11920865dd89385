"""Tables: what files must hold, and the only door through which files come in and out.

Answers whether a file is what it should be. Takes a folder and the contracts of its
tables; gives Polars frames that always have the columns and types of their contract,
and every fault at once, in words, with the file, the row as a spreadsheet counts it,
what was expected and how to mend it. Nothing is corrected in silence. Writers make the
same bytes of the same frame, and replace a file in one step or not at all. Nothing else
in the library opens a file.
"""

from placeplan.tables.archive import unpack_archive
from placeplan.tables.archive_member import ArchiveLimits
from placeplan.tables.bundled import read_bundled
from placeplan.tables.contract import PROVENANCE, Column, ColumnKind, TableContract
from placeplan.tables.document import Document, DocumentLimits, parse_yaml, read_yaml
from placeplan.tables.file import DEFAULT_LIMIT_BYTES, LoadedFile, load_file
from placeplan.tables.folder import PlanFiles, read_folder
from placeplan.tables.formula import neutralise_formula
from placeplan.tables.frame_file import (
    read_frame_parquet,
    write_frame_csv,
    write_frame_parquet,
)
from placeplan.tables.reader import parse_table, read_table
from placeplan.tables.replacement import replace_file
from placeplan.tables.status import STATUS, STATUSES, get_weakest
from placeplan.tables.text_file import hash_file, read_text, write_text
from placeplan.tables.typed_table import read_table_parquet

__all__ = [
    "DEFAULT_LIMIT_BYTES",
    "PROVENANCE",
    "STATUS",
    "STATUSES",
    "ArchiveLimits",
    "Column",
    "ColumnKind",
    "Document",
    "DocumentLimits",
    "LoadedFile",
    "PlanFiles",
    "TableContract",
    "get_weakest",
    "hash_file",
    "load_file",
    "neutralise_formula",
    "parse_table",
    "parse_yaml",
    "read_bundled",
    "read_folder",
    "read_frame_parquet",
    "read_table",
    "read_table_parquet",
    "read_text",
    "read_yaml",
    "replace_file",
    "unpack_archive",
    "write_frame_csv",
    "write_frame_parquet",
    "write_text",
]
