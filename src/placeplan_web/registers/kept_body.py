"""Bodies of pages that are kept until anything at all is written.

Whatever a page of a register shows is written with an entry in the audit, in the same
transaction. So a body stays right as long as the newest entry is the same one, in
whichever process it was written, the day is the same (roles and posts begin and end
with days) and so is the reader; one small question tells. The entry is read before the
body is made: a body may be newer than its name says, never older. Whether somebody may
read the page at all is asked each time, before this. Bodies are kept in the memory of
the process, and a minute at most.
"""

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any, Final

from django.core.cache import caches
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html
from markupsafe import Markup

from placeplan_web.audit.queries import find_head

SECONDS: Final = 60
TOKEN_HERE: Final = Markup("<!-- token of the form -->")
"""Stands in a kept body where a form of this session needs its token."""


def render_kept(
    request: HttpRequest, template: str, make: Callable[[], Mapping[str, Any]]
) -> Markup:
    """Render a part of a page for this reader, or give it as it was rendered before.

    The template writes ``{{ token_here }}`` in its forms; `make` gives its context and
    is called only when there is nothing kept.
    """
    key = _name(request, template)
    body = caches["memory"].get(key)
    if body is None:
        context = {**make(), "token_here": TOKEN_HERE}
        body = render_to_string(template, context, request)
        caches["memory"].set(key, body, SECONDS)
    if TOKEN_HERE in body:
        body = body.replace(TOKEN_HERE, _write_token(request))
    return Markup(body)  # noqa: S704 - a template escaped all that is in it


def _name_reader(user: Any) -> str:
    """Give who reads, and what the account itself allows."""
    marks = (user.pk, user.is_active, user.is_staff, user.is_superuser)
    return " ".join(map(str, marks))


def _write_token(request: HttpRequest) -> str:
    field = '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
    return format_html(field, get_token(request))


def _name(request: HttpRequest, template: str) -> str:
    parts = (
        template,
        request.get_full_path(),
        _name_reader(request.user),
        timezone.localdate().isoformat(),
        find_head().digest,
    )
    digest = sha256("\n".join(parts).encode()).hexdigest()
    return f"body-{digest}"
