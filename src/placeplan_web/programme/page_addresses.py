"""Addresses of the pages of programmes that are no registers."""

from django.urls import URLPattern, path, register_converter

from placeplan_web.design.table_file import TableKind
from placeplan_web.programme.presenters.highlight import MARKDOWN
from placeplan_web.programme.views import (
    benefit,
    highlight,
    my_work,
    overview,
    risk,
    stake,
    timeline,
)


class ReportKind(TableKind):
    """The end of an address that gives a report: a table, or text for a paper."""

    regex = f"{TableKind.regex}|{MARKDOWN}"


register_converter(ReportKind, "report")
_PROGRAMME = "programme/<slug:slug>"
PAGES: list[URLPattern] = [
    path("programme/", overview.index, name="index"),
    path(f"{_PROGRAMME}/", overview.programme, name="programme"),
    path(f"{_PROGRAMME}/timeline/", timeline.timeline, name="timeline"),
    path(
        f"{_PROGRAMME}/timeline.<table:kind>",
        timeline.timeline_file,
        name="timeline-file",
    ),
    path(f"{_PROGRAMME}/at-stake/", stake.at_stake, name="at-stake"),
    path(f"{_PROGRAMME}/at-stake.svg", stake.svg, name="at-stake-svg"),
    path(f"{_PROGRAMME}/at-stake.<table:kind>", stake.file, name="at-stake-file"),
    path(f"{_PROGRAMME}/heat-map/", risk.heat_map, name="heat-map"),
    path(
        f"{_PROGRAMME}/heat-map.<table:file>", risk.heat_map_file, name="heat-map-file"
    ),
    path(
        f"{_PROGRAMME}/risks/<str:reference>/history/",
        risk.history,
        name="risk-history",
    ),
    path(
        f"{_PROGRAMME}/risks/<str:reference>/history.<table:file>",
        risk.history_file,
        name="risk-history-file",
    ),
    path(f"{_PROGRAMME}/highlight/", highlight.highlight, name="highlight"),
    path(
        f"{_PROGRAMME}/highlight.<report:file>",
        highlight.highlight_file,
        name="highlight-file",
    ),
    path(
        f"{_PROGRAMME}/benefits/<str:reference>/picture.svg",
        benefit.svg,
        name="benefit-svg",
    ),
    path(
        f"{_PROGRAMME}/benefits/<str:reference>/picture.<table:kind>",
        benefit.file,
        name="benefit-file",
    ),
    path("my-work/", my_work.my_work, name="my-work"),
    path("my-work/calendar/", my_work.calendar_link, name="calendar-link"),
    path("my-work/calendar/<str:token>.ics", my_work.calendar, name="calendar"),
    path("my-work/digest/", my_work.digest, name="digest"),
]
