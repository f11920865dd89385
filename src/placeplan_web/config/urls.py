"""Every address. Each needs a row in ``access.py``: without one it stays shut."""

from django.urls import include, path
from django.views.generic import RedirectView

from placeplan_web.config import rule_pages, search, views
from placeplan_web.config.api import API_URLS
from placeplan_web.evidence.views import front

urlpatterns = [
    path("", front.home, name="home"),
    path("search/", search.search, name="search"),
    path("healthz", views.healthz, name="healthz"),
    path("rules/", rule_pages.index, name="rules"),
    path("rules/<slug:rule>/", rule_pages.show_rule, name="rule"),
    path("api/", rule_pages.api_guide, name="api-guide"),
    path("api/v1/", RedirectView.as_view(pattern_name="api-guide"), name="api-start"),
    path("api/v1/", API_URLS),
    path("accounts/", include("placeplan_web.accounts.urls")),
    path("", include("placeplan_web.audit.urls")),
    path("", include("placeplan_web.places.urls")),
    path("", include("placeplan_web.design.urls")),
    path("", include("placeplan_web.performance.urls")),
    path("", include("placeplan_web.evidence.urls")),
    path("", include("placeplan_web.initiatives.urls")),
    path("", include("placeplan_web.money.urls")),
    path("", include("placeplan_web.programme.urls")),
    path("", include("placeplan_web.governance.urls")),
]

handler400 = "placeplan_web.design.views.bad_request"
handler403 = "placeplan_web.design.views.forbidden"
handler404 = "placeplan_web.design.views.not_found"
handler429 = "placeplan_web.design.views.too_many"
handler500 = "placeplan_web.design.views.broken"
