from django.urls import path

from placeplan_web.evidence.views import dataset, room, run, source

app_name = "evidence"
urlpatterns = [
    path("people/", room.people, name="people"),
    path("demand/", room.demand, name="demand"),
    path("capacity/", room.capacity, name="capacity"),
    path("money/", room.money, name="money"),
    path("evidence/sources/", source.sources, name="sources"),
    path("evidence/sources/<slug:source>/", source.source, name="source"),
    path("evidence/runs/", run.runs, name="runs"),
    path("evidence/runs/<uuid:public_id>/", run.run, name="run"),
    path("evidence/runs/<uuid:public_id>/progress/", run.progress, name="progress"),
    path("evidence/runs/<uuid:public_id>/files/<str:file>", run.file, name="file"),
    path(
        "evidence/runs/<uuid:public_id>/<slug:room>/<slug:figure>.svg",
        room.svg,
        name="svg",
    ),
    path(
        "evidence/runs/<uuid:public_id>/<slug:room>/<slug:figure>.csv",
        room.csv,
        name="csv",
    ),
    path("evidence/runs/<uuid:public_id>/cancel/", run.cancel, name="cancel"),
    path("evidence/runs/<uuid:public_id>/retry/", run.retry, name="retry"),
    path("evidence/runs/<uuid:public_id>/release/", run.release, name="release"),
    path("evidence/plans/add/", dataset.add, name="add"),
    path("evidence/plans/<uuid:public_id>/", dataset.plan, name="plan"),
    path("evidence/plans/<uuid:public_id>/run/", dataset.start, name="start"),
    path(
        "evidence/plans/<uuid:public_id>/withdraw/", dataset.withdraw, name="withdraw"
    ),
]
