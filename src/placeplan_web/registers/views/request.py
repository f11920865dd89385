"""A request for a page of a register, and what its address names."""

from typing import Any

from django.http import Http404, HttpRequest

from placeplan_web.accounts.permission import require_permission
from placeplan_web.design.address import Address
from placeplan_web.registers.addresses import Register
from placeplan_web.registers.kind import RegisterKind
from placeplan_web.registers.known import as_record, list_known
from placeplan_web.registers.listing import find_record
from placeplan_web.registers.room import RegisterRoom


def get_address(request: HttpRequest) -> Address:
    """Give the place and the day in the address, which the middleware has read."""
    return getattr(request, "address", Address())


def get_register(
    request: HttpRequest, room: RegisterRoom, scope: str, register: str
) -> Register:
    """Find the register that an address names, if the reader may read it."""
    kind = room.kinds.get(register)
    found = room.find_scope(scope)
    if kind is None or found is None:
        raise Http404
    found = room.show_to(found, request.user)
    allowed = kind.permissions
    require_permission(request, allowed.read, found, why_not=allowed.why_not_read)
    return Register(room, found, kind, get_address(request))


def get_register_to_add(
    request: HttpRequest, room: RegisterRoom, scope: str, register: str
) -> Register:
    """Find the register, if the reader may add to it; what is done is done today."""
    found = get_register(request, room, scope, register)
    allowed = found.kind.permissions
    require_permission(request, allowed.add, found.scope, why_not=allowed.why_not)
    return Register(room, found.scope, found.kind, found.address.at(None))


def get_record(request: HttpRequest, register: Register, reference: str) -> Any:
    record = find_record(register.kind, register.scope, reference)
    if record is None:
        raise Http404
    return record


def get_record_shown(request: HttpRequest, register: Register, reference: str) -> Any:
    """Find a record as it stands, or as it was known on the day of the address."""
    if register.past is None:
        return get_record(request, register, reference)
    known = list_known(register.kind, register.scope, register.past)
    version = known.filter(reference=reference).first()
    if version is None:
        raise Http404
    return as_record(version)


def get_record_to(
    request: HttpRequest, register: Register, reference: str, permission: str
) -> Any:
    """Find a record, if the reader may do to it what the permission names."""
    record = get_record(request, register, reference)
    why_not = register.kind.permissions.why_not
    require_permission(request, permission, record, why_not=why_not)
    return record


def may(request: HttpRequest, permission: str, about: Any, kind: RegisterKind) -> bool:
    """Whether a link to it is shown; never on a page of another day."""
    is_today = get_address(request).as_at is None
    return is_today and request.user.has_perm(permission, about)
