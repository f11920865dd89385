"""What the tables of documents under control must hold."""

from typing import Final

from placeplan.programme.schedule_inputs import PARAGRAPH, PROGRAMME
from placeplan.tables import Column, TableContract

DOCUMENT_KINDS: Final = ("plan", "initiation", "case", "other")
"""What a document under control can be."""

DOCUMENTS: Final = TableContract(
    "documents",
    "programme/documents.csv",
    (
        Column("id", "text", "Reference, in capital letters with hyphens."),
        PROGRAMME,
        Column("name", "text", "Its title."),
        Column("kind", "text", choices=frozenset(DOCUMENT_KINDS)),
        Column("approved_by", "text", "Who approves it, as printed.", nullable=True),
        Column("reviewers", "text", "Roles and organisations alone.", nullable=True),
        Column("distribution", "text", "Roles and organisations alone.", nullable=True),
        PARAGRAPH,
    ),
    key=("id",),
    about="Plans and initiation documents under control.",
    required=False,
)

DOCUMENT_VERSIONS: Final = TableContract(
    "document_versions",
    "programme/document_versions.csv",
    (
        Column("id", "text", "Reference, such as V0-9."),
        Column("document", "text", refers_to=("documents", "id")),
        Column("number", "text", "As printed, such as 0.9."),
        Column("drafted_on", "date", "Its date."),
        Column("name", "text", "What is new in it, in our own words."),
        PARAGRAPH,
    ),
    key=("document", "number"),
    about="Versions of each document, as its control sheet lists them.",
    required=False,
)

DOCUMENT_TABLES: Final = (DOCUMENTS, DOCUMENT_VERSIONS)
"""Contracts of the tables of documents."""
