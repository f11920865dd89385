"""How entries about groups, meetings and what came of them read."""

from collections.abc import Mapping
from typing import Final

from django.apps import apps

from placeplan_web.audit.kind import RecordKind, register_kinds

VERBS: Final[Mapping[str, Mapping[str, str]]] = {
    "group": {
        "give-office": "gave an office in",
        "end-office": "ended an office in",
        "plan-meetings": "planned meetings of",
        "add-seat": "added a seat to",
        "adopt-terms": "gave new terms to",
        "undo-terms": "withdrew the newest terms of",
    },
    "seat": {
        "seat": "gave to a post the seat",
        "unseat": "ended who has the seat",
        "correct-holding": "corrected who has the seat",
        "end": "ended the seat",
    },
    "termsofreference": {"adopt": "let new terms hold:", "end": "ended the terms"},
    "instrument": {"set-bodies": "chose who delegates by"},
    "dissent": {"dissent": "put a dissent on record:"},
    "meeting": {
        "plan": "planned the meeting",
        "call": "called the meeting",
        "open": "opened the meeting",
        "close": "closed the meeting",
        "cancel": "cancelled the meeting",
        "serve-pack": "was served the private pack of the meeting",
        "serve-minutes": "was served the private minutes of the meeting",
    },
    "attendance": {"join": "noted who came:", "leave": "noted who left:"},
    "agendaitem": {
        "open": "opened the item",
        "find-inquorate": "found inquorate through interests the item",
        "leave-inquorate": "chose a way out for the item",
        "resolve-exclusion": "resolved to keep the public out of the item",
        "take": "took the item",
        "defer": "put off the item",
        "carry": "carried from an earlier agenda the item",
        "place-escalation": "put an escalated risk on the agenda:",
    },
    "paperversion": {
        "publish": "published a version of a paper:",
        "serve": "was served a private version of a paper:",
        "withhold": "asked for, and was not served, a private version of a paper:",
    },
    "paperreading": {"read": "recorded that a member has read a version of a paper:"},
    "declaration": {"declare": "declared an interest:", "rule": "ruled on"},
    "vote": {"vote": "took a vote:"},
    "ballot": {"cast": "recorded how a seat voted:"},
    "decision": {
        "decide": "recorded the decision",
        "recommend": "recorded the recommendation",
        "note": "recorded the note",
    },
    "ratification": {"ask": "asked a body to ratify:"},
    "ratificationanswer": {"answer": "recorded what a body said:"},
    "minutes": {
        "draft": "drafted the minutes",
        "redraft": "drafted again the minutes",
        "agree": "agreed and locked the minutes",
    },
    "action": {"close": "closed the action"},
    "carriedaction": {"carry": "carried an action to an agenda:"},
    "escalation": {
        "raise": "laid a risk before a group:",
        "place": "put on an agenda the escalation",
        "discuss": "recorded the discussion of the escalation",
        "stand-down": "stood down the escalation",
    },
    "toldbody": {"tell": "told an organisation of an escalated risk:"},
    "signature": {"sign": "signed:"},
}
"""What follows the name of whoever did it, beyond adding, changing and withdrawing."""

register_kinds(
    RecordKind("governance.folder", "the governance of a plan folder"),
    *(
        RecordKind(
            model._meta.label_lower,
            f"the {model._meta.verbose_name}",
            VERBS.get(model._meta.model_name or "", {}),
        )
        for model in apps.get_app_config("governance").get_models()
        if not (model._meta.model_name or "").startswith("historical")
    ),
)
