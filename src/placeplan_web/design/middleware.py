"""What every request gets: the address settings, and headers that shut doors."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control, patch_vary_headers

from placeplan_web.design.address import Address, AddressError, read_address
from placeplan_web.design.views import bad_request, too_large

GetResponse = Callable[[HttpRequest], HttpResponse]


class HeadersMiddleware:
    """Headers that Django has no setting for."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if request.method == "HEAD" and not response.streaming:
            length = response.headers.get("Content-Length", str(len(response.content)))
            response.content = b""  # the length stays, as the answer to GET would be
            response.headers["Content-Length"] = length
        return response


class PrivateAnswerMiddleware:
    """Let no shared store keep what is shown to somebody who is signed in.

    What is open to everybody, and says so, may be kept by anyone.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_open = "public" in response.headers.get("Cache-Control", "")
        user = getattr(request, "user", None)
        if user is not None and user.is_authenticated and not is_open:
            patch_cache_control(response, private=True)
            patch_vary_headers(response, ("Cookie",))
        return response


class BodySizeMiddleware:
    """Refuse what is far too large before any of it is read or written to disk."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        stated = request.META.get("CONTENT_LENGTH") or "0"
        if not stated.isdecimal() or int(stated) > settings.MOST_BODY_BYTES:
            request.address = Address()  # type: ignore[attr-defined]
            return too_large(request)
        return self.get_response(request)


class AddressMiddleware:
    """Read the place and the day from the address into ``request.address``."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.address = Address()  # type: ignore[attr-defined]
        try:
            request.address = read_address(request.GET)  # type: ignore[attr-defined]
        except AddressError as error:
            return bad_request(request, error)
        return self.get_response(request)
