"""The ledger that everybody reads, with a change that its owner made."""

from datetime import date
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from factories.ledger_factory import write_ledger
from placeplan.tables import LoadedFile
from placeplan_web.money.models import Cell, LedgerChange
from placeplan_web.money.operations.change import CellChange, make_change
from placeplan_web.money.operations.load import load_ledger
from placeplan_web.money.operations.workbook import keep_workbook
from placeplan_web.money.queries.book import find_book
from placeplan_web.money.queries.question import Question
from placeplan_web.money.queries.sent_workbook import plan_workbook
from placeplan_web.money.queries.workbook import make_workbook
from placeplan_web.registers.models import RegisterImport

OF_CHANGE = ("change", "undo")
OF_WORKBOOK = ("sent", "confirm", "drop")
FIGURES = {"position": "members", "position-of": "lines", "forecast": "ends"}


def make_private_ledger(owner):
    """Give the ledger of a system, in which its owner changed a cell."""
    folder = write_ledger(Path(settings.MEDIA_ROOT) / "ledger")
    load_ledger(folder=folder, by="command")
    cell = Cell("ledger_values", "east-trust", "staff", date(2016, 4, 1), "actual")
    book = find_book()
    make_change(
        by=owner, book=book, cells=[CellChange(cell, 1, 69000)], at=timezone.now()
    )
    _keep_workbook(owner, book)
    return book


def _keep_workbook(owner, book):
    content = make_workbook(book, Question(2016, None), None)
    sent = LoadedFile("ledger.xlsx", content)
    now, plan = timezone.now(), plan_workbook(book, sent)
    keep_workbook(by=owner, book=book, file=sent, plan=plan, at=now)


def make_ledger_parts():
    """Give, for each address of the ledger, the parts that lead to that change."""
    found = LedgerChange.objects.filter(number=2).first()
    of_change = {"public_id": found.public_id} if found else {}
    of_one = {"organisation": "east-trust"}
    row = RegisterImport.objects.filter(room="money").first()
    of_workbook = {"public_id": row.public_id} if row else {}
    whose = {"position": {}, "position-of": of_one, "forecast": {}}
    return {
        **{f"money:{name}": of_change for name in OF_CHANGE},
        **{f"money:workbook-{name}": of_workbook for name in OF_WORKBOOK},
        "money:change-file": of_change | {"kind": "csv"},
        "money:position-of": of_one,
        **{
            f"money:{name}-file": whose[name] | {"figure": figure, "kind": "xlsx"}
            for name, figure in FIGURES.items()
        },
        **{
            f"money:{name}-svg": parts
            | {"figure": "forecast" if name == "forecast" else "months"}
            for name, parts in whose.items()
        },
    }
