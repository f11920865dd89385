"""Links from an indicator to the benefits that it would show."""

from collections.abc import Sequence

from placeplan_web.design.address import Address
from placeplan_web.performance.hanging import Hanging
from placeplan_web.performance.register import PerformanceRegister
from placeplan_web.programme.models import Benefit


def list_benefit_links(
    indicators: Sequence[str], _register: PerformanceRegister, address: Address
) -> Hanging:
    """Links to benefits of programmes that everybody may read."""
    benefits = Benefit.objects.filter(
        programme__is_open=True,
        withdrawn_at=None,
        indicators__indicator__in=indicators,
    )
    links = [
        {
            "text": f"Benefit {each.reference}: {each.title}",
            "href": address.link(
                "programme:record",
                scope=each.programme.slug,
                register="benefits",
                reference=each.reference,
            ),
        }
        for each in benefits.distinct().select_related("programme").order_by("pk")
    ]
    return Hanging(hangs_on=links)
