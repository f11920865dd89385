"""Keep minutes by item; the words of every draft so far are carried over."""

import re
import uuid
from collections.abc import Iterator, Sequence
from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from placeplan_web.governance.triggers import drop_triggers as drop_guards
from placeplan_web.registers.triggers import drop_triggers

HEADING = re.compile(r"(?m)^(?=## \S+\. )")
NUMBER = re.compile(r"\A## (\S+)\. ")

Items = Sequence[tuple[str, int, bool]]
"""Number of each item, its key, whether it is private; in the order of the agenda."""
Part = tuple[str, int | None, str]
"""Place of a part, the key of its item, and its words."""


def divide(text: str, items: Items) -> list[Part]:
    """Divide the text of a draft by its headings: place, item and words of each part.

    Where headings do not follow the agenda the text stays whole: no part ends early.
    """
    opening, *sections = HEADING.split(text)
    numbers = [NUMBER.findall(each)[0] for each in sections]
    order = [number for number, _, _ in items]
    known = [number for number in order if number in numbers]
    missing = [
        number for number, _, private in items if private and number not in known
    ]
    if numbers != known or missing:
        return [("whole", None, text.strip())]
    keys = {number: key for number, key, _ in items}
    said = dict(zip(numbers, sections, strict=True))
    return [
        ("opening", None, opening.strip()),
        *(("item", keys[each], said.get(each, "").strip()) for each in order),
        ("closing", None, ""),
    ]


def plan_parts(
    texts: Sequence[str], items: Items
) -> Iterator[tuple[int, int, str, int | None, str]]:
    """Give draft, position, place, item and words of each part that a draft changed.

    Where one draft cannot be divided none is, so that positions mean the same in all.
    """
    divided = [divide(text, items) for text in texts]
    if any(len(parts) == 1 for parts in divided):
        divided = [[("whole", None, text.strip())] for text in texts]
    before: list[Part] = []
    for draft, parts in enumerate(divided, 1):
        for position, part in enumerate(parts):
            if not before or part != before[position]:
                yield draft, position, *part
        before = parts


def carry(apps: Any, schema_editor: Any) -> None:
    """Write the parts of every draft; triggers are made again after the migration."""
    drop_triggers(schema_editor.connection)
    drop_guards(schema_editor.connection)
    past = apps.get_model("governance", "HistoricalMinutes")
    part = apps.get_model("governance", "MinutesPart")
    for minutes in apps.get_model("governance", "Minutes").objects.all():
        found = minutes.meeting.items.order_by("position", "pk")
        items = [(e.number, e.pk, e.classification != "public") for e in found]
        drafts: list[Any] = []
        for row in past.objects.filter(id=minutes.pk).order_by("version"):
            if not drafts or row.text != drafts[-1].text:
                drafts.append(row)
            row.draft = len(drafts)
            row.save(update_fields=["draft"])
        drafts = drafts or [minutes]
        for draft, position, place, item, text in plan_parts(
            [each.text for each in drafts], items
        ):
            part.objects.create(
                minutes=minutes,
                draft=draft,
                position=position,
                place=place,
                item_id=item,
                text=text,
                by=drafts[draft - 1].changed_by,
                at=drafts[draft - 1].changed_at,
            )
        minutes.draft = len(drafts)
        minutes.save(update_fields=["draft"])


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0016_readings_and_told_bodies"),
    ]

    operations = [
        migrations.AddField(
            model_name="historicalminutes",
            name="draft",
            field=models.PositiveSmallIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="minutes",
            name="draft",
            field=models.PositiveSmallIntegerField(default=1, editable=False),
        ),
        migrations.CreateModel(
            name="MinutesPart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "public_id",
                    models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
                ),
                ("by", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                ("reason", models.TextField(blank=True, default="")),
                ("draft", models.PositiveSmallIntegerField()),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "place",
                    models.CharField(
                        choices=[
                            ("opening", "Before the first item"),
                            ("item", "Item"),
                            ("closing", "After the last item"),
                            ("whole", "The whole minutes"),
                        ],
                        max_length=7,
                    ),
                ),
                ("text", models.TextField(blank=True, default="")),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="minutes_parts",
                        to="governance.agendaitem",
                    ),
                ),
                (
                    "minutes",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="governance.minutes",
                    ),
                ),
            ],
            options={
                "ordering": ("position", "draft", "pk"),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("place__in", ["opening", "item", "closing", "whole"])
                        ),
                        name="minutespart_place_is_known",
                    ),
                    models.UniqueConstraint(
                        fields=("minutes", "draft", "position"),
                        name="minutespart_stands_once_in_a_draft",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("draft__gte", 1)),
                        name="minutespart_drafts_begin_at_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("item__isnull", False), ("place", "item")),
                            models.Q(
                                models.Q(("place", "item"), _negated=True),
                                ("item__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="minutespart_of_an_item_names_it",
                    ),
                ],
            },
        ),
        migrations.RunPython(carry, migrations.RunPython.noop),
    ]
