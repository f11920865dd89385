"""Say that a paper was read; warn, before a vote, of who has not."""

from datetime import date
from typing import Final

from django import forms
from django.utils import timezone

from placeplan_web.governance.models import (
    AgendaItem,
    PaperKind,
    PaperVersion,
    Seat,
)
from placeplan_web.governance.operations.reading import (
    check_results,
    list_deciders,
    record_reading,
)
from placeplan_web.governance.queries.paper_access import may_be_served, read_reader
from placeplan_web.governance.queries.reading import list_regards
from placeplan_web.governance.queries.standing import (
    list_holders,
    list_own_seats,
    list_seats,
    list_spoken_seats,
)
from placeplan_web.programme.forms.act import Act, ActForm, Doing, by_name

READ_KINDS: Final = (PaperKind.ASSESSMENT, PaperKind.RESULTS)
"""Papers of which it is recorded who has read them."""
WHAT_IT_MEANS: Final = (
    "It is recorded now, with this moment, for good. Whoever decides has to know what "
    "an assessment says before the decision and at the time of it; nobody else can "
    "read it for them."
)


class ReadForm(ActForm):
    """Which version, and for which seat; members speak for their own alone."""

    paper_version = forms.ChoiceField(label="What was read")
    seat = forms.ChoiceField(label="Who has read it")

    def prepare(self) -> None:
        item: AgendaItem = self.record
        reader = read_reader(self.user, item.meeting, self.today)
        self._versions = {
            f"{each.paper.reference}/{each.number}": each
            for each in list_to_read(item)
            if may_be_served(reader, each.paper, each)
        }
        offered = [
            (key, f"{each.paper.title}, version {each.number}")
            for key, each in self._versions.items()
        ]
        self.offer("paper_version", offered)
        if len(offered) == 1:
            self.initial.setdefault("paper_version", offered[0][0])
        self._offer_seats(list_seats(item.meeting.group, self.today, item.meeting.part))

    def _offer_seats(self, seats: list[Seat]) -> None:
        holders = list_holders(seats, self.today)
        held = [seat for seat in seats if seat.pk in holders]
        spoken = list_spoken_seats(self.user, held, self.today)
        self._seats = {str(seat.public_id): seat for seat in spoken}
        self.offer("seat", [(key, seat.title) for key, seat in self._seats.items()])
        own = {seat.pk for seat in list_own_seats(self.user, self.today)}
        mine = [key for key, seat in self._seats.items() if seat.pk in own]
        if len(mine) == 1:
            self.initial.setdefault("seat", mine[0])

    def clean_seat(self) -> Seat | None:
        return self._seats.get(self.cleaned_data["seat"])

    def clean_paper_version(self) -> PaperVersion | None:
        return self._versions.get(self.cleaned_data["paper_version"])


def list_to_read(item: AgendaItem) -> list[PaperVersion]:
    """Give the newest version of each assessment and each report on results."""
    papers = [
        each
        for each in item.papers.all()
        if each.kind in READ_KINDS and not each.is_withdrawn
    ]
    found = [(paper, list(paper.versions.all())) for paper in papers]
    for paper, versions in found:
        for each in versions:
            each.paper = paper
    return [max(v, key=lambda each: each.number) for _, v in found if v]


def may_be_said(version: PaperVersion) -> bool:
    """Tell whether it is recorded who has read a version: it is the newest of its."""
    return version in list_to_read(version.paper.item)


def _read(doing: Doing) -> str:
    version, seat = doing.typed["paper_version"], doing.typed["seat"]
    record_reading(by=doing.by, version=version, seat=seat, at=doing.at)
    return f"{seat.title} has read version {version.number} of {version.paper.title}."


def _may_be_read(item: AgendaItem) -> bool:
    over = item.meeting.is_over or item.is_withdrawn
    return not over and bool(list_to_read(item))


def warn_before_vote(item: AgendaItem, _day: date) -> list[str]:
    """Say, above the form of a vote, who has not read the assessments, and results."""
    now = timezone.now()
    unread = [
        words
        for each in list_regards(item, list_deciders(item, None, now), now)
        for words in each.problems
    ]
    warning = (
        "Due regard: a decision by members who have not read an impact assessment is "
        "not recorded as one."
    )
    results = check_results(item)
    return [
        "Only those who are there and may vote on this item are listed.",
        *([warning, *unread] if unread else []),
        *(results.reasons if results.is_blocked else []),
    ]


READING_ACTS: Final = by_name(
    Act(
        *("read", "Say that you have read a paper", "It has been read"),
        *("governance.declare_in", ReadForm, _read),
        explain=lambda _item, _day: [WHAT_IT_MEANS],
        is_open=_may_be_read,
    ),
)
"""What members say of the papers of an item."""
