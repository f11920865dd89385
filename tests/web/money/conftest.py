"""A small ledger of a system with two trusts, and the people who keep it."""

import pytest

from factories.account_factory import UserFactory
from factories.ledger_factory import write_ledger
from placeplan_web.money.operations.load import load_ledger
from placeplan_web.money.queries.book import find_book
from placeplan_web.places.operations import load_registry


@pytest.fixture
def book(tmp_path, db):
    folder = write_ledger(tmp_path / "plan")
    load_registry(folder=folder, by="command")
    load_ledger(folder=folder, by="command")
    return find_book()


@pytest.fixture
def keeper(db):
    """Somebody of the organisation that keeps the whole ledger."""
    return UserFactory(organisation="km-stp")


@pytest.fixture
def of_east(db):
    """Somebody of one trust."""
    return UserFactory(organisation="east-trust")
