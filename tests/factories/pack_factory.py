"""Packs and uploaded files, for tests."""

from io import BytesIO

import pikepdf

from placeplan.governance.pack import Pack, PackItem, PackPaper, Withholding
from placeplan.governance.pack_pdf import draw_pack

DOT = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
    "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
EXEMPT = Withholding("exempt", "paragraph 3", "it prices a contract")
SECRET = "The tender of Mill is nine pounds"
SECRET_TITLE = "Tender of the Mill works"
SENTENCES = "Beds are counted at midnight in each of the hospitals. " * 120


def make_tagged_upload(words="Beds in Mill", pages=1):
    """Give a PDF with tags, as another program would make it."""
    items = tuple(PackItem(str(at), words) for at in range(1, pages))
    return draw_pack(Pack(words, "Uploaded group", "1 May 2019", items=items)).content


def make_plain_upload(sizes=((842, 595), (612, 792))):
    """Give a PDF of blank pages, without tags; its pages share what they draw with."""
    with pikepdf.new() as pdf:
        shared = pdf.make_indirect(pikepdf.Dictionary())
        for size in sizes:
            pdf.add_blank_page(page_size=size)
            pdf.pages[-1].obj.Resources = shared
        written = BytesIO()
        pdf.save(written, deterministic_id=True)
        return written.getvalue()


def make_upload(change):
    """Give a PDF of one blank page after a change of its making."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        change(pdf)
        written = BytesIO()
        pdf.save(written)
        return written.getvalue()


def make_pack():
    """Give a private pack: two items in public, one exempt."""
    report = PackPaper(
        "Report on beds", "Version 1", f"# Beds\n\n![A dot]({DOT})\n\n{SENTENCES}"
    )
    tagged = PackPaper("Bed plan", pdf=make_tagged_upload(pages=3))
    plain = PackPaper("Scanned letter", pdf=make_plain_upload())
    secret = PackPaper(SECRET_TITLE, SECRET, f"# {SECRET}\n", withheld=EXEMPT)
    return Pack(
        "Joint committee, 14 August 2019",
        *("Joint committee", "14 August 2019", "Town hall"),
        items=(
            PackItem(
                "4", "Beds", purpose="To note", minutes=20, papers=(report, plain)
            ),
            PackItem(
                *("5", "Award of a contract"),
                front=(("Money", SECRET),),
                papers=(secret,),
                withheld=EXEMPT,
            ),
            PackItem("6", "Plan", front=(("Law", "None"),), papers=(tagged,)),
        ),
    )


def make_large_pack(papers=30, words=560):
    """Give a pack of a hundred pages: thirty papers, every third of them uploaded."""
    upload = make_tagged_upload(pages=3)
    text = "# Findings\n\n" + "Beds are counted at midnight. " * words
    text += "\n\n| Site | Beds |\n|---|---|\n" + "| Mill | 9 |\n" * 60
    text += f"\n![A dot]({DOT})\n"
    items = tuple(
        PackItem(
            str(at),
            f"Item {at}",
            papers=(
                PackPaper(f"Paper {at}", text="" if at % 3 == 0 else text)
                if at % 3
                else PackPaper(f"Paper {at}", pdf=upload),
            ),
        )
        for at in range(1, papers + 1)
    )
    return Pack("A large pack", "Joint committee", "14 August 2019", items=items)
