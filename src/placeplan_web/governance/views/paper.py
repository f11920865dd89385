"""A version of a paper, to whoever is served it; the audit notes private ones."""

from typing import Final
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from placeplan_web.accounts.models import User
from placeplan_web.accounts.permission import require_permission
from placeplan_web.audit.operations import record
from placeplan_web.governance.forms.reading import may_be_said
from placeplan_web.governance.models import PaperVersion
from placeplan_web.governance.presenters.index import write_when
from placeplan_web.governance.presenters.paper import PaperPage
from placeplan_web.governance.presenters.way import list_ways
from placeplan_web.governance.queries.paper_access import (
    is_kept_private,
    list_served,
)
from placeplan_web.governance.views.group import WHY_NOT
from placeplan_web.governance.views.meeting import list_crumbs
from placeplan_web.governance.views.request import get_frame, show

NOT_SERVED = (
    "This paper is private. It goes to those with a seat of the group and to its "
    "committee officer, but to nobody with an interest that keeps it from them."
)

HOLDERS: Final = ("", "item__", "item__meeting__")
"""What a paper belongs to: it is shown while none of these is withdrawn."""


def get_version(request: HttpRequest, public_id: UUID, number: int) -> PaperVersion:
    """Give a version that the reader is served; note whether a private one was."""
    versions = PaperVersion.objects.select_related(
        "paper__item__meeting__group", "paper__item__meeting__part"
    )
    standing = {f"paper__{where}withdrawn_at": None for where in HOLDERS}
    version = versions.filter(
        paper__public_id=public_id, number=number, **standing
    ).first()
    frame = get_frame(request)
    if version is None or timezone.localdate(version.published_at) > frame.day:
        raise Http404
    paper, meeting = version.paper, version.paper.item.meeting
    require_permission(request, "governance.read_group", meeting.group, why_not=WHY_NOT)
    served = request.user.has_perm("governance.read_paper", version)
    if is_kept_private(paper, version):
        note_reading(request, version, is_served=served)
    if not served:
        raise PermissionDenied(NOT_SERVED)
    return version


def note_reading(
    request: HttpRequest, version: PaperVersion, *, is_served: bool
) -> None:
    """Note in the audit that somebody was served a private version, or was not."""
    if not isinstance(request.user, User):
        return
    with transaction.atomic():
        record(
            by=request.user.public_id,
            verb="serve" if is_served else "withhold",
            kind="governance.paperversion",
            identifier=version.public_id,
            changes={"number": version.number},
            at=timezone.now(),
        )


@require_safe
def paper(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Show a version of a paper."""
    version = get_version(request, public_id, number)
    frame = get_frame(request)
    item = version.paper.item
    runs = request.user.has_perm("governance.run_meeting", item.meeting.group)
    served = list_served(version.paper, timezone.localdate()) if runs else None
    ways = list_ways(frame, request.user, "item", item, item.meeting.group)
    reading = next((way for way in ways if way.name == "read"), None)
    page = PaperPage(frame, version, served, reading if may_be_said(version) else None)
    where = {"public_id": item.meeting.public_id, "number": item.number}
    crumbs = [
        *list_crumbs(frame, item.meeting),
        (write_when(item.meeting), frame.link_meeting(item.meeting)),
        (f"Item {item.number}", frame.link("governance:item", **where)),
    ]
    return show(
        *(request, "paper", version.paper.title, page, "Meetings"), breadcrumbs=crumbs
    )


@require_safe
def paper_file(request: HttpRequest, public_id: UUID, number: int) -> HttpResponse:
    """Give the file of a version, as it was uploaded."""
    version = get_version(request, public_id, number)
    if not version.file:
        raise Http404
    with version.file.open("rb") as held:
        response = HttpResponse(held.read(), content_type="application/octet-stream")
    name = version.file_name or "paper"
    disposition = content_disposition_header(as_attachment=True, filename=name)
    response.headers["Content-Disposition"] = disposition
    response.headers["Cache-Control"] = "private, no-store"
    return response
