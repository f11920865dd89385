"""Record what was decided, recommended or noted of an item, and who is to act."""

import re
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError

from placeplan.governance.authority import Authority
from placeplan_web.evidence.fact_register import get_register
from placeplan_web.evidence.models import Run
from placeplan_web.governance.forms.item import is_in
from placeplan_web.governance.forms.meeting import RUN
from placeplan_web.governance.forms.voting import VOTE_ACT
from placeplan_web.governance.models import (
    Action,
    AgendaItem,
    Body,
    DecisionKind,
    EvidenceKind,
    ItemState,
    Meeting,
    RatificationRule,
    Verb,
    Vote,
)
from placeplan_web.governance.operations.decision import (
    DecisionWords,
    Evidence,
    record_decision,
)
from placeplan_web.governance.queries.authority import (
    find_item_authority,
    may_decide_something,
)
from placeplan_web.places.models import Post
from placeplan_web.programme.forms.act import (
    Act,
    ActForm,
    DayField,
    Doing,
    WordsField,
    by_name,
)
from placeplan_web.registers.operations import save_record


class DecideForm(ActForm):
    """What was settled. To decide is offered only where the group may."""

    kind = forms.ChoiceField(label="What is it?")
    title = forms.CharField(label="Title", max_length=300)
    text = WordsField("Its exact words")
    subject = forms.CharField(
        label="What is it about?",
        max_length=200,
        required=False,
        help_text="Authority is asked for this subject.",
    )
    vote = forms.ChoiceField(label="Vote by which it was carried", required=False)
    facts = forms.CharField(
        label="Facts that it rests on",
        required=False,
        help_text="Their ids, such as F146, with commas between them.",
    )
    papers = forms.MultipleChoiceField(
        label="Papers that it rests on",
        required=False,
        widget=forms.SelectMultiple,
        help_text="Their newest versions are cited. Hold Ctrl to choose several.",
    )
    run = forms.ChoiceField(label="Run of a plan that it rests on", required=False)
    ratification_rule = forms.ChoiceField(
        label="If it is recommended: when does it take effect?",
        choices=[("", "Nobody has to ratify it"), *RatificationRule.choices],
        required=False,
    )
    lead_body = forms.ChoiceField(label="If one body leads: which?", required=False)
    results_reason = WordsField(
        "If results of the consultation are not in the pack: why go on even so?",
        needed=False,
    )

    def prepare(self) -> None:
        item: AgendaItem = self.record
        if not item.consultation:
            del self.fields["results_reason"]
        authority = find_item_authority(item)
        kinds = list(DecisionKind.choices)
        if not _may_decide(item.meeting, authority):
            kinds = [each for each in kinds if each[0] != DecisionKind.DECISION]
        self.offer("kind", kinds)
        self._votes = {
            str(each.public_id): each for each in item.votes.filter(is_carried=True)
        }
        self.offer("vote", [(key, each.motion) for key, each in self._votes.items()])
        self._papers = {str(each.public_id): each for each in item.papers.all()}
        papers: Any = self.fields["papers"]
        papers.choices = [(key, each.title) for key, each in self._papers.items()]
        runs = Run.objects.filter(released_at__isnull=False).select_related("dataset")
        self._runs = {str(each.public_id): each for each in runs}
        self.offer("run", [(key, r.dataset.title) for key, r in self._runs.items()])
        bodies = Body.objects.filter(withdrawn_at=None)
        self._bodies = {each.slug: each for each in bodies}
        self.offer("lead_body", [(b.slug, b.name) for b in self._bodies.values()])
        self.initial.setdefault("title", item.title)
        self.initial.setdefault("subject", item.subject)
        self.initial.setdefault("text", item.recommendation)
        if len(self._votes) == 1:
            self.initial.setdefault("vote", next(iter(self._votes)))

    def clean_vote(self) -> Vote | None:
        return self._votes.get(self.cleaned_data["vote"])

    def clean_lead_body(self) -> Body | None:
        return self._bodies.get(self.cleaned_data["lead_body"])

    def clean_facts(self) -> list[Evidence]:
        named = re.split(r"[,\s]+", self.cleaned_data["facts"].strip())
        register = get_register()
        known = {fact.id: fact for fact in register.versions}
        unknown = [name for name in named if name and name not in known]
        if unknown:
            raise ValidationError(f"No such fact: {', '.join(unknown)}.")
        return [
            Evidence(EvidenceKind.FACT, name, known[name].statement[:300])
            for name in named
            if name
        ]

    def list_evidence(self) -> list[Evidence]:
        chosen = self.cleaned_data
        papers = [
            Evidence(EvidenceKind.PAPER, key, self._papers[key].title)
            for key in chosen.get("papers", ())
        ]
        run = self._runs.get(chosen.get("run", ""))
        runs = (
            [Evidence(EvidenceKind.RUN, str(run.public_id), run.dataset.title)]
            if run
            else []
        )
        return [*chosen.get("facts", ()), *papers, *runs]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        return {**cleaned, "evidence": self.list_evidence()}


def _may_decide(meeting: Meeting, authority: Authority | None) -> bool:
    """Tell whether to decide is offered: where no subject is stated, for any at all."""
    if authority is None:
        return may_decide_something(meeting.group, meeting.held_on)
    return authority.verb == Verb.DECIDE


def _decide(doing: Doing) -> str:
    typed = doing.typed
    recommended = typed["kind"] == DecisionKind.RECOMMENDATION
    rule = typed["ratification_rule"] if recommended else ""
    decision = record_decision(
        by=doing.by,
        item=doing.record,
        words=DecisionWords(
            DecisionKind(typed["kind"]),
            typed["title"],
            typed["text"],
            typed["subject"],
            None,
            rule,
            typed["lead_body"] if rule == RatificationRule.LEAD else None,
            results_reason=typed.get("results_reason", ""),
        ),
        vote=typed["vote"],
        evidence=typed["evidence"],
        at=doing.at,
    )
    return f"{decision.reference}: {decision.get_kind_display().lower()} recorded."


def _explain_authority(item: AgendaItem, _day: Any) -> list[str]:
    authority = find_item_authority(item)
    if authority is None:
        return ["The item has no subject yet: authority is asked for what is written."]
    verb = "may decide" if authority.verb == "decide" else "may only recommend"
    asked = [f"It recommends to: {'; '.join(authority.ask)}."] if authority.ask else []
    said = f"{item.meeting.group.name} {verb} {item.subject}."
    return [said, *authority.reasons, *asked]


class ActionForm(ActForm):
    """What somebody is to do, and by when."""

    text = WordsField("What is to be done?")
    owner_post = forms.ChoiceField(label="Who does it?", required=False)
    owner_words = forms.CharField(
        label="Or in words, who does it", max_length=300, required=False
    )
    due_on = DayField("Due on", needed=False)

    def prepare(self) -> None:
        group = self.record.meeting.group
        posts = Post.objects.filter(seats__seat__group=group).distinct()
        self._posts = {str(each.public_id): each for each in posts}
        self.offer("owner_post", [(key, p.title) for key, p in self._posts.items()])

    def clean_owner_post(self) -> Post | None:
        return self._posts.get(self.cleaned_data["owner_post"])


def _act(doing: Doing) -> str:
    item = doing.record
    fields = {
        "group": item.meeting.group,
        "item": item,
        "raised_on": item.meeting.held_on,
        **{
            name: doing.typed[name]
            for name in ("text", "owner_post", "owner_words", "due_on")
        },
    }
    action = save_record(by=doing.by, record=Action(), changes=fields, at=doing.at)
    return f"{action.reference} was added: it is carried until it is closed."


def _was_opened(item: AgendaItem) -> bool:
    return item.meeting.opened_at is not None and not item.is_withdrawn


SETTLING_ACTS: Final = by_name(
    VOTE_ACT,
    Act(
        *("settle", "Record what was settled", "Record it", RUN, DecideForm, _decide),
        explain=_explain_authority,
        is_open=is_in(ItemState.OPEN),
    ),
    Act(
        *("action", "Add an action", "Add the action", RUN, ActionForm, _act),
        is_open=_was_opened,
    ),
)
"""What a group does with an item that it has heard."""
