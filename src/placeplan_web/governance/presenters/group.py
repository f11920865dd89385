"""One group on a page: what it may decide and why, who sits on it, when it meets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final

from placeplan.governance.authority import Authority
from placeplan_web.design.words import write_count, write_day
from placeplan_web.governance.models import GroupAlias, Seat, TermsOfReference
from placeplan_web.governance.presenters.body_words import name_bodies
from placeplan_web.governance.presenters.frame import (
    Frame,
    cell,
    say_yes_no,
    write_period,
)
from placeplan_web.governance.presenters.index import write_when
from placeplan_web.governance.presenters.quorum_words import NOT_STATED, say_quorum
from placeplan_web.governance.queries.group_list import list_cited, name_on
from placeplan_web.governance.queries.group_view import GroupView, is_in_force

VERBS: Final = {"decide": "decide", "recommend": "recommend only"}


@dataclass(frozen=True)
class GroupPage:
    """A group as it stood on a day; `asked` is a matter somebody asks about."""

    frame: Frame
    view: GroupView
    asked: str = ""

    @property
    def finding(self) -> str:
        seats = write_count(len(self.view.seats), "seat")
        quorum = say_quorum(self.view.terms)
        said = f"{seats}; quorum {quorum}"
        if quorum == NOT_STATED:
            said = f"{seats}; no quorum is stated, and none is assumed"
        return f"{said}; {self._say_authority()}."

    def _say_authority(self) -> str:
        on = write_day(self.view.day)
        may = [m for m, each in self.view.authorities.items() if each.verb == "decide"]
        if not may:
            return f"on {on} it may only recommend"
        rest = [m for m in self.view.authorities if m not in may]
        if self.asked or not rest:
            return f"on {on} it may decide {', '.join(may)}"
        return f"on {on} it may decide {', '.join(may)}, but not {', '.join(rest)}"

    @property
    def facts(self) -> list[tuple[str, Any]]:
        group = self.view.group
        rows = [
            ("Purpose", group.purpose or NOT_STATED),
            ("What it is there to do", group.get_kind_display()),
            ("Other names", self._say_aliases()),
            ("Years of its papers", group.era or NOT_STATED),
            ("Of", group.body.name if group.body else ""),
            ("One of", self._link_whole()),
            ("Stands", write_period(group.starts_on, group.ends_on)),
            ("How it stands", group.state_words),
            ("Chaired by", group.chair_words or self._say_chairs()),
            ("Members, in the words of the paper", group.members_words),
            ("Work streams", ", ".join(group.workstreams)),
            ("Meets", self._say_frequency()),
            ("Note", group.note),
        ]
        return [(label, value) for label, value in rows if value]

    def _say_aliases(self) -> str:
        return "; ".join(say_alias(each) for each in self.view.aliases) or "none known"

    def _link_whole(self) -> Any:
        whole = self.view.group.part_of
        return cell(whole.name, href=self.frame.link_group(whole)) if whole else ""

    def _say_chairs(self) -> str:
        return ", ".join(each.title for each in self.view.seats if each.is_chair)

    def _say_frequency(self) -> str:
        return (self.view.terms.frequency if self.view.terms else "") or NOT_STATED

    @property
    def terms_rows(self) -> list[list[Any]]:
        return [self._list_terms(each) for each in self.view.versions]

    def _list_terms(self, terms: TermsOfReference) -> list[Any]:
        held = "in force" if is_in_force(terms, self.view.day) else ""
        return [
            cell(terms.reference, status=held),
            write_period(terms.starts_on, terms.ends_on),
            say_quorum(terms),
            say_yes_no(terms.substitutes_allowed),
            terms.get_majority_display() or NOT_STATED,
            say_yes_no(terms.has_casting_vote),
            terms.get_regime_display() or NOT_STATED,
            terms.frequency or NOT_STATED,
        ]

    @property
    def authority_rows(self) -> list[list[Any]]:
        return [
            [matter, VERBS[each.verb], self._say_reasons(each)]
            for matter, each in self.view.authorities.items()
        ]

    def _say_reasons(self, authority: Authority) -> str:
        return name_bodies(authority.reasons, self.view.body_names)

    @property
    def authority_sources(self) -> list[str]:
        """The law that was asked, once each: matters share some of it."""
        cited = (each.source.split("; ") for each in self.view.authorities.values())
        return list(dict.fromkeys(one for some in cited for one in some if one))

    @property
    def may_decide(self) -> bool:
        return any(each.verb == "decide" for each in self.view.authorities.values())

    @property
    def asks(self) -> list[str]:
        """Who decides what the group may only recommend."""
        asked = (who for each in self.view.authorities.values() for who in each.ask)
        return list(dict.fromkeys(asked))

    @property
    def set_up_href(self) -> str:
        return self.frame.link("governance:set-up", slug=self.view.group.slug)

    @property
    def seat_rows(self) -> list[list[Any]]:
        return [self._list_seat(each) for each in self.view.seats]

    def _list_seat(self, seat: Seat) -> list[Any]:
        holder = self.view.holders.get(seat.pk)
        return [
            cell(
                seat.title,
                href=self.frame.link(
                    "governance:seat",
                    slug=self.view.group.slug,
                    reference=seat.reference,
                ),
                note="chair" if seat.is_chair else "",
            ),
            seat.body.name if seat.body else NOT_STATED,
            seat.get_kind_display(),
            holder.title if holder else "no post is recorded",
        ]

    @property
    def name_rows(self) -> list[list[Any]]:
        """Give the names by which it went from a day on; none where no day is known."""
        dated = [each for each in self.view.aliases if each.starts_on or each.ends_on]
        group = self.view.group
        stood = ["Name in its papers", write_period(group.starts_on, group.ends_on)]
        rows = [
            [
                each.name,
                each.get_kind_display(),
                write_period(each.starts_on, each.ends_on),
            ]
            for each in sorted(dated, key=lambda each: each.starts_on or date.min)
        ]
        return [[group.name, *stood], *rows] if rows else []

    @property
    def seat_history_rows(self) -> list[list[Any]]:
        """Give who had each seat by the day of the page, the first one first."""
        return [
            row for seat in self.view.all_seats for row in self._list_seat_history(seat)
        ]

    def _list_seat_history(self, seat: Seat) -> list[list[Any]]:
        stood = self._write_known(seat)
        held = [each for each in self.view.holdings if each.seat_id == seat.pk]
        if not held:
            return [[seat.title, stood, "no post is recorded", ""]]
        return [
            [seat.title, stood, each.post.title, self._write_known(each)]
            for each in held
        ]

    def _write_known(self, period: Any) -> str:
        """Write from when to when, without an end that was still to come."""
        ends_on = period.ends_on
        over = ends_on if ends_on and ends_on <= self.view.day else None
        return write_period(period.starts_on, over)

    @cached_property
    def meeting_rows(self) -> list[list[Any]]:
        """Meetings, the next one first, and then those that are over."""
        ahead = [each for each in self.view.meetings if each.held_on >= self.view.day]
        over = [each for each in self.view.meetings if each.held_on < self.view.day]
        return [
            [
                cell(write_when(each), href=self.frame.link_meeting(each)),
                each.place_words or NOT_STATED,
                each.get_state_display(),
            ]
            for each in [*ahead, *reversed(over)]
        ]

    @property
    def links(self) -> list[dict[str, Any]]:
        """Whom it answers to, advises or follows, and who so stands to it."""
        return [*self._list_links(), *self._list_back()]

    def _list_links(self) -> Iterator[dict[str, Any]]:
        for each in self.view.links:
            name = name_on(each.other, self.view.day) if each.other else ""
            href = self.frame.link_group(each.other) if each.other else ""
            yield {
                "words": each.get_kind_display(),
                "text": name or each.other_words,
                "href": href,
            }

    def _list_back(self) -> Iterator[dict[str, Any]]:
        for each in self.view.linked_by:
            yield {
                "words": f"{each.get_kind_display()} it:",
                "text": name_on(each.group, self.view.day),
                "href": self.frame.link_group(each.group),
            }

    @property
    def cited(self) -> list[tuple[str, str]]:
        group: Sequence[Any] = [self.view.group]
        return [
            *list_cited(group, "the group"),
            *list_cited(self.view.aliases, "other names"),
            *list_cited(self.view.versions, "terms of reference"),
            *list_cited(self.view.instruments, "what was delegated"),
            *list_cited(self.view.seats, "seats"),
            *list_cited(self.view.meetings, "meetings"),
        ]


def say_alias(alias: GroupAlias) -> str:
    """Write another name, and when the group went by it."""
    kind = alias.get_kind_display()[:1].lower() + alias.get_kind_display()[1:]
    if alias.starts_on or alias.ends_on:
        return f"{alias.name} ({kind}, {write_period(alias.starts_on, alias.ends_on)})"
    return f"{alias.name} ({kind})"
