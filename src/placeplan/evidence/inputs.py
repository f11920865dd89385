"""What the tables of the facts register must hold."""

from typing import Final

from placeplan.evidence.fact_value import VALUE_KINDS
from placeplan.tables import Column, TableContract

_IDS = "Ids with a space between them; empty for none."

FACT_COLUMNS: Final = (
    Column("id", "text", "Such as F146; it never changes."),
    Column(
        "version", "whole", "1 as first read, 2 once corrected, and so on.", least=1
    ),
    Column("category", "text", "Such as workforce or finance."),
    Column("statement", "text", "What is said, in our own words."),
    Column("kind", "text", "What the value is.", choices=frozenset(VALUE_KINDS)),
    Column(
        "value", "text", "As printed; empty when the paper is silent.", nullable=True
    ),
    Column("value_to", "text", "Upper end of a range or span.", nullable=True),
    Column("unit", "text", "Such as GPs, % or GBP million."),
    Column("place", "text", "Whose figure it is, as the paper names it."),
    Column("body", "text", "Id in the registry of places, if any.", nullable=True),
    Column("period", "text", "When it holds, as the paper says."),
    Column("document", "text", "Paper, or the part of a pack, that states it."),
    Column("heading", "text", "Heading or paragraph in it."),
    Column("note", "text", "What a reader must know beside it.", nullable=True),
    Column("known_on", "date", "Day from which this version was known."),
    Column("supersedes", "text", _IDS, nullable=True),
    Column("conflicts_with", "text", _IDS, nullable=True),
    Column("reason", "text", "Why it replaces the version before.", nullable=True),
)

FACTS: Final = TableContract(
    "facts",
    "facts/facts.csv",
    FACT_COLUMNS,
    key=("id", "version"),
    about="Every figure that the papers state, with its history.",
    required=False,
)

OUTSIDE_FACTS: Final = TableContract(
    "facts_outside",
    "facts/outside.csv",
    FACT_COLUMNS,
    key=("id", "version"),
    about="Figures from outside the papers that stand beside a conflict.",
    required=False,
)

CONFLICTS: Final = TableContract(
    "conflicts",
    "facts/conflicts.csv",
    (
        Column("id", "text", "Such as C01."),
        Column("kind", "text", "Such as direct, definition, scope or rounding."),
        Column("about", "text", "What the figures disagree about."),
        Column("facts", "text", _IDS),
        Column("outside", "text", _IDS, nullable=True),
        Column("explanation", "text", "Why they may differ."),
        Column("handling", "text", "What to do until it is settled."),
    ),
    key=("id",),
    about="Facts that disagree, or that need care beside each other, and why.",
    required=False,
)

CHECKS: Final = TableContract(
    "checks",
    "facts/checks.csv",
    (
        Column("id", "text", "Such as A01."),
        Column("name", "text", "What is checked."),
        Column("calculation", "text", "The sum in words, as first done."),
        Column(
            "formula",
            "text",
            "Sums over fact ids, with ; between several; empty if none can be done.",
            nullable=True,
        ),
        Column("result", "text", "Recorded results, a space between.", nullable=True),
        Column("tolerance", "number", "How far the sum may miss the result.", least=0),
        Column("against", "text", "What it is held against.", nullable=True),
        Column("margin", "number", "How far off still agrees.", nullable=True, least=0),
        Column("agrees", "flag", "Whether it agreed when recorded.", nullable=True),
        Column("verdict", "text", "What was found, in words."),
    ),
    key=("id",),
    about="Arithmetic over the facts, done again whenever a fact changes.",
    required=False,
)

FACT_CITATIONS: Final = TableContract(
    "fact_citations",
    "facts/citations.csv",
    (
        Column("fact", "text", "Id of the fact that is cited."),
        Column("kind", "text", "Such as table, assumption, indicator or page."),
        Column("id", "text", "Id of what cites it, unlike any other of its kind."),
        Column("title", "text", "Its name for people."),
        Column("address", "text", "Where it is read; empty for none.", nullable=True),
    ),
    key=("fact", "kind", "id"),
    about="What rests on each fact: rows that later rooms register.",
    required=False,
)

TABLES: Final = (FACTS, OUTSIDE_FACTS, CONFLICTS, CHECKS, FACT_CITATIONS)
"""Contracts of every table that this chapter reads."""
