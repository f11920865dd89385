"""The pack as one PDF: numbered, bookmarked, tagged, uploaded papers in their place."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final, Literal
from unicodedata import category

import typst
from pikepdf import Dictionary, Name, OutlineItem, Page, Pdf, Rectangle
from pikepdf import open as read_pdf

from placeplan.errors import Fault, InputError
from placeplan.governance.pack import Pack, PackItem, PackPaper
from placeplan.governance.pack_template import TEMPLATE
from placeplan.governance.paper_text import (
    check_pictures,
    find_picture,
    list_pictures,
    read_blocks,
)
from placeplan.governance.pdf_bookmarks import (
    find_bookmarks,
    find_page,
    read_bookmarks,
)
from placeplan.governance.pdf_tags import join_tags
from placeplan.governance.uploaded_pdf import UploadedPdf, check_upload

STANDARD: Final[Literal["ua-1"]] = "ua-1"
FOOT: Final = Name("/PlaceplanFoot")
CLAIM: Final = b"<pdfuaid:part>1</pdfuaid:part>"
"""By which a file says in its metadata that it keeps to PDF/UA."""


@dataclass(frozen=True, slots=True)
class PackFile:
    """A pack that was drawn.

    Parameters
    ----------
    content : bytes
        The PDF.
    pages : int
        How many pages it has.
    untagged : tuple of str
        Uploaded papers that carry no tags.
    keeps_standard : bool
        Whether every page keeps to PDF/UA, as the file then says of itself.
    """

    content: bytes
    pages: int
    untagged: tuple[str, ...]
    keeps_standard: bool


@dataclass(frozen=True, slots=True)
class _Upload:
    paper: PackPaper
    looks: UploadedPdf


def draw_pack(pack: Pack) -> PackFile:
    """Draw a pack; the same pack gives the same bytes.

    Parameters
    ----------
    pack : Pack
        The pack. For the public, ask ``make_public`` first: what is withheld in a
        pack that is not private is never drawn, and is refused here.

    Returns
    -------
    PackFile
        Its PDF keeps to PDF/UA-1 unless an uploaded paper does not.

    Raises
    ------
    InputError
        When an uploaded paper may not stand in a pack, when a picture has no words, or
        when a public pack still holds what is withheld.
    """
    faults = list(_find_faults(pack))
    uploads = []
    for paper in _list_papers(pack):
        if paper.pdf:
            try:
                uploads.append(_Upload(paper, check_upload(paper.title, paper.pdf)))
            except InputError as error:
                faults += error.faults
    if faults:
        raise InputError(faults)
    words = _write(pack, iter(uploads))
    drawn, keeps = _compile(json.dumps(_clean(words)))
    return _finish(drawn, uploads, words["untagged"], keeps_standard=keeps)


def _compile(words: str) -> tuple[bytes, bool]:
    """Draw to PDF/UA, or without its promise where no font has a letter of the text."""
    last: typst.TypstError
    for standard in (STANDARD, None):
        try:
            drawn = typst.compile(
                TEMPLATE.encode(),
                format="pdf",
                pdf_standards=standard,
                ignore_system_fonts=True,
                sys_inputs={"pack": words},
            )
        except typst.TypstError as error:
            last = error
        else:
            return drawn, standard is not None
    remedy = "Look at the pictures in the papers: one of them may be broken."
    raise InputError([Fault("pack", "", "pages that can be drawn", str(last), remedy)])


def _clean(words: Any) -> Any:
    """Leave out letters that print nothing and that no text may hold."""
    if isinstance(words, dict):
        return {key: _clean(each) for key, each in words.items()}
    if isinstance(words, list | tuple):
        return [_clean(each) for each in words]
    if isinstance(words, str):
        return "".join(each for each in words if not _is_stray(each))
    return words


def _is_stray(letter: str) -> bool:
    return letter not in "\n\t" and category(letter) in {"Cc", "Cs"}


def _list_papers(pack: Pack) -> Iterator[PackPaper]:
    for item in pack.items:
        yield from item.papers


def _find_faults(pack: Pack) -> Iterator[Fault]:
    for paper in _list_papers(pack):
        if not pack.is_private and paper.withheld and (paper.text or paper.pdf):
            yield Fault(
                *("pack", "a withheld paper", "its reason alone", "its text"),
                "Make the public pack with make_public.",
            )
        yield from check_pictures(paper.title, paper.text)


def _write(pack: Pack, uploads: Iterator[_Upload]) -> dict[str, Any]:
    untagged: list[str] = []
    items = [_write_item(item, uploads, untagged) for item in pack.items]
    return {
        "title": pack.title,
        "group": pack.group,
        "day": pack.day,
        "place": pack.place,
        "private": pack.is_private,
        "notes": list(pack.notes),
        "untagged": untagged,
        "items": items,
    }


def _write_item(
    item: PackItem, uploads: Iterator[_Upload], untagged: list[str]
) -> dict[str, Any]:
    papers = []
    for paper in item.papers:
        looks = next(uploads).looks if paper.pdf else None
        if looks and not looks.is_tagged:
            untagged.append(f"{item.number}. {item.title}: {paper.title}")
        papers.append(_write_paper(paper, looks))
    return {
        "number": item.number,
        "title": item.title,
        "section": item.section,
        "purpose": item.purpose,
        "presenter": item.presenter,
        "minutes": str(item.minutes or ""),
        "withheld": item.withheld.say() if item.withheld else "",
        "front": [list(line) for line in item.front],
        "papers": papers,
    }


def _write_paper(paper: PackPaper, looks: UploadedPdf | None) -> dict[str, Any]:
    blocks = read_blocks(paper.text)
    for picture in list_pictures(blocks):
        held = find_picture(picture.pop("address"))
        if held:
            picture["held"] = list(held)
    sizes = looks.sizes if looks else ()
    noun = "page" if len(sizes) == 1 else "pages"
    tags = "carries tags" if looks and looks.is_tagged else "carries no tags"
    return {
        "title": paper.title,
        "label": paper.label,
        "withheld": paper.withheld.say() if paper.withheld else "",
        "shown": bool(paper.text or paper.pdf),
        "blocks": blocks,
        "sizes": sizes,
        "upload": f"An uploaded file of {len(sizes)} {noun}, which {tags}, follows.",
    }


def _finish(
    drawn: bytes, uploads: list[_Upload], untagged: list[str], *, keeps_standard: bool
) -> PackFile:
    keeps = keeps_standard and all(each.looks.claims_standard for each in uploads)
    with read_pdf(BytesIO(drawn)) as pdf:
        if uploads:
            _put_in(pdf, uploads)
        if not keeps:
            said = bytes(pdf.Root.Metadata.get_stream_buffer()).replace(CLAIM, b"")
            pdf.Root.Metadata.write(said)
        written = BytesIO()
        pdf.save(written, deterministic_id=True)
        return PackFile(written.getvalue(), len(pdf.pages), tuple(untagged), keeps)


def _put_in(pdf: Pdf, uploads: list[_Upload]) -> None:
    """Put the pages of each upload where the template left pages for them."""
    marks = {}
    for number, (before, upload) in enumerate(
        zip(_find_gaps(pdf, uploads), uploads, strict=True)
    ):
        with read_pdf(BytesIO(upload.paper.pdf)) as source:
            pages = len(source.pages)
            _replace_pages(pdf, source, before)
            if upload.looks.is_tagged:
                join_tags(pdf, source, number=number, before=before, pages=pages)
            marks[before] = read_bookmarks(source, before)
    _join_bookmarks(pdf, marks)


def _find_gaps(pdf: Pdf, uploads: list[_Upload]) -> Iterator[int]:
    """Find the first of the pages left for each upload: they alone hold no element."""
    empty = [at for at, page in enumerate(pdf.pages) if "/StructParents" not in page]
    start = 0
    for upload in uploads:
        yield empty[start]
        start += len(upload.looks.sizes)


def _replace_pages(pdf: Pdf, source: Pdf, before: int) -> None:
    count = len(source.pages)
    total = len(pdf.pages)
    pdf.add_pages_from(source)
    for offset in range(count):
        mine = Page(pdf.pages[before + offset].obj)
        theirs = pdf.pages[total]
        _number(theirs, mine)
        del pdf.pages[total]  # put back as the same object, to which tags lead
        pdf.pages.insert(before + offset, theirs)
        del pdf.pages[before + offset + 1]


def _number(page: Page, numbered: Page) -> None:
    """Lay the foot of the page that was left over a page; its name is always one.

    Pages of a file may share their resources, so each gets its own before.
    """
    shared = page.obj.get("/Resources", Dictionary())
    page.obj.Resources = Dictionary(dict(shared.items()))
    if "/XObject" in shared:
        page.obj.Resources.XObject = Dictionary(dict(shared.XObject.items()))
    name = page.add_resource(
        numbered.as_form_xobject(), Name.XObject, name=FOOT, replace_existing=True
    )
    box = Rectangle(page.trimbox)
    placed = page.calc_form_xobject_placement(
        *(page.obj.Resources.XObject[name], name, box),
        invert_transformations=True,
        allow_shrink=True,
        allow_expand=True,
    )
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(b"\nQ\n" + placed)


def _join_bookmarks(pdf: Pdf, marks: dict[int, list[OutlineItem]]) -> None:
    places = {page.obj.objgen: at for at, page in enumerate(pdf.pages)}
    with pdf.open_outline() as outline:
        for mark in list(find_bookmarks(outline.root)):
            page = find_page(mark, pdf, places)
            if page is not None and page + 1 in marks:
                mark.children.extend(marks.pop(page + 1))
