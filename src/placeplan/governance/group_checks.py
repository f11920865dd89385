"""Checks on groups: their names, their seats, their quorum, and who signs."""

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from placeplan.governance.finding import Check, Finding, Tables, list_rows
from placeplan.governance.inputs import (
    BODIES,
    GROUP_LINKS,
    GROUP_NAMES,
    GROUP_WORKSTREAMS,
    GROUPS,
    SEATS,
    SIGN_OFFS,
)
from placeplan.programme.inputs import RISKS
from placeplan.programme.schedule_inputs import MILESTONES, PROGRAMMES, PROJECTS
from placeplan.tables import TableContract

_GROUP_PREFIX: Final = "grp-"
# Where groups are named: table, column, and the column of the record.
_NAMED: Final[tuple[tuple[TableContract, str, str], ...]] = (
    (GROUPS, "part_of", "id"),
    (GROUP_LINKS, "to", "group"),
    (PROGRAMMES, "group", "id"),
    (PROJECTS, "group", "id"),
    (MILESTONES, "decided_by", "id"),
    (RISKS, "managed_by", "id"),
)


def _fold(name: str) -> str:
    return " ".join(name.split()).casefold()


def find_undefined_groups(tables: Tables) -> Iterator[Finding]:
    """Find groups that are named and not listed, or of which nothing is said."""
    groups = list_rows(tables, GROUPS)
    known = {group["id"] for group in groups}
    for contract, column, record in _NAMED:
        for row in list_rows(tables, contract):
            for name in (row[column] or "").split("; "):
                if name.startswith(_GROUP_PREFIX) and name not in known:
                    words = f"It names {name}, which no group is."
                    yield Finding(
                        "undefined_group", contract.name, str(row[record]), words
                    )
    for group in groups:
        if group["role"] is None and group["authority"] is None:
            words = f"Nothing says what {group['name']} is for."
            yield Finding("undefined_group", GROUPS.name, group["id"], words)


def find_doubly_named_groups(tables: Tables) -> Iterator[Finding]:
    """Find groups that print has under several names, and names that several have."""
    names = {group["id"]: group["name"] for group in list_rows(tables, GROUPS)}
    owners: dict[str, dict[str, None]] = {}
    for group, name in names.items():
        owners.setdefault(_fold(name), {})[group] = None
    for row in list_rows(tables, GROUP_NAMES):
        owners.setdefault(_fold(row["name"]), {})[row["group"]] = None
        if row["kind"] == "printed":
            known = names.get(row["group"], row["group"])
            words = f"{known} is also printed as {row['name']}."
            yield Finding("doubly_named_group", GROUPS.name, row["group"], words)
    for name, of in owners.items():
        if len(of) > 1:
            words = f"The name '{name}' stands for {', '.join(of)}."
            yield Finding("doubly_named_group", GROUPS.name, next(iter(of)), words)


def find_groups_without_quorum(tables: Tables) -> Iterator[Finding]:
    """Find groups whose terms state no quorum, the parts of one group apart."""
    for group in list_rows(tables, GROUPS):
        if group["quorum_number"] is None:
            words = f"No quorum is stated for {group['name']}."
            yield Finding("group_without_quorum", GROUPS.name, group["id"], words)
        elif (group["member_count"] or group["quorum_number"]) < group["quorum_number"]:
            words = f"{group['name']} needs more for a quorum than it has members."
            yield Finding("group_without_quorum", GROUPS.name, group["id"], words)


def find_different_chairs(tables: Tables) -> Iterator[Finding]:
    """Find groups to which two paragraphs give different chairs."""
    for group, posts in _gather_posts(tables, ("chair",)).items():
        told = {post: paragraph for paragraph, ps in posts.items() for post in ps}
        if len(told) > 1:
            said = "; ".join(
                f"{post} ({paragraph})" for post, paragraph in told.items()
            )
            words = f"Its chair is stated differently: {said}."
            yield Finding("different_chair", GROUPS.name, group, words)


def find_different_memberships(tables: Tables) -> Iterator[Finding]:
    """Find groups whose members two paragraphs list differently."""
    gathered = _gather_posts(tables, ("chair", "member", "cooptee"))
    for group, stated in gathered.items():
        paragraphs = list(stated)
        for paragraph in paragraphs[1:]:
            first, other = stated[paragraphs[0]], stated[paragraph]
            for post in [*first, *other]:
                if (post in first) == (post in other):
                    continue
                there, gone = (
                    (paragraphs[0], paragraph)
                    if post in first
                    else (paragraph, paragraphs[0])
                )
                words = f"{post} sits on it by {there}, and not by {gone}."
                yield Finding("different_membership", GROUPS.name, group, words)


def _gather_posts(
    tables: Tables, attends: tuple[str, ...]
) -> dict[str, dict[str, dict[str, None]]]:
    """Gather posts that compare, by group and paragraph."""
    found: dict[str, dict[str, dict[str, None]]] = {}
    for seat in list_rows(tables, SEATS):
        if seat["post"] is not None and seat["attends"] in attends:
            stated = found.setdefault(seat["group"], {})
            stated.setdefault(seat["paragraph"] or "", {})[seat["post"]] = None
    return found


def find_different_workstreams(tables: Tables) -> Iterator[Finding]:
    """Find groups whose list of work streams is not that of the programme."""
    streams = [p for p in list_rows(tables, PROJECTS) if p["kind"] == "workstream"]
    known = {_fold(each["name"]): each["name"] for each in streams}
    lists: dict[str, dict[str, str]] = {}
    for row in list_rows(tables, GROUP_WORKSTREAMS):
        lists.setdefault(row["group"], {})[_fold(row["name"])] = row["name"]
    for group, listed in lists.items():
        alone = [name for folded, name in listed.items() if folded not in known]
        missing = [name for folded, name in known.items() if folded not in listed]
        if alone or missing:
            own, lacks = (", ".join(each) or "none" for each in (alone, missing))
            words = (
                "Its work streams are not those of the programme: it alone lists "
                f"{own}; it lacks {lacks}."
            )
            yield Finding("different_workstreams", GROUPS.name, group, words)


def find_duplicate_signatories(tables: Tables) -> Iterator[Finding]:
    """Find bodies that have two blocks for one signature; they count once."""
    counted = Counter((r["paper"], r["body"]) for r in list_rows(tables, SIGN_OFFS))
    for (paper, body), blocks in counted.items():
        if blocks > 1:
            words = f"It has {blocks} blocks to sign {paper}: it counts once."
            yield Finding("duplicate_signatory", BODIES.name, body, words)


def find_unmatched_signatories(tables: Tables) -> Iterator[Finding]:
    """Find bodies with a seat and no block to sign, and the other way round."""
    signing = {row["body"] for row in list_rows(tables, SIGN_OFFS)}
    seated = {row["body"]: row for row in list_rows(tables, SEATS) if row["body"]}
    if not signing or not seated:
        return
    for body in list_rows(tables, BODIES):
        if body["id"] in seated and body["id"] not in signing:
            words = f"{body['name']} has a seat and no block to sign."
            yield Finding("seat_without_sign_off", BODIES.name, body["id"], words)
        elif body["id"] in signing and body["id"] not in seated:
            words = f"{body['name']} is to sign and has no seat."
            yield Finding("sign_off_without_seat", BODIES.name, body["id"], words)


GROUP_CHECKS: Final[Mapping[str, Check]] = MappingProxyType(
    {
        "undefined groups": find_undefined_groups,
        "doubly named groups": find_doubly_named_groups,
        "groups without a quorum": find_groups_without_quorum,
        "different chairs": find_different_chairs,
        "different memberships": find_different_memberships,
        "different work streams": find_different_workstreams,
        "duplicate signatories": find_duplicate_signatories,
        "seats without sign-off, and the reverse": find_unmatched_signatories,
    }
)
"""Checks on groups and bodies, by what they look for."""
