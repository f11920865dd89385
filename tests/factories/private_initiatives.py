"""A private draft, with which every address of initiatives is tried."""

from uuid import uuid4

from django.utils import timezone

from placeplan_web.initiatives.models import Draft, Initiative, PlanVersion
from placeplan_web.initiatives.operations.workbook import ROOM, WORKBOOK
from placeplan_web.registers.models import ImportState, RegisterImport
from placeplan_web.registers.operations import save_record

OF_DRAFT = ("draft", "make-version", "workbook", "workbook-send")
OF_WORKBOOK = ("workbook-sent", "workbook-confirm", "workbook-drop")
OF_REGISTER = ("", "-csv", "-excel", "-bulk", "-import")
OF_IMPORT = ("import-page", "import-progress", "import-confirm", "import-drop")
OF_RECORD = ("", "-edit", "-withdraw", "-restore")


def make_private_initiatives(dataset, owner):
    """Give a draft with an initiative, a version and a workbook that waits."""
    now = timezone.now()
    draft = Draft.objects.create(
        slug="private",
        name=dataset.title,
        dataset=dataset,
        owner=owner,
        organisation=owner.organisation,
        opened_at=now,
    )
    fields = {
        "slug": "local-care",
        "name": dataset.title,
        "theme": "care",
        "heading": "efficiency",
        "owner": "Lead",
        "source": "made-up",
        "status": "illustrative",
    }
    save_record(by="command", record=Initiative(draft=draft), changes=fields, at=now)
    PlanVersion.objects.create(
        draft=draft, dataset=dataset, came_from=dataset, by="command", at=now
    )
    for register in (WORKBOOK, "initiatives"):
        RegisterImport.objects.create(
            room=ROOM,
            scope=draft.slug,
            register=register,
            owner=owner,
            file_name="initiatives.xlsx",
            content=b"",
            digest="0" * 64,
            state=ImportState.DROPPED,
            added_at=now,
            ended_at=now,
        )
    return draft


def make_initiative_parts():
    """Give, for each address of initiatives, the parts that lead to the draft."""
    of_draft = {"slug": "private"}
    of_register = {"scope": "private", "register": "initiatives"}
    sent = {
        row.register: row.public_id for row in RegisterImport.objects.filter(room=ROOM)
    }
    version = PlanVersion.objects.first()
    of_version = {**of_draft, "public_id": version.public_id if version else uuid4()}
    of_workbook = {**of_draft, "public_id": sent.get(WORKBOOK, uuid4())}
    of_import = {**of_register, "public_id": sent.get("initiatives", uuid4())}
    of_record = {**of_register, "reference": "INI-01"}
    return {
        **{f"initiatives:{name}": of_draft for name in OF_DRAFT},
        **{f"initiatives:{name}": of_workbook for name in OF_WORKBOOK},
        **{f"initiatives:register{name}": of_register for name in OF_REGISTER},
        **{f"initiatives:register-{name}": of_import for name in OF_IMPORT},
        **{f"initiatives:record{name}": of_record for name in OF_RECORD},
        "initiatives:record-add": of_register,
        "initiatives:version": of_version,
        "initiatives:part": {**of_draft, "reference": "INI-01", "part": "effects"},
    }
