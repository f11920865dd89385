"""Posts of an organisation, and who holds them, for tests."""

from datetime import UTC, date, datetime

from placeplan_web.places.appointment import add_post, appoint
from placeplan_web.places.models import Place

NOON = datetime(2019, 7, 12, 12, 0, tzinfo=UTC)
FIRST_DAY = date(2019, 4, 1)


def make_organisation(slug="trust"):
    made, _ = Place.objects.get_or_create(
        slug=slug, defaults={"family": "organisation", "kind": "acute_trust"}
    )
    return made


def make_post(title="Head of the programme office", organisation="trust", **fields):
    given = {"starts_on": FIRST_DAY, "by": "command", "at": NOON, **fields}
    return add_post(organisation=make_organisation(organisation), title=title, **given)


def make_holding(post, user, **fields):
    given = {"starts_on": FIRST_DAY, "by": "command", "at": NOON, **fields}
    return appoint(post=post, user=user, **given)
