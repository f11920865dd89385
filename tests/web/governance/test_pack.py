"""A pack is taken from a page; the public one holds nothing that is private."""

import re
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from io import BytesIO

import pikepdf
import pytest
from django.core.files.base import ContentFile

from factories import governance_factory as make
from factories.account_factory import UserFactory
from factories.meeting_factory import give_post, make_clerk, make_meeting, make_thanet
from factories.pack_factory import DOT, make_plain_upload, make_tagged_upload
from factories.page_words import say
from factories.pdf_words import read_pages, squeeze
from placeplan.governance.pdf_bookmarks import find_bookmarks
from placeplan.governance.pdf_tags import walk
from placeplan_web.audit.models import AuditEntry
from placeplan_web.registers.operations import save_record

pytestmark = pytest.mark.django_db
BEFORE = datetime(2019, 8, 5, 9, 0, tzinfo=UTC)
SECRET = "The tender of Quarrington is nine pounds"
SECRET_TITLE = "Quarrington tender"
SECRET_FILE = "quarrington-bid.pdf"
WORDS = ("Quarrington", "quarrington")
EXEMPT = {
    "classification": "exempt",
    "exempt_reason": "schedule_12a_3",
    "balance_words": "Prices are in it.",
}


def link(meeting, rest="pack/"):
    return f"/governance/meetings/{meeting.public_id}/{rest}"


def upload(paper, content, name, **more):
    return make.PaperVersionFactory(
        paper=paper,
        text="",
        file=ContentFile(content, name="paper"),
        file_name=name,
        media_type="application/pdf",
        sha256=sha256(content).hexdigest(),
        at=BEFORE,
        **more,
    )


def write(paper, text, **more):
    return make.PaperVersionFactory(
        paper=paper, text=text, at=more.pop("at", BEFORE), **more
    )


@pytest.fixture
def thanet(db):
    return make_thanet()


@pytest.fixture
def meeting(thanet):
    """Give a meeting with public papers, an exempt item and a confidential one."""
    meeting = make_meeting(thanet, "4", "5", "6", "7")
    four, five, six, seven = meeting.items.all()
    report = make.PaperFactory(item=four, title="Report on beds")
    write(report, f"# Beds\n\nBeds are full.\n\n![A dot]({DOT})\n")
    letter = make.PaperFactory(item=four, title="Scanned letter", position=2)
    upload(letter, make_plain_upload(), "letter.pdf")
    change(five, **EXEMPT, money_words=SECRET, recommendation=SECRET)
    tender = make.PaperFactory(item=five, title=SECRET_TITLE)
    upload(tender, make_tagged_upload(SECRET), SECRET_FILE)
    note = make.PaperFactory(item=six, title=f"{SECRET_TITLE}, annex", is_exempt=True)
    write(note, f"# {SECRET}\n", is_exempt=True)
    plan = make.PaperFactory(item=six, title="Bed plan", position=2)
    upload(plan, make_tagged_upload(pages=3), "plan.pdf")
    reason = {"classification": "confidential", "exempt_reason": "government_terms"}
    change(seven, **reason, law_words=SECRET)
    return meeting


def change(record, **fields):
    save_record(by="tests", record=record, changes=fields, at=BEFORE)


def read_page(client, url, **query):
    response = client.get(url, query)
    assert response.status_code == 200, say(response)
    return response.content.decode()


def list_taken(page):
    """Give the last part of the address of each file that can be taken."""
    return re.findall(r'href="[^"]*/(\w+/\w+\.(?:pdf|docx))"', page)


def take(client, url):
    response = client.get(url)
    assert response.status_code == 200, say(response)
    return response.content


def unpack(content):
    """Give all that a PDF holds: its bytes, and those of each stream, unpressed."""
    found = [content]
    with pikepdf.open(BytesIO(content)) as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Stream):
                found.append(each.read_bytes())
            found.append(repr(each).encode())
        found.append(repr(dict(pdf.docinfo)).encode())
        written = BytesIO()
        pdf.save(
            *(written,),
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
        found.append(written.getvalue())
    return b"\n".join(found)


def read_text(content):
    """Give the words of all pages, spaces left out."""
    return "".join(read_pages(content))


def list_marks(content):
    """Give the titles of the bookmarks, in order."""
    with pikepdf.open(BytesIO(content)) as pdf, pdf.open_outline() as outline:
        return [mark.title for mark in find_bookmarks(outline.root)]


def test_public_pack_carries_tags_title_language_bookmarks_and_words_for_pictures(
    client, meeting
):
    drawn = take(client, link(meeting, "pack/public.pdf"))

    with pikepdf.open(BytesIO(drawn)) as pdf:
        root = pdf.Root
        parts = list(walk(root.StructTreeRoot.K[0]))
        assert bool(root.MarkInfo.Marked) is True
        assert str(pdf.docinfo.Title) == "Thanet Wellbeing Board, 14 August 2019"
        assert str(root.Lang) == "en-GB"
        assert [str(e.Alt) for e in parts if e.S == "/Figure"] == ["A dot"]
    assert list_marks(drawn) == [
        *("Agenda", "Uploaded papers without tags", "4. Matter 4", "Report on beds"),
        *("Scanned letter", "5. Matter 5", "Paper not published", "6. Matter 6"),
        *("Paper not published", "Bed plan", "Agenda", "1. Beds in Mill"),
        *("2. Beds in Mill", "7. Matter 7"),
    ]


def test_uploaded_papers_keep_their_pages(client, meeting):
    drawn = take(client, link(meeting, "pack/public.pdf"))

    with pikepdf.open(BytesIO(drawn)) as pdf:
        sizes = [[float(each) for each in page.mediabox[2:]] for page in pdf.pages]
    assert sizes.count([842.0, 595.0]) == 1
    assert sizes.count([612.0, 792.0]) == 1
    assert squeeze("of 3 pages, which carries tags, follows") in read_text(drawn)


def test_nothing_private_is_in_the_public_pack(client, meeting):
    response = client.get(link(meeting, "pack/public.pdf"))

    held = unpack(response.content)
    name = response.headers["Content-Disposition"]
    said = read_text(response.content)
    assert [word for word in WORDS if word.encode() in held] == []
    assert [word for word in WORDS if word.encode("utf-16-be") in held] == []
    assert [word for word in WORDS if word in said] == []
    assert name == 'attachment; filename="pack-2019-08-14-public.pdf"'
    assert squeeze("Exempt: schedule 12a 3, because Prices are in it.") in said
    assert squeeze("Confidential: government terms") in said


def test_the_same_words_are_in_the_private_pack(client, meeting, thanet):
    client.force_login(make_clerk(thanet))

    drawn = take(client, link(meeting, "pack/private.pdf"))

    said = read_text(drawn)
    assert said.count(squeeze(SECRET)) >= 4
    assert SECRET_TITLE in list_marks(drawn)
    assert squeeze("Private: not for publication.") in said


def test_private_words_are_on_no_page_and_in_no_search_of_a_guest(client, meeting):
    pages = ["", "pack/", *(f"items/{number}/" for number in "4567")]
    seen = [read_page(client, link(meeting, rest)) for rest in pages]
    found = read_page(client, "/search/", q="Quarrington").replace(
        "Quarrington", "", 4
    )  # the search says what was looked for

    assert [word for word in WORDS for page in seen if word in page] == []
    assert SECRET_TITLE not in found
    assert "tender" not in found


def test_who_asks_makes_no_difference_to_the_bytes_of_the_public_pack(
    client, meeting, thanet
):
    guest = take(client, link(meeting, "pack/public.pdf"))
    client.force_login(make_clerk(thanet))

    assert take(client, link(meeting, "pack/public.pdf")) == guest


def test_public_version_of_a_paper_stays_when_a_later_one_is_exempt(client, thanet):
    meeting = make_meeting(thanet, "4")
    paper = make.PaperFactory(item=meeting.items.get(), title="Plan of works")
    write(paper, "# What everybody may read\n")
    later = BEFORE + timedelta(days=1)
    write(paper, f"# {SECRET}\n", number=2, is_exempt=True, at=later)

    public = read_text(take(client, link(meeting, "pack/public.pdf")))
    client.force_login(make_clerk(thanet))
    private = read_text(take(client, link(meeting, "pack/private.pdf")))

    assert squeeze("What everybody may read") in public
    assert "Quarrington" not in public
    assert squeeze(SECRET) in private


def test_member_with_an_interest_gets_a_pack_without_what_it_keeps_from_them(
    client, meeting, thanet
):
    user, seat = UserFactory(), thanet.seats.all()[1]
    give_post(seat, user)
    client.force_login(user)
    whole = read_text(take(client, link(meeting, "pack/private.pdf")))
    make.DeclarationFactory(
        item=meeting.items.get(number="5"),
        seat=seat,
        post=seat.holdings.get().post,
        gets_papers=False,
    )

    left = take(client, link(meeting, "pack/private.pdf"))
    hidden = squeeze(SECRET)

    assert whole.count(hidden) - read_text(left).count(hidden) == 3
    assert SECRET_FILE.encode() not in unpack(left)
    assert squeeze("you have an interest that keeps it from you") in read_text(left)
    taken = AuditEntry.objects.filter(verb="serve-pack").order_by("pk")
    assert [each.read_changes()["kept_from"] for each in taken] == [[], ["5"]]


@pytest.mark.parametrize("who", ["guest", "stranger"])
def test_private_pack_goes_to_members_alone(client, meeting, who):
    if who == "stranger":
        client.force_login(UserFactory())

    response = client.get(link(meeting, "pack/private.pdf"))

    assert response.status_code in {302, 403}
    assert not AuditEntry.objects.filter(verb="serve-pack").exists()
    page = read_page(client, link(meeting))
    assert list_taken(page) == ["pack/public.pdf"]


@pytest.mark.parametrize("private", ["group", "part"])
def test_meeting_in_private_has_no_public_pack(client, thanet, private):
    part = make.GroupPartFactory(group=thanet, kind="private")
    meeting = make_meeting(thanet, "4", part=part if private == "part" else None)
    if private == "group":
        change(thanet, is_public=False)
    paper = make.PaperFactory(item=meeting.items.get(), title=SECRET_TITLE)
    write(paper, SECRET)
    client.force_login(make_clerk(thanet))

    public = client.get(link(meeting, "pack/public.pdf"))
    page = read_page(client, link(meeting))
    drawn = read_text(take(client, link(meeting, "pack/private.pdf")))

    assert (public.status_code, public.url) == (302, link(meeting))
    assert "This meeting is in private, so it has no public pack." in page
    assert list_taken(page) == ["pack/private.pdf"]
    assert squeeze(SECRET) in drawn


def test_page_says_which_uploads_carry_no_tags_and_names_no_exempt_one(
    client, meeting, thanet
):
    secret = make.PaperFactory(
        item=meeting.items.get(number="5"), title=f"{SECRET_TITLE} scan", position=2
    )
    upload(secret, make_plain_upload(((400, 300),)), SECRET_FILE)

    guest = read_page(client, link(meeting))
    client.force_login(make_clerk(thanet))
    clerk = read_page(client, link(meeting))

    assert "4. Matter 4: Scanned letter" in guest
    assert "Bed plan" not in guest
    assert "Quarrington" not in guest
    assert f"5. Matter 5: {SECRET_TITLE} scan" in clerk


def test_pack_is_taken_from_the_meeting_and_from_my_meetings(client, meeting, thanet):
    client.force_login(make_clerk(thanet))

    assert f'href="{link(meeting)}"' in read_page(client, link(meeting, ""))
    assert f'href="{link(meeting)}"' in read_page(client, "/my-meetings/")


@pytest.mark.parametrize("which", ["public", "private"])
def test_upload_from_before_the_check_is_named_where_the_pack_cannot_be_made(
    client, thanet, which
):
    meeting = make_meeting(thanet, "4")
    paper = make.PaperFactory(item=meeting.items.get(), title="Old scan")
    upload(paper, b"no PDF at all", "old.pdf")
    client.force_login(make_clerk(thanet))

    response = client.get(link(meeting, f"pack/{which}.pdf"))

    assert response.status_code == 409
    assert "Old scan: expected a PDF, found another kind of file." in say(response)
    assert "a paper has to be put right first" in say(response)
    assert not AuditEntry.objects.filter(verb="serve-pack").exists()


def test_pack_names_files_that_it_cannot_hold_and_says_why_a_version_is_late(
    client, thanet
):
    meeting = make_meeting(thanet, "4", urgency_reason="The lease ends.")
    item = meeting.items.get()
    change(item, is_key_decision=True, value_pounds="1250000.50")
    sheet = make.PaperFactory(item=item, title="Sheet")
    make.PaperVersionFactory(
        paper=sheet,
        text="",
        file=ContentFile(b"cells", name="paper"),
        file_name="sheet.xlsx",
        media_type="application/octet-stream",
        sha256=sha256(b"cells").hexdigest(),
        at=BEFORE,
        is_supplementary=True,
        reason="Prices came late.",
    )

    said = read_text(take(client, link(meeting, "pack/public.pdf")))

    assert squeeze("a file of another kind, sheet.xlsx") in said
    assert squeeze("Supplementary. Version 1, published 5 August 2019") in said
    assert squeeze("Prices came late.") in said
    assert squeeze("Taken at short notice, because: The lease ends.") in said
    assert squeeze("Key decision Yes") in said
    assert squeeze("Value £1,250,000.50") in said


def test_pack_of_a_past_day_says_what_is_of_that_day_and_what_of_today(client, thanet):
    meeting = make_meeting(thanet, "4")
    words = "The papers are those published until 8 August 2019."

    page = client.get(link(meeting), {"as_at": "2019-08-08"}).content.decode()
    past = take(client, link(meeting, "pack/public.pdf?as_at=2019-08-08"))
    now = take(client, link(meeting, "pack/public.pdf"))

    assert words in page
    drawn = [squeeze(words) in read_text(each) for each in (past, now)]
    assert drawn == [True, False]
