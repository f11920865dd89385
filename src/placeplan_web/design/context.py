"""What the frame of every page needs."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from placeplan_web.design.address import Address


@dataclass(frozen=True, slots=True)
class MenuLink:
    """A link of the menu; `is_current` when the reader stands in that room."""

    text: str
    href: str
    is_current: bool


def list_menu(path: str, address: Address) -> list[MenuLink]:
    """Give the rooms that exist, in story order."""
    menu = []
    for text, name in settings.NAVIGATION:
        try:
            room = reverse(name)
        except NoReverseMatch:
            continue
        is_current = path.split("/")[1] == room.split("/")[1]
        menu.append(MenuLink(text, address.keep(room), is_current))
    return menu


def find_page(name: str) -> str | None:
    """Give the address of a page of a later room, once there is one."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return None


def list_rule_links() -> list[tuple[str, str]]:
    """Give the link to the rules and the API, once there are any."""
    try:
        return [("Rules and API", reverse("rules"))]
    except NoReverseMatch:
        return []


def find_sign_in(request: HttpRequest) -> str:
    """Give the sign-in page, which leads back to where the reader stands."""
    sign_in = reverse("account_login")
    here = request.get_full_path()
    is_there = request.path == sign_in or request.method not in {"GET", "HEAD"}
    return sign_in if is_there else f"{sign_in}?{urlencode({'next': here})}"


def page_context(request: HttpRequest) -> dict[str, Any]:
    address: Address = getattr(request, "address", Address())
    return {
        "address": address,
        "today": timezone.localdate(),
        "menu": list_menu(request.path, address),
        "search_address": find_page("search"),
        "my_work_address": find_page("programme:my-work"),
        "query_now": [
            (name, value)
            for name, value in request.GET.items()
            if name not in {"place", "as_at", "page"}
        ],
        "current_address": request.get_full_path(),
        "brand_address": reverse("design:brand"),
        "sign_in_address": find_sign_in(request),
        "sign_out_address": reverse("account_logout"),
        "password_address": reverse("account_change_password"),
        "promise_links": [
            (text, reverse(f"design:{name}"))
            for text, name in (
                ("Accessibility statement", "accessibility"),
                ("Privacy", "privacy"),
                ("Cookies", "cookies"),
            )
        ]
        + list_rule_links(),
        "site_name": settings.PLACEPLAN_NAME,
        "site_owner": settings.PLACEPLAN_OWNER,
        "site_contact": settings.PLACEPLAN_CONTACT,
        "openid_name": settings.OPENID_NAME,
        "openid_address": reverse("openid_connect_login", args=["openid"]),
        "staff_need_second_factor": settings.STAFF_NEED_SECOND_FACTOR,
        "csp_nonce": getattr(request, "csp_nonce", ""),
        "user": getattr(request, "user", None),
    }
