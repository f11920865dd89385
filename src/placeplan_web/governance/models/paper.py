"""A paper of an item, and its versions as they were really published."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.db.models import Q

from placeplan_web.governance.models.item import AgendaItem
from placeplan_web.programme.models import ImpactAssessment
from placeplan_web.programme.models.invariant import know_choice
from placeplan_web.registers.models import AppendedRow, RegisterRecord


class PaperKind(models.TextChoices):
    REPORT = "report", "Report"
    ANNEX = "annex", "Annex"
    MINUTES = "minutes", "Minutes"
    PRESENTATION = "presentation", "Presentation"
    PLAN = "plan", "Plan"
    ASSESSMENT = "assessment", "Impact assessment"
    RESULTS = "results", "Results of a consultation"
    OTHER = "other", "Other"


class Paper(RegisterRecord):
    """A paper of an item; what it says stands in its versions.

    One may set out an impact assessment of a programme.
    """

    PREFIX = "PAPER-"

    item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, related_name="papers"
    )
    title = models.CharField(max_length=300)
    kind = models.CharField(
        max_length=12, choices=PaperKind.choices, default=PaperKind.REPORT
    )
    position = models.PositiveSmallIntegerField(default=1)
    is_exempt = models.BooleanField(default=False)
    pages = models.CharField(max_length=40, blank=True, default="")
    assessment = models.ForeignKey(
        ImpactAssessment,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="papers",
    )

    class Meta(RegisterRecord.Meta):
        ordering = ("position", "pk")
        constraints = (
            *RegisterRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=("item", "reference"), name="paper_reference_is_unique"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="paper_has_a_title"),
            know_choice("kind", PaperKind, "paper_kind_is_known"),
            models.CheckConstraint(
                condition=Q(assessment__isnull=True) | Q(kind=PaperKind.ASSESSMENT),
                name="paper_sets_out_an_assessment_as_one",
            ),
        )

    def __str__(self) -> str:
        return self.title

    def list_neighbours(self) -> Mapping[str, Any]:
        return {"item": self.item_id}


class PaperVersion(AppendedRow):
    """What was published, when in truth, and its hash; never replaced, only followed.

    A version is Markdown text or an uploaded file. One that comes out after the agenda
    is labelled as supplementary, and its reason says why it is late. `edition` is that
    of the impact assessment which it sets out.
    """

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    text = models.TextField(blank=True, default="")
    file = models.FileField(upload_to="papers/", blank=True, default="")
    file_name = models.CharField(max_length=200, blank=True, default="")
    media_type = models.CharField(max_length=80, blank=True, default="")
    sha256 = models.CharField(max_length=64)
    published_at = models.DateTimeField()
    is_exempt = models.BooleanField()
    is_supplementary = models.BooleanField()
    edition = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta(AppendedRow.Meta):
        ordering = ("number", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("paper", "number"), name="paperversion_number_is_unique"
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1), name="paperversion_numbers_begin_at_one"
            ),
            models.CheckConstraint(
                condition=(Q(file="") & ~Q(text="")) | (~Q(file="") & Q(text="")),
                name="paperversion_is_text_or_file",
            ),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"),
                name="paperversion_has_its_hash",
            ),
            models.CheckConstraint(
                condition=Q(is_supplementary=False) | ~Q(reason=""),
                name="paperversion_late_says_why",
            ),
            models.CheckConstraint(
                condition=Q(published_at=models.F("at")),
                name="paperversion_is_never_back_dated",
            ),
        )
