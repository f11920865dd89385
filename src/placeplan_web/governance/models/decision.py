"""What a group decided, recommended or noted: whose authority, on what evidence."""

from django.db import models
from django.db.models import F, Q

from placeplan_web.governance.models.base import CitedRow
from placeplan_web.governance.models.body import Body
from placeplan_web.governance.models.instrument import Instrument
from placeplan_web.governance.models.item import AgendaItem
from placeplan_web.governance.models.seat import Seat
from placeplan_web.governance.models.vote import Vote
from placeplan_web.places.models import Post
from placeplan_web.programme.models.invariant import know_choice, not_below_zero
from placeplan_web.registers.models import AppendedRow


class DecisionKind(models.TextChoices):
    DECISION = "decision", "Decision"
    RECOMMENDATION = "recommendation", "Recommendation"
    NOTE = "note", "Note"


class Verb(models.TextChoices):
    """What authority offers on the day."""

    DECIDE = "decide", "Decide"
    RECOMMEND = "recommend", "Recommend"


class RatificationRule(models.TextChoices):
    ALL = "all", "Every body agrees"
    MAJORITY = "majority", "More than half of the bodies agree"
    LEAD = "lead", "The body that leads agrees"


class Decision(AppendedRow, CitedRow):
    """Words that a group settled on, and by what authority; never written over.

    A decision needs authority to decide on its day. A later one may follow it, as when
    bodies agree to other words than were recommended. `results_reason` says why it was
    settled without the results of a consultation.
    """

    PREFIX = "DN-"

    reference = models.CharField(max_length=40, unique=True)
    item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, related_name="decisions"
    )
    vote = models.ForeignKey(
        Vote, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions"
    )
    kind = models.CharField(max_length=14, choices=DecisionKind.choices)
    title = models.CharField(max_length=300)
    text = models.TextField()
    text_hash = models.CharField(max_length=64)
    subject = models.CharField(max_length=200, blank=True, default="")
    value_pounds = models.DecimalField(
        max_digits=14, decimal_places=2, null=True, blank=True
    )
    decided_on = models.DateField()
    verb = models.CharField(max_length=9, choices=Verb.choices, blank=True, default="")
    authority_reasons = models.JSONField(default=list, blank=True)
    authority_ask = models.JSONField(default=list, blank=True)
    authority_source = models.TextField(blank=True, default="")
    rule_version = models.CharField(max_length=40, blank=True, default="")
    instruments = models.ManyToManyField(
        Instrument, through="DecisionInstrument", related_name="decisions"
    )
    ratification_rule = models.CharField(
        max_length=8, choices=RatificationRule.choices, blank=True, default=""
    )
    lead_body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    results_reason = models.TextField(blank=True, default="")
    follows = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="followed_by",
    )

    class Meta(AppendedRow.Meta):
        ordering = ("decided_on", "pk")
        constraints = (
            *CitedRow.Meta.constraints,
            know_choice("kind", DecisionKind, "decision_kind_is_known"),
            know_choice("verb", Verb, "decision_verb_is_known", empty=True),
            models.CheckConstraint(condition=~Q(text=""), name="decision_has_its_text"),
            models.CheckConstraint(
                condition=Q(text_hash__regex=r"^[0-9a-f]{64}$"),
                name="decision_has_its_hash",
            ),
            models.CheckConstraint(
                condition=~Q(kind="decision") | Q(verb="decide"),
                name="decision_rests_on_authority",
            ),
            models.CheckConstraint(
                condition=~Q(kind="recommendation") | ~Q(verb=""),
                name="decision_recommends_by_a_rule",
            ),
            know_choice(
                "ratification_rule",
                RatificationRule,
                "decision_rule_is_known",
                empty=True,
            ),
            models.CheckConstraint(
                condition=Q(ratification_rule="") | Q(kind="recommendation"),
                name="decision_recommended_is_ratified",
            ),
            models.CheckConstraint(
                condition=Q(ratification_rule="lead", lead_body__isnull=False)
                | (~Q(ratification_rule="lead") & Q(lead_body__isnull=True)),
                name="decision_lead_is_named",
            ),
            models.CheckConstraint(
                condition=Q(follows__isnull=True) | ~Q(follows=F("pk")),
                name="decision_follows_another",
            ),
            not_below_zero("value_pounds", "decision_value_is_not_negative"),
        )

    def __str__(self) -> str:
        return self.reference


class DecisionInstrument(AppendedRow):
    """An instrument by which a decision was taken."""

    decision = models.ForeignKey(
        Decision, on_delete=models.PROTECT, related_name="instrument_links"
    )
    instrument = models.ForeignKey(
        Instrument, on_delete=models.PROTECT, related_name="+"
    )

    class Meta(AppendedRow.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("decision", "instrument"), name="decisioninstrument_stands_once"
            ),
        )


class EvidenceKind(models.TextChoices):
    FACT = "fact", "Fact"
    RUN = "run", "Run of a plan"
    PAPER = "paper", "Version of a paper"
    ASSESSMENT = "assessment", "Impact assessment"


class DecisionEvidence(AppendedRow):
    """What a decision rested on, and in which version."""

    decision = models.ForeignKey(
        Decision, on_delete=models.PROTECT, related_name="evidence"
    )
    kind = models.CharField(max_length=10, choices=EvidenceKind.choices)
    identifier = models.CharField(max_length=120)
    evidence_version = models.CharField(max_length=64, blank=True, default="")
    title = models.CharField(max_length=300)

    class Meta(AppendedRow.Meta):
        constraints = (
            know_choice("kind", EvidenceKind, "decisionevidence_kind_is_known"),
            models.UniqueConstraint(
                fields=("decision", "kind", "identifier"),
                name="decisionevidence_stands_once",
            ),
        )


class Dissent(AppendedRow):
    """A member who disagreed; `reason` is what they had recorded."""

    decision = models.ForeignKey(
        Decision, on_delete=models.PROTECT, related_name="dissents"
    )
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta(AppendedRow.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("decision", "seat"), name="dissent_is_recorded_once"
            ),
        )
