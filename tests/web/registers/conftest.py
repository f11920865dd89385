"""A programme whose registers the tests of this room use."""

import pytest

from factories.register_factory import make_circle


@pytest.fixture
def circle(db):
    return make_circle(name="System transformation")


@pytest.fixture
def keeper(client, circle):
    """Give a browser in which somebody of the programme office has signed in."""
    client.force_login(circle.keeper)
    return client
