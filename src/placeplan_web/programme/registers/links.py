"""Records that columns of this room point to, and what files call them."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from placeplan_web.places.models import Post
from placeplan_web.programme.models import (
    ImpactAssessment,
    Milestone,
    Objective,
    Programme,
    Project,
    Risk,
)
from placeplan_web.registers.column import Column, Holds, Link


def _list_in_use(model: Any) -> Any:
    def list_all(programme: Programme) -> QuerySet[Any]:
        found: QuerySet[Any] = model.objects.filter(
            programme=programme, withdrawn_at__isnull=True
        ).order_by("reference_order")
        return found

    return list_all


def _write_reference(record: Any) -> str:
    return str(record.reference)


def _write_titled(record: Any) -> str:
    name = getattr(record, "title", "") or getattr(record, "name", "")
    return f"{record.reference} {name or getattr(record, 'text', '')}".strip()


def _find_record_href(register: str) -> Any:
    def find_href(programme: Programme, record: Any) -> str:
        return reverse(
            "programme:record",
            kwargs={
                "scope": programme.slug,
                "register": register,
                "reference": record.reference,
            },
        )

    return find_href


def _link_to(model: Any, register: str = "") -> Link:
    href = _find_record_href(register) if register else None
    return Link(_list_in_use(model), _write_reference, _write_titled, href)


def list_posts(_programme: Programme) -> QuerySet[Post]:
    """Give every post, by its organisation: an owner may be of any of them."""
    posts = Post.objects.select_related("organisation")
    return posts.order_by("organisation__slug", "title", "starts_on", "pk")


def write_post(post: Post) -> str:
    """Name a post so that no other has the name: two of one title differ in time."""
    named = f"{post.title}, {post.organisation.slug}"
    return named if post.ends_on is None else f"{named}, {_until(post.ends_on)}"


def _until(day: date) -> str:
    return f"until {day.isoformat()}"


POST_LINK = Link(list_posts, write_post, write_post)
PROJECT_LINK = _link_to(Project)
ASSESSMENT_LINK = _link_to(ImpactAssessment, "assessments")
RISK_LINK = _link_to(Risk, "risks")
MILESTONE_LINK = _link_to(Milestone, "milestones")
OBJECTIVE_LINK = _link_to(Objective)
POST_PATHS = ("owner_post", "owner_post__organisation")


def make_project_column(*, needed: bool = False) -> Column:
    return Column(
        name="project",
        label="Project",
        holds=Holds.LINK,
        link=PROJECT_LINK,
        needed=needed,
        is_listed=True,
        in_bulk=True,
    )


OWNER_COLUMNS = (
    Column(
        name="owner",
        label="Owner",
        field="owner_post",
        holds=Holds.LINK,
        link=POST_LINK,
        empty="no owner",
        is_listed=True,
        in_bulk=True,
        hint="The post that answers for it.",
    ),
    Column(
        name="owner_words",
        label="Owner, in the words of the paper",
        most=300,
    ),
)
