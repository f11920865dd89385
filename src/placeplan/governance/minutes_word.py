"""Minutes as a Word document: real headings, language, header rows that repeat."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any, Final

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from placeplan.governance.paper_text import Block, read_blocks

LANGUAGE: Final = "en-GB"
MOST_LEVEL: Final = 4


def write_minutes(title: str, group: str, held_on: date, markdown: str) -> bytes:
    """Write minutes as a Word document.

    Parameters
    ----------
    title : str
        Title of the document.
    group : str
        Who met; it becomes the author.
    held_on : date
        Day of the meeting; it becomes the day of the document.
    markdown : str
        The minutes.

    Returns
    -------
    bytes
        A ``.docx`` file with heading styles, its language, and header rows that repeat
        on each page.
    """
    document = Document()
    about = document.core_properties
    made = datetime(held_on.year, held_on.month, held_on.day, tzinfo=UTC)
    about.title, about.author, about.language = title, group, LANGUAGE
    about.created = about.modified = made
    about.comments = ""
    about.last_modified_by = group
    _set_language(document)
    _add_blocks(document, read_blocks(markdown))
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _set_language(document: WordDocument) -> None:
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), LANGUAGE)


def _add_blocks(
    document: WordDocument, blocks: Iterable[Block], style: str = ""
) -> None:
    for block in blocks:
        match block["kind"]:
            case "heading":
                level = min(block["level"], MOST_LEVEL)
                _add_words(document.add_heading("", level), block["words"])
            case "text":
                _add_words(document.add_paragraph("", style or None), block["words"])
            case "list":
                kind = "List Number" if block["ordered"] else "List Bullet"
                for item in block["items"]:
                    _add_blocks(document, item, kind)
            case "quote":
                _add_blocks(document, block["blocks"], "Quote")
            case "code":
                document.add_paragraph(block["text"])
            case "table":
                _add_table(document, block)


def _add_table(document: WordDocument, block: Block) -> None:
    rows = [block["head"], *block["rows"]]
    table = document.add_table(len(rows), len(block["head"]), "Table Grid")
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, content in zip(row.cells, cells, strict=False):
            _add_words(cell.paragraphs[0], content["words"])
    head: Any = OxmlElement("w:tblHeader")
    head.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(head)  # no other way to it


def _add_words(paragraph: Any, words: Iterable[Block]) -> None:
    for word in words:
        text = "".join(
            each for each in word["text"] if each.isprintable() or each == "\n"
        )
        run = paragraph.add_run(text)
        run.bold = word["kind"] == "strong" or None
        run.italic = word["kind"] == "em" or None
