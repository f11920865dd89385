"""What a gift obliges to, on the page of its record."""

from typing import Any

from placeplan_web.governance.models import GiftDeclaration
from placeplan_web.governance.queries.gift import find_duty
from placeplan_web.registers.kind import Section


def list_gift_sections(
    _scope: Any, record: GiftDeclaration, _reader: Any
) -> list[Section]:
    """Say what follows, with everything that the donor gave to this post."""
    duty = find_duty(record)
    said = "It reaches no threshold, and need not be declared."
    if duty.declare:
        said = "It has to be declared."
    if duty.refuse:
        said = "It is to be refused, unless somebody senior has agreed to it."
    words = f"{said} {' '.join(duty.reasons)} Source: {duty.source}."
    return [Section("What follows, by the rules", words=words)]
