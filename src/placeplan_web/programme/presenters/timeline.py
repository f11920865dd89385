"""The timeline of a programme: its sentence, its picture, its table, its file."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import polars as pl
from django.core.paginator import Page, Paginator

from placeplan.programme import MilestoneState
from placeplan_web.design.table_file import CSV, EXCEL
from placeplan_web.design.words import write_count, write_day
from placeplan_web.programme.presenters.frame import Frame, cite
from placeplan_web.programme.presenters.mark import cell, mark_rating, mark_state
from placeplan_web.programme.presenters.timeline_picture import Bar, TimelinePicture
from placeplan_web.programme.queries.network import ReadNetwork
from placeplan_web.programme.queries.standing import MilestoneStanding, Standing

ROWS_A_PAGE: Final = 40
HEAD: Final = (
    "Milestone",
    "Agreed",
    "Now expected",
    "Standing",
    "Rating",
    "Waits for",
    {"text": "Room, days", "numeric": True},
    "What pushes it",
)
LEGEND: Final = (
    "Upper bar, hollow: agreed. Lower bar, full: now expected, in red with a broken "
    "tail when late. Diamond: reached. Open triangle: where what it waits for pushes "
    "it. Bold, with a block before it: no room to slip. Arrows: what waits for what."
)


@dataclass(frozen=True)
class TimelinePage:
    """One page of milestones, in order of their agreed dates."""

    frame: Frame
    standing: Standing
    network: ReadNetwork
    project: str = ""
    number: str = "1"

    @cached_property
    def milestones(self) -> list[MilestoneStanding]:
        """All, or those of one project."""
        held: Sequence[MilestoneStanding] = self.standing.milestones
        if self.project:
            keys = {p.pk for p in self.standing.projects if p.reference == self.project}
            held = [each for each in held if keys & set(each.projects)]
        return sorted(
            held,
            key=lambda each: (
                each.plan.baseline.ends_on,
                each.plan.baseline.starts_on,
                each.record.reference,
            ),
        )

    @cached_property
    def page(self) -> "Page[MilestoneStanding]":
        return Paginator(self.milestones, ROWS_A_PAGE).get_page(self.number)

    @property
    def finding(self) -> str:
        """What sets the end, and what is late."""
        if not self.milestones:
            return ""
        found = self.network.found
        late = self.standing.list_in(MilestoneState.LATE)
        of = write_count(len(self.standing.milestones), "milestone")
        said = f"{len(late)} of {of} late on {write_day(self.standing.day)}."
        if len(found.longest) > 1:
            end = write_day(found.ends[found.longest[-1]])
            chain = " → ".join(found.longest)
            said += f" The end, {end}, hangs on {chain}."
        if found.pushed_days:
            pushed = write_count(
                len(found.pushed_days), "milestone is", "milestones are"
            )
            said += f" {pushed} pushed past their date by what they wait for."
        return said

    @cached_property
    def picture(self) -> Any:
        """The picture of this page; nothing where there is no milestone."""
        bars = [self._make_bar(each) for each in self.page.object_list]
        if not bars:
            return ""
        title = f"Timeline of {self.frame.programme.name}"
        drawn = TimelinePicture(
            title,
            f"{self.finding} Each row is a link to a milestone; the table below holds "
            "the same in words.",
            bars,
            self.standing.day,
            self.standing.as_at is None,
        )
        return drawn.draw()

    def _make_bar(self, each: MilestoneStanding) -> Bar:
        record, plan, found = each.record, each.plan, self.network.found
        reached = plan.finished_on if each.state is MilestoneState.DONE else None
        expected = plan.forecast
        return Bar(
            record.reference,
            record.title,
            self.frame.link_record("milestones", record.reference),
            f"{record.reference} {record.title}: agreed {plan.baseline}. "
            f"{each.rating.reason}",
            (plan.baseline.starts_on, plan.baseline.ends_on),
            (expected.starts_on, expected.ends_on) if expected else None,
            reached,
            found.ends[record.reference]
            if record.reference in found.pushed_days
            else None,
            each.state is MilestoneState.LATE,
            record.reference in self._chain,
            tuple(self.network.waits_for[record.reference]),
        )

    @cached_property
    def _chain(self) -> frozenset[str]:
        """What has no room to slip, where something waits for something at all."""
        found = self.network.found
        return found.critical if len(found.longest) > 1 else frozenset()

    @property
    def head(self) -> Sequence[Any]:
        return HEAD

    @cached_property
    def rows(self) -> list[list[Any]]:
        return [self._write_row(each) for each in self.page.object_list]

    def _write_row(self, each: MilestoneStanding) -> list[Any]:
        name, found = each.record.reference, self.network.found
        room = found.float_days.get(name)
        href = self.frame.link_record("milestones", name)
        return [
            cell(f"{name} {each.record.title}", href=href),
            str(each.plan.baseline),
            str(each.plan.forecast or "as agreed"),
            cell(mark_state(each.state)),
            cell(mark_rating(each.rating.rating)),
            ", ".join(self.network.waits_for[name]) or "nothing",
            "reached" if room is None else str(room),
            self._say_pushed(name),
        ]

    def _say_pushed(self, name: str) -> str:
        days = self.network.found.pushed_days.get(name)
        if days is None:
            return "nothing"
        end = write_day(self.network.found.ends[name])
        return (
            f"by {write_count(days, 'day')} to {end}, if its work takes as long as was "
            "agreed"
        )

    def make_table(self) -> pl.DataFrame:
        """Every milestone, for a file."""
        found = self.network.found
        return pl.DataFrame(
            [
                {
                    "milestone": each.record.reference,
                    "name": each.record.title,
                    "agreed": str(each.plan.baseline),
                    "agreed_starts_on": each.plan.baseline.starts_on,
                    "agreed_ends_on": each.plan.baseline.ends_on,
                    "expected_starts_on": each.plan.expected.starts_on,
                    "expected_ends_on": each.plan.expected.ends_on,
                    "finished_on": each.plan.finished_on
                    if each.state is MilestoneState.DONE
                    else None,
                    "state": str(each.state),
                    "rating": each.rating.rating.name,
                    "waits_for": ", ".join(
                        self.network.waits_for[each.record.reference]
                    ),
                    "float_days": found.float_days.get(each.record.reference),
                    "pushed_days": found.pushed_days.get(each.record.reference, 0),
                    "source": each.record.source,
                    "status": each.record.status,
                }
                for each in self.milestones
            ],
            schema_overrides={
                "finished_on": pl.Date(),
                "float_days": pl.Int64(),
                "pushed_days": pl.Int64(),
            },
            infer_schema_length=None,
        )

    @property
    def filters(self) -> list[dict[str, Any]]:
        options = [("", "All projects")]
        options += [(p.reference, p.name) for p in self.standing.projects]
        return [
            {
                "name": "project",
                "label": "Project",
                "value": self.project,
                "options": options,
            }
        ]

    @property
    def view(self) -> str:
        """The address of this page with its choice."""
        link = self.frame.link("programme:timeline")
        return self.frame.address.keep(link, project=self.project or None)

    @property
    def files(self) -> dict[str, str]:
        return {
            name: self.frame.address.keep(
                self.frame.link("programme:timeline-file", kind=kind),
                project=self.project or None,
            )
            for name, kind in (("csv", CSV), ("excel", EXCEL))
        }

    @property
    def cited(self) -> list[tuple[str, str]]:
        return cite([each.record for each in self.standing.milestones], "milestones")
