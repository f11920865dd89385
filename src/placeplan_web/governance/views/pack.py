"""The pack of a meeting as one PDF: for the public, and for each member."""

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from django.core.cache import caches
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from placeplan.errors import Fault, InputError
from placeplan.governance.pack import leave_out, make_public
from placeplan.governance.pack_pdf import draw_pack
from placeplan_web.accounts.models import User
from placeplan_web.audit.operations import record
from placeplan_web.governance.models import AgendaItem, Meeting, Minutes
from placeplan_web.governance.presenters.pack import PackPage
from placeplan_web.governance.queries.pack_source import (
    fingerprint,
    list_pack_items,
    list_untagged,
    read_pack,
)
from placeplan_web.governance.queries.paper_access import (
    Reader,
    is_kept_from,
    read_reader,
)
from placeplan_web.governance.queries.privacy import meets_in_public
from placeplan_web.governance.views.meeting import get_meeting, list_crumbs
from placeplan_web.governance.views.request import get_frame, show

PDF: Final = "application/pdf"
BECAUSE: Final = "you have an interest that keeps it from you"
FOR_MEMBERS: Final = (
    "What is private goes to those with a seat of the group and to its committee "
    "officer. Take what is public."
)
MOST_KEPT_BYTES: Final = 5_000_000
KEPT_SECONDS: Final = 3600
CONFLICT: Final = 409


@require_safe
def pack(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Show what can be taken from a meeting, and which papers carry no tags."""
    return _show(request, get_meeting(request, public_id))


@require_safe
def public_pack(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Give the pack of the public; who asks makes no difference to its bytes."""
    meeting = get_meeting(request, public_id)
    if not meets_in_public(meeting):
        return redirect(get_frame(request).link_pack(meeting))
    public = make_public(
        read_pack(meeting, list_pack_items(meeting), get_frame(request).day)
    )
    key = f"pack-{fingerprint(public)}"
    drawn: bytes | None = caches["memory"].get(key)
    if drawn is None:
        try:
            drawn = draw_pack(public).content
        except InputError as error:
            return _show(request, meeting, error.faults)
        if len(drawn) <= MOST_KEPT_BYTES:
            caches["memory"].set(key, drawn, KEPT_SECONDS)
    return send_file(drawn, PDF, f"pack-{meeting.held_on}-public.pdf")


@require_safe
def private_pack(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Give the pack of a member, without papers that an interest keeps from them."""
    meeting = get_meeting(request, public_id)
    items = list_pack_items(meeting)
    reader = get_member(request, meeting)
    kept = list_kept_from(reader, items)
    source = read_pack(meeting, items, get_frame(request).day, reader)
    try:
        drawn = draw_pack(leave_out(source, kept, BECAUSE)).content
    except InputError as error:
        return _show(request, meeting, error.faults)
    note_serving(request, meeting, "serve-pack", {"kept_from": kept})
    return send_file(drawn, PDF, f"pack-{meeting.held_on}-private.pdf")


def get_member(request: HttpRequest, meeting: Meeting) -> Reader:
    """Give who somebody is, who has a seat of the group or keeps its records."""
    reader = read_reader(request.user, meeting, timezone.localdate())
    if not reader.belongs:
        raise PermissionDenied(FOR_MEMBERS)
    return reader


def list_kept_from(reader: Reader, items: Sequence[AgendaItem]) -> list[str]:
    """Give the numbers of the items that an interest keeps from a reader."""
    return [each.number for each in items if is_kept_from(reader, each)]


def note_serving(
    request: HttpRequest, meeting: Meeting, verb: str, what: Mapping[str, object]
) -> None:
    """Note in the audit who was served what is private."""
    if not isinstance(request.user, User):
        return
    with transaction.atomic():
        record(
            by=request.user.public_id,
            verb=verb,
            kind="governance.meeting",
            identifier=meeting.public_id,
            changes=what,
            at=timezone.now(),
        )


def send_file(content: bytes, kind: str, name: str) -> HttpResponse:
    """Give a file to keep; its name tells the day and who it is for, nothing more."""
    response = HttpResponse(content, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _show(
    request: HttpRequest, meeting: Meeting, faults: Sequence[Fault] = ()
) -> HttpResponse:
    frame = get_frame(request)
    reader = read_reader(request.user, meeting, timezone.localdate())
    page = PackPage(
        frame,
        meeting,
        reader.belongs,
        Minutes.objects.filter(meeting=meeting, withdrawn_at=None).exists(),
        list_untagged(list_pack_items(meeting), frame.day, reader),
        [str(each) for each in faults],
    )
    crumbs = [*list_crumbs(frame, meeting), ("Meeting", frame.link_meeting(meeting))]
    response = show(
        *(request, "pack", f"Pack of {page.name}", page, "Meetings"), breadcrumbs=crumbs
    )
    response.status_code = CONFLICT if faults else 200
    return response
