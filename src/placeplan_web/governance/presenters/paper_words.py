"""A paper of an item in words: each version, as it was published in truth."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from django.utils.timezone import localtime

from placeplan_web.design.words import write_count, write_moment
from placeplan_web.governance.models import Paper, PaperVersion
from placeplan_web.governance.presenters.frame import Frame, cell
from placeplan_web.governance.queries.meeting_view import MeetingView, check_given
from placeplan_web.governance.queries.paper_access import (
    is_kept_private,
    may_be_served,
    may_know_title,
)

HASH_LETTERS: Final = 12


@dataclass(frozen=True)
class PaperWords:
    """A paper and its versions, as they were published in truth."""

    frame: Frame
    view: MeetingView
    paper: Paper

    @property
    def versions(self) -> list[PaperVersion]:
        day = self.frame.day
        return [
            each
            for each in self.paper.versions.all()
            if localtime(each.published_at).date() <= day
        ]

    @cached_property
    def is_known(self) -> bool:
        return may_know_title(self.view.reader, self.paper, self.versions)

    @property
    def title(self) -> str:
        return self.paper.title if self.is_known else "A paper that is kept private"

    @property
    def rows(self) -> list[list[Any]]:
        """A row for each version; a paper without any says so."""
        if not self.versions:
            return [[self.title, "not published yet", "", ""]]
        return [self._list_version(each) for each in self.versions]

    def _list_version(self, version: PaperVersion) -> list[Any]:
        notice = check_given(self.view.table, version.published_at)
        days = (
            f"{write_count(notice.given, 'clear day')} of {notice.needed}"
            if notice
            else "not counted"
        )
        late = "supplementary" if version.is_supplementary else ""
        private = "private" if is_kept_private(self.paper, version) else ""
        served = may_be_served(self.view.reader, self.paper, version)
        return [
            cell(
                f"{self.title}, version {version.number}",
                href=self._link(version) if served else "",
                note=late,
                status=private,
            ),
            write_moment(version.published_at),
            days,
            version.sha256[:HASH_LETTERS] if served else "withheld",
        ]

    def _link(self, version: PaperVersion) -> str:
        return self.frame.link(
            "governance:paper",
            public_id=self.paper.public_id,
            number=version.number,
        )
