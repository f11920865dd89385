"""What a change would do to patients and staff, by domains and by characteristics."""

from functools import cached_property

from django.db import models
from django.db.models import F, Q

from placeplan_web.programme.models.base import (
    OwnedRecord,
    ProgrammeRecord,
)
from placeplan_web.programme.models.invariant import (
    keep_one_to_five,
    keep_pair,
    know_choice,
)
from placeplan_web.programme.models.project import Project
from placeplan_web.registers.models import AppendedRow


class ImpactDomain(ProgrammeRecord):
    """A domain as the programme's own papers define it.

    The sets that assessments use stand in the library, dated.
    """

    PREFIX = "IMP-"

    name = models.CharField(max_length=120)
    rates = models.CharField(max_length=500)
    domain_set = models.CharField(max_length=80, blank=True, default="")


class AssessmentStage(models.TextChoices):
    SCREENING = "screening", "Screening"
    FULL = "full", "Full assessment"


class AssessmentState(models.TextChoices):
    DRAFT = "draft", "Draft"
    SIGNED_OFF = "signed_off", "Signed off"
    REOPENED = "reopened", "Re-opened"


class ImpactAssessment(OwnedRecord):
    """An assessment of one change, by one set of domains.

    `edition` grows each time it is opened again; a sign-off is of one edition, in words
    that stay.
    """

    PREFIX = "IA-"

    title = models.CharField(max_length=300)
    about = models.TextField(blank=True, default="")
    project = models.ForeignKey(
        Project,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="assessments",
    )
    domain_set = models.CharField(max_length=80)
    stage = models.CharField(
        max_length=9, choices=AssessmentStage.choices, default=AssessmentStage.SCREENING
    )
    state = models.CharField(
        max_length=10,
        choices=AssessmentState.choices,
        default=AssessmentState.DRAFT,
        editable=False,
    )
    edition = models.PositiveSmallIntegerField(default=1, editable=False)

    @cached_property
    def signed_editions(self) -> frozenset[int]:
        """Editions that some post has signed, asked once however many acts ask."""
        return frozenset(self.sign_offs.values_list("edition", flat=True))

    @property
    def is_signed(self) -> bool:
        """Whether any post has signed this edition, which then stays as it is."""
        return self.edition in self.signed_editions

    class Meta(OwnedRecord.Meta):
        constraints = (
            *OwnedRecord.Meta.constraints,
            know_choice("stage", AssessmentStage, "assessment_stage_is_known"),
            know_choice("state", AssessmentState, "assessment_state_is_known"),
            models.CheckConstraint(
                condition=Q(edition__gte=1), name="assessment_editions_begin_at_one"
            ),
        )


class Direction(models.TextChoices):
    BETTER = "better", "Better"
    NEUTRAL = "neutral", "Neither better nor worse"
    WORSE = "worse", "Worse"


class DomainRating(AppendedRow):
    """How one domain was rated; the newest row of an edition holds.

    Its score counts as negative when things get worse. A neutral one needs no steps.
    `domain` is an id of the library's set.
    """

    assessment = models.ForeignKey(
        ImpactAssessment, on_delete=models.PROTECT, related_name="ratings"
    )
    edition = models.PositiveSmallIntegerField()
    domain = models.CharField(max_length=80)
    direction = models.CharField(max_length=7, choices=Direction.choices)
    impact = models.PositiveSmallIntegerField(null=True, blank=True)
    likelihood = models.PositiveSmallIntegerField(null=True, blank=True)
    score = models.GeneratedField(
        expression=F("impact") * F("likelihood"),
        output_field=models.PositiveSmallIntegerField(null=True),
        db_persist=True,
    )

    class Meta(AppendedRow.Meta):
        constraints = (
            know_choice("direction", Direction, "domainrating_direction_is_known"),
            keep_one_to_five("impact", "domainrating_impact_is_one_to_five"),
            keep_one_to_five("likelihood", "domainrating_likelihood_is_one_to_five"),
            keep_pair("impact", "likelihood", "domainrating_has_both_steps_or_none"),
            models.CheckConstraint(
                condition=Q(direction=Direction.NEUTRAL) | Q(impact__isnull=False),
                name="domainrating_better_or_worse_has_steps",
            ),
            models.CheckConstraint(
                condition=~Q(reason=""), name="domainrating_says_why"
            ),
        )


class EqualityAim(models.TextChoices):
    ELIMINATE = "i", "Eliminate discrimination"
    ADVANCE = "ii", "Advance equality of opportunity"
    FOSTER = "iii", "Foster good relations"


class EqualityFinding(AppendedRow):
    """What was found for one characteristic and one aim of the duty.

    Evidence, or why there is none. The newest row of an edition holds.
    """

    assessment = models.ForeignKey(
        ImpactAssessment, on_delete=models.PROTECT, related_name="findings"
    )
    edition = models.PositiveSmallIntegerField()
    characteristic = models.CharField(max_length=80)
    aim = models.CharField(max_length=3, choices=EqualityAim.choices)
    direction = models.CharField(max_length=7, choices=Direction.choices)
    evidence = models.TextField(blank=True, default="")
    no_evidence_reason = models.TextField(blank=True, default="")

    class Meta(AppendedRow.Meta):
        constraints = (
            know_choice("aim", EqualityAim, "equalityfinding_aim_is_known"),
            know_choice("direction", Direction, "equalityfinding_direction_is_known"),
            models.CheckConstraint(
                condition=(Q(evidence="") & ~Q(no_evidence_reason=""))
                | (~Q(evidence="") & Q(no_evidence_reason="")),
                name="equalityfinding_has_evidence_or_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(characteristic="marriage_and_civil_partnership")
                | Q(aim=EqualityAim.ELIMINATE),
                name="equalityfinding_marriage_for_the_first_aim_alone",
            ),
        )


class ImpactMitigation(OwnedRecord):
    """What is done about an impact, by whom, by when."""

    PREFIX = "IM-"

    assessment = models.ForeignKey(
        ImpactAssessment, on_delete=models.PROTECT, related_name="mitigations"
    )
    title = models.CharField(max_length=500)
    domain = models.CharField(max_length=80, blank=True, default="")
    characteristic = models.CharField(max_length=80, blank=True, default="")
    due_on = models.DateField(null=True, blank=True)
    finished_on = models.DateField(null=True, blank=True)


class SignOff(AppendedRow):
    """A post that signs an edition of an assessment.

    `meaning` is what signing meant, shown before signing.
    """

    assessment = models.ForeignKey(
        ImpactAssessment, on_delete=models.PROTECT, related_name="sign_offs"
    )
    edition = models.PositiveSmallIntegerField()
    post = models.ForeignKey("places.Post", on_delete=models.PROTECT, related_name="+")
    meaning = models.TextField()
    signed_on = models.DateField()

    class Meta(AppendedRow.Meta):
        constraints = (
            models.CheckConstraint(
                condition=~Q(meaning=""), name="signoff_says_what_it_means"
            ),
            models.UniqueConstraint(
                fields=("assessment", "edition", "post"),
                name="signoff_once_a_post_and_edition",
            ),
        )
