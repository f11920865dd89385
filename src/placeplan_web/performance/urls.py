from django.urls import path

import placeplan_web.design.table_file  # noqa: F401 - knows the end of a file
from placeplan_web.performance import views

app_name = "performance"
_INDICATOR = "performance/indicators/<slug:indicator>"
urlpatterns = [
    path("performance/", views.providers, name="index"),
    path(
        "performance/providers.<table:kind>",
        views.providers_file,
        name="providers-file",
    ),
    path("performance/systems/", views.systems, name="systems"),
    path("performance/systems.<table:kind>", views.systems_file, name="systems-file"),
    path("performance/must-dos/", views.must_dos, name="must-dos"),
    path(
        "performance/must-dos.<table:kind>", views.must_dos_file, name="must-dos-file"
    ),
    path("performance/signals/", views.signals, name="signals"),
    path("performance/signals.<table:kind>", views.signals_file, name="signals-file"),
    path(f"{_INDICATOR}/", views.indicator, name="indicator"),
    path(f"{_INDICATOR}.<table:kind>", views.indicator_file, name="indicator-file"),
    path(f"{_INDICATOR}/<slug:body>.svg", views.chart, name="chart"),
]
