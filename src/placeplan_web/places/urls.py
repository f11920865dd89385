"""Addresses of places. An id has no dot and no stroke, so that none can clash."""

from django.urls import path

from placeplan_web.places import views

app_name = "places"
urlpatterns = [
    path("places/", views.index, name="index"),
    path("places/register.csv", views.export, name="export"),
    path("places/planning/levels/", views.levels, name="levels"),
    path("places/planning/care/", views.care, name="care"),
    path("places/planning/sets/<slug:slug>/", views.footprint_set, name="set"),
    path("places/<slug:slug>/", views.place, name="place"),
]
