"""A group in public beside the private one, whose records the open data may give."""

from factories import governance_factory as make
from factories.private_programme import CALENDAR

OPEN_GROUP = "00000000-0000-4000-8000-000000000001"


def make_open_group():
    """Give a public group by its address in the open data."""
    return make.GroupFactory(slug="open-group", public_id=OPEN_GROUP)


def make_feed_parts():
    """Give the parts that lead to calendars and open data."""
    kind = {"kind": "organizations"}
    return {
        "governance:own-feed": {"token": CALENDAR},
        "governance:oparl-list": kind,
        "governance:oparl-record": {**kind, "public_id": OPEN_GROUP},
    }
