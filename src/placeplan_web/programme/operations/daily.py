"""What time alone brings to programmes: tests whose day passed, slips that grow."""

from datetime import date, datetime
from uuid import UUID

from placeplan_web.programme.models import (
    Assumption,
    DeliveryProposal,
    Project,
    RiskProposal,
)
from placeplan_web.programme.operations.assumption import follow_up
from placeplan_web.programme.operations.slip_effect import propose_deliveries


def follow_assumptions(
    *, by: UUID | str, as_at: date, at: datetime
) -> list[RiskProposal]:
    """Propose what follows from assumptions whose test was due and is not met."""
    held = Assumption.objects.filter(withdrawn_at=None, programme__withdrawn_at=None)
    return [
        made
        for each in held.order_by("pk")
        for made in follow_up(by=by, assumption=each, as_at=as_at, at=at)
    ]


def refresh_deliveries(
    *, by: UUID | str, as_at: date, at: datetime
) -> list[DeliveryProposal]:
    """Bring the proposals for planned solutions to a day; give those that moved."""
    projects = Project.objects.filter(
        withdrawn_at=None, programme__withdrawn_at=None, solution_links__isnull=False
    )
    standing = propose_deliveries(
        by=by, projects=list(projects.distinct()), as_at=as_at, at=at
    )
    return [each for each in standing if each.made_at == at]
