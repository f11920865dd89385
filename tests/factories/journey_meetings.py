"""Groups with six seats and a meeting today, each kept by a clerk, for journeys."""

from datetime import date, timedelta

FIRST_DAY = date(2019, 4, 1)
SEATS = 6
ITEMS = ("4", "5", "6")
HEARD_BY = ("grp-steb", "grp-sc-steering", "grp-icp-steering")
CCGS = 8


def keep_a_group(user, organisation):
    """Give somebody a group that they keep, and whose meeting they called today."""
    from django.utils import timezone

    from placeplan_web.governance.models import Group, OfficeKind
    from placeplan_web.governance.operations.group import give_office
    from placeplan_web.governance.operations.meeting import call_meeting
    from placeplan_web.places.appointment import add_post, appoint
    from placeplan_web.places.models import Place
    from placeplan_web.registers.operations import save_record

    now = timezone.now()
    first = {"by": "command", "at": now, "starts_on": FIRST_DAY}
    place = Place.objects.get(slug=organisation)
    post = add_post(organisation=place, title=f"Clerk {user.username}", **first)
    appoint(post=post, user=user, **first)
    group = save_record(
        by="command",
        record=Group(slug=user.username),
        changes={"name": f"Group of {user.username}"},
        at=now,
    )
    hearing = Group.objects.filter(slug__in=HEARD_BY)
    for each in (group, *(hearing if "risk" in user.username else ())):
        give_office(group=each, post=post, kind=OfficeKind.CLERK, **first)
    hears, nhs = ("speaking" in user.username), ("nhs" in user.username)
    fill_group(group, place, hears=hears, regime="nhs" if nhs else "localism_act")
    call_meeting(by="command", meeting=plan_meeting(group), at=now)
    add_boards(user.username)
    for each in hearing if "risk" in user.username else ():
        plan_meeting(each, timedelta(days=7))


def fill_group(group, place, *, hears, regime):
    """Give a group its terms and six members."""
    from django.utils import timezone

    from placeplan_web.governance.models import Seat, TermsOfReference
    from placeplan_web.governance.operations.group import give_seat
    from placeplan_web.places.appointment import add_post
    from placeplan_web.registers.operations import save_record

    by = {"by": "command", "at": timezone.now()}
    terms = {
        "starts_on": FIRST_DAY,
        "quorum_number": 3,
        "members_stated": SEATS,
        "substitutes_allowed": False,
        "majority": "simple",
        "regime": regime,
        "public_may_speak": hears,
    }
    save_record(record=TermsOfReference(group=group), changes=terms, **by)
    for number in range(1, SEATS + 1):
        title = {"title": f"Councillor {number}", "is_chair": number == 1}
        seat = save_record(record=Seat(group=group), changes=title, **by)
        words = f"{group.slug} member {number}"
        post = add_post(organisation=place, title=words, starts_on=FIRST_DAY, **by)
        give_seat(seat=seat, post=post, starts_on=FIRST_DAY, **by)


def plan_meeting(group, later=timedelta()):
    """Plan a meeting with three items."""
    from django.utils import timezone

    from placeplan_web.governance.models import AgendaItem, Meeting
    from placeplan_web.registers.operations import save_record

    now = timezone.now()
    day = timezone.localdate() + later
    by = {"by": "command", "at": now}
    meeting = save_record(record=Meeting(group=group), changes={"held_on": day}, **by)
    for position, number in enumerate(ITEMS, 1):
        about = {
            "number": number,
            "position": position,
            "title": f"Matter {number}",
            "subject": f"stroke {group.slug}",
            "minutes_planned": 10 * position,
        }
        save_record(record=AgendaItem(meeting=meeting), changes=about, **by)
    return meeting


def add_boards(name):
    """Give eight bodies that ratify."""
    from django.utils import timezone

    from placeplan_web.governance.models import Body
    from placeplan_web.registers.operations import save_record

    for number in range(1, CCGS + 1) if "boards" in name else ():
        save_record(
            by="command",
            record=Body(slug=f"{name}-ccg-{number}"),
            changes={"name": f"Board {number} of eight", "kind": "commissioner"},
            at=timezone.now(),
        )
