"""A planned solution that hangs on a project, and what its slip proposes."""

from django.db import models
from django.db.models import Q

from placeplan_web.programme.models.base import ProgrammeRecord
from placeplan_web.programme.models.invariant import keep_share
from placeplan_web.programme.models.milestone import Milestone
from placeplan_web.programme.models.project import Project
from placeplan_web.programme.models.proposal import Proposal, ProposalState


class SolutionLink(ProgrammeRecord):
    """A solution of a plan folder that a project delivers.

    `milestone` is the one by which it starts to count; None where it waits for all of
    the project's.
    """

    PREFIX = "SOL-"

    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, related_name="solution_links"
    )
    plan = models.CharField(max_length=80)
    solution = models.CharField(max_length=120)
    milestone = models.ForeignKey(
        Milestone, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    share = models.FloatField(default=1.0)
    probability = models.FloatField(null=True, blank=True)
    delay_days = models.PositiveSmallIntegerField(default=0)

    class Meta(ProgrammeRecord.Meta):
        constraints = (
            *ProgrammeRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=("programme", "plan", "solution", "project"),
                name="solutionlink_stands_once",
            ),
            keep_share("share", "solutionlink_share_is_a_share"),
            keep_share("probability", "solutionlink_probability_is_a_share"),
        )


class DeliveryProposal(Proposal):
    """What slipped milestones propose for a solution.

    How sure it is, how much later it comes, and the pounds that hang on it by financial
    year. A person decides.
    """

    link = models.ForeignKey(
        SolutionLink, on_delete=models.PROTECT, related_name="proposals"
    )
    probability = models.FloatField()
    delay_days = models.PositiveIntegerField()
    rule_set = models.CharField(max_length=80)
    years = models.JSONField(default=list)  # year, planned and proposed pounds
    status = models.CharField(max_length=12)

    class Meta(Proposal.Meta):
        constraints = (
            *Proposal.Meta.constraints,
            keep_share("probability", "deliveryproposal_probability_is_a_share"),
            models.UniqueConstraint(
                fields=("link",),
                condition=Q(state=ProposalState.OPEN),
                name="deliveryproposal_is_open_once",
            ),
        )
