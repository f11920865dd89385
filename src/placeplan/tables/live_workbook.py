"""Workbooks that people send back: each cell with its formula, nothing that acts."""

import io
import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from xml.parsers import expat

from placeplan.errors import Fault, InputError
from placeplan.tables.file import LoadedFile
from placeplan.tables.sheet_cell import (
    Place,
    SheetCell,
    read_shared_texts,
    read_sheet_cells,
)
from placeplan.tables.spreadsheet import (
    AGAIN,
    BROKEN,
    MAIN_PART,
    NEW_MARK,
    WorkbookLimits,
    open_workbook,
)

LINKS_PART: Final = "xl/_rels/workbook.xml.rels"
TEXTS_PART: Final = "xl/sharedStrings.xml"

ACTING: Final = {
    "vbaproject": "a macro",
    "xl/macrosheets/": "a sheet of macros",
    "xl/dialogsheets/": "a sheet of dialogs",
    "xl/externallinks/": "a link to another workbook",
    "xl/connections": "a connection to a source of its own",
    "xl/querytables/": "a query",
    "xl/model/": "a model of its own",
    "xl/embeddings/": "an embedded file",
    "xl/activex/": "a control",
    "xl/ctrlprops/": "a control",
    "customui/": "buttons of its own",
    "xl/webextensions/": "an add-in",
}
"""Parts that make a workbook do something or fetch something, by how they are named."""


@dataclass(frozen=True, slots=True)
class LiveSheet:
    """A sheet as it came.

    Parameters
    ----------
    title : str
        Name on its tab.
    cells : mapping of Place to SheetCell
        Those that hold anything.
    """

    title: str
    cells: Mapping[Place, SheetCell]


def read_live_workbook(
    file: LoadedFile, *, limits: WorkbookLimits, most_sheets: int
) -> tuple[LiveSheet, ...]:
    """Read every cell of a workbook (.xlsx) that somebody sent.

    What `open_workbook` refuses is refused; besides a workbook that does or fetches
    anything: macros, links to other workbooks, queries, embedded files, controls.

    Parameters
    ----------
    file : LoadedFile
        Its bytes.
    limits : WorkbookLimits
        How large it may be.
    most_sheets : int
        How many sheets it may have.

    Returns
    -------
    tuple of LiveSheet
        In the order of the tabs.

    Raises
    ------
    InputError
        Why it is refused; of what acts each part.
    """
    if not file.content.startswith(NEW_MARK):
        remedy = "Save it as an Excel workbook, .xlsx, and send that."
        found = "something else"
        raise InputError([Fault(file.name, "", "an .xlsx workbook", found, remedy)])
    open_workbook(file, limits=limits)
    try:
        with zipfile.ZipFile(io.BytesIO(file.content)) as opened:
            _refuse_acting(file.name, opened.namelist())
            return _read_sheets(file.name, opened, most_sheets)
    except (*BROKEN, KeyError, expat.ExpatError) as error:
        found = str(error).splitlines()[0] if str(error) else "a broken file"
        fault = Fault(file.name, "", "an Excel workbook", found, AGAIN)
        raise InputError([fault]) from error


def _refuse_acting(file: str, names: list[str]) -> None:
    remedy = "Copy your numbers into a workbook that you download anew."
    faults = [
        Fault(file, f"part {name}", "cells alone", words, remedy)
        for name in names
        for mark, words in ACTING.items()
        if mark in name.replace("\\", "/").lower()
    ]
    if faults:
        raise InputError(faults)


def _read_sheets(
    file: str, opened: zipfile.ZipFile, most: int
) -> tuple[LiveSheet, ...]:
    by_name = {name.lower().lstrip("/"): name for name in opened.namelist()}

    def read(name: str) -> bytes:
        return opened.read(by_name[name.lower()])

    listed = _list_sheets(read(MAIN_PART))
    if len(listed) > most:
        remedy = "Take out the sheets that you added."
        expected, found = f"at most {most} sheets", str(len(listed))
        raise InputError([Fault(file, "", expected, found, remedy)])
    targets = _list_targets(read(LINKS_PART))
    if len({targets[link] for _, link in listed}) < len(listed):
        found = "one that stands on two tabs"
        raise InputError([Fault(file, "", "a part for each sheet", found, AGAIN)])
    has_texts = TEXTS_PART.lower() in by_name
    texts = read_shared_texts(read(TEXTS_PART)) if has_texts else []
    return tuple(
        LiveSheet(title, read_sheet_cells(read(targets[link]), texts))
        for title, link in listed
    )


def _list_sheets(part: bytes) -> list[tuple[str, str]]:
    """List name and link of each sheet, in the order of the tabs."""
    return [
        (found["name"], _get_link(found))
        for element, found in _list_elements(part)
        if element == "sheet"
    ]


def _get_link(attributes: Mapping[str, str]) -> str:
    links = (
        value for name, value in attributes.items() if name.rpartition(":")[2] == "id"
    )
    return next(links, "")


def _list_targets(part: bytes) -> dict[str, str]:
    """Give the part to which each link leads."""
    return {
        found["Id"]: posixpath.normpath(posixpath.join("/xl", found["Target"])).lstrip(
            "/"
        )
        for element, found in _list_elements(part)
        if element == "Relationship"
    }


def _list_elements(part: bytes) -> list[tuple[str, dict[str, str]]]:
    found: list[tuple[str, dict[str, str]]] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda element, attributes: found.append(
        (element.rpartition(":")[2], attributes)
    )
    parser.Parse(part, True)
    return found
