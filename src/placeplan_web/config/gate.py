"""Hold to the access table: an address without a row, or without its check, is shut."""

import logging
from collections.abc import Callable
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from placeplan_web.config.access import ACCESS, Who

log = logging.getLogger(__name__)
CHECKED_BY_RECORD = {Who.RECORD, Who.OWNER}


class UncheckedRecordError(Exception):
    """A view showed a record without asking whether the reader may see it."""


class AccessMiddleware:
    """Open an address only to those whom the access table names."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        match = request.resolver_match
        who = ACCESS.get(match.view_name) if match else None
        unchecked = not getattr(request, "permission_checked", False)
        if who in CHECKED_BY_RECORD and unchecked and response.status_code == 200:
            raise UncheckedRecordError(request.path)
        return response

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        match = request.resolver_match
        who = ACCESS.get(match.view_name) if match else None
        if who is None:
            log.error("No row in the access table for %s", request.path)
            raise PermissionDenied("This page is not open to anyone yet.")
        if who in {Who.EVERYONE, Who.STEP, Who.LINK, Who.RECORD}:
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), reverse("account_login"))
        if who is Who.STAFF and not request.user.is_staff:
            raise PermissionDenied("This page is for staff.")
        return None
