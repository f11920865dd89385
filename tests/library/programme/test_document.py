"""Controlled documents: which step leads where, and who must have agreed."""

import pytest

from placeplan.errors import InputError
from placeplan.programme import (
    RULES,
    DocumentReview,
    DocumentState,
    DocumentVerb,
    ReviewOutcome,
    list_verbs,
    move_document,
    name_next_version,
)

AGREED = DocumentReview("Chair", ReviewOutcome.AGREED, approver=True)
WAITED_FOR = DocumentReview("Director of Finance", approver=True)

# Every verb from every state: where it leads, or - where it is refused.
STEPS = """
    state      | submit    | return  | approve  | issue  | supersede
    drafted    | in_review | -       | -        | -      | -
    in_review  | -         | drafted | approved | -      | -
    approved   | -         | drafted | -        | issued | -
    issued     | -         | -       | -        | -      | superseded
    superseded | -         | -       | -        | -      | -
"""


def read_table(drawn):
    header, *rows = ([c.strip() for c in r.split("|")] for r in drawn.split("\n")[1:-1])
    return [dict(zip(header, row, strict=True)) for row in rows]


@pytest.mark.parametrize("row", read_table(STEPS), ids=lambda row: row["state"])
def test_each_verb_leads_where_the_table_says(row):
    state = DocumentState(row.pop("state"))

    def move(verb):
        try:
            return str(
                move_document(
                    state, DocumentVerb(verb), reviews=[AGREED], reason="Clearer."
                )
            )
        except InputError:
            return "-"

    assert {verb: move(verb) for verb in row} == row
    assert list_verbs(state) == tuple(verb for verb, to in row.items() if to != "-")


@pytest.mark.parametrize(
    ("reviews", "words"),
    [
        ([], "expected an approver, found nobody"),
        ([DocumentReview("Lay member", ReviewOutcome.AGREED)], "an approver"),
        ([AGREED, WAITED_FOR], "review of Director of Finance: expected agreed, found"),
        (
            [DocumentReview("Chair", ReviewOutcome.REFUSED, approver=True)],
            "found refused",
        ),
        (
            [DocumentReview("C", ReviewOutcome.AGREED_WITH_CHANGES, approver=True)],
            "found agreed with changes",
        ),
    ],
)
def test_a_version_is_approved_only_when_every_approver_agreed(reviews, words):
    with pytest.raises(InputError, match=words):
        move_document(DocumentState.IN_REVIEW, DocumentVerb.APPROVE, reviews=reviews)


def test_one_who_does_not_approve_need_not_have_answered():
    reviews = [AGREED, DocumentReview("Lay member")]

    after = move_document(
        DocumentState.IN_REVIEW, DocumentVerb.APPROVE, reviews=reviews
    )
    assert after == "approved"


def test_a_version_is_returned_with_a_reason():
    with pytest.raises(InputError, match="Say what is to be changed"):
        move_document(DocumentState.IN_REVIEW, DocumentVerb.RETURN, reason=" ")


@pytest.mark.parametrize(
    ("version", "verb", "following"),
    [
        ("0.9", "return", "0.10"),
        ("0.9", "issue", "1.0"),
        ("1.0", "return", "1.1"),
        ("1.3", "issue", "2.0"),
        ("0.9", "submit", "0.9"),
        ("0.9", "approve", "0.9"),
    ],
)
def test_drafts_count_behind_the_point_and_issues_before_it(version, verb, following):
    assert name_next_version(version, DocumentVerb(verb)) == following


@pytest.mark.parametrize("version", ["draft 4", "1", "1.0.0", "", "١.٠"])
def test_a_version_that_cannot_be_counted_is_refused(version):
    with pytest.raises(InputError, match="with a point between"):
        name_next_version(version, DocumentVerb.ISSUE)


def test_the_rule_says_what_comes_next():
    asked = {"state": "in_review", "verb": "approve"}
    agreed = {"post": "Chair", "outcome": "agreed", "approver": True}

    ruling = RULES["document-step"].ask(asked | {"reviews": [agreed]})

    assert ruling.result == "approved"
    assert ruling.reasons == (
        "It was in review and is now approved.",
        "What it allows next: return, issue.",
    )
    with pytest.raises(InputError, match="expected an approver"):
        RULES["document-step"].ask(asked)


def test_the_rule_says_when_nothing_comes_next():
    ruling = RULES["document-step"].ask({"state": "issued", "verb": "supersede"})

    assert ruling.reasons[1] == "What it allows next: nothing."
