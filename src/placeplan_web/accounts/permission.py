"""Ask a rule about one record, and note that it was asked."""

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest


def require_permission(
    request: HttpRequest, permission: str, record: Model | None, *, why_not: str
) -> None:
    """Stop with `why_not`, in words for the reader, unless the rule allows it.

    Permissions are added by each room in its ``rules.py``:
    ``rules.add_perm("evidence.read_run", is_released | is_owner)``.
    """
    request.permission_checked = True  # type: ignore[attr-defined]
    if not request.user.has_perm(permission, record):
        raise PermissionDenied(why_not)
