"""The page of money lists the pages of the ledger, each with its finding."""

from datetime import date

import pytest

from factories.change_factory import add_moving_run
from factories.page_words import say
from placeplan_web.design.address import Address
from placeplan_web.money.presenters.summary import list_ledger_pages

pytestmark = pytest.mark.django_db


def test_the_page_of_money_leads_to_the_pages_of_the_ledger(book, client, settings):
    add_moving_run(settings)

    response = client.get("/money/")

    page, words = response.content.decode(), say(response)
    for slug in ("position", "forecast", "workbook", "changes"):
        assert page.count(f'href="/money/{slug}/"') == 1
    assert (
        "The system of 2 organisations is £390 short by the end of September 2016, "
        "£150 worse than planned;"
    ) in words
    assert "2016/17: 181 amounts of 2 organisations, and each sum a formula." in words
    assert "The system of 2 organisations may end 2016/17 £" in words


def test_nothing_is_listed_before_there_is_a_ledger(db):
    assert list_ledger_pages(Address()) == []


def test_nothing_is_listed_on_a_day_before_anything_was_known(book):
    assert list_ledger_pages(Address(as_at=date(2016, 3, 1))) == []
