"""Addresses of programmes: pages of their own first, then the registers."""

from django.urls import URLPattern, path

from placeplan_web.programme.registers.room import PROGRAMME_ROOM
from placeplan_web.registers.addressing import make_addresses

app_name = "programme"
pages: list[URLPattern] = []
urlpatterns = [
    *pages,
    *(path(f"programme/{each.pattern}", each.callback, each.default_args, each.name) for each in make_addresses(PROGRAMME_ROOM)),
]
