"""A year of the ledger as a workbook, and how it is known again when it comes back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

import polars as pl

from placeplan.money.ledger import Ledger
from placeplan.money.workbook import write_ledger_workbook
from placeplan.periods import FinancialYear
from placeplan.reference import STATUSES
from placeplan_web.design.words import write_day
from placeplan_web.money.models import LedgerBook
from placeplan_web.money.queries.book import find_newest
from placeplan_web.money.queries.name import LedgerNames
from placeplan_web.money.queries.question import Question
from placeplan_web.money.queries.standing import Standing, get_standing

WORKBOOKS_KEPT: Final = 8
_EDITION: Final = re.compile(r"(?P<slug>[-\w]+), change (?P<number>[0-9]{1,9})", re.A)
_STATUS_WORDS: Final = {
    "published": "read in a paper",
    "derived": "worked out from published figures",
    "calibrated": "chosen so that what follows fits published figures",
    "illustrative": "our own, since nobody published it, or entered here",
}


@dataclass(frozen=True, slots=True)
class Edition:
    """Which state of which ledger a workbook shows."""

    slug: str
    number: int

    def __str__(self) -> str:
        return f"{self.slug}, change {self.number}"


def read_edition(text: str) -> Edition | None:
    """Read which state a workbook shows; nothing for one of a past day."""
    found = _EDITION.fullmatch(text)
    return Edition(found["slug"], int(found["number"])) if found else None


def make_workbook(book: LedgerBook, asked: Question, as_at: date | None) -> bytes:
    """Write what is asked of a ledger as a workbook.

    Raises
    ------
    placeplan.errors.InputError
        It is too large for a workbook.
    """
    edition = str(Edition(book.slug, find_newest(book).number))
    if as_at is not None:
        edition = f"as known on {write_day(as_at)}, which cannot be sent back"
    return _write(get_standing(book, asked, as_at), book.name, edition)


@lru_cache(maxsize=WORKBOOKS_KEPT)
def _write(standing: Standing, name: str, edition: str) -> bytes:
    """Write a workbook once: a standing is the same until something changes."""
    ledger, asked, names = standing.ledger, standing.question, standing.names
    return write_ledger_workbook(
        ledger,
        year=asked.year,
        through=asked.through,
        bodies=asked.bodies,
        names={each: names.name_organisation(each) for each in _list_all(ledger)},
        notes=tuple(_write_notes(name, ledger, asked, names)),
        edition=edition,
    )


def _list_all(ledger: Ledger) -> set[str]:
    return {*ledger.members, *ledger.control_totals["organisation"]}


def _write_notes(
    name: str, ledger: Ledger, asked: Question, names: LedgerNames
) -> Iterator[str]:
    """Say which ledger it is, and what is known of its amounts, in words."""
    whose = names.name_organisation(asked.body) if asked.body else "all members"
    yield f"{name}: the ledger of {FinancialYear(asked.year)}, {whose}."
    mine = pl.col("year") == asked.year
    if asked.body:
        mine &= pl.col("organisation") == asked.body
    counts = ledger.values.filter(mine)["status"].cast(pl.String).value_counts()
    by_status = dict(counts.iter_rows())
    for status in STATUSES:
        if many := by_status.get(status, 0):
            yield f"{many:,} amounts are {status}: {_STATUS_WORDS[status]}."
