"""Addresses of the pages of this room that are no registers."""

from django.urls import URLPattern, path

import placeplan_web.design.table_file  # noqa: F401 - it registers the kind "table"
from placeplan_web.governance.views import checker, group, seat_map, sign_off

PAGES: list[URLPattern] = [
    path("governance/", group.index, name="index"),
    path("governance/groups/", group.groups, name="groups"),
    path("governance/groups.<table:kind>", group.groups_file, name="groups-file"),
    path("governance/groups/<slug:slug>/", group.group, name="group"),
    path("governance/seats/", seat_map.seats, name="seats"),
    path("governance/seats.<table:kind>", seat_map.seats_file, name="seats-file"),
    path("governance/checker/", checker.checker, name="checker"),
    path("governance/checker.<table:kind>", checker.checker_file, name="checker-file"),
    path("governance/sign-off/", sign_off.sign_offs, name="sign-offs"),
    path("governance/sign-off/<str:reference>/", sign_off.sign_off, name="sign-off"),
    path(
        "governance/sign-off/<str:reference>/<int:position>/",
        sign_off.sign,
        name="sign",
    ),
]
