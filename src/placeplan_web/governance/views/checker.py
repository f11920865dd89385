"""The consistency checker over the records as they are now."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from placeplan.governance.checker import check_consistency, match_known
from placeplan_web.design.table_file import write_table
from placeplan_web.governance.models import Group, Meeting, SignOffSheet
from placeplan_web.governance.presenters.checker import CheckerPage
from placeplan_web.governance.queries.check_tables import (
    list_scored,
    read_check_tables,
)
from placeplan_web.governance.rules import narrow_readable
from placeplan_web.governance.views.request import get_frame, show
from placeplan_web.programme.models import Benefit, Risk
from placeplan_web.programme.queries.programme_list import list_readable


@require_safe
def checker(request: HttpRequest) -> HttpResponse:
    title = "Consistency checker"
    return show(request, "checker", title, _make_page(request), "governance:checker")


@require_safe
def checker_file(request: HttpRequest, kind: str) -> HttpResponse:
    page = _make_page(request)
    return write_table(page.make_table(), f"contradictions.{kind}", page.finding)


def _make_page(request: HttpRequest) -> CheckerPage:
    """Check what this reader may read, and nothing of closed programmes or groups."""
    today = timezone.localdate()
    groups = Group.objects.filter(narrow_readable(request.user, today))
    programmes = list_readable(request.user, today)
    tables = read_check_tables(groups, programmes)
    findings = check_consistency(tables, scored=list_scored(programmes))
    slugs = {
        (table, reference): slug
        for table, model in (("risks", Risk), ("benefits", Benefit))
        for reference, slug in model.objects.filter(
            programme__in=programmes
        ).values_list("reference", "programme__slug")
    }
    sheets = SignOffSheet.objects.filter(withdrawn_at=None)
    meetings = Meeting.objects.filter(group__in=groups, withdrawn_at=None)
    return CheckerPage(
        get_frame(request),
        findings,
        match_known(tables, findings),
        slugs,
        list(sheets.values_list("reference", flat=True)),
        {each.reference.lower(): each for each in meetings},
    )
