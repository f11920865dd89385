"""A group that meets in private, for tests that try every address."""

from datetime import UTC, date, datetime

from factories import governance_factory as make
from placeplan.tables import LoadedFile
from placeplan_web.governance.models import Interest, OfficeKind
from placeplan_web.governance.registers.room import GOVERNANCE_ROOM
from placeplan_web.places.models import Post
from placeplan_web.registers.import_plan import plan_import
from placeplan_web.registers.import_record import Place
from placeplan_web.registers.imports import start_import
from placeplan_web.registers.models import RegisterImport
from placeplan_web.registers.operations import save_record

SLUG = "private-group"
NOON = datetime(2019, 7, 12, 12, 0, tzinfo=UTC)
FIRST_DAY = date(2019, 4, 1)
OF_REGISTER = ("", "-csv", "-excel", "-bulk", "-import")
OF_IMPORT = ("-page", "-progress", "-confirm", "-drop")
OF_RECORD = ("record", "record-edit", "record-withdraw", "record-restore")
BY_KIND = ("groups", "seats", "checker")
INTERESTS = {"scope": "all", "register": "interests"}


def make_private_governance(owner, title):
    """Give a group in private, whose only member also monitors what is declared."""
    group = make.GroupFactory(slug=SLUG, name=title, is_public=False)
    post = Post.objects.get()
    seat = make.SeatFactory(group=group, reference="SEAT-90", title=title)
    make.SeatHoldingFactory(seat=seat, post=post, starts_on=FIRST_DAY)
    make.InstrumentFactory(
        group=group, reference="DEL-01", name=title, is_for_all_members=False
    )
    make.GroupOfficeFactory(
        group=group, post=post, kind=OfficeKind.MONITORING, starts_on=FIRST_DAY
    )
    body = make.BodyFactory(place=post.organisation)
    sheet = make.SignOffSheetFactory(reference="SGN-01")
    make.SignOffBlockFactory(sheet=sheet, position=1, body=body)
    save_record(
        by="tests",
        record=Interest(post=post),
        changes={
            "regime": "nhs",
            "kind": "indirect",
            "nature": "a cousin who works for a firm",
            "declared_on": FIRST_DAY,
        },
        at=NOON,
    )
    kind = GOVERNANCE_ROOM.kinds["interests"]
    house = GOVERNANCE_ROOM.find_scope("all")
    file = LoadedFile("interests.csv", b"reference,supplier\nINT-01,A firm\n")
    start_import(
        by=owner,
        place=Place(GOVERNANCE_ROOM, house, kind),
        file=file,
        plan=plan_import(kind, house, file),
        at=NOON,
    )
    return group


def make_governance_parts():
    """Give the parts that lead to its pages, its interest and its import."""
    started = RegisterImport.objects.get(room="governance")
    of_import = {**INTERESTS, "public_id": started.public_id}
    seat = {"slug": SLUG, "reference": "SEAT-90"}
    record = {**INTERESTS, "reference": "INT-01"}
    return {
        "governance:group": {"slug": SLUG},
        "governance:set-up": {"slug": SLUG},
        "governance:group-act": {"slug": SLUG, "act": "add-seat"},
        "governance:seat": seat,
        "governance:seat-act": {**seat, "act": "fill"},
        "governance:instrument-act": {"reference": "DEL-01", "act": "bodies"},
        **{f"governance:{name}-file": {"kind": "csv"} for name in BY_KIND},
        "governance:sign-off": {"reference": "SGN-01"},
        "governance:sign": {"reference": "SGN-01", "position": 1},
        **{f"governance:register{name}": INTERESTS for name in OF_REGISTER},
        **{f"governance:register-import{name}": of_import for name in OF_IMPORT},
        **{f"governance:{name}": record for name in OF_RECORD},
        "governance:record-add": INTERESTS,
    }
