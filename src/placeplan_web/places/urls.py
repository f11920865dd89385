"""Addresses of places. An id has no dot and no stroke, so that none can clash."""

from django.urls import path

from placeplan_web.places import post_views, views

app_name = "places"
urlpatterns = [
    path("places/", views.index, name="index"),
    path("places/register.csv", views.export, name="export"),
    path("places/planning/levels/", views.levels, name="levels"),
    path("places/planning/care/", views.care, name="care"),
    path("places/planning/sets/<slug:slug>/", views.footprint_set, name="set"),
    path("places/posts/<uuid:public_id>/", post_views.show, name="post"),
    path("places/posts/<uuid:public_id>/appoint/", post_views.appoint, name="appoint"),
    path("places/posts/<uuid:public_id>/end/", post_views.end, name="end-post"),
    path(
        "places/holdings/<uuid:public_id>/end/",
        post_views.end_holding,
        name="end-holding",
    ),
    path("places/<slug:slug>/", views.place, name="place"),
    path("places/<slug:slug>/posts/", post_views.index, name="posts"),
    path("places/<slug:slug>/posts/add/", post_views.add, name="add-post"),
]
