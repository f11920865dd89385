"""Pages that read across the register: conflicts, checks, the case for change."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from placeplan_web.design.table_file import write_table
from placeplan_web.design.words import write_count
from placeplan_web.evidence.fact_register import get_register
from placeplan_web.evidence.presenters.case_for_change import CasePage
from placeplan_web.evidence.presenters.conflict import (
    list_checks,
    list_conflicts,
    make_check_table,
    make_conflict_table,
    say_checks,
)
from placeplan_web.evidence.views.request import PageRequest
from placeplan_web.places.queries import list_sources


@require_safe
def conflicts(request: PageRequest) -> HttpResponse:
    register = get_register(request.address.as_at)
    shown = list_conflicts(register, request.address)
    first = shown[0]["question"] if shown else ""
    context = {
        "title": "Conflicts between facts",
        "finding": f"{first} {write_count(len(shown), 'place')} where the papers give "
        "figures that differ, or that must not be read without each other, each with "
        "the reason that is known.",
        "conflicts": shown,
        "breadcrumbs": _crumbs(request),
    }
    return render(request, "evidence/conflicts.jinja", context)


@require_safe
def conflicts_file(request: PageRequest, kind: str) -> HttpResponse:
    table = make_conflict_table(get_register(request.address.as_at))
    return write_table(table, f"conflicts.{kind}", "Conflicts between facts")


@require_safe
def checks(request: PageRequest) -> HttpResponse:
    register = get_register(request.address.as_at)
    context = {
        "title": "Checks of arithmetic",
        "finding": say_checks(register.run_checks()),
        "checks": list_checks(register, request.address),
        "breadcrumbs": _crumbs(request),
    }
    return render(request, "evidence/checks.jinja", context)


@require_safe
def checks_file(request: PageRequest, kind: str) -> HttpResponse:
    table = make_check_table(get_register(request.address.as_at))
    return write_table(table, f"checks.{kind}", "Checks of arithmetic")


@require_safe
def case_for_change(request: PageRequest) -> HttpResponse:
    register = get_register(request.address.as_at)
    page = CasePage(register, list_sources(), request.address)
    context = {
        "title": "Case for change",
        "page": page,
        "breadcrumbs": _crumbs(request),
    }
    return render(request, "evidence/case_for_change.jinja", context)


@require_safe
def case_file(request: PageRequest, kind: str) -> HttpResponse:
    register = get_register(request.address.as_at)
    page = CasePage(register, list_sources(), request.address)
    return write_table(page.make_table(), f"case-for-change.{kind}")


def _crumbs(request: PageRequest) -> list[tuple[str, str]]:
    return [("Facts register", request.address.link("evidence:facts"))]
