"""What the foot of every page says of the sources in use."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from placeplan_web.evidence.licence_line import list_lines


def licence_context(request: HttpRequest) -> dict[str, Any]:
    """Give the lines on licences, gathered only when a page shows them."""
    return {"licence_lines": SimpleLazyObject(list_lines)}
