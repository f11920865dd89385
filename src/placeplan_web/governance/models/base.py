"""What records of governance share: a source, lists of words, a place in a group."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from placeplan_web.registers.models import RegisterRecord, SourcedRow


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


class CitedRow(SourcedRow):
    """A plain row that also names the paragraph of its source."""

    paragraph = models.CharField(max_length=300, blank=True, default="")

    class Meta(SourcedRow.Meta):
        abstract = True


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
