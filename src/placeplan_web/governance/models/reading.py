"""That a member read one version of a paper, and when they said so."""

from django.db import models

from placeplan_web.governance.models.paper import PaperVersion
from placeplan_web.governance.models.seat import Seat
from placeplan_web.places.models import Post
from placeplan_web.registers.models import AppendedRow


class PaperReading(AppendedRow):
    """Who read which version: the post that has a seat, never a person. Once each."""

    version = models.ForeignKey(
        PaperVersion, on_delete=models.PROTECT, related_name="readings"
    )
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

    class Meta(AppendedRow.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("version", "seat", "post"), name="paperreading_stands_once"
            ),
        )
