"""The page of a solution that hangs on a project: what its milestones propose."""

from typing import Any, Final

from placeplan.periods import FinancialYear
from placeplan_web.design.words import write_moment, write_percent, write_pounds
from placeplan_web.programme.models import DeliveryProposal, SolutionLink
from placeplan_web.programme.presenters.way import Ways
from placeplan_web.registers.kind import Section

HEAD: Final = (
    "Made",
    {"text": "Delivery", "numeric": True},
    {"text": "Days later", "numeric": True},
    {"text": "At stake", "numeric": True},
    "Standing",
    "Why",
)
YEAR_HEAD: Final = (
    "Year",
    {"text": "As planned", "numeric": True},
    {"text": "As proposed", "numeric": True},
)


def list_solution_sections(_scope: Any, link: SolutionLink, user: Any) -> list[Section]:
    """Give the parts of the page of a solution."""
    ways = Ways(link, "solutions", user)
    proposals = list(link.proposals.order_by("-made_at", "-pk"))
    return [
        Section(
            "What slipped milestones propose",
            words="No money moves by itself: somebody takes a proposal or refuses it. "
            "What was taken is kept here; runs follow once the plan folder does.",
            head=HEAD,
            rows=[_make_row(each) for each in proposals],
            actions=ways.list("decide", "propose"),
        ),
        Section(
            "Year by year, by the newest proposal",
            head=YEAR_HEAD,
            rows=[
                [str(FinancialYear(year)), write_pounds(planned), write_pounds(now)]
                for year, planned, now in (proposals[0].years if proposals else ())
            ],
            empty="Nothing has been proposed.",
        ),
    ]


def name_solution(solution: str) -> str:
    """Name a solution for readers: its id in words."""
    words = solution.replace("-", " ")
    return words[:1].upper() + words[1:]


def _make_row(proposal: DeliveryProposal) -> list[Any]:
    stake = sum(planned - now for _, planned, now in proposal.years)
    return [
        write_moment(proposal.made_at),
        write_percent(proposal.probability, 0),
        proposal.delay_days,
        {"text": write_pounds(stake), "status": proposal.status},
        proposal.get_state_display(),
        proposal.decided_reason,
    ]
