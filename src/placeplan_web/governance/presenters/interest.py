"""What an interest lets its member do, and which items it touches."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Final

from django.db.models import Q
from django.utils import timezone

from placeplan.governance.interest import RULINGS, InterestEffect, find_interest_effect
from placeplan.governance.interest import Interest as InterestRule
from placeplan_web.design.words import write_day
from placeplan_web.governance.models import Interest, Regime, Ruling, Staying
from placeplan_web.governance.queries.interest_effect import (
    TouchedItem,
    list_touched,
)
from placeplan_web.governance.queries.privacy import is_private
from placeplan_web.governance.rules import narrow_readable
from placeplan_web.registers.kind import Section

HEAD: Final = ("When", "Declare", "Speak", "Vote", "Stay", "Exempt papers")
ITEM_HEAD: Final = ("Item", "Meeting", "They share", "Quorum once you leave")
KEPT: Final = "withheld: it would tell what the item is about"
QUORUM_WORDS: Final = {
    "quorate": "quorate, if everybody else comes",
    "inquorate": "inquorate",
    "inquorate_through_interests": "inquorate through interests",
    "not_stated": "no quorum is stated",
}
AHEAD: Final = timedelta(days=366)


def list_interest_sections(_scope: Any, record: Interest, reader: Any) -> list[Section]:
    """Show the effect of an interest, and the items ahead that it touches."""
    if record.is_nil:
        return []
    effects = list(_list_effects(record))
    sources = dict.fromkeys(effect.source for _, effect in effects)
    reasons = dict.fromkeys(
        words for _, effect in effects[:1] for words in effect.reasons
    )
    said = (
        " ".join(reasons)
        if record.regime != Regime.NHS
        else ("What it lets you do is for the chair of the meeting to rule.")
    )
    return [
        Section(
            "What it lets whoever holds the post do",
            words=f"{said} Source: {'; '.join(sources)}.",
            head=HEAD,
            rows=[_write_effect(words, effect) for words, effect in effects],
        ),
        _show_items(record, reader),
    ]


def _list_effects(record: Interest) -> Iterator[tuple[str, InterestEffect]]:
    regime, kind = record.regime, record.kind
    if regime == Regime.NHS:
        for ruling in RULINGS:
            words = f"The chair rules: {Ruling(ruling).label}"
            yield words, find_interest_effect(InterestRule(regime, kind, ruling))
        return
    yield "On any item it touches", find_interest_effect(InterestRule(regime, kind))
    heard = find_interest_effect(InterestRule(regime, kind, may_speak=True))
    yield "Where the public may speak", heard


def _write_effect(words: str, effect: InterestEffect) -> list[Any]:
    return [
        words,
        "you must" if effect.declare else "no duty",
        "you may" if effect.speak else "you may not",
        "you may" if effect.vote else "you may not",
        Staying(effect.stay).label,
        "you get them" if effect.papers else "you do not get them",
    ]


def _show_items(record: Interest, reader: Any) -> Section:
    today = timezone.localdate()
    readable: Q = narrow_readable(reader, today)
    touched = list_touched(record, today, today + AHEAD, readable)
    return Section(
        "Items ahead that it touches",
        head=ITEM_HEAD,
        rows=[_write_item(each) for each in touched],
        empty="No item of the groups on which the post sits shares a subject, an "
        "organisation or a supplier with it in the year ahead.",
    )


def _write_item(touched: TouchedItem) -> list[Any]:
    item = touched.item
    kept = is_private(item)
    name = f"Item {item.number}, in private" if kept else str(item)
    shared = KEPT if kept else ", ".join(touched.matches)
    words = QUORUM_WORDS[touched.quorum.state]
    group = item.meeting.group.name
    day = write_day(item.meeting.held_on)
    return [name, f"{group}, {day}", shared, words]
