"""Add users to a site, all at once, as the command that adds one would.

``python -m factories.journey_people`` reads lines of a user name, an organisation and
``staff``, ``office`` or ``member`` for those who are, and writes the password of each.
"""

import sys
from datetime import date

from factories.journey_meetings import keep_a_group
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
        if "member" in roles:
            join_advisory_group(user, organisation)
        if "clerk" in roles:
            keep_a_group(user, organisation)
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


def join_advisory_group(user, organisation):
    """Give somebody the only seat of a group that meets next week."""
    from datetime import timedelta

    from django.utils import timezone

    from placeplan_web.governance.models import (
        AgendaItem,
        Group,
        Meeting,
        Seat,
        TermsOfReference,
    )
    from placeplan_web.governance.operations.group import give_seat
    from placeplan_web.places.appointment import add_post, appoint
    from placeplan_web.places.models import Place
    from placeplan_web.registers.operations import save_record

    now = timezone.now()
    first = {"by": "command", "at": now, "starts_on": FIRST_DAY}
    place = Place.objects.get(slug=organisation)
    post = add_post(organisation=place, title=f"Councillor {user.username}", **first)
    appoint(post=post, user=user, **first)
    kept = {"by": "command", "at": now}
    group = save_record(
        record=Group(slug=f"group-of-{user.username}"),
        changes={"name": f"Advisory group of {user.username}"},
        **kept,
    )
    terms = {"starts_on": FIRST_DAY, "quorum_number": 1, "regime": "localism_act"}
    save_record(record=TermsOfReference(group=group), changes=terms, **kept)
    title = {"title": "Councillor"}
    seat = save_record(record=Seat(group=group), changes=title, **kept)
    give_seat(seat=seat, post=post, **first)
    day = timezone.localdate() + timedelta(days=7)
    meeting = save_record(record=Meeting(group=group), changes={"held_on": day}, **kept)
    item = {"number": "5", "position": 1, "title": "The winter gardens"}
    changes = {**item, "tags": ["winter gardens"]}
    save_record(record=AgendaItem(meeting=meeting), changes=changes, **kept)


if __name__ == "__main__":
    main(sys.stdin)
