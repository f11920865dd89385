"""Addresses of the pages of programmes that are no registers."""

from django.urls import URLPattern, path

from placeplan_web.programme.views import overview

_PROGRAMME = "programme/<slug:slug>"
PAGES: list[URLPattern] = [
    path("programme/", overview.index, name="index"),
    path(f"{_PROGRAMME}/", overview.programme, name="programme"),
]
