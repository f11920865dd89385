from django.urls import path

import placeplan_web.design.table_file  # noqa: F401 - knows the end of a file
from placeplan_web.evidence.addressing import make_addresses
from placeplan_web.evidence.change.page import PLAN_WING
from placeplan_web.evidence.views import (
    dataset,
    exhibit,
    fact,
    inequality,
    register,
    room,
    run,
    source,
    wing,
)

app_name = "evidence"
_RUN = "evidence/runs/<uuid:public_id>/"
_PLAN = "evidence/plans/<uuid:public_id>/"
_FIGURE = f"{_RUN}<slug:room>/<slug:figure>"
urlpatterns = [
    path("people/", room.people, name="people"),
    path("demand/", room.demand, name="demand"),
    path("capacity/", room.capacity, name="capacity"),
    path("money/", room.money, name="money"),
    path("plan/", wing.show_index, {"wing": PLAN_WING}, name="changes"),
    *make_addresses(PLAN_WING),
    path("evidence/sources/", source.sources, name="sources"),
    path("evidence/sources/<slug:source>/", source.source, name="source"),
    path("evidence/runs/", run.runs, name="runs"),
    path(_RUN, run.run, name="run"),
    path(f"{_RUN}progress/", run.progress, name="progress"),
    path(f"{_RUN}files/<str:file>", run.file, name="file"),
    path(f"{_RUN}cancel/", run.cancel, name="cancel"),
    path(f"{_RUN}retry/", run.retry, name="retry"),
    path(f"{_RUN}release/", run.release, name="release"),
    path(f"{_FIGURE}.svg", exhibit.svg, name="svg"),
    path(f"{_FIGURE}.csv", exhibit.csv, name="csv"),
    path(f"{_FIGURE}.xlsx", exhibit.excel, name="excel"),
    path("evidence/facts/", fact.facts, name="facts"),
    path("evidence/facts/register.<table:kind>", fact.facts_file, name="facts-file"),
    path("evidence/facts/<slug:fact>/", fact.fact, name="fact"),
    path("evidence/facts/<slug:fact>/correct/", fact.correct, name="correct"),
    path("evidence/conflicts/", register.conflicts, name="conflicts"),
    path(
        "evidence/conflicts.<table:kind>",
        register.conflicts_file,
        name="conflicts-file",
    ),
    path("evidence/checks/", register.checks, name="checks"),
    path("evidence/checks.<table:kind>", register.checks_file, name="checks-file"),
    path("evidence/case-for-change/", register.case_for_change, name="case"),
    path("evidence/case-for-change.<table:kind>", register.case_file, name="case-file"),
    path("evidence/inequalities/", inequality.inequalities, name="inequalities"),
    path(
        "evidence/inequalities.<table:kind>",
        inequality.inequalities_file,
        name="inequalities-file",
    ),
    path(
        "evidence/inequalities/<slug:figure>.<table:kind>",
        inequality.figure_file,
        name="inequality-file",
    ),
    path(
        "evidence/inequalities/<slug:figure>.svg",
        inequality.svg,
        name="inequality-svg",
    ),
    path("evidence/plans/", dataset.plans, name="plans"),
    path("evidence/plans/add/", dataset.add, name="add"),
    path(_PLAN, dataset.plan, name="plan"),
    path(f"{_PLAN}run/", dataset.start, name="start"),
    path(f"{_PLAN}withdraw/", dataset.withdraw, name="withdraw"),
]
