"""Do something with a group, a meeting or what came of it: its form, what followed."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from placeplan_web.accounts.permission import require_permission
from placeplan_web.governance.forms.acts import ACTS
from placeplan_web.governance.models import (
    Action,
    Decision,
    Escalation,
    Group,
    Instrument,
)
from placeplan_web.governance.queries.escalation_story import find_escalation
from placeplan_web.governance.queries.set_up_view import find_seat
from placeplan_web.governance.registers.house import SLUG
from placeplan_web.governance.views.meeting import get_meeting
from placeplan_web.governance.views.request import get_frame
from placeplan_web.governance.views.set_up import get_group
from placeplan_web.programme.forms.act import Act, ActForm, Doing
from placeplan_web.registers.clash import ClashError

UNPROCESSABLE, CONFLICT = 422, 409
WHY_NOT = "The committee officer of a group does this, and whoever is in its chair."
NOT_NOW = "This cannot be done as things stand."
CHANGED = (
    "Somebody else changed it while you typed, so nothing was written and nothing that "
    "you typed is lost. Look at it as it is now; if this still holds, send it again."
)
METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
def group_act(request: HttpRequest, slug: str, act: str) -> HttpResponse:
    group = get_group(request, slug)
    back = get_frame(request).link("governance:set-up", slug=slug)
    return _act(request, "group", act, group, group, back)


@require_http_methods(METHODS)
def seat_act(request: HttpRequest, slug: str, reference: str, act: str) -> HttpResponse:
    group = get_group(request, slug)
    seat = find_seat(group, reference)
    if seat is None:
        raise Http404
    frame = get_frame(request)
    back = frame.link("governance:seat", slug=slug, reference=reference)
    return _act(request, "seat", act, seat, group, back)


@require_http_methods(METHODS)
def instrument_act(request: HttpRequest, reference: str, act: str) -> HttpResponse:
    made = Instrument.objects.select_related("group")
    instrument = made.filter(reference=reference, withdrawn_at=None).first()
    if instrument is None:
        raise Http404
    parts = {"scope": SLUG, "register": "instruments", "reference": reference}
    back = get_frame(request).link("governance:record", **parts)
    return _act(request, "instrument", act, instrument, instrument.group, back)


@require_http_methods(METHODS)
def meeting_act(request: HttpRequest, public_id: UUID, act: str) -> HttpResponse:
    meeting = get_meeting(request, public_id)
    back = get_frame(request).link_meeting(meeting)
    return _act(request, "meeting", act, meeting, meeting.group, back)


@require_http_methods(METHODS)
def item_act(
    request: HttpRequest, public_id: UUID, number: str, act: str
) -> HttpResponse:
    meeting = get_meeting(request, public_id)
    item = meeting.items.filter(number=number, withdrawn_at=None).first()
    if item is None:
        raise Http404
    frame = get_frame(request)
    back = frame.link_meeting(meeting)
    if request.POST.get("back") != "meeting" and not _takes_off(request, act):
        parts = {"public_id": public_id, "number": number}
        back = frame.link("governance:item", **parts)
    return _act(request, "item", act, item, meeting.group, back)


def _takes_off(request: HttpRequest, act: str) -> bool:
    """Tell whether the page of the item is gone afterwards."""
    return request.method == "POST" and act == "take-off"


@require_http_methods(METHODS)
def decision_act(request: HttpRequest, reference: str, act: str) -> HttpResponse:
    known = Decision.objects.select_related("item__meeting__group", "lead_body")
    decision = known.filter(reference=reference).first()
    if decision is None:
        raise Http404
    back = get_frame(request).link("governance:decision", reference=reference)
    group = decision.item.meeting.group
    return _act(request, "decision", act, decision, group, back)


@require_http_methods(METHODS)
def action_act(request: HttpRequest, reference: str, act: str) -> HttpResponse:
    known = Action.objects.select_related("group", "owner_post")
    action = known.filter(reference=reference, withdrawn_at=None).first()
    if action is None:
        raise Http404
    parts = {"scope": SLUG, "register": "actions", "reference": reference}
    back = get_frame(request).link("governance:record", **parts)
    return _act(request, "action", act, action, action, back)


@require_http_methods(METHODS)
def escalation_act(request: HttpRequest, reference: str, act: str) -> HttpResponse:
    found = find_escalation(reference)
    if found is None:
        raise Http404
    back = get_frame(request).link("governance:escalation", reference=reference)
    return _act(request, "escalation", act, found, found, back)


def _act(
    request: HttpRequest,
    sort: str,
    name: str,
    record: Any,
    about: Group | Action | Escalation,
    back: str,
) -> HttpResponse:
    """Show the form of an act, or do it and go back."""
    chosen = ACTS[sort].get(name)
    if chosen is None:
        raise Http404
    require_permission(request, chosen.permission, about, why_not=WHY_NOT)
    if not chosen.is_open(record):
        messages.error(request, NOT_NOW)
        return redirect(back)
    form = _make_form(request, chosen, record)
    status = 200
    if request.method == "POST":
        done, status = _do(chosen, form)
        if done:
            messages.success(request, done)
            return redirect(back)
    context = {
        "title": chosen.words,
        "act": chosen,
        "form": form,
        "record": record,
        "about": str(record),
        "back": back,
        "sentences": chosen.explain(record, form.today),
        "breadcrumbs": get_frame(request).list_crumbs((str(record), back)),
    }
    return render(request, "governance/act.jinja", context, status=status)


def _make_form(request: HttpRequest, chosen: Act, record: Any) -> ActForm:
    asked = {
        name: str(value)
        for name, value in request.GET.items()
        if name in chosen.form.base_fields and name != "version"
    }
    form = chosen.form(
        request.POST if request.method == "POST" else None,
        record=record,
        user=request.user,  # type: ignore[arg-type] # guests were turned away
        today=timezone.localdate(),
        asked=asked,
    )
    form.files = request.FILES
    return form


def _do(chosen: Act, form: ActForm) -> tuple[str, int]:
    """Do it: give what to tell, or nothing and how the form is shown again."""
    if not form.is_valid():
        return "", UNPROCESSABLE
    typed = form.list_typed()
    version = form.cleaned_data["version"]
    doing = Doing(form.record, typed, form.user, timezone.now(), version)
    try:
        return chosen.write(doing), 200
    except ClashError as clash:
        typed_again: Any = form.data.copy()  # type: ignore[attr-defined] # as sent
        typed_again["version"] = str(clash.current.version)
        form.data = typed_again
        form.add_error(None, CHANGED)
        return "", CONFLICT
    except ValidationError as error:
        form.add_refusal(error)
        return "", UNPROCESSABLE
