"""An initiative of a draft, with the rows of every table that says what it does."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from placeplan.demand.initiative_inputs import HEADINGS
from placeplan_web.initiatives.models.draft import Draft
from placeplan_web.registers.models import RecordStatus, RegisterRecord

HEADING_WORDS = tuple(
    (heading, heading.replace("_", " ").capitalize()) for heading in HEADINGS
)
MOST_SLUG = 60


class Initiative(RegisterRecord):
    """An initiative; `slug` is its id in the plan.

    `rows` holds, by the name of a table, its rows as a file would: a mapping of column
    to text, without the initiative itself. So a version of the record is all of it.
    """

    PREFIX = "INI-"

    draft = models.ForeignKey(
        Draft, on_delete=models.PROTECT, related_name="initiatives"
    )
    slug = models.SlugField(max_length=MOST_SLUG)
    name = models.CharField(max_length=200)
    theme = models.CharField(max_length=80)
    heading = models.CharField(max_length=40, choices=HEADING_WORDS)
    planning_level = models.PositiveSmallIntegerField(null=True, blank=True)
    owner = models.CharField(max_length=200)
    delivery_share = models.FloatField(default=1.0)
    rows = models.JSONField(default=dict, blank=True)

    class Meta(RegisterRecord.Meta):
        ordering: ClassVar[tuple[str, ...]] = ("reference_order", "pk")
        constraints = (
            *RegisterRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=("draft", "reference"), name="initiative_reference_is_unique"
            ),
            models.UniqueConstraint(
                fields=("draft", "slug"), name="initiative_id_is_unique_in_its_draft"
            ),
            models.CheckConstraint(
                condition=Q(heading__in=HEADINGS), name="initiative_heading_is_known"
            ),
            models.CheckConstraint(
                condition=Q(delivery_share__gte=0) & Q(delivery_share__lte=1),
                name="initiative_delivery_is_a_share",
            ),
            models.CheckConstraint(
                condition=~Q(status=RecordStatus.RECORDED),
                name="initiative_has_a_status_of_a_plan",
            ),
        )
        indexes = (
            models.Index(
                fields=("draft", "reference_order", "id"), name="initiative_order"
            ),
        )

    def __str__(self) -> str:
        return f"{self.reference} {self.name}"

    def list_neighbours(self) -> Mapping[str, Any]:
        return {"draft": self.draft_id}
