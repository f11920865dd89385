"""Load the governance of a plan folder: all of it, or nothing."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.utils import timezone

from placeplan.evidence import ChapterFolder
from placeplan.governance.folder import read_governance
from placeplan_web.governance import models
from placeplan_web.governance.operations import folder_record as make
from placeplan_web.places.folder import load_once
from placeplan_web.places.models import Place
from placeplan_web.programme.models import ControlledDocument
from placeplan_web.programme.operations.load import Writer

LOAD_LOCK = 7_052_630_042  # any number that nothing else locks on
Found = dict[Any, Any]


def load_governance(
    *, folder: Path, by: UUID | str, at: datetime | None = None
) -> models.GovernanceLoad:
    """Make the records say what the folder's governance says, and note it.

    Places and programme are loaded before. What somebody has changed here since stays
    as they left it; nothing is withdrawn because a folder no longer has it. When the
    files are the same as at the last load, nothing is written.

    Raises
    ------
    placeplan.errors.InputError
        Everything that is wrong with the tables; the records stay as they were.
    """
    files = read_governance(folder)
    moment = at or timezone.now()

    def write(fingerprint: str) -> tuple[models.GovernanceLoad, Mapping[str, int]]:
        counts = _Load(files, Writer(str(by), moment)).write_all()
        load = models.GovernanceLoad.objects.create(
            fingerprint=fingerprint,
            loaded_at=moment,
            kept=make.keep_tables(files.tables),
        )
        return load, counts

    return load_once(
        by=by,
        kind="governance.folder",
        lock=LOAD_LOCK,
        hashes=files.hashes,
        find_load=models.GovernanceLoad.objects.first,
        write=write,
    )


class _Load:
    """One loading: rows of the folder, and the records that they became so far."""

    def __init__(self, files: ChapterFolder, writer: Writer) -> None:
        self.files, self.writer = files, writer
        self.dated = {source.id: source.dated for source in files.sources}
        self.bodies: Found = {}
        self.groups: Found = {}
        self.meetings: Found = {}
        self.items: Found = {}

    def write_all(self) -> Mapping[str, int]:
        """Write every table, those that others refer to first, and count."""
        steps: Mapping[str, Callable[[], int]] = {
            "bodies": self.write_bodies,
            "groups": self.write_groups,
            "group_names": self.write_names,
            "group_links": self.write_links,
            "seats": self.write_seats,
            "delegations": self.write_delegations,
            "meetings": self.write_meetings,
            "agenda_items": self.write_items,
            "actions": self.write_actions,
            "sign_offs": self.write_sign_offs,
        }
        return {table: step() for table, step in steps.items()}

    def list_rows(self, table: str) -> Sequence[Mapping[str, Any]]:
        return self.files.tables[table].rows(named=True)

    def write_bodies(self) -> int:
        slugs = {row["place"] for row in self.list_rows("bodies")}
        places = {each.slug: each for each in Place.objects.filter(slug__in=slugs)}
        for row in self.list_rows("bodies"):
            fields = make.make_body(row, places.get(row["place"]))
            self.bodies[row["id"]] = self._save(models.Body, row["id"], fields)
        return len(self.bodies)

    def write_groups(self) -> int:
        streams: dict[str, list[str]] = {}
        for row in self.list_rows("group_workstreams"):
            streams.setdefault(row["group"], []).append(row["name"])
        offices: dict[str, list[str]] = {}
        for row in self.list_rows("seats"):
            if row["seats"] == 0:
                words = f"{row['attends']}: {row['name']}"
                offices.setdefault(row["group"], []).append(words)
        rows = self.list_rows("groups")
        for row in sorted(rows, key=lambda each: each["part_of"] is not None):
            body, own = self.bodies.get(row["body"]), row["id"]
            fields = make.make_group(
                row, body, streams.get(own, []), offices.get(own, [])
            )
            fields["part_of"] = self.groups.get(row["part_of"])
            group = self._save(models.Group, row["id"], fields)
            self.groups[row["id"]] = group
            self._write_terms(row, group)
        return len(self.groups)

    def write_names(self) -> int:
        for row in self.list_rows("group_names"):
            models.GroupAlias.objects.get_or_create(
                group=self.groups[row["group"]],
                name=row["name"],
                defaults={"kind": row["kind"], **make.cite(row)},
            )
        return models.GroupAlias.objects.count()

    def write_links(self) -> int:
        for row in self.list_rows("group_links"):
            other = self.groups.get(row["to"])
            models.GroupLink.objects.get_or_create(
                group=self.groups[row["group"]],
                other=other,
                other_words="" if other else row["to"],
                kind=row["link"],
                defaults=make.cite(row),
            )
        return models.GroupLink.objects.count()

    def write_seats(self) -> int:
        """Write seats; their bodies are members, unless others are said to delegate.

        Of a group that has delegated powers, whoever delegates belongs to it: others at
        its table take part in no decision.
        """
        written = 0
        delegated = {row["group"] for row in self.list_rows("delegations")}
        for row in self.list_rows("seats"):
            group, body = self.groups[row["group"]], self.bodies.get(row["body"])
            if body is not None and row["group"] not in delegated:
                models.GroupMember.objects.get_or_create(
                    group=group, kind=body.kind, body=body, defaults=make.cite(row)
                )
            for reference, fields in make.list_seats(row, body).items():
                self._save(models.Seat, reference, fields, group=group)
                written += 1
        return written

    def write_delegations(self) -> int:
        taken: dict[str, int] = {}
        for each in make.gather_delegations(self.list_rows("delegations")):
            group = self.groups[each.first["group"]]
            taken[each.reference] = taken.get(each.reference, 0) + 1
            number = taken[each.reference]
            reference = each.reference if number == 1 else f"{each.reference}-{number}"
            fields = {**each.make_fields(group.name), "group": group}
            instrument = self._save(models.Instrument, reference, fields)
            for name in each.bodies:
                body, cited = self.bodies[name], make.cite(each.first)
                models.GroupMember.objects.get_or_create(
                    group=group, kind=body.kind, body=body, defaults=cited
                )
                models.DelegatingBody.objects.get_or_create(
                    instrument=instrument, body=body, defaults=cited
                )
        return sum(taken.values())

    def write_meetings(self) -> int:
        for row in self.list_rows("meetings"):
            fields = {**make.make_meeting(row), "group": self.groups[row["group"]]}
            self.meetings[row["id"]] = self._save(models.Meeting, row["id"], fields)
        for row in self.list_rows("meetings"):
            if row["next_on"]:
                self._write_next(row)
        return len(self.meetings)

    def write_items(self) -> int:
        for position, row in enumerate(self.list_rows("agenda_items"), start=1):
            meeting = self.meetings[row["meeting"]]
            fields = make.make_item(row, position)
            reference = f"ITEM-{row['number'].upper()}"
            item = self._save(models.AgendaItem, reference, fields, meeting=meeting)
            self.items[row["meeting"], row["number"]] = item
        return len(self.items)

    def write_actions(self) -> int:
        rows = self.list_rows("actions")
        for row in rows:
            meeting = self.meetings[row["meeting"]]
            fields = {
                **make.make_action(row, meeting.held_on),
                "group": meeting.group,
                "item": self.items.get((row["meeting"], row["item"])),
            }
            self._save(models.Action, row["id"], fields)
        return len(rows)

    def write_sign_offs(self) -> int:
        first: Found = {}
        rows = sorted(self.list_rows("sign_offs"), key=lambda row: row["number"])
        for row in rows:
            sheet = self._write_sheet(row)
            kept = first.get((sheet.pk, row["body"]))
            block, _ = models.SignOffBlock.objects.get_or_create(
                sheet=sheet,
                position=row["number"],
                defaults={
                    "body": self.bodies[row["body"]],
                    "as_printed": row["printed"],
                    "duplicate_of": kept,
                    **make.cite(row),
                },
            )
            first.setdefault((sheet.pk, row["body"]), block)
        return len(rows)

    def _write_terms(self, row: Mapping[str, Any], group: models.Group) -> None:
        first = self.dated.get(row["source"], date(2016, 1, 1))
        fields = make.make_terms(row, group.body, first)
        self._save(models.TermsOfReference, "TOR-01", fields, group=group)

    def _write_next(self, row: Mapping[str, Any]) -> None:
        """Plan the meeting that a paper announces, unless it is there by itself."""
        group, day = self.groups[row["group"]], row["next_on"]
        if models.Meeting.objects.filter(group=group, held_on=day).exists():
            return
        fields = {**make.cite(row), "group": group, "held_on": day}
        reference = row["id"].replace(str(row["meets_on"]), str(day))
        self._save(models.Meeting, reference, fields)

    def _write_sheet(self, row: Mapping[str, Any]) -> Any:
        papers = {each["id"]: each["name"] for each in self.list_rows("papers")}
        rules = {each["id"]: each["words"] for each in self.list_rows("decision_rules")}
        document = ControlledDocument.objects.filter(reference=row["paper"]).first()
        fields = {
            **make.cite(row),
            "title": papers[row["paper"]],
            "document": document,
            "meaning": make.spell_rules(row["meaning"], rules),
        }
        return self._save(models.SignOffSheet, f"SGN-{row['paper']}", fields)

    def _save(self, model: Any, identifier: str, fields: Any, **within: Any) -> Any:
        """Write a record by its reference: new, changed, or left as people have it."""
        ends = {"reference": make.make_reference(identifier), **within}
        kept = model.objects.filter(**ends).first()
        return self.writer.write(kept, model(**ends), fields)
