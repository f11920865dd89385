"""The site with one page more, which is the frame and nothing else."""

from django.shortcuts import render
from django.urls import path

from placeplan_web.config.access import ACCESS, Who
from placeplan_web.config.urls import (
    handler400,
    handler403,
    handler404,
    handler429,
    handler500,
)
from placeplan_web.config.urls import urlpatterns as site

__all__ = ["handler400", "handler403", "handler404", "handler429", "handler500"]
PLAIN = "/plain/"


def plain(request):
    return render(request, "design/layout.jinja", {"title": "Plain"})


urlpatterns = [*site, path("plain/", plain, name="plain")]


def open_plain_page(settings, monkeypatch):
    """Serve the page for the length of a test."""
    settings.ROOT_URLCONF = __name__
    monkeypatch.setitem(ACCESS, "plain", Who.EVERYONE)
