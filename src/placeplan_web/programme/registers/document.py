"""The register of documents under control."""

from django.db.models import Q

from placeplan_web.programme.models import ControlledDocument, DocumentKind
from placeplan_web.programme.presenters.document import list_document_sections
from placeplan_web.programme.registers.links import OWNER_COLUMNS, POST_PATHS
from placeplan_web.programme.registers.ways import (
    PERMISSIONS,
    make_choice_filter,
    make_owner_filter,
)
from placeplan_web.registers.column import Column, Holds
from placeplan_web.registers.kind import Problem, RegisterKind, Sort, Values
from placeplan_web.registers.trace_columns import TRACE_COLUMNS, find_missing_source


def _find_problems(values: Values) -> list[Problem]:
    return find_missing_source(values.get("status"), values.get("source"))


DOCUMENTS = RegisterKind(
    slug="documents",
    noun="document",
    nouns="documents",
    about="Plans and initiation documents: their versions, who agreed to each, and who "
    "is sent it.",
    model=ControlledDocument,
    columns=(
        Column(name="title", label="Document", needed=True, most=300),
        Column(
            name="kind",
            label="Kind",
            holds=Holds.CHOICE,
            choices=tuple(DocumentKind.choices),
            needed=True,
            is_listed=True,
        ),
        *OWNER_COLUMNS,
        Column(
            name="reviewers_words",
            label="Reviewers, in the words of the paper",
            most=500,
            hint="Titles of roles and organisations alone, never names of people.",
        ),
        Column(
            name="distribution_words",
            label="Distribution, in the words of the paper",
            most=500,
            hint="Titles of roles and organisations alone, never names of people.",
        ),
        Column(
            name="review_on",
            label="Review on",
            holds=Holds.DAY,
            is_listed=True,
            in_bulk=True,
        ),
        *TRACE_COLUMNS,
    ),
    permissions=PERMISSIONS,
    filters=(
        make_owner_filter(ControlledDocument),
        make_choice_filter(
            "kind", "Kind", DocumentKind.choices, lambda value: Q(kind=value)
        ),
    ),
    sorts=(
        Sort("reference", "Reference", ("reference_order",)),
        Sort("title", "Document", ("title",)),
        Sort("review_on", "Review on", ("review_on",)),
    ),
    related=POST_PATHS,
    find_problems=_find_problems,
    list_sections=list_document_sections,
)
