"""What records of a programme share: the programme itself, an owner."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.db import models

from placeplan_web.places.models import Post
from placeplan_web.registers.models import RegisterRecord


class ProgrammeRecord(RegisterRecord):
    """A record whose reference stands once in its programme."""

    programme = models.ForeignKey(
        "programme.Programme", on_delete=models.PROTECT, related_name="%(class)ss"
    )

    class Meta(RegisterRecord.Meta):
        abstract = True
        ordering: ClassVar[tuple[str, ...]] = ("reference_order", "pk")
        constraints = (
            *RegisterRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=("programme", "reference"), name="%(class)s_reference_is_unique"
            ),
        )
        indexes: ClassVar[tuple[models.Index, ...]] = (
            models.Index(
                fields=("programme", "reference_order", "id"), name="%(class)s_order"
            ),
        )

    def list_neighbours(self) -> Mapping[str, Any]:
        return {"programme": self.programme_id}


class OwnedRecord(ProgrammeRecord):
    """A record that a post answers for; `owner_words` is what a paper calls it."""

    owner_post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    owner_words = models.CharField(max_length=300, blank=True, default="")

    class Meta(ProgrammeRecord.Meta):
        abstract = True
