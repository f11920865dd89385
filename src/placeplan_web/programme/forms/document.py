"""Draft, review, approve and issue versions of a document; say who is sent it."""

from typing import Any, Final

from django import forms

from placeplan.errors import InputError
from placeplan.programme.document import STEPS, DocumentVerb, name_next_version
from placeplan_web.places.models import Post
from placeplan_web.programme.forms.act import (
    Act,
    ActForm,
    DayField,
    Doing,
    WordsField,
    by_name,
)
from placeplan_web.programme.models import (
    ControlledDocument,
    DocumentPart,
    DocumentVersion,
    ReviewOutcome,
)
from placeplan_web.programme.operations.distribution import name_recipient
from placeplan_web.programme.operations.document import (
    add_version,
    move_version,
    record_review,
)

CHANGE: Final = "programme.change_record"


class DraftForm(ActForm):
    """A new version: its number, what is new in it, and its text."""

    number = forms.CharField(label="Number", max_length=20)
    summary = WordsField("What is new in it?")
    text = WordsField("Its text", needed=False, hint="Or where it is kept.")
    drafted_on = DayField("Drafted on")

    def prepare(self) -> None:
        last = self.record.versions.order_by("drafted_on", "pk").last()
        self.initial.setdefault("drafted_on", self.today.isoformat())
        self.initial.setdefault("number", _count_on(last))


def _count_on(last: DocumentVersion | None) -> str:
    """Give the number after the last one, where it counts by numbers."""
    try:
        return name_next_version(last.number, DocumentVerb.RETURN) if last else "0.1"
    except InputError:
        return ""


def _draft(doing: Doing) -> str:
    names = ("number", "summary", "text", "drafted_on")
    made = add_version(
        by=doing.by,
        document=doing.record,
        at=doing.at,
        **{name: doing.typed[name] for name in names},
    )
    return f"Version {made.number} was drafted."


class VersionForm(ActForm):
    """Which version it is done with; only those with which it can be are offered."""

    number = forms.ChoiceField(label="Version")
    on = DayField("On")
    verb: DocumentVerb

    def prepare(self) -> None:
        self._versions = {
            each.number: each for each in _list_open(self.record, self.verb)
        }
        self.offer("number", [(number, number) for number in self._versions])
        if len(self._versions) == 1:
            self.initial.setdefault("number", next(iter(self._versions)))
        self.initial.setdefault("on", self.today.isoformat())

    def clean_number(self) -> DocumentVersion:
        found: DocumentVersion = self._versions[self.cleaned_data["number"]]
        return found


class SubmitForm(VersionForm):
    verb = DocumentVerb.SUBMIT


class ReturnForm(VersionForm):
    verb = DocumentVerb.RETURN
    reason = WordsField("What is to be changed?")


class ApproveForm(VersionForm):
    verb = DocumentVerb.APPROVE


class IssueForm(VersionForm):
    verb = DocumentVerb.ISSUE


class ReviewForm(VersionForm):
    """What a reviewer says, in a post of theirs that the document names."""

    verb = DocumentVerb.APPROVE  # whatever can be approved is in review
    post = forms.ChoiceField(label="Post in which you review")
    outcome = forms.ChoiceField(
        label="What do you say?", choices=[("", ""), *ReviewOutcome.choices]
    )
    reason = WordsField("What is to be changed?", needed=False)

    def prepare(self) -> None:
        super().prepare()
        self.offer_own_posts("post")


def _list_open(record: ControlledDocument, verb: DocumentVerb) -> list[DocumentVersion]:
    states = [str(state) for state, each in STEPS if each is verb]
    held = record.versions.filter(state__in=states, withdrawn_at__isnull=True)
    return list(held.order_by("drafted_on", "pk"))


def _move(doing: Doing, verb: DocumentVerb) -> str:
    moved = move_version(
        by=doing.by,
        version=doing.typed["number"],
        verb=verb,
        on=doing.typed["on"],
        reason=doing.typed.get("reason", ""),
        at=doing.at,
    )
    return f"Version {moved.number} is {moved.get_state_display().lower()}."


def _review(doing: Doing) -> str:
    row = record_review(
        by=doing.by,
        version=doing.typed["number"],
        post=doing.typed["post"],
        outcome=ReviewOutcome(doing.typed["outcome"]),
        reviewed_on=doing.typed["on"],
        reason=doing.typed["reason"],
        at=doing.at,
    )
    return f"Kept: {row.get_outcome_display().lower()}."


class RecipientForm(ActForm):
    """A post, by its title and organisation, and its part."""

    post = forms.ChoiceField(label="Post")
    part = forms.ChoiceField(label="Part", choices=[("", ""), *DocumentPart.choices])

    def prepare(self) -> None:
        posts = Post.objects.filter(ends_on__isnull=True).select_related("organisation")
        listed = posts.order_by("title", "organisation__slug", "pk")
        self._posts = {str(each.public_id): each for each in listed}
        options = [
            (key, f"{each.title}, {each.organisation.slug}")
            for key, each in self._posts.items()
        ]
        self.offer("post", options)

    def clean_post(self) -> Post:
        return self._posts[self.cleaned_data["post"]]


def _name(doing: Doing) -> str:
    made = name_recipient(
        by=doing.by,
        document=doing.record,
        post=doing.typed["post"],
        part=DocumentPart(doing.typed["part"]),
        at=doing.at,
    )
    return f"{made.post.title}: {made.get_part_display().lower()}."


def _make_step(
    verb: DocumentVerb, words: str, permission: str, form: type[VersionForm]
) -> Act:
    def is_open(record: Any) -> bool:
        return not record.is_withdrawn and bool(_list_open(record, verb))

    return Act(
        str(verb),
        words,
        words,
        permission,
        form,
        lambda doing: _move(doing, verb),
        is_open=is_open,
    )


def _is_in_review(record: Any) -> bool:
    return not record.is_withdrawn and bool(_list_open(record, DocumentVerb.APPROVE))


DOCUMENT_ACTS: Final = by_name(
    Act("draft", "Draft a version", "Keep the draft", CHANGE, DraftForm, _draft),
    _make_step(DocumentVerb.SUBMIT, "Send a version to review", CHANGE, SubmitForm),
    Act(
        *("review", "Review a version", "Keep the review"),
        *("programme.review_document", ReviewForm, _review),
        is_open=_is_in_review,
    ),
    _make_step(DocumentVerb.RETURN, "Return a version", CHANGE, ReturnForm),
    _make_step(
        *(DocumentVerb.APPROVE, "Approve a version"),
        *("programme.approve_document", ApproveForm),
    ),
    _make_step(DocumentVerb.ISSUE, "Issue a version", CHANGE, IssueForm),
    Act(
        *("name", "Name a reviewer, an approver or a recipient", "Name the post"),
        *(CHANGE, RecipientForm, _name),
    ),
)
"""What can be done with a document under control."""
