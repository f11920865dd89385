"""What records of governance share: a source, lists of words, a place in a group."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from placeplan_web.registers.models import RecordStatus, RegisterRecord


class TitledRecord(RegisterRecord):
    """A record whose reference stands once in the whole room."""

    class Meta(RegisterRecord.Meta):
        abstract = True
        ordering: ClassVar[tuple[str, ...]] = ("reference", "pk")
        constraints = (
            *RegisterRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=("reference",), name="%(class)s_reference_is_unique"
            ),
        )


class SourcedRow(models.Model):
    """A plain row; it too names its source and how firm it is."""

    source = models.CharField(max_length=80, blank=True, default="")
    paragraph = models.CharField(max_length=300, blank=True, default="")
    status = models.CharField(
        max_length=12, choices=RecordStatus.choices, default=RecordStatus.RECORDED
    )

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                condition=Q(status__in=RecordStatus.values),
                name="%(class)s_status_is_known",
            ),
            models.CheckConstraint(
                condition=Q(status=RecordStatus.RECORDED) | ~Q(source=""),
                name="%(class)s_names_its_source",
            ),
        )


def check_words(value: object) -> None:
    """Refuse what is no list of words, each once."""
    given = value if isinstance(value, list) else [None]
    words = [word for word in given if isinstance(word, str) and word.strip()]
    if len(words) < len(given):
        raise ValidationError("Give a list of words.")
    if len({word.casefold() for word in words}) < len(words):
        raise ValidationError("Give each of the words once.")


def keep_part(
    part: str, whole: str, name: str, *, most_of: bool = False
) -> models.CheckConstraint:
    """Have both numbers of a fraction of 1 at most, or neither.

    `most_of` asks for more than a half.
    """
    least = Q(**{f"{part}__gte": 1})
    if most_of:
        least = Q(**{f"{whole}__lt": models.F(part) * 2})
    return models.CheckConstraint(
        condition=Q(**{f"{part}__isnull": True, f"{whole}__isnull": True})
        | Q(
            least,
            **{
                f"{part}__isnull": False,
                f"{whole}__isnull": False,
                f"{whole}__gte": models.F(part),
            },
        ),
        name=name,
    )
