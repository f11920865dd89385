"""What hangs on the risks of a programme, said on the pages of a run."""

from django.utils.html import format_html

from placeplan_web.design.address import Address
from placeplan_web.design.words import write_count, write_pounds
from placeplan_web.evidence.models import Run
from placeplan_web.programme.models import Programme
from placeplan_web.programme.queries.risk_stake import find_risk_stakes_of


def say_what_hangs(run: Run, address: Address) -> str:
    """Say how much of the plan hangs on how many risks; nothing where none is tied.

    Of programmes that everybody may read, the first one whose risks are tied to
    solutions of the plan.
    """
    programmes = Programme.objects.filter(
        is_open=True,
        withdrawn_at__isnull=True,
        solutionlinks__plan=run.dataset.plan,
        solutionlinks__withdrawn_at__isnull=True,
    )
    for programme in programmes.distinct().order_by("pk"):
        risks = find_risk_stakes_of(programme, run)
        if risks and risks.main:
            link = address.link("programme:at-stake", slug=programme.slug)
            return format_html(
                'Of what the plan closes, <a href="{}#by-risk">{} hangs on {}</a> '
                "({}).",
                link,
                write_pounds(risks.main.pounds),
                write_count(len(risks.main.risks), "risk"),
                risks.main.status,
            )
    return ""
