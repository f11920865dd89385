"""My work: what is due from the reader, their calendar link and their digest."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from placeplan_web.accounts.models import User
from placeplan_web.programme.models import DigestAddress
from placeplan_web.programme.operations.reminder import (
    clear_digest,
    close_feed,
    find_feed,
    has_feed,
    open_feed,
    set_digest,
)
from placeplan_web.programme.presenters.my_work import (
    CALENDAR_TYPE,
    MyWorkPage,
    make_calendar,
)
from placeplan_web.programme.queries.duty import list_own
from placeplan_web.programme.views.request import get_address


@require_safe
def my_work(request: HttpRequest) -> HttpResponse:
    return _show(request)


@require_POST
def calendar_link(request: HttpRequest) -> HttpResponse:
    """Make a calendar link, shown on this answer alone, or take it back."""
    user, now = _get_user(request), timezone.now()
    if request.POST.get("act") == "close":
        close_feed(user=user, at=now)
        messages.success(request, "The link to your calendar works no more.")
        return redirect("programme:my-work")
    token = open_feed(user=user, at=now)
    path = reverse("programme:calendar", kwargs={"token": token})
    response = _show(request, feed=request.build_absolute_uri(path))
    response.headers["Cache-Control"] = "no-store"
    return response


@require_POST
def digest(request: HttpRequest) -> HttpResponse:
    """Keep the address for the digest of the reader, or forget it."""
    user, now = _get_user(request), timezone.now()
    address = request.POST.get("address", "").strip()
    if not address:
        clear_digest(user=user, at=now)
        messages.success(request, "No digest is sent to you, and no address is kept.")
        return redirect("programme:my-work")
    try:
        set_digest(user=user, address=address, at=now)
    except ValidationError:
        words = "Write an e-mail address, such as office@example.org."
        return _show(request, wrong=words, typed=address, status=422)
    messages.success(request, "A digest is sent to you on each day with things to do.")
    return redirect("programme:my-work")


@require_safe
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """Give a calendar to whoever has its link."""
    feed = find_feed(token)
    if feed is None:
        raise Http404
    now = timezone.now()
    own = list_own(feed.user, timezone.localdate())
    base = request.build_absolute_uri("/").rstrip("/")
    written = make_calendar(own.duties, base, settings.PLACEPLAN_NAME, now)
    response = HttpResponse(written, content_type=CALENDAR_TYPE)
    response.headers["Cache-Control"] = "private, max-age=900"
    return response


def _show(
    request: HttpRequest,
    *,
    feed: str = "",
    wrong: str = "",
    typed: str = "",
    status: int = 200,
) -> HttpResponse:
    user, address = _get_user(request), get_address(request)
    held = DigestAddress.objects.filter(user=user).first()
    day = address.day(timezone.localdate())
    page = MyWorkPage(
        list_own(user, day),
        address,
        has_feed(user),
        typed or (held.address if held else ""),
        day,
    )
    context = {"title": "My work", "page": page, "feed": feed, "wrong": wrong}
    return render(request, "programme/my_work.jinja", context, status=status)


def _get_user(request: HttpRequest) -> User:
    """Give who is signed in: the access table let nobody else in."""
    if not isinstance(request.user, User):
        raise Http404
    return request.user
