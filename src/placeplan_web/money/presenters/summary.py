"""The pages of the ledger as the page of money lists them, each with its finding."""

from collections.abc import Mapping

import polars as pl

from placeplan.money.ledger import Ledger
from placeplan.periods import FinancialYear
from placeplan_web.design.address import Address
from placeplan_web.design.words import write_count, write_day
from placeplan_web.money.presenters.figure import PageLinks
from placeplan_web.money.presenters.forecast import ForecastPage
from placeplan_web.money.presenters.position import PositionPage
from placeplan_web.money.queries.book import find_book, list_changes
from placeplan_web.money.queries.question import read_question
from placeplan_web.money.queries.standing import get_ledger, get_standing


def list_ledger_pages(address: Address) -> list[Mapping[str, str]]:
    """List the pages of the ledger; none while there is none, or by that day."""
    book = find_book()
    if book is None:
        return []
    question = read_question(get_ledger(book, address.as_at), {})
    if question is None:
        return []
    standing = get_standing(book, question, address.as_at)
    links = PageLinks(address, "money:position", {}, {})
    newest = list_changes(book, address.as_at).first()
    return [
        {
            "text": "Position",
            "href": address.link("money:position"),
            "note": "Each organisation and the system: plan, actual, control total.",
            "finding": PositionPage(standing, links, {}).finding,
        },
        {
            "text": "Forecast",
            "href": address.link("money:forecast"),
            "note": "How the year may end by three methods, and when savings are due.",
            "finding": ForecastPage(standing, links).finding,
        },
        {
            "text": "Workbook",
            "href": address.link("money:workbook"),
            "note": "The ledger in Excel with live formulas: out, and in again.",
            "finding": _count_amounts(standing.ledger, question.year),
        },
        {
            "text": "Changes of the ledger",
            "href": address.link("money:changes"),
            "note": "Every value that it ever had, who entered it, and why.",
            "finding": ""
            if newest is None
            else f"Last changed on {write_day(newest.at.date())}: "
            f"{write_count(newest.cells, 'cell')}.",
        },
    ]


def _count_amounts(ledger: Ledger, year: int) -> str:
    values = ledger.values.filter(pl.col("year") == year)
    amounts = write_count(values.height, "amount")
    bodies = write_count(values["organisation"].n_unique(), "organisation")
    return f"{FinancialYear(year)}: {amounts} of {bodies}, and each sum a formula."
