"""What a role of a programme asks of whoever fills it, and who was appointed."""

from django.db import models

from placeplan_web.places.models import Post
from placeplan_web.programme.models.base import ProgrammeRecord
from placeplan_web.programme.models.invariant import keep_order


class RoleDescription(ProgrammeRecord):
    PREFIX = "ROLE-"

    title = models.CharField(max_length=200)
    purpose = models.TextField()
    duties = models.TextField(blank=True, default="")
    answers_to = models.CharField(max_length=300, blank=True, default="")


class Appointment(ProgrammeRecord):
    """A post that fills a role from its first day to its last, both inside."""

    PREFIX = "APP-"

    role_description = models.ForeignKey(
        RoleDescription, on_delete=models.PROTECT, related_name="appointments"
    )
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    terms = models.TextField(blank=True, default="")

    class Meta(ProgrammeRecord.Meta):
        constraints = (
            *ProgrammeRecord.Meta.constraints,
            keep_order("starts_on", "ends_on", "appointment_ends_after_it_starts"),
        )
