"""Pages of no room: what we promise the reader, and errors in plain words."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from placeplan_web.design.address import AddressError

SIGN_IN = "If you are one of them, sign in."
ASK = "You are signed in. If you should see it, ask whoever leads this work or staff."


@cache_control(max_age=3600, public=True)
@require_safe
def brand(request: HttpRequest) -> HttpResponse:
    """Give the accent as a stylesheet: a strict policy allows none in the page."""
    rule = f":root{{--pp-accent:{settings.PLACEPLAN_ACCENT}}}\n"
    return HttpResponse(rule, content_type="text/css; charset=utf-8")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "design/accessibility.jinja")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "design/privacy.jinja")


@require_safe
def cookies(request: HttpRequest) -> HttpResponse:
    return render(request, "design/cookies.jinja")


def _explain(
    request: HttpRequest, *, status: int, title: str, reason: str, remedy: str
) -> HttpResponse:
    context = {"title": title, "reason": reason, "remedy": remedy, "status": status}
    return render(request, "design/error.jinja", context, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Show our own words alone: others' may hold what an attacker sent."""
    ours = isinstance(exception, AddressError)
    return _explain(
        request,
        status=400,
        title="This address cannot be read",
        reason=str(exception) if ours else "Something in what was sent is not right.",
        remedy="Mend the address, or start again from the front page.",
    )


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _explain(
        request,
        status=403,
        title="You may not open this page",
        reason=str(exception) or "It is open to certain people only.",
        remedy=ASK if request.user.is_authenticated else SIGN_IN,
    )


def forbidden_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _explain(
        request,
        status=403,
        title="This form is out of date",
        reason="The form was opened too long ago, in another window, or without "
        "cookies. Nothing was saved.",
        remedy="Go back, load the page again and send the form once more.",
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _explain(
        request,
        status=404,
        title="There is no such page",
        reason="The address may have been mistyped, or what it showed was withdrawn.",
        remedy="Search for what you need, or start from the front page.",
    )


def too_large(request: HttpRequest) -> HttpResponse:
    most = settings.MOST_BODY_BYTES // 1024 // 1024
    return _explain(
        request,
        status=413,
        title="This is too large",
        reason=f"What was sent has more than {most} MB. Nothing of it was kept.",
        remedy="Send a smaller file.",
    )


def too_many(request: HttpRequest) -> HttpResponse:
    return _explain(
        request,
        status=429,
        title="Too many tries",
        reason="This was tried too often in a short time.",
        remedy="Wait five minutes, then try again.",
    )


def broken(request: HttpRequest) -> HttpResponse:
    return _explain(
        request,
        status=500,
        title="Something went wrong here",
        reason="It is our fault, not yours. It was noted, and nothing was half saved.",
        remedy="Try again in a few minutes.",
    )
