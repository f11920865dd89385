"""The database holds that a ledger is only ever added to."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from placeplan_web.money.models import LedgerBook, LedgerChange, LedgerEntry

NOON = datetime(2019, 7, 12, 12, 0, tzinfo=UTC)


@pytest.fixture
def change(db):
    book = LedgerBook.objects.create(
        slug="tiny", name="Tiny", system="whole", opened_at=NOON
    )
    return LedgerChange.objects.create(
        book=book, number=1, kind="load", cells=1, by="tests", at=NOON
    )


def make_entry(change, **named):
    fields = {
        "table": "ledger_values",
        "organisation": "east-trust",
        "line": "pay",
        "month": date(2016, 4, 1),
        "basis": "plan",
        "pence": 5,
        "status": "illustrative",
    }
    return LedgerEntry.objects.create(change=change, **{**fields, **named})


def test_a_value_that_stands_is_neither_changed_nor_removed(change):
    entry = make_entry(change)

    for write in (
        lambda: LedgerEntry.objects.filter(pk=entry.pk).update(pence=6),
        lambda: LedgerEntry.objects.filter(pk=entry.pk).delete(),
        lambda: LedgerChange.objects.filter(pk=change.pk).update(kind="workbook"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            write()

    assert LedgerEntry.objects.get().pence == 5


@pytest.mark.parametrize(
    "wrong",
    [
        {"table": "outturn"},
        {"status": "recorded"},
        {"pence": None},
    ],
)
def test_an_entry_that_says_nothing_new_or_nothing_known_is_refused(change, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_entry(change, **wrong)


def test_a_change_writes_a_cell_once(change):
    make_entry(change)

    with pytest.raises(IntegrityError), transaction.atomic():
        make_entry(change, pence=6)


@pytest.mark.parametrize("wrong", [{"kind": "undo"}, {"kind": "other"}, {"number": 0}])
def test_a_change_of_no_known_kind_is_refused(change, wrong):
    fields = {"number": 2, "kind": "workbook", "cells": 1, "by": "tests", "at": NOON}

    with pytest.raises(IntegrityError), transaction.atomic():
        LedgerChange.objects.create(book=change.book, **{**fields, **wrong})
