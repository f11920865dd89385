"""Who was in a meeting, from when to when, in the room or by video."""

import uuid

from django.db import models
from django.db.models import F, Q

from placeplan_web.governance.models.meeting import Meeting
from placeplan_web.governance.models.seat import Seat
from placeplan_web.places.models import Post
from placeplan_web.programme.models.invariant import keep_order


class Attendance(models.Model):
    """One stay of a seat, or of a post without one, in a meeting.

    Whoever leaves and comes back has two. `is_substitute` says that somebody else sits
    there for whoever has the seat. Nothing but the end of a stay is ever written later:
    triggers hold that.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="attendances"
    )
    seat = models.ForeignKey(
        Seat, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)
    by_video = models.BooleanField(default=False)
    is_substitute = models.BooleanField(default=False)

    class Meta:
        ordering = ("joined_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(seat__isnull=False) | Q(post__isnull=False),
                name="attendance_is_somebodys",
            ),
            models.CheckConstraint(
                condition=Q(is_substitute=False)
                | Q(seat__isnull=False, post__isnull=False),
                name="attendance_substitute_is_a_post_in_a_seat",
            ),
            keep_order("joined_at", "left_at", "attendance_leaves_after_it_joins"),
            models.UniqueConstraint(
                fields=("meeting", "seat"),
                condition=Q(left_at__isnull=True, seat__isnull=False),
                name="attendance_seat_is_there_once",
            ),
            models.UniqueConstraint(
                fields=("meeting", "post"),
                condition=Q(left_at__isnull=True, post__isnull=False),
                name="attendance_post_is_there_once",
            ),
            models.CheckConstraint(
                condition=Q(left_at__isnull=True) | ~Q(left_at=F("joined_at")),
                name="attendance_lasts",
            ),
        )
