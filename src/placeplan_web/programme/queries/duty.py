"""What is due from the posts that somebody holds, whatever the programme.

A later room adds what it knows of with `add_source`.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from placeplan.programme import DateInterval, DueItem, Duty, list_duties
from placeplan_web.places.models import Post
from placeplan_web.programme import models
from placeplan_web.programme.models import DocumentPart, DocumentState, GateState
from placeplan_web.programme.queries.milestone_plan import read_plans
from placeplan_web.programme.rules import list_posts

Posts = Sequence[int]
Source = Callable[[Posts, date], Iterator[DueItem]]
SOON_DAYS = 14


@dataclass(frozen=True, slots=True)
class OwnDuties:
    """The posts that somebody holds on a day, and what is due from them."""

    posts: Sequence[Post]
    duties: Sequence[Duty]


def list_own(user: Any, day: date) -> OwnDuties:
    """List what is due from somebody; the number of queries is fixed."""
    keys = list_posts(user, day)
    posts = Post.objects.filter(pk__in=keys).select_related("organisation")
    items = [item for source in _sources for item in source(keys, day)] if keys else []
    duties = list_duties(items, day, soon_days=SOON_DAYS)
    return OwnDuties(list(posts.order_by("title", "pk")), duties)


def _find_milestones(posts: Posts, _day: date) -> Iterator[DueItem]:
    held = _own(models.Milestone, posts).filter(finished_on=None)
    plans = read_plans(listed := list(held))
    for each in listed:
        yield _make("milestone", each, plans[each.pk].expected, "milestones")


def _find_mitigations(posts: Posts, _day: date) -> Iterator[DueItem]:
    held = _own(models.Mitigation, posts).select_related("milestone", "risk")
    for each in held.filter(finished_on=None, milestone__finished_on=None):
        reached = each.milestone
        if reached is not None:
            first = reached.forecast_starts_on or reached.baseline_starts_on
            last = reached.forecast_ends_on or reached.baseline_ends_on
            due = DateInterval(first, last)
        elif each.due_on is not None:
            due = DateInterval(each.due_on, each.due_on)
        else:
            continue
        yield _make("mitigation", each, due, "risks", each.risk.reference)


def _find_reviews(posts: Posts, _day: date) -> Iterator[DueItem]:
    held = _own(models.Risk, posts).filter(closed_on=None, review_on__isnull=False)
    yield from (_make_on("risk_review", each, each.review_on, "risks") for each in held)


def _find_issues(posts: Posts, _day: date) -> Iterator[DueItem]:
    held = _own(models.Issue, posts).filter(closed_on=None, due_on__isnull=False)
    yield from (_make_on("issue", each, each.due_on, "issues") for each in held)


def _find_acceptances(posts: Posts, _day: date) -> Iterator[DueItem]:
    later = models.RiskAcceptance.objects.filter(
        risk=OuterRef("risk"), pk__gt=OuterRef("pk")
    )
    held = models.RiskAcceptance.objects.filter(
        ~Exists(later),
        approver_post__in=posts,
        risk__closed_on=None,
        risk__withdrawn_at=None,
    ).select_related("risk__programme")
    for each in held:
        yield _make_on("acceptance", each.risk, each.expires_on, "risks")


def _find_assumptions(posts: Posts, _day: date) -> Iterator[DueItem]:
    held = _own(models.Assumption, posts).filter(
        outcome=models.Outcome.UNTESTED, test_on__isnull=False
    )
    for each in held:
        yield _make_on("assumption", each, each.test_on, "assumptions")


def _find_benefits(posts: Posts, _day: date) -> Iterator[DueItem]:
    read = models.BenefitReading.objects.filter(
        benefit=OuterRef("pk"), read_on__gte=OuterRef("target_on")
    )
    held = _own(models.Benefit, posts).filter(~Exists(read), target_on__isnull=False)
    yield from (_make_on("benefit", each, each.target_on, "benefits") for each in held)


def _find_impact_mitigations(posts: Posts, _day: date) -> Iterator[DueItem]:
    held = _own(models.ImpactMitigation, posts).filter(
        finished_on=None, due_on__isnull=False
    )
    for each in held:
        yield _make_on("impact_mitigation", each, each.due_on, "")


def _find_documents(posts: Posts, _day: date) -> Iterator[DueItem]:
    held = _own(models.ControlledDocument, posts).filter(review_on__isnull=False)
    yield from (_make_on("document_review", each, each.review_on, "") for each in held)


def _find_drafts(posts: Posts, day: date) -> Iterator[DueItem]:
    """Give drafts that a post reviews or approves and has not answered: due now."""
    answered = models.DocumentReview.objects.filter(
        document_version=OuterRef("document__versions"), post=OuterRef("post")
    )
    parts = models.DocumentRecipient.objects.filter(
        ~Exists(answered),
        post__in=posts,
        part__in=(DocumentPart.REVIEWER, DocumentPart.APPROVER),
        document__versions__state=DocumentState.IN_REVIEW,
        document__withdrawn_at=None,
    )
    seen = parts.select_related("document__programme").annotate(
        number=F("document__versions__number")
    )
    for each in seen.order_by("document__reference", "number").distinct():
        yield _make_on("document_review", each.document, day, "")


def _find_gates(posts: Posts, _day: date) -> Iterator[DueItem]:
    """Give open steps of service changes: due as the consultation begins, if known."""
    held = _own(models.GateCheck, posts).filter(
        state=GateState.OPEN, service_change__consultation_began_on__isnull=False
    )
    for each in held.select_related("service_change"):
        yield _make_on("gate", each, each.service_change.consultation_began_on, "")


_sources: list[Source] = [
    _find_milestones,
    _find_mitigations,
    _find_reviews,
    _find_issues,
    _find_acceptances,
    _find_assumptions,
    _find_benefits,
    _find_impact_mitigations,
    _find_documents,
    _find_drafts,
    _find_gates,
]


def add_source(source: Source) -> None:
    """Let a later room say what is due from posts on a day."""
    _sources.append(source)


def _own(model: Any, posts: Posts) -> Any:
    held = Q(owner_post__in=posts, withdrawn_at=None, programme__withdrawn_at=None)
    return model.objects.filter(held).select_related("programme")


def _make_on(kind: str, record: Any, day: Any, register: str) -> DueItem:
    return _make(kind, record, DateInterval(day, day), register)


def _make(
    kind: str, record: Any, due: DateInterval, register: str, reference: str = ""
) -> DueItem:
    """Make an item; one without a register of its own leads to its programme."""
    slug = record.programme.slug
    if register:
        parts = {"scope": slug, "register": register}
        parts["reference"] = reference or record.reference
        address = reverse("programme:record", kwargs=parts)
    else:
        address = reverse("programme:programme", kwargs={"slug": slug})
    return DueItem(
        kind, record.reference, getattr(record, "title", ""), due, address=address
    )
