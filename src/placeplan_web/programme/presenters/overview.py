"""A programme on one page, which a board reads in a minute."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any, Final

from placeplan.programme import DateInterval, MilestoneState, find_worst
from placeplan_web.design.words import (
    write_count,
    write_day,
    write_moment,
    write_pounds,
)
from placeplan_web.programme.models import KeyDate, Project, ProjectKind
from placeplan_web.programme.presenters.frame import Frame, cite, join_words
from placeplan_web.programme.presenters.mark import cell, mark_rating, mark_state
from placeplan_web.programme.presenters.stake import say_at_stake
from placeplan_web.programme.queries.recent import RecentChange
from placeplan_web.programme.queries.stake import Stakes
from placeplan_web.programme.queries.standing import (
    MilestoneStanding,
    RiskStanding,
    Standing,
)

NEXT_DAYS: Final = 30
MOST_ROWS: Final = 20
MOST_LATE: Final = 8
MOST_RISKS: Final = 5
KINDS: Final = (
    (ProjectKind.CORE, "Core projects"),
    (ProjectKind.WORKSTREAM, "Cross-cutting workstreams"),
)
_STATES: Final = (
    (MilestoneState.LATE, "late"),
    (MilestoneState.ON_TIME, "on time"),
    (MilestoneState.DONE, "done"),
    (MilestoneState.NOT_DUE, "not due yet"),
)
PROJECT_HEAD: Final = ("Project", "By its dates", "Judged", "Why")
LATE_HEAD: Final = ("Milestone", "Standing", "Agreed", "Now expected", "Why")
DUE_HEAD: Final = ("What", "When", "Who decides or owns it")


@dataclass(frozen=True)
class OverviewPage:
    """What stands on the page, each part made from the numbers."""

    frame: Frame
    standing: Standing
    stakes: Stakes | None
    dates: Sequence[KeyDate]
    changes: Sequence[RecentChange]
    authors: Mapping[str, str]

    @property
    def finding(self) -> str:
        """The sentence below the title."""
        said = [self._say_milestones(), self._say_risks(), self._say_stakes()]
        return " ".join(each for each in said if each)

    def _say_milestones(self) -> str:
        milestones = self.standing.milestones
        if not milestones:
            return "Nothing is known of milestones here" + (
                f" on {write_day(self.standing.day)}."
                if self.standing.as_at
                else " yet."
            )
        counts = [
            f"{len(held)} {'is' if len(held) == 1 else 'are'} {words}"
            for state, words in _STATES
            if (held := self.standing.list_in(state))
        ]
        counted = f"Of {write_count(len(milestones), 'milestone')}"
        if not self.standing.list_in(MilestoneState.DONE):
            counts.append("none is recorded as reached")
        return f"{counted} {join_words(counts)}."

    def _say_risks(self) -> str:
        risks = self.standing.risks
        if not risks:
            return ""
        scored = [each for each in risks if each.score is not None]
        counted = write_count(len(risks), "risk")
        if not scored:
            from_papers = all(each.record.source for each in risks)
            why = ": the papers give none" if from_papers else ""
            return f"{counted}, none has a score{why}."
        told = sum(each.grades["current"].escalates for each in scored)
        unscored = len(risks) - len(scored)
        rest = f", {unscored} without a score" if unscored else ""
        return f"{counted}: {told} at or above the threshold{rest}."

    def _say_stakes(self) -> str:
        amount = say_at_stake(self.stakes) if self.stakes else ""
        if self.stakes is None or not amount:
            return ""
        status = self.stakes.status
        return (
            f"{amount} of the plan, over all its years, hangs on what slips ({status})."
        )

    @cached_property
    def project_tables(self) -> list[dict[str, Any]]:
        """A table for each kind of project that there is."""
        return [
            {
                "title": title,
                "head": self._project_head,
                "rows": [self._write_project(p) for p in held if self._is_rated(p)],
                "unrated": [
                    self._name_project(p) for p in held if not self._is_rated(p)
                ],
            }
            for kind, title in KINDS
            if (held := [p for p in self.standing.projects if p.kind == kind])
        ]

    @property
    def _project_head(self) -> list[Any]:
        money = [{"text": "At stake", "numeric": True}] if self.stakes else []
        return [*PROJECT_HEAD, *money]

    @cached_property
    def _pounds(self) -> Mapping[str, float]:
        return self.stakes.sum_by_project() if self.stakes else {}

    def _is_rated(self, project: Project) -> bool:
        """Whether it has milestones, without which dates say nothing of it."""
        return bool(self.standing.by_project[project.pk])

    def _name_project(self, project: Project) -> dict[str, Any]:
        link = self.frame.link_register("milestones", project=project.reference)
        return cell(project.name, href=link)

    def _write_project(self, project: Project) -> list[Any]:
        held = self.standing.by_project[project.pk]
        computed = find_worst(each.rating.computed for each in held)
        worst = max(held, key=lambda each: each.rating.computed.number)
        judged = [each for each in held if each.rating.differs]
        shown = find_worst(each.rating.rating for each in held)
        row = [
            self._name_project(project),
            cell(mark_rating(computed)),
            cell(mark_rating(shown)) if judged else "As by its dates",
            cell(_say_why(worst), note=_say_judged(judged)),
        ]
        if self.stakes:
            pounds = self._pounds.get(project.reference)
            row.append("" if pounds is None else write_pounds(pounds))
        return row

    @cached_property
    def late(self) -> list[list[Any]]:
        """Milestones that are late, the longest first."""
        held = self.standing.list_in(MilestoneState.LATE)
        held.sort(key=lambda each: (each.plan.baseline.ends_on, each.record.reference))
        return [self._write_late(each) for each in held[:MOST_LATE]]

    @property
    def late_words(self) -> str:
        """How many more are late than the table shows."""
        more = len(self.standing.list_in(MilestoneState.LATE)) - len(self.late)
        return f"and {write_count(more, 'other')} late" if more else ""

    def _write_late(self, each: MilestoneStanding) -> list[Any]:
        expected = str(each.plan.expected) if each.plan.forecast else "no other date"
        return [
            self._name(each),
            cell(mark_state(each.state)),
            str(each.plan.baseline),
            expected,
            each.rating.reason,
        ]

    def _name(self, each: MilestoneStanding) -> dict[str, Any]:
        record = each.record
        href = self.frame.link_record("milestones", record.reference)
        return cell(f"{record.reference} {record.title}", href=href)

    @cached_property
    def due(self) -> list[list[Any]]:
        """What falls due within 30 days, the soonest first."""
        first = self.standing.day
        last = first + timedelta(days=NEXT_DAYS)
        rows = [
            (each.plan.expected.ends_on, self._write_due(each))
            for each in self.standing.list_in(
                MilestoneState.ON_TIME, MilestoneState.NOT_DUE
            )
            if each.plan.expected.starts_on <= last
            and each.plan.expected.ends_on >= first
        ]
        rows += [
            (date.ends_on, [f"{date.reference} {date.title}", _say_when(date), ""])
            for date in self.dates
            if date.starts_on
            and date.ends_on
            and date.starts_on <= last
            and date.ends_on >= first
        ]
        rows.sort(key=lambda row: row[0])
        return [row for _, row in rows[:MOST_ROWS]]

    def _write_due(self, each: MilestoneStanding) -> list[Any]:
        record = each.record
        owner = record.owner_words or record.decision_by
        return [self._name(each), str(each.plan.expected), owner or "nobody named"]

    @cached_property
    def risks(self) -> list[list[Any]]:
        """The highest risks that have a score."""
        scored = [each for each in self.standing.risks if each.score is not None]
        scored.sort(key=lambda each: (-(each.score or 0), each.record.reference))
        return [self._write_risk(each) for each in scored[:MOST_RISKS]]

    def _write_risk(self, each: RiskStanding) -> list[Any]:
        graded = each.grades["current"]
        href = self.frame.link(
            "programme:risk-history", reference=each.record.reference
        )
        return [
            cell(f"{each.record.reference} {each.record.title}", href=href),
            f"{graded.score}, {graded.name}",
            "yes" if graded.escalates else "no",
        ]

    @property
    def unscored_words(self) -> str:
        """What to say of risks where none has a score."""
        return "" if self.risks else self._say_risks()

    @property
    def recent(self) -> list[dict[str, str]]:
        """What changed lately, newest first."""
        return [
            {
                "text": f"{each.reference} {each.title}",
                "href": self.frame.link_record(each.register, each.reference),
                "note": f"{each.did} by {self.authors.get(each.by, each.by)} on "
                f"{write_moment(each.at)}" + (f": {each.why}" if each.why else "."),
            }
            for each in self.changes
        ]

    @property
    def cited(self) -> list[tuple[str, str]]:
        """Sources, with what rests on each."""
        milestones = [each.record for each in self.standing.milestones]
        return [
            *cite(milestones, "milestones"),
            *cite([each.record for each in self.standing.risks], "risks"),
            *cite(self.standing.projects, "projects and workstreams"),
        ]


def _say_why(worst: MilestoneStanding) -> str:
    return f"{worst.record.reference}: {worst.rating.reason}"


def _say_judged(judged: Sequence[MilestoneStanding]) -> str:
    return " ".join(
        f"{each.record.reference} is judged {each.rating.rating.name}: "
        f"{each.rating.words}"
        for each in judged
    )


def _say_when(date: KeyDate) -> str:
    if date.starts_on is None or date.ends_on is None:
        return date.printed
    return str(DateInterval(date.starts_on, date.ends_on))
