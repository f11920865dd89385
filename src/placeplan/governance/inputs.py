"""What the governance tables of a plan folder must hold."""

from typing import Final

from placeplan.governance.authority import MEMBER_KINDS
from placeplan.tables import Column, TableContract

AUTHORITIES: Final = (
    *("delegated", "recommends", "advises", "scrutinises", "coordinates", "statutory"),
)
"""What a group may do, as its paper has it."""

NAME_KINDS: Final = ("printed", "short", "proposed")
"""Another name in print, an abbreviation, or a name that was to come."""

LINKS: Final = ("reports_to", "advises", "recommends_to", "escalates_to", "succeeds")
"""How groups hang together."""

ATTENDS: Final = ("chair", "member", "cooptee", "in_attendance")
SEATS_WORDS: Final = "How many; 0 for an office that one of the members takes up."
"""As what somebody sits on a group."""

DELEGATION_STATES: Final = ("in_force", "intended")
"""Whether functions were delegated, or were to be."""

PARAGRAPH: Final = Column("paragraph", "text", "Where in the source.", nullable=True)
_ID = Column("id", "text", "Lower case with hyphens, or as printed on registers.")
_GROUP = Column("group", "text", refers_to=("groups", "id"))
_BODY = Column("body", "text", "Whose it is.", refers_to=("bodies", "id"))
_SOME_BODY = Column(
    "body", "text", "Whose it is.", nullable=True, refers_to=("bodies", "id")
)
_MEETING = Column("meeting", "text", refers_to=("meetings", "id"))
_PAPER = Column("paper", "text", refers_to=("papers", "id"))
_WORDS = Column("words", "text", "In our own words.")
_SAID = Column("words", "text", "What else the source says.", nullable=True)


def _state(
    about: str, name: str, key: tuple[str, ...], *columns: Column
) -> TableContract:
    path = f"governance/{name}.csv"
    return TableContract(name, path, columns, key=key, about=about, required=False)


BODIES: Final = _state(
    "Organisations that sit on groups, delegate to them or sign.",
    *("bodies", ("id",)),
    _ID,
    Column("place", "text", "Its id among the places, or footprint.", nullable=True),
    Column("name", "text", "Name for people."),
    Column("short", "text", "Abbreviation.", nullable=True),
    Column("kind", "text", choices=frozenset(MEMBER_KINDS)),
    Column("collective", "flag", "Whether it stands for several."),
    PARAGRAPH,
)

GROUPS: Final = _state(
    "Boards, committees and groups, with what their terms state.",
    *("groups", ("id",)),
    _ID,
    Column("name", "text", "Name for people."),
    Column("part_of", "text", "Group of which it is one of several.", nullable=True),
    Column("era", "text", "Years, as printed."),
    _SOME_BODY,
    Column("authority", "text", nullable=True, choices=frozenset(AUTHORITIES)),
    Column("role", "text", "What it is for.", nullable=True),
    Column("frequency", "text", "How often it meets.", nullable=True),
    Column("member_count", "whole", "How many members.", nullable=True, least=1),
    Column(
        *("quorum_number", "whole", "Empty: not stated, never assumed."),
        nullable=True,
        least=1,
    ),
    Column("substitutes", "flag", "Whether they are permitted.", nullable=True),
    Column("state", "text", "Such as proposed.", nullable=True),
    _SAID,
    PARAGRAPH,
)

GROUP_NAMES: Final = _state(
    "Other names of groups.",
    *("group_names", ("group", "name")),
    _GROUP,
    Column("name", "text", "The other name."),
    Column("kind", "text", choices=frozenset(NAME_KINDS)),
    PARAGRAPH,
)

GROUP_LINKS: Final = _state(
    "Whom a group reports to, advises or follows.",
    *("group_links", ("group", "link", "to")),
    _GROUP,
    Column("link", "text", choices=frozenset(LINKS)),
    Column("to", "text", "A group, or in words a post or bodies."),
    PARAGRAPH,
)

GROUP_WORKSTREAMS: Final = _state(
    "Work streams that a group is said to have.",
    *("group_workstreams", ("group", "name")),
    _GROUP,
    Column("name", "text", "As the source lists it."),
    PARAGRAPH,
)

SEATS: Final = _state(
    "Who sits on a group, as each paragraph states it.",
    *("seats", ("id",)),
    _ID,
    _GROUP,
    _SOME_BODY,
    Column("name", "text", "Who fills it, by title."),
    Column("post", "text", "One name where two paragraphs compare.", nullable=True),
    Column("attends", "text", choices=frozenset(ATTENDS)),
    Column("seats", "whole", SEATS_WORDS, nullable=True, least=0),
    PARAGRAPH,
)

DELEGATIONS: Final = _state(
    "What was delegated to a group, by whom.",
    *("delegations", ("group", "body", "subject")),
    _GROUP,
    _BODY,
    Column("subject", "text", "What it covers."),
    Column("state", "text", choices=frozenset(DELEGATION_STATES)),
    Column("starts_on", "date", "First day; empty: not stated.", nullable=True),
    Column("ends_on", "date", "Last day; empty: not stated.", nullable=True),
    Column("limit_pounds", "number", "Empty: not stated.", nullable=True, least=0),
    PARAGRAPH,
)

ROLES: Final = _state(
    "Roles and what they answer for.",
    *("roles", ("id",)),
    _ID,
    Column("name", "text", "Title."),
    Column("era", "text", "Years, as printed."),
    _WORDS,
    PARAGRAPH,
)

APPOINTMENTS: Final = _state(
    "Who fills a role, by title; nobody is named.",
    *("appointments", ("project", "role")),
    Column("project", "text", "A project, or the programme."),
    Column("role", "text", "Title of the role."),
    Column("held_by", "text", "Post; empty: to be confirmed.", nullable=True),
    PARAGRAPH,
)

DECISION_RULES: Final = _state(
    "Who decides what, as the papers have it.",
    *("decision_rules", ("id",)),
    _ID,
    _WORDS,
    Column("ends_on", "date", "Last day on which it held.", nullable=True),
    Column("basis", "text", "Where its end was read.", nullable=True),
    PARAGRAPH,
)

PAPERS: Final = _state(
    "Papers before groups; those under control stand in the programme too.",
    *("papers", ("id",)),
    _ID,
    Column("name", "text", "Title."),
    Column("kind", "text", "What it is."),
    Column("version", "text", "The newest.", nullable=True),
    Column("state", "text", "Such as draft for discussion.", nullable=True),
    Column("dated_on", "date", "Its date.", nullable=True),
    Column("approved_by", "text", "Group said to approve it.", nullable=True),
    Column("pages", "text", "Where in its pack.", nullable=True),
    PARAGRAPH,
)

PAPER_SECTIONS: Final = _state(
    "Sections of a paper, so that references can be followed.",
    *("paper_sections", ("paper", "section")),
    _PAPER,
    Column("section", "text", "Its number."),
)

PAPER_REFERENCES: Final = _state(
    "Where a paper points to a section of itself.",
    *("paper_references", ("paper", "at", "section")),
    _PAPER,
    Column("at", "text", "Where it points from."),
    Column("section", "text", "Where it points to."),
    _WORDS,
)

MEETINGS: Final = _state(
    "Meetings of groups.",
    *("meetings", ("id",)),
    _ID,
    _GROUP,
    Column("meets_on", "date", "The day."),
    Column("meets_at", "text", "Time of day, such as 14:30.", nullable=True),
    Column("place", "text", "Where.", nullable=True),
    Column("published_on", "date", "When the agenda was open.", nullable=True),
    Column("next_on", "date", "Day of the next, as printed.", nullable=True),
    PARAGRAPH,
)

AGENDA_ITEMS: Final = _state(
    "Items of meetings and what came of them.",
    *("agenda_items", ("meeting", "number")),
    _MEETING,
    Column("number", "text", "As printed."),
    Column("name", "text", "Title."),
    Column("pages", "text", "Where in the pack.", nullable=True),
    Column("outcome", "text", "What came of it.", nullable=True),
    Column("recommendation", "text", "What is sought.", nullable=True),
    PARAGRAPH,
)

AGENDA_ITEM_DATES: Final = _state(
    "What must have passed before an item is taken.",
    *("agenda_item_dates", ("meeting", "number", "date")),
    _MEETING,
    Column("number", "text", "The item."),
    Column("date", "text", "A date of the programme.", refers_to=("dates", "id")),
)

ACTIONS: Final = _state(
    "What was agreed to be done.",
    *("actions", ("id",)),
    _ID,
    _MEETING,
    Column("item", "text", "Number of the item."),
    _WORDS,
    Column("owner", "text", "By title; empty: not stated.", nullable=True),
    Column("due_on", "date", "Empty: not stated.", nullable=True),
    PARAGRAPH,
)

SIGN_OFFS: Final = _state(
    "Blocks in which organisations sign a paper.",
    *("sign_offs", ("paper", "number")),
    _PAPER,
    Column("number", "whole", "Its place.", least=1),
    _BODY,
    Column("printed", "text", "The name as printed."),
    Column("meaning", "text", "What signing means."),
    Column("signed_on", "date", "Empty: not signed.", nullable=True),
    PARAGRAPH,
)

INCONSISTENCIES: Final = _state(
    "What is known to contradict itself in the papers.",
    *("inconsistencies", ("id",)),
    _ID,
    _WORDS,
    Column("check", "text", "The check that finds it.", nullable=True),
    Column("record", "text", "The record of that finding.", nullable=True),
    Column("why_not", "text", "Why no check can find it.", nullable=True),
    PARAGRAPH,
)

TABLES: Final = (
    *(BODIES, GROUPS, GROUP_NAMES, GROUP_LINKS, GROUP_WORKSTREAMS, SEATS, DELEGATIONS),
    *(ROLES, APPOINTMENTS, DECISION_RULES, PAPERS),
    *(PAPER_SECTIONS, PAPER_REFERENCES, MEETINGS, AGENDA_ITEMS),
    *(AGENDA_ITEM_DATES, ACTIONS, SIGN_OFFS, INCONSISTENCIES),
)
"""Contracts of every table that this chapter reads."""
