"""Posts of an organisation, and who holds them from when to when."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from placeplan_web.places.models.place import Place


class Post(models.Model):
    """A seat of work in an organisation, by its title; people come and go."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(
        Place, on_delete=models.PROTECT, related_name="posts"
    )
    title = models.CharField(max_length=120)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("title", "pk")
        constraints = (
            models.CheckConstraint(condition=~Q(title=""), name="post_has_a_title"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="post_ends_after_it_starts",
            ),
        )

    def __str__(self) -> str:
        return self.title


class PostHolding(models.Model):
    """Somebody in a post, from their first day to their last, both inside.

    Two holdings of one post share a day only when both are parts of a job share.
    Triggers hold that (see ``post_triggers.py``), and that a holding stays inside the
    life of its post.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="holdings")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="holdings"
    )
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    is_job_share = models.BooleanField(default=False)

    class Meta:
        ordering = ("starts_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="holding_ends_after_it_starts",
            ),
        )

    def __str__(self) -> str:
        return f"{self.post}, from {self.starts_on}"
