"""A meeting as a pack: its agenda, its front sheets and the newest of each paper."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Final

from django.core.cache import caches
from django.db.models import Prefetch
from django.utils import timezone

from placeplan.errors import InputError
from placeplan.governance.pack import Pack, PackItem, PackPaper, Withholding
from placeplan.governance.uploaded_pdf import check_upload
from placeplan_web.design.words import write_day, write_moment
from placeplan_web.governance.models import (
    AgendaItem,
    Declaration,
    Meeting,
    Paper,
    PaperVersion,
)
from placeplan_web.governance.queries.exempt_reason import list_reasons_of
from placeplan_web.governance.queries.paper_access import (
    PUBLIC,
    Reader,
    is_kept_private,
    may_be_served,
)
from placeplan_web.governance.queries.privacy import meets_in_public

PDF: Final = "application/pdf"
FRONT: Final = (
    ("Why it is urgent", "urgency_reason"),
    ("Recommendation", "recommendation"),
    ("Wards", "wards"),
    ("Money", "money_words"),
    ("Law", "law_words"),
    ("Risk", "risk_words"),
    ("Equality", "equality_words"),
    ("Who was consulted", "consultees"),
    ("Background papers", "background_papers"),
)
"""Lines of the front sheet, and the fields of an item that hold them."""
OTHER_FILE: Final = (
    "This paper is a file of another kind, `{name}`, which a PDF cannot hold. "
    "It stands beside the pack on the page of the meeting."
)
IN_PRIVATE: Final = Withholding("private", "this meeting is not open to the public", "")
BY_ITSELF: Final = Withholding("exempt", "this paper is kept private", "")


def list_pack_items(meeting: Meeting) -> list[AgendaItem]:
    """Give the items of a meeting with all that a pack asks of them. Five queries."""
    papers = Paper.objects.filter(withdrawn_at=None)
    versions = PaperVersion.objects.order_by("number")
    declared = Declaration.objects.select_related("interest")
    items = meeting.items.filter(withdrawn_at=None).select_related("presenter_post")
    return list(
        items.select_related("meeting__group", "meeting__part").prefetch_related(
            Prefetch("papers", papers),
            Prefetch("papers__versions", versions),
            Prefetch("declarations", declared),
            "body_links__body",
        )
    )


def read_pack(
    meeting: Meeting, items: Sequence[AgendaItem], day: date, reader: Reader = PUBLIC
) -> Pack:
    """Read the private pack of a meeting, with what was published until a day.

    Of each paper it takes the newest version that the reader is served; where there is
    none, the newest, which is then to be left out.
    """
    when = write_day(meeting.held_on)
    notes = []
    if meeting.urgency_reason:
        notes.append(f"Taken at short notice, because: {meeting.urgency_reason}")
    if day < timezone.localdate():
        notes.append(say_past_day(day))
    return Pack(
        title=f"{meeting.group.name}, {when}",
        group=meeting.group.name,
        day=_write_hours(meeting),
        place=meeting.place_words,
        items=tuple(_read_item(each, day, reader) for each in items),
        notes=tuple(notes),
    )


def say_past_day(day: date) -> str:
    """Say what a pack takes from a past day, and what from today."""
    until = write_day(day)
    return (
        f"The papers are those published until {until}. The agenda and what is private "
        "are as they stand today."
    )


def fingerprint(pack: Pack) -> str:
    """Give what is the same for the same pack alone, its files by their hashes."""
    items = [
        replace(
            item,
            papers=tuple(
                replace(paper, pdf=sha256(paper.pdf).digest()) for paper in item.papers
            ),
        )
        for item in pack.items
    ]
    return sha256(repr(replace(pack, items=tuple(items))).encode()).hexdigest()


def list_untagged(items: Sequence[AgendaItem], day: date, reader: Reader) -> list[str]:
    """Give the uploaded PDFs without tags among the papers that a reader is served."""
    return [
        f"{item.number}. {item.title}: {paper.title}"
        for item in items
        for paper, version in _list_newest(item, day, reader)
        if version.media_type == PDF
        and may_be_served(reader, paper, version)
        and not _carries_tags(version)
    ]


def _write_hours(meeting: Meeting) -> str:
    day = write_day(meeting.held_on)
    if meeting.starts_at is None:
        return day
    return write_moment(meeting.starts_at)


def find_withholding(item: AgendaItem) -> Withholding | None:
    """Find why an item is kept from the public; None when it is not."""
    if not item.is_private:
        return None if meets_in_public(item.meeting) else IN_PRIVATE
    because = item.balance_words.strip().rstrip(".") or _find_words(item)
    cites = item.exempt_reason.replace("_", " ")
    return Withholding(item.classification, cites, because)


def _find_words(item: AgendaItem) -> str:
    for reason in list_reasons_of(item.meeting.held_on):
        if reason.reason == item.exempt_reason:
            return reason.words.strip().rstrip(".")
    return ""


def _read_item(item: AgendaItem, day: date, reader: Reader) -> PackItem:
    front = [(about, getattr(item, field)) for about, field in FRONT]
    if item.is_key_decision:
        front.insert(0, ("Key decision", "Yes"))
    if item.value_pounds is not None:
        front.append(("Value", f"£{item.value_pounds:,.2f}"))
    return PackItem(
        number=item.number,
        title=item.title,
        section=item.section,
        purpose=item.get_purpose_display(),
        presenter=str(item.presenter_post or item.presenter_words),
        minutes=item.minutes_planned,
        front=tuple((about, words) for about, words in front if words),
        papers=tuple(
            _read_paper(*each, item) for each in _list_newest(item, day, reader)
        ),
        withheld=find_withholding(item),
    )


def _list_newest(
    item: AgendaItem, day: date, reader: Reader
) -> Iterator[tuple[Paper, PaperVersion]]:
    """Give each paper with the newest version that was published until a day."""
    for paper in item.papers.all():
        paper.item = item  # read with its meeting and group already
        published = [
            each
            for each in paper.versions.all()
            if timezone.localdate(each.published_at) <= day
        ]
        if published:
            served = [e for e in published if may_be_served(reader, paper, e)]
            yield paper, (served or published)[-1]


def _read_file(version: PaperVersion) -> bytes:
    with version.file.open("rb") as stored:
        content: bytes = stored.read()
    return content


def _carries_tags(version: PaperVersion) -> bool:
    """Tell whether an uploaded PDF carries tags; its bytes are looked at once."""
    key = f"tags-{version.sha256}"
    tagged: bool | None = caches["memory"].get(key)
    if tagged is None:
        try:
            tagged = check_upload(version.file_name, _read_file(version)).is_tagged
        except InputError:  # from before uploads were checked
            tagged = False
        caches["memory"].set(key, tagged, None)
    return tagged


def _read_paper(paper: Paper, version: PaperVersion, item: AgendaItem) -> PackPaper:
    late = "Supplementary. " if version.is_supplementary else ""
    when = write_moment(version.published_at)
    why = f" {version.reason}" if version.is_supplementary else ""
    held = None
    if is_kept_private(paper, version):
        held = find_withholding(item) or BY_ITSELF
    text, pdf = version.text, b""
    if version.media_type == PDF:
        pdf = _read_file(version)
    elif version.file:
        text = OTHER_FILE.format(name=version.file_name.replace("`", ""))
    return PackPaper(
        title=paper.title,
        label=f"{late}Version {version.number}, published {when}.{why}",
        text=text,
        pdf=pdf,
        withheld=held,
    )
