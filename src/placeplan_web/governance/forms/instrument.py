"""Choose which bodies delegate by an instrument; who may decide what follows."""

from typing import Any, Final

from django import forms

from placeplan_web.design.words import write_count
from placeplan_web.governance.forms.holding import KEEP
from placeplan_web.governance.models import Body, Instrument
from placeplan_web.governance.operations.instrument import set_delegating_bodies
from placeplan_web.governance.queries.instrument_effect import list_effects, say_effect
from placeplan_web.programme.forms.act import Act, ActForm, Doing, WordsField, by_name


class BodiesForm(ActForm):
    bodies = forms.MultipleChoiceField(
        label="Bodies that delegate",
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 12}),
        help_text="Hold Ctrl to choose several. Who is not chosen delegates no more.",
    )
    reason = WordsField("Why?", hint="Such as the day of their resolution.")

    def prepare(self) -> None:
        known = Body.objects.filter(withdrawn_at=None)
        self._bodies = {each.slug: each for each in known}
        bodies: Any = self.fields["bodies"]
        bodies.choices = [(each.slug, each.name) for each in known]
        delegating = self.record.bodies.select_related("body")
        self.initial.setdefault("bodies", [each.body.slug for each in delegating])

    def clean_bodies(self) -> list[Body]:
        return [self._bodies[slug] for slug in self.cleaned_data["bodies"]]


def _set_bodies(doing: Doing) -> str:
    instrument: Instrument = set_delegating_bodies(
        by=doing.by,
        instrument=doing.record,
        bodies=doing.typed["bodies"],
        at=doing.at,
        reason=doing.typed["reason"],
        expected_version=doing.version,
    )
    bodies = instrument.bodies.count()
    effects = list_effects(instrument, doing.at.date())
    said = " ".join(say_effect(each) for each in effects)
    one = write_count(bodies, "body delegates", "bodies delegate")
    return f"{one} by {instrument.name}. {said}"


INSTRUMENT_ACTS: Final = by_name(
    Act(
        *("bodies", "Choose who delegates", "Let them delegate"),
        *(KEEP, BodiesForm, _set_bodies),
        explain=lambda instrument, day: [
            "As it stands: "
            + " ".join(say_effect(each) for each in list_effects(instrument, day))
        ],
        is_open=lambda made: not made.is_withdrawn and not made.is_for_all_members,
    ),
)
"""What is done with an instrument."""
