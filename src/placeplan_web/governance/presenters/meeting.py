"""A meeting before, during and after it, in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup

from placeplan.governance.paper_text import write_page
from placeplan_web.design.words import write_count, write_day, write_moment
from placeplan_web.governance.presenters.frame import cell
from placeplan_web.governance.presenters.index import write_when
from placeplan_web.governance.presenters.meeting_item import ItemWords, name_owner
from placeplan_web.governance.presenters.meeting_words import MeetingWords
from placeplan_web.governance.presenters.quorum_words import say_quorum
from placeplan_web.governance.presenters.room_lines import (
    SeatLine,
    SeatWay,
    list_seat_lines,
    list_seat_ways,
)
from placeplan_web.governance.presenters.way import Way
from placeplan_web.governance.queries.group_list import list_cited
from placeplan_web.governance.queries.minutes_parts import KnownMinutes, read_minutes
from placeplan_web.governance.queries.publish_by import say_agenda


@dataclass(frozen=True)
class MeetingPage(MeetingWords):
    """A meeting on a page; `ways` are what its reader may do."""

    ways: Sequence[Way] = ()
    item_ways: Sequence[Way] = ()
    next_ways: Sequence[Way] = ()

    @property
    def may_run(self) -> bool:
        return any(way.name in ("join", "close") for way in self.ways)

    @property
    def facts(self) -> list[tuple[str, Any]]:
        meeting = self.meeting
        group = cell(meeting.group.name, href=self.frame.link_group(meeting.group))
        rows: list[tuple[str, Any]] = [
            ("Group", group),
            ("Part", str(meeting.part) if meeting.part else ""),
            ("When", write_when(meeting)),
        ]
        if self.view.past is not None and not self.view.past.is_known:
            return [(label, value) for label, value in rows if value]
        rows += [
            ("Where", meeting.place_words),
            ("State", meeting.get_state_display()),
            ("Pack", self._link_pack()),
            ("Quorum", say_quorum(self.view.table.terms)),
            ("Notice", self.say_notice()),
            ("Agenda", say_agenda(meeting, self.view.table.terms)),
            ("Urgent, because", meeting.urgency_reason),
            ("Opened", self._say_moment(meeting.opened_at)),
            ("Closed", self._say_moment(meeting.closed_at)),
        ]
        return [(label, value) for label, value in rows if value]

    def _link_pack(self) -> Any:
        words = "Agenda and papers as one PDF"
        return cell(words, href=self.frame.link_pack(self.meeting))

    def _say_moment(self, moment: Any) -> str:
        return write_moment(moment) if moment else ""

    @property
    def sections(self) -> Iterator[tuple[str, list[ItemWords]]]:
        """Give runs of items under one heading, in the order of the agenda."""
        run: list[ItemWords] = []
        for each in self.items:
            if run and run[-1].item.section != each.item.section:
                yield run[-1].item.section, run
                run = []
            run.append(each)
        if run:
            yield run[-1].item.section, run

    def list_rows(self, items: Sequence[ItemWords]) -> list[list[Any]]:
        return [
            [
                cell(
                    f"{each.item.number}. {each.item.title}",
                    href=each.href,
                    note=each.note,
                ),
                each.item.get_purpose_display(),
                each.presenter,
                self._count_papers(each),
                each.authority,
                self._say_conflicts(each),
                each.quorum or each.forecast if not self.is_over else each.state,
            ]
            for each in items
        ]

    def _count_papers(self, item: ItemWords) -> Any:
        papers = item.item.papers.all()
        kept = "private" if item.item.is_private else ""
        return cell(write_count(len(papers), "paper"), status=kept)

    def _say_conflicts(self, item: ItemWords) -> str:
        if not item.of.forecast.conflicts:
            return "none known"
        likely = len(item.of.forecast.conflicts)
        return write_count(likely, "likely conflict")

    @property
    def paper_rows(self) -> list[list[Any]]:
        return [
            [f"Item {item.item.number}", *row]
            for item in self.items
            for paper in item.papers
            for row in paper.rows
        ]

    @property
    def conflict_rows(self) -> list[list[Any]]:
        return [
            [f"Item {each.item.number}", said, each.forecast]
            for each in self.items
            for said in each.conflicts
        ]

    @property
    def escalation_rows(self) -> list[list[Any]]:
        return [
            [
                cell(
                    f"{each.risk.reference} {each.risk.title}",
                    href=self.frame.link(
                        "programme:risk-history",
                        slug=each.risk.programme.slug,
                        reference=each.risk.reference,
                    ),
                ),
                self.view.ages[each.pk].words,
                f"Item {each.item.number}" if each.item else "",
            ]
            for each in self.view.escalations
        ]

    @property
    def carried_rows(self) -> list[list[Any]]:
        return [
            [
                f"{each.action.reference} {each.action.text}",
                name_owner(each.action),
                write_day(each.action.due_on) if each.action.due_on else "not stated",
                each.action.get_state_display(),
            ]
            for each in self.view.carried
        ]

    @property
    def seat_lines(self) -> list[SeatLine]:
        return list_seat_lines(self.view)

    def seat_ways(self, line: SeatLine) -> list[SeatWay]:
        return list_seat_ways(self.frame, self.view, line)

    @cached_property
    def known_minutes(self) -> KnownMinutes | None:
        minutes = self.view.minutes
        return read_minutes(minutes, self.view.reader) if minutes else None

    @property
    def minutes_html(self) -> Markup | None:
        """Give the minutes, cleaned of anything that a page must not hold."""
        if self.known_minutes is None:
            return None
        return Markup(write_page(self.known_minutes.text))  # noqa: S704 - cleaned

    @property
    def corrections(self) -> list[list[str]]:
        minutes, known = self.view.minutes, self.known_minutes
        made = minutes.corrections.all() if minutes and known and known.is_whole else []
        return [[write_moment(each.at), each.reason] for each in made]

    @property
    def attendance_rows(self) -> list[list[Any]]:
        if not self.view.stays:
            return []
        return [
            [line.seat.title, line.post or "not recorded", line.presence]
            for line in self.seat_lines
        ]

    @property
    def cited(self) -> list[tuple[str, str]]:
        items = [each.item for each in self.items]
        carried = [each.action for each in self.view.carried]
        return [
            *list_cited([self.meeting], "the meeting"),
            *list_cited(items, "its agenda"),
            *list_cited(carried, "actions"),
        ]
