"""Say who hears an escalated risk: fewer of several like groups, or those above."""

from typing import Any, Final

from django import forms

from placeplan_web.governance.models import Body, Escalation, Group
from placeplan_web.governance.operations.escalation_reach import (
    escalate_further,
    list_above,
    list_narrowable,
    narrow_escalation,
)
from placeplan_web.programme.forms.act import Act, ActForm, Doing, WordsField, by_name

GROUP: Final = "group-"


class GroupsForm(ActForm):
    """A box for each of some groups, and the reason."""

    reason = WordsField("Why?", hint="It stands in the history of the risk.")

    def ask_groups(self, groups: list[Group], label: str, *, ticked: bool) -> None:
        """Ask of each group whether it is one of them."""
        self._groups = {f"{GROUP}{each.slug}": each for each in groups}
        for name, group in self._groups.items():
            self.fields[name] = forms.BooleanField(
                label=label.format(group.name), required=False
            )
            self.initial.setdefault(name, ticked)
        self.order_fields([*self._groups, "bodies", "reason"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        chosen = [each for name, each in self._groups.items() if cleaned.get(name)]
        return {**cleaned, "groups": chosen}


class NarrowForm(GroupsForm):
    """Which of several like groups go on to hear the risk."""

    def prepare(self) -> None:
        groups = [each.group for each in list_narrowable(self.record.crossing)]
        self.ask_groups(groups, "Leave it before {}", ticked=True)


def _narrow(doing: Doing) -> str:
    left = narrow_escalation(
        by=doing.by,
        crossing=doing.record.crossing,
        only=doing.typed["groups"],
        reason=doing.typed["reason"],
        at=doing.at,
    )
    if not left:
        return "Every group goes on to hear it."
    names = ", ".join(each.group.name for each in left)
    return f"{names} no longer {'hears' if len(left) == 1 else 'hear'} it."


class FurtherForm(GroupsForm):
    """To which groups above and to which organisations."""

    bodies = forms.MultipleChoiceField(
        label="Organisations that are told",
        required=False,
        widget=forms.SelectMultiple,
        help_text="Hold Ctrl to choose several.",
    )

    def prepare(self) -> None:
        self.ask_groups(list_above(self.record.group), "Lay it before {}", ticked=False)
        known = Body.objects.filter(withdrawn_at=None).order_by("name", "pk")
        self._bodies = {each.slug: each for each in known}
        bodies: Any = self.fields["bodies"]
        bodies.choices = [(slug, each.name) for slug, each in self._bodies.items()]

    def clean_bodies(self) -> list[Body]:
        return [self._bodies[slug] for slug in self.cleaned_data["bodies"]]


def _escalate(doing: Doing) -> str:
    typed = doing.typed
    reached = escalate_further(
        by=doing.by,
        escalation=doing.record,
        reason=typed["reason"],
        groups=typed["groups"],
        bodies=typed["bodies"],
        at=doing.at,
    )
    names = [each.group.name for each in reached.groups]
    names += [each.body.name for each in reached.bodies]
    if not names:
        return "It had reached all of them before, so nothing was written."
    return f"It goes further: to {', '.join(names)}."


def _is_further(escalation: Escalation) -> bool:
    return escalation.stood_down_on is None


def _may_be_narrowed(escalation: Escalation) -> bool:
    return len(list_narrowable(escalation.crossing)) > 1


DIRECT: Final = "governance.direct_escalation"
ESCALATION_ACTS: Final = by_name(
    Act(
        *("narrow", "Choose which groups hear it", "Keep these groups"),
        *(DIRECT, NarrowForm, _narrow),
        explain=lambda _escalation, _day: [
            (
                "A risk goes to all of several like groups, until somebody says why it "
                "concerns some of them alone. One of them at least goes on to hear it."
            )
        ],
        is_open=_may_be_narrowed,
    ),
    Act(
        *("further", "Escalate it further", "Escalate it"),
        *(DIRECT, FurtherForm, _escalate),
        explain=lambda _escalation, _day: [
            (
                "It is put on the next agenda of each group above. Those whom it has "
                "reached already are passed over."
            )
        ],
        is_open=_is_further,
    ),
)
"""What is done with a risk that was laid before a group."""
