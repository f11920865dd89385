"""One version of a paper on a page, and to whom it goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from placeplan.governance.paper_text import write_page
from placeplan_web.design.words import write_count, write_moment
from placeplan_web.governance.models import PaperVersion, Seat
from placeplan_web.governance.presenters.frame import Frame, cell
from placeplan_web.governance.presenters.way import Way
from placeplan_web.governance.queries.group_list import list_cited
from placeplan_web.governance.queries.paper_access import is_kept_private


@dataclass(frozen=True)
class PaperPage:
    """A version; `served` are the seats to which it goes, for the clerk.

    `reading` is the way to say that one has read it, where that is recorded.
    """

    frame: Frame
    version: PaperVersion
    served: Sequence[Seat] | None = None
    reading: Way | None = None

    @property
    def finding(self) -> str:
        private = is_kept_private(self.version.paper, self.version)
        said = "Private" if private else "Public"
        late = ", supplementary" if self.version.is_supplementary else ""
        when = write_moment(self.version.published_at)
        return f"{said}{late}: version {self.version.number}, published on {when}."

    @property
    def facts(self) -> list[tuple[str, Any]]:
        version, paper = self.version, self.version.paper
        rows = [
            ("Paper", f"{paper.reference}, {paper.get_kind_display().lower()}"),
            ("Item", f"{paper.item.number}. {paper.item.title}"),
            ("Why it is late", version.reason if version.is_supplementary else ""),
            ("File", self._link_file()),
            ("SHA-256", version.sha256),
            ("Other versions", self._say_others()),
        ]
        return [(label, value) for label, value in rows if value]

    def _link_file(self) -> Any:
        if not self.version.file:
            return ""
        where = {
            "public_id": self.version.paper.public_id,
            "number": self.version.number,
        }
        href = self.frame.link("governance:paper-file", **where)
        return cell(self.version.file_name or "file", href=href)

    def _say_others(self) -> str:
        count = self.version.paper.versions.count() - 1
        return write_count(count, "other version") if count else ""

    @property
    def html(self) -> Markup | None:
        """Give its words, cleaned of anything that a page must not hold."""
        text = self.version.text
        return Markup(write_page(text)) if text else None  # noqa: S704 - cleaned

    @property
    def served_titles(self) -> list[str]:
        return [seat.title for seat in self.served or ()]

    @property
    def cited(self) -> list[tuple[str, str]]:
        return list_cited([self.version.paper], "the paper")
