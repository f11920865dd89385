"""Who delegates by an instrument, on the page of its record."""

from typing import Any

from placeplan_web.governance.models import Instrument
from placeplan_web.registers.kind import Section


def list_instrument_sections(
    _scope: Any, record: Instrument, _reader: Any
) -> list[Section]:
    """List the bodies that delegate; every member where it says so."""
    title = "Who delegates by it"
    if record.is_for_all_members:
        return [Section(title, words="Every member of the group.")]
    bodies = record.bodies.select_related("body").order_by("body__name")
    rows = [[each.body.name, each.body.get_kind_display()] for each in bodies]
    empty = "No body is named, so nobody delegates by it and it lets nobody decide."
    return [Section(title, head=("Body", "Kind"), rows=rows, empty=empty)]
