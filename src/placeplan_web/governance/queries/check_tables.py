"""Records of governance and programme as the tables that the checker takes."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

import polars as pl
from django.db.models import Q, QuerySet

from placeplan_web.governance import models
from placeplan_web.programme.models import (
    Benefit,
    Deliverable,
    KeyDate,
    Programme,
    Project,
    Risk,
)

ATTENDS: Final[Mapping[str, str]] = {
    models.SeatKind.VOTING: "member",
    models.SeatKind.CO_OPTED: "cooptee",
    models.SeatKind.IN_ATTENDANCE: "in_attendance",
}
Row = dict[str, Any]


def read_check_tables(
    groups: QuerySet[models.Group], programmes: QuerySet[Programme]
) -> Mapping[str, pl.DataFrame]:
    """Read the records of groups and programmes, and the papers of the newest load."""
    load = models.GovernanceLoad.objects.order_by("-pk").first()
    kept = load.kept if load else {}
    return {
        **{name: _frame(rows) for name, rows in kept.items()},
        "bodies": _frame(_list_bodies()),
        **{name: _frame(rows) for name, rows in _list_groups(groups).items()},
        "seats": _frame(_list_seats(groups)),
        "sign_offs": _frame(_list_blocks()),
        **{name: _frame(rows) for name, rows in _list_meetings(groups).items()},
        **{name: _frame(rows) for name, rows in _list_programme(programmes).items()},
    }


def list_scored(programmes: QuerySet[Programme]) -> set[str]:
    """Give the references of the risks that have a score."""
    scored = Risk.objects.filter(
        programme__in=programmes, withdrawn_at=None, current_score__isnull=False
    )
    return set(scored.values_list("reference", flat=True))


def _frame(rows: Iterable[Row]) -> pl.DataFrame:
    return pl.DataFrame(list(rows), infer_schema_length=None)


def _list_bodies() -> list[Row]:
    bodies = models.Body.objects.filter(withdrawn_at=None)
    return [{"id": each.slug, "name": each.name} for each in bodies]


def _list_groups(groups: QuerySet[models.Group]) -> Mapping[str, list[Row]]:
    terms = {
        each.group_id: each
        for each in models.TermsOfReference.objects.filter(withdrawn_at=None)
    }  # the newest of each: they are in order
    known = list(
        groups.filter(withdrawn_at=None)
        .select_related("part_of")
        .prefetch_related("aliases", "links__other")
        .order_by("pk")
    )
    return {
        "groups": [_make_group(each, terms.get(each.pk)) for each in known],
        "group_names": [
            {"group": each.slug, "name": alias.name, "kind": alias.kind}
            for each in known
            for alias in each.aliases.all()
        ],
        "group_links": [
            {
                "group": each.slug,
                "link": link.kind,
                "to": link.other.slug if link.other else link.other_words,
            }
            for each in known
            for link in each.links.all()
        ],
        "group_workstreams": [
            {"group": each.slug, "name": name}
            for each in known
            for name in each.workstreams
        ],
    }


def _make_group(group: models.Group, terms: models.TermsOfReference | None) -> Row:
    known = group.kind != models.GroupKind.UNSTATED
    return {
        "id": group.slug,
        "name": group.name,
        "part_of": group.part_of.slug if group.part_of else None,
        "authority": group.kind if known else None,
        "role": group.purpose or None,
        "member_count": terms.members_stated if terms else None,
        "quorum_number": _state_quorum(terms),
    }


def _state_quorum(terms: models.TermsOfReference | None) -> int | None:
    """Give the number of a quorum; a share or constituencies state one as well."""
    if terms is None:
        return None
    if terms.quorum_number is not None:
        return terms.quorum_number
    return 1 if terms.quorum_part or terms.quorum_least else None


def _list_seats(groups: QuerySet[models.Group]) -> list[Row]:
    seats = models.Seat.objects.filter(group__in=groups, withdrawn_at=None)
    return [
        {
            "id": each.reference,
            "group": each.group.slug,
            "body": each.body.slug if each.body else None,
            "post": each.post_words or None,
            "attends": "chair" if each.is_chair else ATTENDS[each.kind],
            "paragraph": each.paragraph or None,
        }
        for each in seats.select_related("group", "body").order_by("pk")
    ]


def _list_blocks() -> list[Row]:
    blocks = models.SignOffBlock.objects.filter(sheet__withdrawn_at=None)
    return [
        {"paper": each.sheet.reference.removeprefix("SGN-"), "body": each.body.slug}
        for each in blocks.select_related("sheet", "body")
    ]


def _list_meetings(groups: QuerySet[models.Group]) -> Mapping[str, list[Row]]:
    meetings = models.Meeting.objects.filter(group__in=groups, withdrawn_at=None)
    items = models.AgendaItem.objects.filter(meeting__in=meetings, withdrawn_at=None)
    return {
        "meetings": [
            {"id": each.reference.lower(), "meets_on": each.held_on}
            for each in meetings
        ],
        "agenda_items": [
            {
                "meeting": each.meeting.reference.lower(),
                "number": each.number,
                "name": each.title,
            }
            for each in items.select_related("meeting")
        ],
    }


def _list_programme(programmes: QuerySet[Programme]) -> Mapping[str, list[Row]]:
    of_them = Q(programme__in=programmes, withdrawn_at=None)
    made = Deliverable.objects.filter(of_them).select_related("project")
    return {
        "projects": [
            {
                "id": each.reference,
                "kind": each.kind,
                "name": each.name,
                "group": each.governed_by or None,
            }
            for each in Project.objects.filter(of_them)
        ],
        "risks": [
            {"id": each.reference, "managed_by": None}
            for each in Risk.objects.filter(of_them).order_by("pk")
        ],
        "benefits": [
            {"id": each.reference, "name": each.title, "target": each.target_value}
            for each in Benefit.objects.filter(of_them)
        ],
        "deliverables": [
            {"project": each.project.reference, "name": each.title}
            for each in made.order_by("pk")
        ],
        "dates": [
            {
                "id": each.reference,
                "name": each.title,
                "printed": each.printed,
                "starts_on": each.starts_on,
                "ends_on": each.ends_on,
                "event": each.event or None,
            }
            for each in KeyDate.objects.filter(of_them)
        ],
    }
