"""A ledger: the money of one system, as its finance people keep it."""

import uuid

from django.db import models


class LedgerBook(models.Model):
    """The ledger of a system; `slug` is the id of the plan that it was loaded from.

    `system` is the organisation whose people keep the whole ledger.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    system = models.CharField(max_length=80)
    opened_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.name
