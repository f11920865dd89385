"""Addresses of programmes: pages of their own first, then the registers."""

from django.urls import include, path

from placeplan_web.programme.page_addresses import PAGES
from placeplan_web.programme.registers.room import PROGRAMME_ROOM
from placeplan_web.programme.views import act
from placeplan_web.registers.addressing import make_addresses

app_name = "programme"
urlpatterns = [
    *PAGES,
    path(
        "programme/<slug:scope>/<slug:register>/<str:reference>/do/<slug:act>/",
        act.act,
        name="act",
    ),
    path("programme/", include(make_addresses(PROGRAMME_ROOM))),
]
