"""The first sheet: what the workbook is, its words, and how it is sent back."""

from typing import Final

from placeplan.money.workbook.cell import Page, Words
from placeplan.money.workbook.shape import READ_ME, BookShape, name_month

MARK: Final = "Ledger of Placeplan, workbook 1"
YEAR, THROUGH = "Financial year", "To date means up to"
WHOLE, EDITION, LISTED = "All members are here", "Edition", "Organisation"
"""Words by which the reader finds what the workbook is about."""

FIRST_FACT: Final = 2
_WIDTHS: Final = (24, 14, 60)


def lay_out_read_me(shape: BookShape, notes: tuple[str, ...]) -> Page:
    """Lay out the facts that the reader needs, then the words that people need."""
    page = Page(READ_ME, _WIDTHS)
    page.put(0, 0, Words(MARK, "title"))
    facts = {
        YEAR: str(shape.year),
        THROUGH: name_month(shape.through),
        WHOLE: "yes" if shape.is_system else "no",
        **({EDITION: shape.edition} if shape.edition else {}),
    }
    for row, (name, text) in enumerate(facts.items(), start=FIRST_FACT):
        page.put(row, 0, Words(name, "strong"))
        page.put(row, 1, Words(text))
    row = FIRST_FACT + len(facts) + 1
    for column, text in enumerate((LISTED, "Sheet", "Name")):
        page.put(row, column, Words(text, "header"))
    for own in shape.organisations:
        row += 1
        for column, text in enumerate((own.organisation, own.tab, own.name)):
            page.put(row, column, Words(text))
    for number, note in enumerate((*notes, *NOTES), start=row + 2):
        page.put(number, 0, Words(note, "note"))
    return page


NOTES: Final = (
    "Yellow cells are the ledger: pounds, to the penny. Write 0 for nothing, and leave",
    "months to come empty. A cell that you empty is empty in the ledger too.",
    "All other numbers are formulas over those cells, so that each can be followed by",
    "hand. They are protected without a password, against slips alone.",
    "Every line of the ledger has its row: none is added, moved or taken out here.",
    "Control totals change only together, so that they add up to the same as before.",
    "Save it as .xlsx and send it back. You see each cell that differs, old and new,",
    "before anything is written. Sums are never read: they are added up again.",
)
"""What people read below the facts."""
