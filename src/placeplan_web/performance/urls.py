from django.urls import path

from placeplan_web.performance import views

app_name = "performance"
_INDICATOR = "performance/indicators/<slug:indicator>"
urlpatterns = [
    path("performance/", views.providers, name="index"),
    path("performance/providers.csv", views.providers_csv, name="providers-csv"),
    path("performance/systems/", views.systems, name="systems"),
    path("performance/systems.csv", views.systems_csv, name="systems-csv"),
    path("performance/must-dos/", views.must_dos, name="must-dos"),
    path("performance/must-dos.csv", views.must_dos_csv, name="must-dos-csv"),
    path("performance/signals/", views.signals, name="signals"),
    path("performance/signals.csv", views.signals_csv, name="signals-csv"),
    path(f"{_INDICATOR}/", views.indicator, name="indicator"),
    path(f"{_INDICATOR}.csv", views.indicator_csv, name="indicator-csv"),
    path(f"{_INDICATOR}/<slug:body>.svg", views.chart, name="chart"),
]
