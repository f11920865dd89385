"""Which fields each row of a governance folder becomes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final

from django.utils import timezone

from placeplan_web.governance import models

Row = Mapping[str, Any]
MOST_SEATS = 40
"""More seats than this in one row are no seats of their own."""

KEPT_TABLES: Final = (
    *("papers", "paper_sections", "paper_references"),
    *("agenda_item_dates", "inconsistencies"),
)
"""Tables that become no records, and that the checker needs."""

SEAT_KINDS: Final = {
    "chair": models.SeatKind.VOTING,
    "member": models.SeatKind.VOTING,
    "cooptee": models.SeatKind.CO_OPTED,
    "in_attendance": models.SeatKind.IN_ATTENDANCE,
}


def cite(row: Row, *, paragraph: bool = True) -> dict[str, Any]:
    """Give where a row was read, and how firm it is."""
    cited = {"source": row["source"], "status": row["status"]}
    return {**cited, "paragraph": row["paragraph"] or ""} if paragraph else cited


def keep_tables(tables: Mapping[str, Any]) -> dict[str, Any]:
    """Give the rows of tables that become no records, days as they are written."""
    return {
        name: [
            {
                key: str(value) if isinstance(value, date) else value
                for key, value in row.items()
            }
            for row in tables[name].rows(named=True)
        ]
        for name in KEPT_TABLES
    }


def make_reference(identifier: str) -> str:
    return identifier.upper()


def make_body(row: Row, place: Any) -> dict[str, Any]:
    return {
        **cite(row),
        "slug": row["id"],
        "name": row["name"],
        "short_name": row["short"] or "",
        "kind": row["kind"],
        "place": place,
        "is_collective": row["collective"],
    }


def make_group(
    row: Row, body: Any, streams: list[str], offices: list[str]
) -> dict[str, Any]:
    """Give a group; its note tells as well which offices its members take up."""
    notes = [row["words"] or "", *offices]
    return {
        **cite(row),
        "slug": row["id"],
        "name": row["name"],
        "purpose": row["role"] or "",
        "kind": row["authority"] or models.GroupKind.UNSTATED,
        "era": row["era"],
        "body": body,
        "state_words": row["state"] or "",
        "workstreams": streams,
        "note": "; ".join(each for each in notes if each),
    }


def make_terms(row: Row, body: Any, first: date) -> dict[str, Any]:
    """Give what the paper states of a group's terms, from the day of the paper on.

    The rules on notice and interests are those of councils for a group of a council;
    what a paper does not state stays empty.
    """
    council = body is not None and body.kind == models.MemberKind.LOCAL_AUTHORITY
    return {
        **cite(row),
        "starts_on": first,
        "quorum_number": row["quorum_number"],
        "members_stated": row["member_count"],
        "substitutes_allowed": row["substitutes"],
        "frequency": row["frequency"] or "",
        "regime": models.Regime.LOCALISM_ACT if council else "",
        "notice_body": "principal_council" if council else "",
        "text": row["role"] or "",
    }


def make_seat(row: Row, body: Any) -> dict[str, Any]:
    return {
        **cite(row),
        "title": row["name"][:300],
        "post_words": row["post"] or "",
        "body": body,
        "kind": SEAT_KINDS[row["attends"]],
        "is_chair": row["attends"] == "chair",
    }


def list_seats(row: Row, body: Any) -> dict[str, dict[str, Any]]:
    """Give each seat of a row that says how many there are, by its reference.

    Several are numbered, so that a clerk can tell one from another. An office that one
    of the members takes up, such as a chair whom they elect, has none of its own.
    """
    if row["seats"] == 0:
        return {}
    number, fields = row["seats"] or 1, make_seat(row, body)
    reference = make_reference(row["id"])
    if number == 1 or number > MOST_SEATS:
        return {reference: fields}
    return {
        f"{reference}-{n}": {**fields, "title": f"{row['name'][:280]}, seat {n}"}
        for n in range(1, number + 1)
    }


def make_meeting(row: Row) -> dict[str, Any]:
    """Give a meeting that took place.

    Where only the day of its notice is known, the moment is the beginning of that day.
    """
    day = row["meets_on"]
    starts_at = None
    if row["meets_at"]:
        starts_at = make_moment(day, time.fromisoformat(row["meets_at"]))
    told = row["published_on"]
    return {
        **cite(row),
        "held_on": day,
        "starts_at": starts_at,
        "place_words": row["place"] or "",
        "state": models.MeetingState.CLOSED,
        "notice_published_at": make_moment(told, time.min) if told else None,
    }


def make_moment(day: Any, hour: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, hour))


def make_item(row: Row, position: int) -> dict[str, Any]:
    return {
        **cite(row),
        "number": row["number"],
        "position": position,
        "title": row["name"][:300],
        "pages": row["pages"] or "",
        "recommendation": row["recommendation"] or "",
        "state": models.ItemState.TAKEN,
        "outcome_words": row["outcome"] or "",
    }


def make_action(row: Row, raised_on: Any) -> dict[str, Any]:
    return {
        **cite(row),
        "text": row["words"],
        "owner_words": row["owner"] or "",
        "raised_on": raised_on,
        "due_on": row["due_on"],
    }


@dataclass(frozen=True, slots=True)
class Delegation:
    """What several bodies delegate to a group alike: one instrument."""

    first: Row
    subjects: tuple[str, ...]
    bodies: tuple[str, ...]

    @property
    def reference(self) -> str:
        group = self.first["group"].upper().removeprefix("GRP-")
        return f"DEL-{group}-{self.first['state'].upper().replace('_', '-')}"

    def make_fields(self, name: str) -> dict[str, Any]:
        row = self.first
        words = "Delegation to" if row["state"] == "in_force" else "Intended for"
        return {
            **cite(row),
            "name": f"{words} {name}"[:200],
            "state": row["state"],
            "subjects": list(self.subjects),
            "limit_pounds": row["limit_pounds"],
            "starts_on": row["starts_on"],
            "ends_on": row["ends_on"],
        }


def gather_delegations(rows: Iterable[Row]) -> list[Delegation]:
    """Gather rows of one group, state, period, limit and set of bodies."""
    by_subject: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in rows:
        by_subject[(*_tell_apart(row), row["subject"])].append(row)
    alike: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for key, group in by_subject.items():
        bodies = tuple(sorted(row["body"] for row in group))
        alike[(*key[:-1], bodies)].extend(group)
    return [
        Delegation(
            group[0], tuple(dict.fromkeys(row["subject"] for row in group)), key[-1]
        )
        for key, group in alike.items()
    ]


def _tell_apart(row: Row) -> tuple[Any, ...]:
    names = ("group", "state", "starts_on", "ends_on", "limit_pounds")
    return tuple(row[name] for name in names)


def spell_rules(words: str, rules: Mapping[str, str]) -> str:
    """Write out the rules that a text names by their ids in brackets.

    Examples
    --------
    >>> spell_rules("to proceed only (RULE-1)", {"RULE-1": "it commits to no model"})
    'to proceed only: it commits to no model'
    """
    for rule, said in rules.items():
        words = words.replace(f" ({rule})", f": {said}")
    return words
