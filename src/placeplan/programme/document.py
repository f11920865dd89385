"""Controlled documents: their states, who may move them on, and how versions count.

A plan or an initiation document is drafted, reviewed, approved and issued, and in the
end superseded. Which step leads where is a table.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from placeplan.errors import Fault, InputError

SOURCE: Final = (
    "Control sheets of Kent and Medway's initiation documents (draft 4 of 2016, 0.9 of "
    "24 June 2019): versions, reviewers, approvals, distribution; the steps are ours"
)
"""Where document control was read."""

_VERSION = re.compile(r"^(\d{1,4})\.(\d{1,4})$", re.ASCII)


class DocumentState(StrEnum):
    """Where a version of a document stands."""

    DRAFTED = "drafted"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    ISSUED = "issued"
    SUPERSEDED = "superseded"


class DocumentVerb(StrEnum):
    """What can be done with a version of a document."""

    SUBMIT = "submit"
    RETURN = "return"
    APPROVE = "approve"
    ISSUE = "issue"
    SUPERSEDE = "supersede"


STEPS: Final[Mapping[tuple[DocumentState, DocumentVerb], DocumentState]] = (
    MappingProxyType(
        {
            (DocumentState.DRAFTED, DocumentVerb.SUBMIT): DocumentState.IN_REVIEW,
            (DocumentState.IN_REVIEW, DocumentVerb.RETURN): DocumentState.DRAFTED,
            (DocumentState.IN_REVIEW, DocumentVerb.APPROVE): DocumentState.APPROVED,
            (DocumentState.APPROVED, DocumentVerb.RETURN): DocumentState.DRAFTED,
            (DocumentState.APPROVED, DocumentVerb.ISSUE): DocumentState.ISSUED,
            (DocumentState.ISSUED, DocumentVerb.SUPERSEDE): DocumentState.SUPERSEDED,
        }
    )
)
"""Which verb leads from which state to which; any other is refused."""


class ReviewOutcome(StrEnum):
    """What a reviewer said."""

    WAITED_FOR = "waited_for"
    AGREED = "agreed"
    AGREED_WITH_CHANGES = "agreed_with_changes"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class DocumentReview:
    """What one reviewer said of a version.

    Parameters
    ----------
    post : str
        Post of the reviewer; never a person.
    outcome : ReviewOutcome
        What was said.
    approver : bool
        Whether the version cannot be approved without this one.
    """

    post: str
    outcome: ReviewOutcome = ReviewOutcome.WAITED_FOR
    approver: bool = False


def list_verbs(state: DocumentState) -> tuple[DocumentVerb, ...]:
    """List what can be done with a version that stands where it stands.

    Examples
    --------
    >>> [str(verb) for verb in list_verbs(DocumentState.IN_REVIEW)]
    ['return', 'approve']
    """
    return tuple(verb for at, verb in STEPS if at is state)


def move_document(
    state: DocumentState,
    verb: DocumentVerb,
    *,
    reviews: Iterable[DocumentReview] = (),
    reason: str = "",
) -> DocumentState:
    """Find where a version stands once something is done with it.

    Parameters
    ----------
    state : DocumentState
        Where it stands.
    verb : DocumentVerb
        What is done with it.
    reviews : iterable of DocumentReview
        What its reviewers said, for ``approve``: every approver must have agreed, and
        there must be one.
    reason : str
        Why it is returned, for ``return``.

    Raises
    ------
    InputError
        With everything that stands in the way.

    Examples
    --------
    >>> agreed = DocumentReview("Chair", ReviewOutcome.AGREED, approver=True)
    >>> str(move_document(DocumentState.IN_REVIEW, DocumentVerb.APPROVE,
    ...                   reviews=[agreed]))
    'approved'
    >>> move_document(DocumentState.DRAFTED, DocumentVerb.ISSUE)
    Traceback (most recent call last):
    ...
    placeplan.errors.InputError: 1 fault found; nothing was changed.
      document, verb: expected submit, found issue. A document that is drafted allows \
nothing else.
    """
    after = STEPS.get((state, verb))
    if after is None:
        allowed = ", ".join(list_verbs(state)) or "nothing"
        words = str(state).replace("_", " ")
        remedy = f"A document that is {words} allows nothing else."
        raise InputError([Fault("document", "verb", allowed, str(verb), remedy)])
    faults: list[Fault] = []
    if verb is DocumentVerb.RETURN and not reason.strip():
        remedy = "Say what is to be changed."
        faults.append(Fault("document", "reason", "a reason", "", remedy))
    if verb is DocumentVerb.APPROVE:
        faults += _list_missing(reviews)
    if faults:
        raise InputError(faults)
    return after


def name_next_version(version: str, verb: DocumentVerb) -> str:
    """Name the version that follows: drafts count behind the point, issues before it.

    Parameters
    ----------
    version : str
        Such as ``0.9``.
    verb : DocumentVerb
        ``return`` makes the next draft, ``issue`` the next whole number; others leave
        the version as it is.

    Raises
    ------
    InputError
        When it is not two whole numbers with a point between.

    Examples
    --------
    >>> [name_next_version("0.9", verb)
    ...  for verb in (DocumentVerb.RETURN, DocumentVerb.ISSUE, DocumentVerb.SUBMIT)]
    ['0.10', '1.0', '0.9']
    """
    found = _VERSION.match(version)
    if found is None:
        remedy = "Write it as in 0.9 or 1.0."
        expected = "two whole numbers with a point between"
        raise InputError([Fault("document", "version", expected, version, remedy)])
    whole, draft = int(found[1]), int(found[2])
    if verb is DocumentVerb.RETURN:
        return f"{whole}.{draft + 1}"
    return f"{whole + 1}.0" if verb is DocumentVerb.ISSUE else version


def _list_missing(reviews: Iterable[DocumentReview]) -> list[Fault]:
    approvers = [each for each in reviews if each.approver]
    if not approvers:
        remedy = "Name who approves it."
        return [Fault("document", "reviews", "an approver", "nobody", remedy)]
    return [
        Fault(
            "document",
            f"review of {each.post}",
            "agreed",
            str(each.outcome).replace("_", " "),
            "Wait for the answer, or return the document.",
        )
        for each in approvers
        if each.outcome is not ReviewOutcome.AGREED
    ]
