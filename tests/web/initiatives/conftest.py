"""Drafts of a tiny plan with two initiatives, and people who may work on them."""

import pytest

from factories.account_factory import UserFactory
from factories.initiative_plan import make_draft


@pytest.fixture
def planner(db):
    return UserFactory(username="planner", organisation="km-stp")


@pytest.fixture
def draft(planner):
    """Give a draft of the planner's own plan folder."""
    return make_draft(planner)


@pytest.fixture
def signed_in(client, planner):
    """Give a browser in which the planner has signed in."""
    client.force_login(planner)
    return client
