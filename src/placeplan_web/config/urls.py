"""Every address. Each needs a row in ``access.py``: without one it stays shut."""

from django.urls import include, path

from placeplan_web.config import search, views
from placeplan_web.config.api import API_URLS
from placeplan_web.evidence.views import front

urlpatterns = [
    path("", front.home, name="home"),
    path("search/", search.search, name="search"),
    path("healthz", views.healthz, name="healthz"),
    path("api/v1/", API_URLS),
    path("accounts/", include("placeplan_web.accounts.urls")),
    path("", include("placeplan_web.audit.urls")),
    path("", include("placeplan_web.places.urls")),
    path("", include("placeplan_web.design.urls")),
    path("", include("placeplan_web.performance.urls")),
    path("", include("placeplan_web.evidence.urls")),
    path("", include("placeplan_web.programme.urls")),
]

handler400 = "placeplan_web.design.views.bad_request"
handler403 = "placeplan_web.design.views.forbidden"
handler404 = "placeplan_web.design.views.not_found"
handler429 = "placeplan_web.design.views.too_many"
handler500 = "placeplan_web.design.views.broken"
