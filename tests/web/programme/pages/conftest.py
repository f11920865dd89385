"""A programme with its people, and a browser of each."""

import pytest
from django.test import Client

from factories.account_factory import UserFactory
from factories.programme_factory import (
    PostFactory,
    PostHoldingFactory,
    ProgrammeRoleFactory,
)
from factories.register_factory import make_circle
from placeplan_web.programme.models import RoleKind


@pytest.fixture
def circle(db):
    return make_circle(name="System transformation")


@pytest.fixture
def keeper(circle):
    """Give a browser of the programme office."""
    return _sign_in(circle.keeper)


@pytest.fixture
def reader(circle):
    return _sign_in(circle.reader)


@pytest.fixture
def leading(circle):
    """Give somebody who leads the programme, in a post of theirs."""
    post, user = PostFactory(title="Programme director"), UserFactory()
    PostHoldingFactory(post=post, user=user)
    role = RoleKind.LEAD
    ProgrammeRoleFactory(programme=circle.programme, post=post, role=role)
    return user, post


@pytest.fixture
def lead(leading):
    """Give a browser of the one who leads."""
    return _sign_in(leading[0])


def _sign_in(user):
    client = Client()
    client.force_login(user)
    return client
