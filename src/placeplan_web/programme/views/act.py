"""Do something with a record: its form, and what came of it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from placeplan_web.programme.forms.act import Act, ActForm, Doing
from placeplan_web.programme.forms.acts import ACTS
from placeplan_web.programme.registers.room import PROGRAMME_ROOM
from placeplan_web.registers.clash import ClashError
from placeplan_web.registers.views.record import CONFLICT, UNPROCESSABLE, list_crumbs
from placeplan_web.registers.views.request import get_record_to, get_register

CHANGED = (
    "{reference} was changed by somebody else while you typed, so nothing was written "
    "and nothing that you typed is lost. Look at it as it is now; if this still "
    "holds, send it again."
)
NOT_NOW = "This cannot be done with {reference} as it stands."


@require_http_methods(["GET", "HEAD", "POST"])
def act(
    request: HttpRequest, scope: str, register: str, reference: str, act: str
) -> HttpResponse:
    """Show the form of an act, or do it."""
    chosen = ACTS.get(register, {}).get(act)
    if chosen is None:
        raise Http404
    found = get_register(request, PROGRAMME_ROOM, scope, register)
    record = get_record_to(request, found, reference, chosen.permission)
    if not chosen.is_open(record):
        messages.error(request, NOT_NOW.format(reference=record.reference))
        return redirect(found.link_record(record))
    form = _make_form(request, chosen, record)
    status = 200
    if request.method == "POST":
        done, status = _do(request, chosen, form)
        if done:
            messages.success(request, done)
            return redirect(found.link_record(record))
    context = {
        "title": chosen.words,
        "act": chosen,
        "form": form,
        "record": record,
        "register": found,
        "sentences": chosen.explain(record, form.today),
        "breadcrumbs": list_crumbs(found, record),
    }
    return render(request, "programme/act.jinja", context, status=status)


def _make_form(request: HttpRequest, chosen: Act, record: Any) -> ActForm:
    asked = {
        name: str(value)
        for name, value in request.GET.items()
        if name in chosen.form.base_fields and name != "version"
    }
    return chosen.form(
        request.POST if request.method == "POST" else None,
        record=record,
        user=request.user,  # type: ignore[arg-type] # guests were turned away
        today=timezone.localdate(),
        asked=asked,
    )


def _do(request: HttpRequest, chosen: Act, form: ActForm) -> tuple[str, int]:
    """Do it: give what to tell, or nothing and how the form is shown again."""
    if not form.is_valid():
        return "", UNPROCESSABLE
    doing = Doing(
        form.record,
        form.list_typed(),
        form.user,
        timezone.now(),
        form.cleaned_data["version"],
    )
    try:
        return chosen.write(doing), 200
    except ClashError as clash:
        typed_again: Any = form.data.copy()  # type: ignore[attr-defined] # as sent
        typed_again["version"] = str(clash.current.version)
        form.data = typed_again
        words = CHANGED.format(reference=form.record.reference)
        form.add_error(None, words)
        return "", CONFLICT
    except ValidationError as error:
        form.add_refusal(error)
        return "", UNPROCESSABLE
