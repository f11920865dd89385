"""Workbooks that come in, looked through before a reader may open them."""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass

import fastexcel
import polars as pl

from placeplan.errors import Fault, InputError
from placeplan.tables.file import LoadedFile
from placeplan.tables.zip_directory import END_BYTES, check_directory

OLD_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an .xls file starts; it is no archive, so its size is all that there is."""

NEW_MARK = b"PK\x03\x04"
CHUNK_BYTES = 1 << 20
DECLARATIONS = tuple(
    text.encode(encoding)
    for text in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)
OVERLAP_BYTES = 80
"""Bytes kept of the chunk before, so that nothing hides across two chunks."""

LONGEST_PLACE = 40
REFERENCE = re.compile(rb"""\sr\s*=\s*["']([^"'>]{1,%d})""" % LONGEST_PLACE)
"""The place of a row or a cell, as in r="AB12"."""

PLACE = re.compile(rb"([A-Za-z]*)([0-9]+)")
FAR_ROW, FAR_COLUMN = 1 << 20, 1 << 14
"""The last row and column that a workbook can have."""

MAIN_PART = "xl/workbook.xml"
AGAIN = "Download the file again from its publisher, or save it anew as .xlsx."
NOT_ONE = ("an Excel workbook, .xlsx or .xls", "something else", AGAIN)


@dataclass(frozen=True, slots=True)
class WorkbookLimits:
    """How large a workbook may be.

    Parameters
    ----------
    parts : int
        Files inside it.
    total_bytes : int
        All of them, unpacked.
    cells : int
        Cells of one sheet, those counted that lie between.
    """

    parts: int = 5_000
    total_bytes: int = 1_000_000_000
    cells: int = 20_000_000


def open_workbook(
    file: LoadedFile, *, limits: WorkbookLimits | None = None
) -> fastexcel.ExcelReader:
    """Open a workbook, old (.xls) or new (.xlsx), that cannot do harm.

    Refused are a workbook that unpacks to more than the limit, counted while it is
    unpacked; one whose XML declares a document type or entities, which may grow without
    end or read other files; and anything else that is no workbook.

    Parameters
    ----------
    file : LoadedFile
        Its bytes.
    limits : WorkbookLimits or None
        How large it may be; None for the usual limits.

    Returns
    -------
    fastexcel.ExcelReader
        Ready to load sheets from; see `load_cells`.

    Raises
    ------
    InputError
        Why it is refused.
    """
    limits = limits or WorkbookLimits()
    if file.content.startswith(NEW_MARK):
        _check_parts(file, limits)
    elif not file.content.startswith(OLD_MARK):
        raise InputError([Fault(file.name, "", *NOT_ONE)])
    try:
        return fastexcel.read_excel(file.content)
    except fastexcel.FastExcelError as error:
        raise _broken(file, error) from error


def _check_parts(file: LoadedFile, limits: WorkbookLimits) -> None:
    tail = file.content[-(1 << 16) - 2 * END_BYTES :]
    if fault := check_directory(file.name, tail, most=limits.parts):
        raise InputError([fault])
    try:
        with zipfile.ZipFile(io.BytesIO(file.content)) as opened:
            if MAIN_PART not in opened.namelist():
                raise InputError([Fault(file.name, "", *NOT_ONE)])
            left = limits.total_bytes
            for entry in opened.infolist():
                watch = _PartWatch(file.name, entry.filename, left, limits)
                with opened.open(entry) as source:
                    while chunk := source.read(CHUNK_BYTES):
                        watch.take(chunk)
                left -= watch.size
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        RuntimeError,  # what zipfile raises for a password or an unknown method
    ) as error:
        raise _broken(file, error) from error


@dataclass(slots=True)
class _PartWatch:
    """What has been seen of one part of a workbook, chunk by chunk."""

    file: str
    part: str
    left: int
    limits: WorkbookLimits
    size: int = 0
    before: bytes = b""
    rows: int = 0
    columns: int = 0

    def take(self, chunk: bytes) -> None:
        self.size += len(chunk)
        seen = self.before + chunk
        self.before = seen[-OVERLAP_BYTES:]
        if self.size > self.left:
            most = f"at most {self.limits.total_bytes / 1e6:,.0f} MB unpacked"
            remedy = "Keep the sheets that are needed and delete the others."
            self.refuse(most, "more", remedy)
        if any(mark in seen for mark in DECLARATIONS):
            self.refuse("XML without declarations", "a DOCTYPE or an ENTITY", AGAIN)
        self.measure(seen)

    def measure(self, seen: bytes) -> None:
        """Refuse a far-off cell, for which a reader would make room up to it."""
        for reference in REFERENCE.findall(seen):
            row, column = _locate(reference)
            self.rows = max(self.rows, row)
            self.columns = max(self.columns, column)
        if self.rows * self.columns > self.limits.cells:
            most = f"at most {self.limits.cells:,} cells"
            found = f"{self.rows:,} rows of {self.columns:,} cells"
            self.refuse(most, found, "Delete what lies outside the table.")

    def refuse(self, expected: str, found: str, remedy: str) -> None:
        part = f"part {self.part}"
        raise InputError([Fault(self.file, part, expected, found, remedy)])


def _locate(reference: bytes) -> tuple[int, int]:
    """Find row and column of a place such as AB12; the far corner if disguised."""
    found = PLACE.fullmatch(reference)
    if found is None:
        disguised = b"&" in reference or len(reference) == LONGEST_PLACE
        return (FAR_ROW, FAR_COLUMN) if disguised else (0, 0)
    column = 0
    for letter in found[1].upper():
        column = column * 26 + letter - ord("A") + 1
    return int(found[2]), column


def load_cells(
    book: fastexcel.ExcelReader, sheet: str, *, file: str, may_be_empty: bool = False
) -> pl.DataFrame:
    """Load a sheet of a workbook as text, from its first row on.

    Parameters
    ----------
    book : fastexcel.ExcelReader
        From `open_workbook`.
    sheet : str
        Name of the sheet, exactly.
    file : str
        Name of the workbook, for faults.
    may_be_empty : bool
        Whether a sheet without a cell is sound, as a page of notes may be.

    Returns
    -------
    pl.DataFrame
        Columns of text without names of their own, empty cells null; row 1 is the first
        row of the sheet.

    Raises
    ------
    InputError
        There is no such sheet, or it is empty.
    """
    where = f"sheet '{sheet}'"
    if sheet not in book.sheet_names:
        found = ", ".join(book.sheet_names[:10])
        remedy = "Give the sheet the name that is expected."
        raise InputError([Fault(file, where, "such a sheet", found, remedy)])
    try:
        loaded = book.load_sheet(sheet, header_row=None, skip_rows=0, dtypes="string")
    except fastexcel.FastExcelError as error:
        found = str(error).splitlines()[0]
        raise InputError([Fault(file, where, "a sheet", found, AGAIN)]) from error
    if not may_be_empty and not loaded.height:
        remedy = "Fill in the sheet, or take the file away."
        raise InputError([Fault(file, where, "rows", "an empty sheet", remedy)])
    return loaded.to_polars()


def _broken(file: LoadedFile, error: Exception) -> InputError:
    found = str(error).splitlines()[0] if str(error) else "a broken file"
    return InputError([Fault(file.name, "", "an Excel workbook", found, AGAIN)])
