"""What each check of the checker is called, and how to mend what it finds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class CheckWords:
    """A check in words.

    Parameters
    ----------
    title : str
        What it finds, as a heading.
    remedy : str
        What to do about it.
    """

    title: str
    remedy: str


CHECK_WORDS: Final[Mapping[str, CheckWords]] = {
    "undefined_group": CheckWords(
        "Groups that are not defined",
        "Add the group, or name one that there is.",
    ),
    "doubly_named_group": CheckWords(
        "Groups with several names, and names of several groups",
        "Keep one name for each group, and give the others the days they held on.",
    ),
    "group_without_quorum": CheckWords(
        "Groups without a quorum",
        "State a quorum in the terms of reference that the members can reach.",
    ),
    "different_chair": CheckWords(
        "Different chairs",
        "Ask the group which one is right, and write it in every paper.",
    ),
    "different_membership": CheckWords(
        "Different members",
        "Ask the group which list is right, and write it in every paper.",
    ),
    "different_workstreams": CheckWords(
        "Different work streams",
        "Agree one list of work streams, and write it in every paper.",
    ),
    "duplicate_signatory": CheckWords(
        "Signatories that stand there twice",
        "Take out the block that is there twice, or name who was meant.",
    ),
    "seat_without_sign_off": CheckWords(
        "Seats without sign-off",
        "Ask the organisation to sign, or say why it need not.",
    ),
    "sign_off_without_seat": CheckWords(
        "Sign-off without a seat",
        "Give the organisation a seat, or say why it signs without one.",
    ),
    "dead_reference": CheckWords(
        "References that lead nowhere",
        "Point to a part that the paper has.",
    ),
    "approved_draft": CheckWords(
        "Drafts that are called approved",
        "Have the paper approved, or call it a draft.",
    ),
    "ambiguous_date": CheckWords(
        "Dates that name no day",
        "Give the day, or the first and the last that it may be.",
    ),
    "different_days": CheckWords(
        "Different days for one event",
        "Ask which day is right, and write it in every paper.",
    ),
    "item_too_early": CheckWords(
        "Items taken too early",
        "Move the item to a meeting after what it waits for.",
    ),
    "repeated_deliverable": CheckWords(
        "Deliverables that stand there twice",
        "Keep one of them.",
    ),
    "benefit_without_number": CheckWords(
        "Benefits without a number",
        "Say what would be counted, from which number to which.",
    ),
    "unscored_risk": CheckWords(
        "Risks without a score",
        "Score the risk on its page; a table holds no scores.",
    ),
}
"""Words of every check, by its name, in the order in which they are told."""
