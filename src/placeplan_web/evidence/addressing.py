"""The addresses of the pages of a wing, the same for every wing."""

from django.urls import URLPattern, path

import placeplan_web.design.table_file  # noqa: F401 - knows the end of a file
from placeplan_web.evidence.views import wing as views
from placeplan_web.evidence.wing.wing import Wing


def make_addresses(wing: Wing) -> list[URLPattern]:
    """Give the addresses of the pages; put those of the room's own pages first."""
    own, (_, name) = {"wing": wing}, wing.address.split(":")
    figure = f"evidence/runs/<uuid:public_id>/{wing.slug}/<slug:page>/<slug:figure>"
    return [
        path(f"{wing.slug}/<slug:page>/", views.show_page, own, name=name),
        path(f"{figure}.svg", views.svg, own, name=f"{name}-svg"),
        path(f"{figure}.<table:kind>", views.file, own, name=f"{name}-file"),
    ]
