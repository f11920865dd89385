"""Open records as OParl 1.1 has them: a system, its body, and what belongs to it.

Every object has its own address as its ``id``. Only what anybody may read comes here:
of a private item its title and why it is private, and of a person the role alone. Names
of ours begin with ``placeplan:``, as OParl asks of what it does not know.

Source: OParl specification 1.1, https://oparl.org/spezifikation/.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from placeplan_web.governance.models import (
    AgendaItem,
    Group,
    Meeting,
    MeetingState,
    Paper,
    PaperVersion,
    Seat,
    SeatKind,
)
from placeplan_web.governance.queries.privacy import is_private

VERSION: Final = "https://schema.oparl.org/1.1/"
ROOT: Final = "/governance/oparl/"
LISTS: Final[Mapping[str, str]] = {
    "organization": "organizations",
    "person": "persons",
    "meeting": "meetings",
    "agendaItem": "agenda-items",
    "paper": "papers",
    "file": "files",
}
"""What a body has, and the address of the list that holds it."""

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class OpenRecords:
    """Writes records as objects; `base` is the address of the site."""

    base: str
    name: str
    owner: str
    license: str

    def address(self, *parts: object) -> str:
        return self.base + ROOT + "".join(f"{part}/" for part in parts)

    def write_system(self) -> Record:
        return self._write(
            "System",
            self.address(),
            oparlVersion=VERSION,
            name=self.name,
            body=self.address("bodies"),
            license=self.license,
            website=f"{self.base}/",
            product="Placeplan",
        )

    def write_body(self) -> Record:
        lists = {name: self.address(kind) for name, kind in LISTS.items()}
        return self._write(
            "Body",
            self.address("body"),
            system=self.address(),
            name=self.owner,
            license=self.license,
            legislativeTerm=[],
            **lists,
        )

    def write_group(self, group: Group) -> Record:
        return self._write(
            "Organization",
            self._find_group(group),
            body=self.address("body"),
            name=group.name,
            classification=group.get_kind_display(),
            startDate=_write_day(group.starts_on),
            endDate=_write_day(group.ends_on),
            web=f"{self.base}/governance/groups/{group.slug}/",
            modified=group.changed_at.isoformat(),
        )

    def write_seat(self, seat: Seat) -> Record:
        """Write who sits there: the role, whoever has it."""
        where = self.address("persons", seat.public_id)
        membership = self._write(
            "Membership",
            f"{where}#membership",
            person=where,
            organization=self._find_group(seat.group),
            role=seat.title,
            votingRight=seat.kind == SeatKind.VOTING,
            startDate=_write_day(seat.starts_on),
            endDate=_write_day(seat.ends_on),
            modified=seat.changed_at.isoformat(),
        )
        return self._write(
            "Person",
            where,
            body=self.address("body"),
            name=seat.title,
            membership=[membership],
            modified=seat.changed_at.isoformat(),
        )

    def write_meeting(self, meeting: Meeting) -> Record:
        items = [self.write_item(each) for each in meeting.open_items]  # type: ignore[attr-defined] # read with it
        start = meeting.starts_at or meeting.held_on
        place = meeting.place_words
        where = self.address("meetings", meeting.public_id)
        location = self._write("Location", f"{where}#location", description=place)
        return self._write(
            "Meeting",
            where,
            name=meeting.group.name,
            meetingState=meeting.get_state_display(),
            cancelled=meeting.state == MeetingState.CANCELLED,
            start=start.isoformat(),
            end=meeting.ends_at.isoformat() if meeting.ends_at else None,
            location=location if place else None,
            organization=[self._find_group(meeting.group)],
            agendaItem=items,
            web=f"{self.base}/governance/meetings/{meeting.public_id}/",
            modified=meeting.changed_at.isoformat(),
        )

    def write_item(self, item: AgendaItem) -> Record:
        private = is_private(item)
        papers = [self._find_paper(each) for each in item.open_papers]  # type: ignore[attr-defined] # read with it
        settled = {} if private else self._write_settled(item)
        return self._write(
            "AgendaItem",
            self.address("agenda-items", item.public_id),
            meeting=self.address("meetings", item.meeting.public_id),
            number=item.number,
            order=item.position,
            name=item.title,
            public=not private,
            modified=item.changed_at.isoformat(),
            **settled,
            **({"placeplan:private": _say_privacy(item)} if private else {}),
            **({"placeplan:paper": papers} if papers else {}),
        )

    def _write_settled(self, item: AgendaItem) -> Record:
        made = [each.text for each in item.made]  # type: ignore[attr-defined] # read with it
        return {
            "result": item.outcome_words or None,
            "resolutionText": "\n\n".join(made) or None,
        }

    def write_paper(self, paper: Paper) -> Record:
        where, meeting = self._find_paper(paper), paper.item.meeting
        *older, newest = [self.write_file(each) for each in paper.open_versions]  # type: ignore[attr-defined] # read with it
        consultation = self._write(
            "Consultation",
            f"{where}#consultation",
            paper=where,
            agendaItem=self.address("agenda-items", paper.item.public_id),
            meeting=self.address("meetings", meeting.public_id),
            organization=[self._find_group(meeting.group)],
            modified=paper.changed_at.isoformat(),
        )
        return self._write(
            "Paper",
            where,
            body=self.address("body"),
            name=paper.title,
            reference=paper.reference,
            paperType=paper.get_kind_display(),
            mainFile=newest,
            auxiliaryFile=older,
            consultation=[consultation],
            modified=paper.changed_at.isoformat(),
        )

    def write_file(self, version: PaperVersion) -> Record:
        """Write one version: a page to read, or a file to take away."""
        paper = version.paper
        read = f"/governance/papers/{paper.public_id}/versions/{version.number}/"
        page = self.base + read
        name = {"placeplan:sha256": version.sha256}
        return self._write(
            "File",
            self.address("files", version.public_id),
            name=paper.title,
            fileName=version.file_name or None,
            mimeType=version.media_type or None,
            date=version.published_at.date().isoformat(),
            accessUrl=f"{page}file" if version.file else page,
            downloadUrl=f"{page}file" if version.file else None,
            fileLicense=self.license,
            paper=[self._find_paper(paper)],
            modified=version.published_at.isoformat(),
            **name,
        )

    def write_gone(self, kind: str, name: str, record: Any) -> Record:
        """Write what is left of a record that is not open any more: that it was."""
        return self._write(
            name,
            self.address(kind, record.public_id),
            modified=record.gone_at.isoformat(),
            deleted=True,
        )

    def _find_group(self, group: Group) -> str:
        return self.address("organizations", group.public_id)

    def _find_paper(self, paper: Paper) -> str:
        return self.address("papers", paper.public_id)

    def _write(self, kind: str, address: str, **more: Any) -> Record:
        """Write an object; what is not known is left out, as OParl asks."""
        known = {name: value for name, value in more.items() if value not in (None, "")}
        return {"id": address, "type": VERSION + kind, **known}


def _write_day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _say_privacy(item: AgendaItem) -> str:
    """Say why an item is private: its class, its ground, and what was weighed."""
    ground = item.exempt_reason.replace("_", " ")
    said = ", ".join(
        each for each in (item.get_classification_display(), ground) if each
    )
    return f"{said}. {item.balance_words}".strip()
