"""Say which post is the committee officer of a group, or has another office in it."""

from typing import Any, Final

from django import forms

from placeplan_web.governance.forms.holding import POST_HINT, FillForm, say_period
from placeplan_web.governance.models import Group, GroupOffice, OfficeKind
from placeplan_web.governance.operations.group import end_office, give_office
from placeplan_web.programme.forms.act import Act, ActForm, DayField, Doing, by_name

APPOINT: Final = "governance.appoint_officer"


class OfficeForm(FillForm):
    """Which post works for the group, as what, and from when."""

    kind = forms.ChoiceField(label="Office", choices=OfficeKind.choices)
    post = forms.ChoiceField(label="Post", help_text=POST_HINT)
    field_order = ("kind", "post", "starts_on", "ends_on")


def _give(doing: Doing) -> str:
    typed = doing.typed
    office = give_office(
        by=doing.by,
        group=doing.record,
        post=typed["post"],
        kind=OfficeKind(typed["kind"]),
        starts_on=typed["starts_on"],
        ends_on=typed["ends_on"],
        at=doing.at,
    )
    return f"{office.post.title} is {office.get_kind_display().lower()} of the group."


class EndOfficeForm(ActForm):
    office = forms.ChoiceField(label="Office")
    ends_on = DayField("Last day")

    def prepare(self) -> None:
        self._offices = {str(each.pk): each for each in list_offices(self.record)}
        named = [(key, name_office(each)) for key, each in self._offices.items()]
        self.offer("office", named)
        self.initial.setdefault("ends_on", self.today.isoformat())

    def clean_office(self) -> GroupOffice:
        return self._offices[self.cleaned_data["office"]]


def _end(doing: Doing) -> str:
    typed: Any = doing.typed
    office = end_office(
        by=doing.by, office=typed["office"], ends_on=typed["ends_on"], at=doing.at
    )
    return f"{office.post.title} has the office {say_period(office)}."


def list_offices(group: Group) -> list[GroupOffice]:
    """List the offices of a group that have no last day yet."""
    rows = group.offices.filter(ends_on=None).select_related("post")
    return list(rows)


def name_office(office: GroupOffice) -> str:
    kind = office.get_kind_display().lower()
    return f"{office.post.title}: {kind}, {say_period(office)}"


OFFICE_ACTS: Final = by_name(
    Act(
        *("give-office", "Appoint a committee officer", "Appoint"),
        *(APPOINT, OfficeForm, _give),
        explain=lambda _group, _day: [
            (
                "Whoever holds the post of the committee officer keeps the seats and "
                "terms of the group, and runs its meetings."
            )
        ],
    ),
    Act(
        *("end-office", "End an office", "End it", APPOINT, EndOfficeForm, _end),
        is_open=lambda group: bool(list_offices(group)),
    ),
)
"""Who works for a group."""
