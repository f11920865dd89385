"""Workbooks that come in, looked through before a reader may open them."""

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.parsers import expat

import fastexcel
import polars as pl

from placeplan.errors import Fault, InputError
from placeplan.tables.file import LoadedFile
from placeplan.tables.sector_chain import leads_in_circles
from placeplan.tables.sheet_span import (
    SHEET_MARK,
    TEXTS_MARK,
    measure_sheet,
    measure_texts,
)
from placeplan.tables.zip_directory import (
    COMMENT_BYTES,
    END_BYTES,
    END_MARK,
    FURTHER_END_BYTES,
    check_directory,
)

OLD_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an .xls file starts.

Only its chains of sectors are followed beforehand. A record damaged inside can still
make the reader ask for more memory than there is, which ends the process: read none
that a stranger sent.
"""

BLANK = b"\xef\xbb\xbf \t\r\n"
NEW_MARK = b"PK\x03\x04"
DECLARATIONS = tuple(
    text.encode(encoding)
    for text in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)
MAIN_PART = "xl/workbook.xml"
OTHER_MAIN_PARTS = frozenset({"xl/workbook.bin", "content.xml"})
"""Main parts of .xlsb and .ods, to which a reader turns when .xlsx fails."""

AGAIN = "Download the file again from its publisher, or save it anew as .xlsx."
NOT_ONE = ("an Excel workbook, .xlsx or .xls", "something else", AGAIN)
ELSEWHERE = ("cells that name a place from A1 to XFD1048576", "one that does not")
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,  # what bz2 raises for a damaged part
    RuntimeError,  # what zipfile raises for a password or an unknown method
    ValueError,  # what it raises for a name or a place in the file that cannot be
)


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
        Cells of one sheet, those counted that lie between. Small areas of England by
        age and sex take 7 million.
    text_characters : int
        Cells that hold a shared text, times the longest of those texts: more than they
        can fill when the sheets are read.
    """

    parts: int = 5_000
    total_bytes: int = 300_000_000
    cells: int = 20_000_000
    text_characters: int = 300_000_000


def open_workbook(
    file: LoadedFile, *, limits: WorkbookLimits | None = None
) -> fastexcel.ExcelReader:
    """Open a workbook, old (.xls) or new (.xlsx), that cannot do harm.

    Refused are a workbook that unpacks to more than the limit, counted while it is
    unpacked, or whose sheets would repeat a long text too often; one whose XML declares
    a document type or entities, which may grow without end or read other files; one
    with a cell so far off that a reader would need too much room up to it; and anything
    else that is no workbook. What was looked through is packed anew, so that nothing
    else can reach the reader.

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
    content = file.content
    if content.startswith(NEW_MARK):
        content = _pack_anew(file, limits or WorkbookLimits())
    elif content.startswith(OLD_MARK):
        if leads_in_circles(content):
            expected, found = "an Excel workbook", "sectors that lead in a circle"
            raise InputError([Fault(file.name, "", expected, found, AGAIN)])
        content = _blot_archives(content)
    else:
        raise InputError([Fault(file.name, "", *NOT_ONE)])
    try:
        return fastexcel.read_excel(content)
    except fastexcel.FastExcelError as error:
        raise _broken(file, error) from error


def _blot_archives(content: bytes) -> bytes:
    """Make archives in an .xls file unreadable: a reader that fails turns to them.

    Excel itself puts one in, which holds colours and fonts and no cells.
    """
    return content.replace(END_MARK, bytes(len(END_MARK)))


def _pack_anew(file: LoadedFile, limits: WorkbookLimits) -> bytes:
    tail = file.content[-END_BYTES - FURTHER_END_BYTES - COMMENT_BYTES :]
    if fault := check_directory(file.name, tail, most=limits.parts):
        raise InputError([replace(fault, remedy=AGAIN)])
    packed = io.BytesIO()
    try:
        with (
            zipfile.ZipFile(io.BytesIO(file.content)) as opened,
            zipfile.ZipFile(packed, "w") as anew,
        ):
            names = [_simplify(name) for name in opened.namelist()]
            twice = len(set(names)) < len(names)
            if twice or MAIN_PART not in names or OTHER_MAIN_PARTS & set(names):
                raise InputError([Fault(file.name, "", *NOT_ONE)])
            texts = longest = 0
            for name, part in _unpack(file, opened, limits):
                texts += _check_part(file.name, name, part, limits)
                longest = max(longest, _measure_texts(file.name, name, part))
                anew.writestr(zipfile.ZipInfo(name), part)
            _check_texts(file.name, texts, longest, limits)
    except BROKEN as error:
        raise _broken(file, error) from error
    return packed.getvalue()


def _simplify(name: str) -> str:
    """Write the name of a part as a reader does that overlooks case and slashes."""
    return name.replace("\\", "/").lower().lstrip("/")


def _unpack(
    file: LoadedFile, opened: zipfile.ZipFile, limits: WorkbookLimits
) -> Iterator[tuple[str, bytes]]:
    left = limits.total_bytes
    for entry in opened.infolist():
        with opened.open(entry) as source:
            part = source.read(left + 1)
        left -= len(part)
        if left < 0:
            most = f"at most {limits.total_bytes / 1e6:,.0f} MB unpacked"
            remedy = "Keep the sheets that are needed and delete the others."
            where = f"part {entry.filename}"
            raise InputError([Fault(file.name, where, most, "more", remedy)])
        yield entry.filename, part


def _check_part(file: str, name: str, part: bytes, limits: WorkbookLimits) -> int:
    """Check a part; how many of its cells hold a shared text."""
    where = f"part {name}"
    if any(mark in part for mark in DECLARATIONS):
        expected, found = "XML without declarations", "a DOCTYPE or an ENTITY"
        raise InputError([Fault(file, where, expected, found, AGAIN)])
    if SHEET_MARK not in part:
        return 0
    try:
        span = measure_sheet(part)
    except expat.ExpatError as error:
        raise InputError([Fault(file, where, "a sheet", str(error), AGAIN)]) from error
    if span is None:
        raise InputError([Fault(file, where, *ELSEWHERE, AGAIN)])
    rows, columns, texts = span
    if rows * columns > limits.cells:
        most = f"at most {limits.cells:,} cells"
        found = f"{rows:,} rows of {columns:,} cells"
        remedy = "Delete what lies outside the table."
        raise InputError([Fault(file, where, most, found, remedy)])
    return texts


def _measure_texts(file: str, name: str, part: bytes) -> int:
    if TEXTS_MARK not in part or not part.lstrip(BLANK).startswith(b"<"):
        return 0  # no XML, such as a picture
    try:
        return measure_texts(part)
    except expat.ExpatError as error:
        where = f"part {name}"
        raise InputError([Fault(file, where, "texts", str(error), AGAIN)]) from error


def _check_texts(file: str, texts: int, longest: int, limits: WorkbookLimits) -> None:
    if texts * longest > limits.text_characters:
        most = f"texts of at most {limits.text_characters:,} characters in all cells"
        found = f"{texts:,} cells of text, the longest of {longest:,} characters"
        remedy = "Shorten the longest text, or delete the sheets that are not needed."
        raise InputError([Fault(file, "", most, found, remedy)])


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
