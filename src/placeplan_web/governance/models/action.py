"""An action that a meeting gave somebody, carried to each agenda until it is closed."""

from django.db import models
from django.db.models import Q

from placeplan_web.governance.models.base import TitledRecord
from placeplan_web.governance.models.group import Group
from placeplan_web.governance.models.item import AgendaItem
from placeplan_web.governance.models.meeting import Meeting
from placeplan_web.places.models import Post
from placeplan_web.programme.models.invariant import know_choice
from placeplan_web.registers.models import AppendedRow


class ActionState(models.TextChoices):
    OPEN = "open", "Open"
    DONE = "done", "Done"
    DROPPED = "dropped", "Dropped"


class Action(TitledRecord):
    """What somebody is to do; `owner_words` is what a paper calls them."""

    PREFIX = "ACT-"

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="actions")
    item = models.ForeignKey(
        AgendaItem,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="actions",
    )
    text = models.TextField()
    owner_post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    owner_words = models.CharField(max_length=300, blank=True, default="")
    raised_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(
        max_length=7,
        choices=ActionState.choices,
        default=ActionState.OPEN,
        editable=False,
    )
    closed_on = models.DateField(null=True, blank=True, editable=False)
    closed_reason = models.TextField(blank=True, default="", editable=False)

    class Meta(TitledRecord.Meta):
        constraints = (
            *TitledRecord.Meta.constraints,
            know_choice("state", ActionState, "action_state_is_known"),
            models.CheckConstraint(condition=~Q(text=""), name="action_says_what"),
            models.CheckConstraint(
                condition=Q(state="open", closed_on__isnull=True, closed_reason="")
                | (
                    ~Q(state="open") & Q(closed_on__isnull=False) & ~Q(closed_reason="")
                ),
                name="action_closed_with_a_reason",
            ),
        )


class CarriedAction(AppendedRow):
    """An open action that stands on the agenda of a later meeting."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="carried")
    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="carried_actions"
    )

    class Meta(AppendedRow.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("action", "meeting"), name="carriedaction_stands_once"
            ),
        )
