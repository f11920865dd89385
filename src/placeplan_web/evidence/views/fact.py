"""Pages of the facts register: the list, one fact, and its correction."""

from collections.abc import Mapping
from datetime import date

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from placeplan.errors import QuestionError, UnknownNameError
from placeplan.evidence import Correction, Fact, FactRegister, write_facts
from placeplan_web.audit.queries import list_entries
from placeplan_web.design.table_file import CSV, EXCEL, write_table
from placeplan_web.design.words import write_count, write_day
from placeplan_web.evidence.correction_form import CorrectionForm
from placeplan_web.evidence.fact_correction import correct_fact
from placeplan_web.evidence.fact_register import get_register
from placeplan_web.evidence.operations import RefusedError
from placeplan_web.evidence.presenters.fact import FactPage, list_audit
from placeplan_web.evidence.presenters.fact_list import HEAD, FactList, FactQuestion
from placeplan_web.evidence.views.request import PageRequest, SignedInRequest
from placeplan_web.places.models import Source
from placeplan_web.places.queries import list_sources

FACTS_A_PAGE = 25
MOST_LETTERS = 100
FOLDER_SHAPE = "folder"


@require_safe
def facts(request: PageRequest) -> HttpResponse:
    page = _find_list(request)
    found = page.found
    listed = Paginator(found, FACTS_A_PAGE).get_page(request.GET.get("page"))
    query = page.question.parameters
    address = request.address
    context = {
        "title": "Facts register",
        "page": page,
        "is_loaded": bool(page.register.versions),
        "listed": listed,
        "head": HEAD,
        "rows": page.list_rows(listed),
        "found": write_count(len(found), "fact"),
        "this_list": address.link("evidence:facts", query=query),
        "files": [
            address.link("evidence:facts-file", query=query, kind=kind)
            for kind in (CSV, EXCEL)
        ],
        "folder_file": address.link(
            "evidence:facts-file", query={"shape": FOLDER_SHAPE}, kind=CSV
        ),
    }
    return render(request, "evidence/facts.jinja", context)


@require_safe
def facts_file(request: PageRequest, kind: str) -> HttpResponse:
    """Give the list as it stands, every page; or all as a plan folder holds it."""
    if request.GET.get("shape") == FOLDER_SHAPE:
        versions = get_register(request.address.as_at).versions
        return write_table(write_facts(versions), f"facts.{kind}")
    return write_table(_find_list(request).make_table(), f"facts.{kind}")


@require_safe
def fact(request: PageRequest, fact: str) -> HttpResponse:
    if fact != fact.upper():
        address = request.address.link("evidence:fact", fact=fact.upper())
        return redirect(address, permanent=True)
    known = get_register(request.address.as_at)
    found = find_fact(known, fact)
    crumbs = [("Facts register", request.address.link("evidence:facts"))]
    if found is None:
        ever = find_fact(get_register(), fact)
        if ever is None:
            raise Http404
        context = {"title": ever.statement, "fact": ever, "breadcrumbs": crumbs}
        return render(request, "evidence/fact_unknown.jinja", context)
    page = FactPage(found, known, list_sources(), request.address)
    context = {
        "title": page.title,
        "page": page,
        "may_correct": request.user.is_staff and request.address.as_at is None,
        "correct": request.address.link("evidence:correct", fact=found.id),
        "history": list_audit(list_entries("evidence.fact", found.id)),
        "breadcrumbs": crumbs,
    }
    return render(request, "evidence/fact.jinja", context)


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: SignedInRequest, fact: str) -> HttpResponse:
    register = get_register()
    found = find_fact(register, fact)
    if found is None:
        raise Http404
    today = request.address.at(None)
    sources = list_sources()
    form = CorrectionForm(
        request.POST or None,
        fact=found,
        papers=_list_papers(sources),
        today=timezone.localdate(),
    )
    refusal = ""
    if request.method == "POST" and form.is_valid():
        try:
            correction = _correct(request, found, form)
        except (QuestionError, RefusedError) as error:
            refusal = str(error)
        else:
            messages.success(request, _say_corrected(correction))
            return redirect(today.link("evidence:fact", fact=found.id) + "#rests")
    context = {
        "title": f"Correct fact {found.id}",
        "page": FactPage(found, register, sources, today),
        "form": form,
        "refusal": refusal,
        "breadcrumbs": [
            ("Facts register", today.link("evidence:facts")),
            (f"Fact {found.id}", today.link("evidence:fact", fact=found.id)),
        ],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "evidence/correct.jinja", context, status=status)


def find_fact(register: FactRegister, fact: str) -> Fact | None:
    """Find a fact as it is known; None when it is not."""
    try:
        return register.get_fact(fact)
    except UnknownNameError:
        return None


def _find_list(request: PageRequest) -> FactList:
    asked = {
        name: request.GET.get(name, "").strip()[:MOST_LETTERS]
        for name in ("q", "category", "paper", "status", "rests")
    }
    question = FactQuestion(*asked.values())
    register = get_register(request.address.as_at)
    return FactList(register, question, list_sources(), request.address)


def _list_papers(sources: Mapping[str, Source]) -> list[tuple[str, str]]:
    """Papers that may be named."""
    return [
        (slug, f"{source.title} ({write_day(source.dated)})")
        for slug, source in sources.items()
    ]


def _correct(request: SignedInRequest, fact: Fact, form: CorrectionForm) -> Correction:
    sent = form.cleaned_data
    known_on: date = sent["known_on"]
    return correct_fact(
        by=request.user.public_id,
        fact=fact.id,
        value=sent["fact_value"],
        reason=sent["reason"],
        known_on=known_on,
        source=sent["source"],
        document=sent["document"] or list_sources()[sent["source"]].title,
        heading=sent["heading"],
        seen_version=sent["version"],
        at=timezone.now(),
    )


def _say_corrected(correction: Correction) -> str:
    rests = len(correction.rests)
    changed = len(correction.checks)
    said = (
        f"{correction.new.id} was {correction.old.shown} and is now "
        f"{correction.new.shown}. {write_count(rests, 'thing')} "
        f"{'rests' if rests == 1 else 'rest'} on it: look at each."
    )
    if changed:
        said += f" {write_count(changed, 'check')} came out otherwise than before."
    return said
