"""The addresses of the pages, and an empty one to hold them against."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from placeplan_web.config import urls
from placeplan_web.config.access import ACCESS, Who

handler400 = urls.handler400
handler403 = urls.handler403
handler404 = urls.handler404
handler429 = urls.handler429
handler500 = urls.handler500


def empty(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("")


ACCESS["empty"] = Who.EVERYONE
urlpatterns = [path("empty/", empty, name="empty"), *urls.urlpatterns]
