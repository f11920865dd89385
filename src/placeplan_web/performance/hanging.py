"""What hangs on indicators: rooms told later say it here, and this room knows none.

A room that knows facts, pages or benefits of indicators adds a function that lists
links to them; `performance` shows them under "What hangs on this".
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from placeplan_web.design.address import Address
from placeplan_web.performance.register import PerformanceRegister

Link = dict[str, str]


@dataclass(frozen=True, slots=True)
class Hanging:
    """Links both ways: what indicators rest on, and what hangs on them."""

    rests_on: list[Link] = field(default_factory=list)
    hangs_on: list[Link] = field(default_factory=list)


Find = Callable[[Sequence[str], PerformanceRegister, Address], Hanging]
_FINDING: Final[list[Find]] = []


def add_links(find: Find) -> None:
    """Let a room list links of indicators both ways."""
    _FINDING.append(find)


def list_hanging(
    indicators: Sequence[str], register: PerformanceRegister, address: Address
) -> dict[str, list[Link]]:
    """Give the links of every room both ways, as the macro ``hangs`` takes them."""
    every = [find(indicators, register, address) for find in _FINDING]
    return {
        "rests_on": [link for found in every for link in found.rests_on],
        "hangs_on": [
            *_list_must_dos(indicators, register, address),
            *(link for found in every for link in found.hangs_on),
        ],
    }


def _list_must_dos(
    indicators: Sequence[str], register: PerformanceRegister, address: Address
) -> list[Link]:
    names = dict(register.tables["must_dos"].select("number", "name").iter_rows())
    asked = register.tables["must_do_thresholds"].select("must_do", "indicator").rows()
    kin = register.find_kin(indicators)
    numbers = sorted({number for number, held in asked if held in kin})
    return [
        {
            "text": f"Must-do {number}: {names[number]}",
            "href": f"{address.link('performance:must-dos')}#must-do-{number}",
        }
        for number in numbers
        if number in names
    ]
