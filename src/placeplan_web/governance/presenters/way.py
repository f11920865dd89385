"""What a reader may do with a record as it stands: the link to each act's form."""

from dataclasses import dataclass
from typing import Any

from placeplan_web.governance.forms.acts import ACTS, MOVES
from placeplan_web.governance.presenters.frame import Frame


@dataclass(frozen=True, slots=True)
class Way:
    """An act that is open: `is_plain` where nothing is typed for it."""

    name: str
    words: str
    href: str
    is_plain: bool


def list_ways(frame: Frame, user: Any, sort: str, record: Any, about: Any) -> list[Way]:
    """List the acts that are open to somebody; each permission is asked once.

    On a page of a past day there is none: what is done is done today.

    `about` is what permissions are asked about, such as the group of a meeting.
    """
    if frame.address.as_at is not None:
        return []
    allowed: dict[str, bool] = {}
    ways = []
    for act in ACTS[sort].values():
        if act.permission not in allowed:
            allowed[act.permission] = user.has_perm(act.permission, about)
        if allowed[act.permission] and act.is_open(record):
            plain = set(act.form.base_fields) == {"version"} and act.name != "vote"
            href = link_act(frame, sort, record, act.name)
            ways.append(Way(act.name, act.words, href, plain))
    return ways


def link_act(frame: Frame, sort: str, record: Any, name: str) -> str:
    """Give the address of an act."""
    if sort == "group":
        return frame.link("governance:group-act", slug=record.slug, act=name)
    if sort == "seat":
        return frame.link(
            "governance:seat-act",
            slug=record.group.slug,
            reference=record.reference,
            act=name,
        )
    if sort == "meeting":
        return frame.link(
            "governance:meeting-act", public_id=record.public_id, act=name
        )
    if sort == "item":
        return frame.link(
            "governance:item-act",
            public_id=record.meeting.public_id,
            number=record.number,
            act=name,
        )
    return frame.link(f"governance:{sort}-act", reference=record.reference, act=name)


def split_moves(ways: list[Way]) -> tuple[list[Way], list[Way]]:
    """Give the ways that move an item, then the rest."""
    moves = [way for way in ways if way.name in MOVES]
    return moves, [way for way in ways if way.name not in MOVES]
