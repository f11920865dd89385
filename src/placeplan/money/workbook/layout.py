"""All sheets of a workbook, laid out from its shape."""

from collections.abc import Sequence

from placeplan.money.workbook.between_sheet import lay_out_between
from placeplan.money.workbook.cell import Page
from placeplan.money.workbook.control_sheet import lay_out_control_totals
from placeplan.money.workbook.organisation_sheet import lay_out_organisation
from placeplan.money.workbook.position_sheet import lay_out_position
from placeplan.money.workbook.read_me_sheet import lay_out_read_me
from placeplan.money.workbook.savings_sheet import lay_out_savings
from placeplan.money.workbook.shape import BookShape
from placeplan.money.workbook.system_sheet import lay_out_system


def lay_out_book(shape: BookShape, notes: Sequence[str] = ()) -> dict[str, Page]:
    """Lay out every sheet, by its tab and in the order of the tabs.

    The same shape gives the same sheets: so the reader knows what should stand in
    each cell of a workbook that came back.
    """
    owned = {
        own.organisation: lay_out_organisation(shape, own)
        for own in shape.organisations
    }
    marks = {own: found for own, (_, found) in owned.items()}
    control, places = lay_out_control_totals(shape)
    pages = [
        lay_out_read_me(shape, tuple(notes)),
        lay_out_position(shape, marks, places),
        control,
        lay_out_savings(shape),
        *(page for page, _ in owned.values()),
    ]
    if shape.is_system:
        between, sums = lay_out_between(shape, marks)
        pages[2:2] = [lay_out_system(shape, marks, sums), between]
    return {page.tab: page for page in pages}
