"""A group that meets: its names, its parts, who belongs to it, whom it answers to."""

from django.db import models
from django.db.models import F, Q

from placeplan_web.governance.models.base import CitedRow, TitledRecord, check_words
from placeplan_web.governance.models.body import Body, MemberKind
from placeplan_web.places.models import Post
from placeplan_web.programme.models.invariant import keep_order, know_choice


class GroupKind(models.TextChoices):
    """What a group is there to do, as its papers have it."""

    STATUTORY = "statutory", "Statutory body"
    DELEGATED = "delegated", "Decides by delegation"
    RECOMMENDS = "recommends", "Recommends"
    ADVISES = "advises", "Advises"
    SCRUTINISES = "scrutinises", "Scrutinises"
    COORDINATES = "coordinates", "Coordinates"
    UNSTATED = "unstated", "Not stated"


class Group(TitledRecord):
    """A board, committee or other body that meets. `slug` is its address for good."""

    PREFIX = "GRP-"

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    purpose = models.TextField(blank=True, default="")
    kind = models.CharField(
        max_length=11, choices=GroupKind.choices, default=GroupKind.UNSTATED
    )
    is_public = models.BooleanField(default=True)
    era = models.CharField(max_length=40, blank=True, default="")
    body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    part_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    state_words = models.CharField(max_length=200, blank=True, default="")
    workstreams = models.JSONField(default=list, blank=True, validators=[check_words])
    chair_words = models.CharField(max_length=300, blank=True, default="")
    members_words = models.TextField(blank=True, default="")
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True, default="")

    class Meta(TitledRecord.Meta):
        ordering = ("name", "pk")
        constraints = (
            *TitledRecord.Meta.constraints,
            models.CheckConstraint(
                condition=Q(slug__regex=r"^[a-z0-9]+(-[a-z0-9]+)*$"),
                name="group_slug_fits_an_address",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="group_has_a_name"),
            know_choice("kind", GroupKind, "group_kind_is_known"),
            keep_order("starts_on", "ends_on", "group_ends_after_it_starts"),
        )

    def __str__(self) -> str:
        return self.name


class AliasKind(models.TextChoices):
    PRINTED = "printed", "Another name in print"
    SHORT = "short", "Abbreviation"
    PROPOSED = "proposed", "A name that was to come"


class GroupAlias(CitedRow):
    """Another name of a group, and when it went by it."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=200)
    kind = models.CharField(
        max_length=8, choices=AliasKind.choices, default=AliasKind.PRINTED
    )
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    class Meta(CitedRow.Meta):
        ordering = ("name", "pk")
        constraints = (
            *CitedRow.Meta.constraints,
            know_choice("kind", AliasKind, "groupalias_kind_is_known"),
            models.UniqueConstraint(
                fields=("group", "name"), name="groupalias_stands_once"
            ),
            keep_order("starts_on", "ends_on", "groupalias_ends_after_it_starts"),
        )

    def __str__(self) -> str:
        return self.name


class PartKind(models.TextChoices):
    PUBLIC = "public", "In public"
    PRIVATE = "private", "In private"
    SEPARATE = "separate", "Each side apart"
    JOINT = "joint", "Together"


class GroupPart(CitedRow):
    """A part in which a group meets, with attendance, quorum and papers of its own."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="parts")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=8, choices=PartKind.choices)

    class Meta(CitedRow.Meta):
        ordering = ("position", "pk")
        constraints = (
            *CitedRow.Meta.constraints,
            know_choice("kind", PartKind, "grouppart_kind_is_known"),
            models.UniqueConstraint(
                fields=("group", "name"), name="grouppart_stands_once"
            ),
        )

    def __str__(self) -> str:
        return self.name


class GroupMember(CitedRow):
    """A body that belongs to a group; only its kind where no paper names it."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="members")
    kind = models.CharField(max_length=15, choices=MemberKind.choices)
    body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="groups"
    )
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    class Meta(CitedRow.Meta):
        ordering = ("kind", "pk")
        constraints = (
            *CitedRow.Meta.constraints,
            know_choice("kind", MemberKind, "groupmember_kind_is_known"),
            # SQLite tells nulls apart in one constraint over all four: hence four.
            models.UniqueConstraint(
                fields=("group", "kind", "body", "starts_on"),
                name="groupmember_stands_once",
            ),
            models.UniqueConstraint(
                fields=("group", "kind", "body"),
                condition=Q(starts_on__isnull=True),
                name="groupmember_stands_once_always",
            ),
            models.UniqueConstraint(
                fields=("group", "kind", "starts_on"),
                condition=Q(body__isnull=True),
                name="groupmember_kind_stands_once",
            ),
            models.UniqueConstraint(
                fields=("group", "kind"),
                condition=Q(body__isnull=True, starts_on__isnull=True),
                name="groupmember_kind_stands_once_always",
            ),
            keep_order("starts_on", "ends_on", "groupmember_ends_after_it_starts"),
        )


class LinkKind(models.TextChoices):
    """How groups hang together, as ``placeplan.governance.inputs`` has it."""

    REPORTS_TO = "reports_to", "Reports to"
    ADVISES = "advises", "Advises"
    RECOMMENDS_TO = "recommends_to", "Recommends to"
    ESCALATES_TO = "escalates_to", "Escalates to"
    SUCCEEDS = "succeeds", "Follows"


class GroupLink(CitedRow):
    """A tie from one group to another, or to somebody that a paper names in words."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="links")
    other = models.ForeignKey(
        Group,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="linked_by",
    )
    other_words = models.CharField(max_length=300, blank=True, default="")
    kind = models.CharField(max_length=13, choices=LinkKind.choices)

    class Meta(CitedRow.Meta):
        constraints = (
            *CitedRow.Meta.constraints,
            know_choice("kind", LinkKind, "grouplink_kind_is_known"),
            models.UniqueConstraint(
                fields=("group", "other", "kind"), name="grouplink_stands_once"
            ),
            models.UniqueConstraint(
                fields=("group", "other_words", "kind"),
                condition=Q(other__isnull=True),
                name="grouplink_in_words_stands_once",
            ),
            models.CheckConstraint(
                condition=Q(other__isnull=False, other_words="")
                | (Q(other__isnull=True) & ~Q(other_words="")),
                name="grouplink_leads_somewhere",
            ),
            models.CheckConstraint(
                condition=Q(other__isnull=True) | ~Q(group=F("other")),
                name="grouplink_leads_to_another",
            ),
        )


class OfficeKind(models.TextChoices):
    """What a post does for a group beside sitting on it."""

    CLERK = "clerk", "Committee officer"
    AUTHOR = "author", "Author of papers"
    MONITORING = "monitoring", "Monitoring officer"


class GroupOffice(models.Model):
    """A post that works for a group, from its first day to its last."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="offices")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=OfficeKind.choices)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("starts_on", "pk")
        constraints = (
            know_choice("kind", OfficeKind, "groupoffice_kind_is_known"),
            keep_order("starts_on", "ends_on", "groupoffice_ends_after_it_starts"),
            models.UniqueConstraint(
                fields=("group", "post", "kind", "starts_on"),
                name="groupoffice_starts_once_a_day",
            ),
        )
