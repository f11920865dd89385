"""Actions that posts were given, for the list of what is due from them."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from placeplan.programme import DateInterval, DueItem
from placeplan_web.governance.models import Action, ActionState
from placeplan_web.programme.queries.duty import Posts

MOST_LETTERS = 120


def find_actions(posts: Posts, day: date) -> Iterator[DueItem]:
    """Give the open actions of some posts; one without a day is due now."""
    held = Action.objects.filter(
        owner_post__in=posts, state=ActionState.OPEN, withdrawn_at=None
    )
    for each in held:
        due = each.due_on or day
        parts = {"scope": "all", "register": "actions", "reference": each.reference}
        yield DueItem(
            "action",
            each.reference,
            each.text[:MOST_LETTERS],
            DateInterval(due, due),
            address=reverse("governance:record", kwargs=parts),
        )
