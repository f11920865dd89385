"""A programme that is not open, of which its owner's post has the lead."""

from datetime import UTC, date, datetime

from factories.programme_factory import ProgrammeFactory
from placeplan.tables import LoadedFile
from placeplan_web.places.models import Post
from placeplan_web.programme.models import (
    Benefit,
    CalendarFeed,
    ProgrammeRole,
    Risk,
    RoleKind,
)
from placeplan_web.programme.operations.reminder import digest_token
from placeplan_web.programme.registers.room import PROGRAMME_ROOM
from placeplan_web.registers.import_plan import plan_import
from placeplan_web.registers.import_record import Place
from placeplan_web.registers.imports import start_import
from placeplan_web.registers.models import RegisterImport
from placeplan_web.registers.operations import save_record

NOON = datetime(2019, 7, 12, 12, 0, tzinfo=UTC)
SLUG = "private"
CALENDAR = "the-word-of-a-calendar"
OF_REGISTER = ("", "-csv", "-excel", "-bulk", "-import")
OF_IMPORT = ("-page", "-progress", "-confirm", "-drop")
PAGES = ("programme", "timeline", "at-stake", "at-stake-svg", "heat-map", "highlight")
BY_KIND, BY_FILE = ("timeline", "at-stake"), ("heat-map", "highlight")
OF_RECORD = ("record", "record-edit", "record-withdraw", "record-restore")


def make_private_programme(owner, title):
    """Give a programme with a risk, and a file of risks that waits for its owner."""
    programme = ProgrammeFactory(slug=SLUG, name=title)
    ProgrammeRole.objects.create(
        programme=programme,
        post=Post.objects.get(),
        role=RoleKind.LEAD,
        starts_on=date(2019, 4, 1),
    )
    save_record(
        by="tests", record=Risk(programme=programme), changes={"title": title}, at=NOON
    )
    benefit = save_record(
        by="tests",
        record=Benefit(programme=programme),
        changes={"title": title, "unit": "percent"},
        at=NOON,
    )
    benefit.profile.create(on=date(2020, 4, 1), value=20)
    CalendarFeed.objects.create(user=owner, digest=digest_token(CALENDAR), made_at=NOON)
    kind = PROGRAMME_ROOM.kinds["risks"]
    file = LoadedFile("risks.csv", f"reference,title\n,{title}\n".encode())
    start_import(
        by=owner,
        place=Place(PROGRAMME_ROOM, programme, kind),
        file=file,
        plan=plan_import(kind, programme, file),
        at=NOON,
    )
    return programme


def make_programme_parts():
    """Give the parts that lead to its pages, its risks, its risk and its import."""
    register = {"scope": SLUG, "register": "risks"}
    record = {**register, "reference": "RSK-01"}
    started = {
        **register,
        "public_id": RegisterImport.objects.get(room="programme").public_id,
    }
    of_page = {"slug": SLUG}
    return {
        **{f"programme:{name}": of_page for name in PAGES},
        **{f"programme:{name}-file": {**of_page, "kind": "csv"} for name in BY_KIND},
        **{f"programme:{name}-file": {**of_page, "file": "csv"} for name in BY_FILE},
        "programme:risk-history": {**of_page, "reference": "RSK-01"},
        "programme:risk-history-file": {
            **of_page,
            "reference": "RSK-01",
            "file": "csv",
        },
        "programme:calendar": {"token": CALENDAR},
        "programme:benefit-svg": {**of_page, "reference": "BEN-01"},
        "programme:benefit-file": {**of_page, "reference": "BEN-01", "kind": "csv"},
        "programme:act": {**record, "act": "score"},
        **{f"programme:register{name}": register for name in OF_REGISTER},
        **{f"programme:register-import{name}": started for name in OF_IMPORT},
        **{f"programme:{name}": record for name in OF_RECORD},
        "programme:record-add": register,
    }
