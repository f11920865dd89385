"""The page from which packs and minutes are taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from placeplan_web.governance.models import Meeting
from placeplan_web.governance.presenters.frame import Frame, cell
from placeplan_web.governance.presenters.index import write_when
from placeplan_web.governance.queries.pack_source import say_past_day
from placeplan_web.governance.queries.privacy import meets_in_public


@dataclass(frozen=True)
class PackPage:
    """What there is for one reader; `untagged` are papers that carry no tags."""

    frame: Frame
    meeting: Meeting
    belongs: bool
    has_minutes: bool
    untagged: Sequence[str] = ()
    faults: Sequence[str] = ()

    @property
    def name(self) -> str:
        return f"{self.meeting.group.name}, {write_when(self.meeting)}"

    @property
    def finding(self) -> str:
        if self.faults:
            return "The pack cannot be made yet: a paper has to be put right first."
        if not meets_in_public(self.meeting):
            return "This meeting is in private, so it has no public pack."
        said = (
            "Agenda and papers in one PDF. What is exempt is not in the public pack; "
            "its reason is."
        )
        is_past = self.frame.day < timezone.localdate()
        return f"{said} {say_past_day(self.frame.day)}" if is_past else said

    @property
    def rows(self) -> list[list[Any]]:
        kinds = [("pack", "PDF"), *([("minutes", "Word")] if self.has_minutes else [])]
        made = [
            (f"{which} {what}", kind, f"{which.lower()}-{what}")
            for what, kind in kinds
            for which in self._list_readers()
        ]
        return [[self._link(words, name), kind] for words, kind, name in made]

    def _list_readers(self) -> list[str]:
        public = ["Public"] if meets_in_public(self.meeting) else []
        return [*public, *(["Private"] if self.belongs else [])]

    def _link(self, words: str, name: str) -> Any:
        where = {"public_id": self.meeting.public_id}
        return cell(words, href=self.frame.link(f"governance:{name}", **where))
