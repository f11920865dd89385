"""Sign-off of a document by organisations: what a signature means, and each of them."""

from django.db import models
from django.db.models import F, Q

from placeplan_web.governance.models.base import CitedRow, TitledRecord
from placeplan_web.governance.models.body import Body
from placeplan_web.places.models import Post
from placeplan_web.registers.models import AppendedRow


class SignOffSheet(TitledRecord):
    """A document that organisations sign, and what their signature means."""

    PREFIX = "SGN-"

    title = models.CharField(max_length=300)
    document = models.ForeignKey(
        "programme.ControlledDocument",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    meaning = models.TextField()

    class Meta(TitledRecord.Meta):
        constraints = (
            *TitledRecord.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(meaning=""),
                name="signoffsheet_says_what_it_means",
            ),
        )

    def __str__(self) -> str:
        return self.title


class SignOffBlock(CitedRow):
    """A place for one signature, as printed; one organisation may be printed twice."""

    sheet = models.ForeignKey(
        SignOffSheet, on_delete=models.PROTECT, related_name="blocks"
    )
    position = models.PositiveSmallIntegerField()
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    as_printed = models.CharField(max_length=200, blank=True, default="")
    duplicate_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta(CitedRow.Meta):
        ordering = ("position", "pk")
        constraints = (
            *CitedRow.Meta.constraints,
            models.UniqueConstraint(
                fields=("sheet", "position"), name="signoffblock_stands_once"
            ),
            models.UniqueConstraint(
                fields=("sheet", "body"),
                condition=Q(duplicate_of__isnull=True),
                name="signoffblock_counts_a_body_once",
            ),
            models.CheckConstraint(
                condition=Q(duplicate_of__isnull=True) | ~Q(duplicate_of=F("pk")),
                name="signoffblock_is_not_its_own_double",
            ),
        )


class Signature(AppendedRow):
    """A signature, with what was shown before it: `reason` holds any reservation."""

    block = models.OneToOneField(
        SignOffBlock, on_delete=models.PROTECT, related_name="signature"
    )
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    signed_on = models.DateField()
    meaning_shown = models.TextField()

    class Meta(AppendedRow.Meta):
        constraints = (
            models.CheckConstraint(
                condition=~Q(meaning_shown=""), name="signature_follows_its_meaning"
            ),
        )
