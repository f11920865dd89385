"""Minutes in Word have headings, a language and header rows that repeat."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from placeplan.governance.minutes_word import write_minutes

MINUTES = """# Joint committee

Three came, *two* by **video**.

## 4. Beds

1. Counted
- Noted

> Agreed

    code

| Seat | Vote |
|---|---|
| Chair | For |

## 5. Award of a contract

The tender of Mill is nine pounds.

### What followed

Nine pounds again.

## 6. Next meeting

None.
"""


@pytest.fixture(scope="module")
def document():
    written = write_minutes("Minutes", "Joint committee", date(2019, 8, 14), MINUTES)
    return Document(BytesIO(written))


def test_headings_are_headings(document):
    headings = [
        (each.style.name, each.text)
        for each in document.paragraphs
        if each.style.name.startswith("Heading")
    ]

    assert headings == [
        ("Heading 1", "Joint committee"),
        ("Heading 2", "4. Beds"),
        ("Heading 2", "5. Award of a contract"),
        ("Heading 3", "What followed"),
        ("Heading 2", "6. Next meeting"),
    ]


def test_the_document_names_its_title_language_and_day(document):
    about = document.core_properties

    assert (about.title, about.author, about.language) == (
        *("Minutes", "Joint committee", "en-GB"),
    )
    assert about.created.date() == date(2019, 8, 14)
    languages = {
        each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))
    }
    assert languages == {"en-GB"}


def test_the_first_row_of_a_table_repeats(document):
    (table,) = document.tables

    repeats = [
        [each.get(qn("w:val")) for each in row._tr.iter(qn("w:tblHeader"))]
        for row in table.rows
    ]
    assert repeats == [["true"], []]
    assert [cell.text for cell in table.rows[1].cells] == ["Chair", "For"]
