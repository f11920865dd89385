"""Rate domains, find for characteristics, mitigate, sign and open again."""

from collections.abc import Iterable
from typing import Any, Final

from django import forms

from placeplan.programme.characteristic import (
    CHARACTERISTICS,
    EQUALITY_AIMS,
    list_equality_pairs,
)
from placeplan.programme.domain_set import get_domain_set
from placeplan_web.places.models import Post
from placeplan_web.programme.forms.act import (
    Act,
    ActForm,
    DayField,
    Doing,
    StepField,
    WordsField,
    by_name,
)
from placeplan_web.programme.models import (
    Direction,
    ImpactAssessment,
    ProgrammeRole,
)
from placeplan_web.programme.operations.impact_assessment import (
    list_gaps,
    list_missing_signatories,
    rate_domain,
    record_finding,
    reopen,
    sign_off,
)
from placeplan_web.programme.operations.impact_mitigation import plan_impact_mitigation

CHANGE: Final = "programme.change_record"
MEANING: Final = (
    "Signing says that the holder of this post has read this edition of the assessment "
    "in full, takes its ratings and findings for fair on the evidence shown, and will "
    "see to the mitigations of the post. It does not approve the change itself, and "
    "holds until the assessment is opened again."
)
"""What signing means; it is shown before signing, and kept with the signature."""


def list_domains(record: ImpactAssessment) -> list[tuple[str, str]]:
    domains = get_domain_set(record.domain_set).domains
    return [(each.domain, each.name) for each in domains]


class RateForm(ActForm):
    """Which way a domain goes; worse and better have steps, neutral has none."""

    domain = forms.ChoiceField(label="Domain")
    direction = forms.ChoiceField(
        label="Which way does it go?", choices=[("", ""), *Direction.choices]
    )
    impact = StepField("Impact", needed=False, hint="Empty where it is neutral.")
    likelihood = StepField(
        "Likelihood", needed=False, hint="Empty where it is neutral."
    )
    reason = WordsField("Why is it rated so?")

    def prepare(self) -> None:
        self.offer("domain", list_domains(self.record))
        self.offer_steps()


def _rate(doing: Doing) -> str:
    typed = doing.typed
    row = rate_domain(
        by=doing.by,
        assessment=doing.record,
        domain=typed["domain"],
        direction=Direction(typed["direction"]),
        impact=typed["impact"],
        likelihood=typed["likelihood"],
        reason=typed["reason"],
        at=doing.at,
    )
    named = dict(list_domains(doing.record))[row.domain]
    score = f", score {row.score}" if row.score else ""
    return f"{named}: {row.get_direction_display().lower()}{score}."


class FindForm(ActForm):
    """What was found for one characteristic and one aim: evidence, or why none."""

    characteristic = forms.ChoiceField(label="Characteristic")
    aim = forms.ChoiceField(label="Aim of the duty")
    direction = forms.ChoiceField(
        label="Which way does it go?", choices=[("", ""), *Direction.choices]
    )
    evidence = WordsField("Evidence", needed=False)
    no_evidence_reason = WordsField("Or why there is no evidence", needed=False)

    def prepare(self) -> None:
        pairs = list_equality_pairs(self.today, local=True)
        known = dict.fromkeys(id_ for id_, _ in pairs)
        self.offer(
            "characteristic", [(id_, CHARACTERISTICS[id_].name) for id_ in known]
        )
        self.offer(
            "aim",
            [(aim, f"({aim}) {each.name}") for aim, each in EQUALITY_AIMS.items()],
        )


def _find(doing: Doing) -> str:
    typed = doing.typed
    row = record_finding(
        by=doing.by,
        assessment=doing.record,
        characteristic=typed["characteristic"],
        aim=typed["aim"],
        direction=Direction(typed["direction"]),
        evidence=typed["evidence"],
        no_evidence_reason=typed["no_evidence_reason"],
        at=doing.at,
    )
    return f"{CHARACTERISTICS[row.characteristic].name}, aim ({row.aim}): kept."


class MitigateForm(ActForm):
    """What is done about it, for which domain or characteristic, and by whom."""

    title = forms.CharField(label="What is done about it?", max_length=500)
    domain = forms.ChoiceField(label="For which domain", required=False)
    characteristic = forms.ChoiceField(
        label="Or for which characteristic", required=False
    )
    owner_post = forms.ChoiceField(label="Post that does it")
    due_on = DayField("Due on", needed=False)

    def prepare(self) -> None:
        self.offer("domain", list_domains(self.record))
        named = [(id_, each.name) for id_, each in CHARACTERISTICS.items()]
        self.offer("characteristic", named)
        self._posts = {str(p.public_id): p for p in _list_posts(self.record)}
        self.offer("owner_post", [(key, p.title) for key, p in self._posts.items()])

    def clean_owner_post(self) -> Post:
        return self._posts[self.cleaned_data["owner_post"]]


def _list_posts(record: Any) -> Iterable[Post]:
    """Give the posts that have a part in the programme of a record."""
    parts = ProgrammeRole.objects.filter(programme=record.programme_id)
    return Post.objects.filter(pk__in=parts.values("post")).order_by("title", "pk")


def _mitigate(doing: Doing) -> str:
    names = ("title", "domain", "characteristic", "owner_post", "due_on")
    made = plan_impact_mitigation(
        by=doing.by,
        assessment=doing.record,
        wanted={name: doing.typed[name] for name in names},
        at=doing.at,
    )
    return f"{made.reference} was added."


class SignForm(ActForm):
    """In which post, and on which day; what it means stands above."""

    post = forms.ChoiceField(label="Post in which you sign")
    signed_on = DayField("Signed on")

    def prepare(self) -> None:
        self.offer_own_posts("post")
        self.initial.setdefault("signed_on", self.today.isoformat())


def _sign(doing: Doing) -> str:
    signed = sign_off(
        by=doing.by,
        assessment=doing.record,
        post=doing.typed["post"],
        meaning=MEANING,
        signed_on=doing.typed["signed_on"],
        at=doing.at,
        expected_version=doing.version,
    )
    said = f"Signed as {signed.post.title}: edition {signed.edition}."
    missing = list_missing_signatories(doing.record)
    return f"{said} Still to sign: {' and '.join(missing)}." if missing else said


class ReopenForm(ActForm):
    reason = WordsField("What has changed?")


def _reopen(doing: Doing) -> str:
    again = reopen(
        by=doing.by,
        assessment=doing.record,
        reason=doing.typed["reason"],
        at=doing.at,
        expected_version=doing.version,
    )
    return f"Opened again as edition {again.edition}. It begins as the last one stood."


def is_unsigned(record: ImpactAssessment) -> bool:
    return not record.is_withdrawn and not record.is_signed


def _is_signed(record: ImpactAssessment) -> bool:
    return not record.is_withdrawn and record.is_signed


ASSESSMENT_ACTS: Final = by_name(
    Act(
        *("rate", "Rate a domain", "Keep the rating", CHANGE, RateForm, _rate),
        is_open=is_unsigned,
    ),
    Act(
        *("find", "Say what was found for a characteristic", "Keep the finding"),
        *(CHANGE, FindForm, _find),
        explain=lambda _record, _day: [
            "Marriage and civil partnership is considered for aim (i) alone."
        ],
        is_open=is_unsigned,
    ),
    Act(
        *("mitigate", "Add a mitigation", "Add the mitigation"),
        *(CHANGE, MitigateForm, _mitigate),
        is_open=is_unsigned,
    ),
    Act(
        *("sign", "Sign this assessment", "Sign"),
        *("programme.sign_off", SignForm, _sign),
        explain=lambda record, day: [MEANING, *list_gaps(record, day)],
    ),
    Act(
        *("reopen", "Open it again", "Open it again", CHANGE, ReopenForm, _reopen),
        explain=lambda _record, _day: [
            "What was signed stays, as an edition that is over."
        ],
        is_open=_is_signed,
    ),
)
"""What can be done with an impact assessment."""
