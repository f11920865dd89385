"""Who delegates by an instrument, on the page of its record."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from placeplan_web.governance.models import Body, Instrument
from placeplan_web.governance.presenters.body_words import name_bodies
from placeplan_web.governance.queries.instrument_effect import VERBS, list_effects
from placeplan_web.registers.kind import Section


def list_instrument_sections(
    _scope: Any, record: Instrument, reader: Any
) -> list[Section]:
    """Show the bodies that delegate, and what the group may decide by that."""
    return [_list_bodies(record, reader), _show_effects(record)]


def _list_bodies(record: Instrument, reader: Any) -> Section:
    title = "Who delegates by it"
    if record.is_for_all_members:
        return Section(title, words="Every member of the group.")
    ways = []
    if not record.is_withdrawn and reader.has_perm(
        "governance.keep_group", record.group
    ):
        href = reverse("governance:instrument-act", args=[record.reference, "bodies"])
        ways = [("Choose who delegates", href)]
    bodies = record.bodies.select_related("body").order_by("body__name")
    rows = [[each.body.name, each.body.get_kind_display()] for each in bodies]
    empty = "No body is named, so nobody delegates by it and it lets nobody decide."
    return Section(title, head=("Body", "Kind"), rows=rows, empty=empty, actions=ways)


def _show_effects(record: Instrument) -> Section:
    """Say what the group may do with each subject, with the instrument and without."""
    effects = list_effects(record, timezone.localdate())
    names = dict(Body.objects.values_list("slug", "name"))
    return Section(
        "What it changes",
        head=("Subject", "With it", "Without it", "Why"),
        rows=[
            [
                each.subject,
                f"{each.group} {VERBS[each.now.verb]}",
                VERBS[each.without.verb],
                name_bodies(each.now.reasons, names),
            ]
            for each in effects
        ],
    )
