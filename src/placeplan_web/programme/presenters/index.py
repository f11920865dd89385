"""The programmes that a reader may read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from placeplan_web.design.address import Address
from placeplan_web.design.words import write_count
from placeplan_web.programme.presenters.mark import cell

HEAD: Final = (
    "Programme",
    "Years",
    {"text": "Milestones", "numeric": True},
    {"text": "Reached", "numeric": True},
    {"text": "Late", "numeric": True},
)


@dataclass(frozen=True)
class IndexPage:
    """Programmes with counts of their milestones, as the query gives them."""

    programmes: Sequence[Any]
    address: Address
    is_signed_in: bool

    @property
    def finding(self) -> str:
        if not self.programmes:
            return ""
        late = [each for each in self.programmes if each.late_count]
        counted = write_count(len(self.programmes), "programme")
        if not late:
            return f"{counted}; no milestone is late."
        worst = max(late, key=lambda each: (each.late_count, each.name))
        are = "is" if worst.late_count == 1 else "are"
        of = write_count(worst.milestone_count, "milestone")
        return (
            f"{counted}; in {worst.name} {worst.late_count} of {of} {are} late and "
            f"{worst.reached_count} {'is' if worst.reached_count == 1 else 'are'} "
            "recorded as reached."
        )

    @property
    def head(self) -> Sequence[Any]:
        return HEAD

    @property
    def rows(self) -> list[list[Any]]:
        return [
            [
                cell(
                    each.name,
                    href=self.address.link("programme:programme", slug=each.slug),
                ),
                each.era or "not stated",
                str(each.milestone_count),
                str(each.reached_count),
                str(each.late_count),
            ]
            for each in self.programmes
        ]
