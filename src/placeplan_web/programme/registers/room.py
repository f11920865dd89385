"""Where the registers of a programme stand, and who is told of as what in them."""

from datetime import date

from django.urls import NoReverseMatch, reverse

from placeplan_web.design.address import Address
from placeplan_web.programme.models import Programme
from placeplan_web.programme.queries.author import name_by_post
from placeplan_web.programme.queries.known import list_papers
from placeplan_web.programme.registers.assessment import (
    ASSESSMENTS,
    IMPACT_MITIGATIONS,
)
from placeplan_web.programme.registers.assumption import ASSUMPTIONS
from placeplan_web.programme.registers.benefit import BENEFITS
from placeplan_web.programme.registers.deliverable import DELIVERABLES
from placeplan_web.programme.registers.dependency import DEPENDENCIES
from placeplan_web.programme.registers.document import DOCUMENTS
from placeplan_web.programme.registers.issue import ISSUES
from placeplan_web.programme.registers.milestone import MILESTONES
from placeplan_web.programme.registers.resource import RESOURCES
from placeplan_web.programme.registers.risk import RISKS
from placeplan_web.programme.registers.service_change import SERVICE_CHANGES
from placeplan_web.programme.registers.solution import SOLUTIONS
from placeplan_web.registers.room import RegisterRoom, add_room


def find_programme(slug: str) -> Programme | None:
    return Programme.objects.filter(slug=slug).first()


def list_crumbs(programme: Programme, address: Address) -> list[tuple[str, str]]:
    """Give the way to a register: the page of the programme."""
    try:
        home = reverse("programme:programme", kwargs={"slug": programme.slug})
    except NoReverseMatch:
        return []
    return [(programme.name, address.keep(home))]


def list_late_sources(day: date) -> frozenset[str]:
    """Give the papers that were not out on a day."""
    papers = list_papers(day)
    return frozenset(slug for slug, dated in papers.items() if dated > day)


PROGRAMME_ROOM = add_room(
    RegisterRoom(
        name="programme",
        find_scope=find_programme,
        name_scope=lambda programme: str(programme.name),
        list_crumbs=list_crumbs,
        name_authors=name_by_post,
        list_late_sources=list_late_sources,
    )
)
PROGRAMME_ROOM.add(
    RISKS,
    MILESTONES,
    ISSUES,
    ASSUMPTIONS,
    BENEFITS,
    RESOURCES,
    DELIVERABLES,
    DEPENDENCIES,
    SOLUTIONS,
    ASSESSMENTS,
    IMPACT_MITIGATIONS,
    DOCUMENTS,
    SERVICE_CHANGES,
)
