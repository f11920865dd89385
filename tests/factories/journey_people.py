"""Add users to a site, all at once, as the command that adds one would.

``python -m factories.journey_people`` reads lines of a user name, an organisation and
``staff`` or ``office`` for those who are, and writes the password of each.
"""

import sys
from datetime import date

from placeplan_web.config.start import begin

FIRST_DAY = date(2019, 4, 1)


def main(lines):
    begin()
    from django.utils import timezone

    from placeplan_web.accounts.operations import add_user
    from placeplan_web.accounts.password import make_password

    for line in lines:
        name, organisation, *roles = line.split()
        password = make_password()
        user = add_user(
            by="command",
            username=name,
            password=password,
            at=timezone.now(),
            organisation=organisation,
            is_staff="staff" in roles,
        )
        if "office" in roles:
            join_office(user, organisation)
        print(name, password)


def join_office(user, organisation):
    """Give somebody a post that is part of the office of every programme."""
    from django.utils import timezone

    from placeplan_web.places.appointment import add_post, appoint
    from placeplan_web.places.models import Place
    from placeplan_web.programme.models import Programme, RoleKind
    from placeplan_web.programme.operations.role import give_role

    first = {"by": "command", "at": timezone.now(), "starts_on": FIRST_DAY}
    place = Place.objects.get(slug=organisation)
    post = add_post(organisation=place, title=f"Officer {user.username}", **first)
    appoint(post=post, user=user, **first)
    for programme in Programme.objects.all():
        give_role(programme=programme, post=post, role=RoleKind.OFFICE, **first)


if __name__ == "__main__":
    main(sys.stdin)
