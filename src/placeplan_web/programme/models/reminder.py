"""How somebody is reminded: a calendar by a secret link, and an address for a digest.

The address is a person's own and given by themselves. It stands in no other table, no
page but their own shows it, and neither the audit nor a log tells it.
"""

import uuid

from django.conf import settings
from django.db import models


class CalendarFeed(models.Model):
    """A link to a calendar of what is due from somebody; only its digest is kept."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()


class DigestAddress(models.Model):
    """Where the daily digest of somebody is sent, once a day at most."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    address = models.EmailField()
    set_at = models.DateTimeField()
    sent_on = models.DateField(null=True, blank=True)
