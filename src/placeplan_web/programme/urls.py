"""Addresses of programmes: pages of their own first, then the registers."""

from django.urls import URLPattern, include, path

from placeplan_web.programme.registers.room import PROGRAMME_ROOM
from placeplan_web.registers.addressing import make_addresses

app_name = "programme"
pages: list[URLPattern] = []
urlpatterns = [
    *pages,
    path("programme/", include(make_addresses(PROGRAMME_ROOM))),
]
