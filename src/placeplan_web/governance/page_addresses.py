"""Addresses of the pages of this room that are no registers."""

from django.urls import URLPattern, path

import placeplan_web.design.table_file  # noqa: F401 - it registers the kind "table"
from placeplan_web.governance.views import group

PAGES: list[URLPattern] = [
    path("governance/", group.index, name="index"),
    path("governance/groups/", group.groups, name="groups"),
    path("governance/groups.<table:kind>", group.groups_file, name="groups-file"),
    path("governance/groups/<slug:slug>/", group.group, name="group"),
]
