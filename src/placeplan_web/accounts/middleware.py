"""Staff without a second factor set one up first, where the site asks for it."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from placeplan_web.accounts.second_factor import has_second_factor, needs_second_factor

STILL_OPEN = ("account_", "mfa_", "openid_", "design:", "healthz")


class SecondFactorMiddleware:
    """Lead staff to the page of their second factor until they have one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> HttpResponse | None:
        match = request.resolver_match
        user = request.user
        if not user.is_authenticated or not needs_second_factor(user):
            return None
        if match is not None and match.view_name.startswith(STILL_OPEN):
            return None
        return None if has_second_factor(user) else redirect("mfa_index")
