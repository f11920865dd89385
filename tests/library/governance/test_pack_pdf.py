"""A pack is one PDF that anybody can read, and the public one holds no secret."""

from dataclasses import replace
from io import BytesIO
from time import perf_counter

import pikepdf
import pytest

from factories.pack_factory import (
    SECRET,
    SECRET_TITLE,
    make_large_pack,
    make_pack,
    make_tagged_upload,
)
from factories.pdf_words import read_pages, squeeze
from placeplan.errors import InputError
from placeplan.governance.pack import Pack, PackItem, PackPaper, leave_out, make_public
from placeplan.governance.pack_pdf import draw_pack
from placeplan.governance.pdf_bookmarks import find_bookmarks
from placeplan.governance.pdf_tags import walk


def _open(content):
    return pikepdf.open(BytesIO(content))


def _list_bookmarks(pdf):
    with pdf.open_outline() as outline:
        return [mark.title for mark in find_bookmarks(outline.root)]


def _list_roles(pdf):
    return [str(each.S) for each in walk(pdf.Root.StructTreeRoot.K[0])]


def test_a_pack_carries_tags_title_language_bookmarks_and_words_for_pictures():
    drawn = draw_pack(make_pack())

    pdf = _open(drawn.content)
    figures = [
        str(each.Alt)
        for each in walk(pdf.Root.StructTreeRoot.K[0])
        if each.S == "/Figure"
    ]
    assert bool(pdf.Root.MarkInfo.Marked) is True
    assert str(pdf.docinfo.Title) == "Joint committee, 14 August 2019"
    assert str(pdf.Root.Lang) == "en-GB"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle) is True
    assert figures == ["A dot"]
    assert _list_bookmarks(pdf) == [
        *("Agenda", "Uploaded papers without tags", "4. Beds", "Report on beds"),
        *("Scanned letter", "5. Award of a contract", SECRET_TITLE, "6. Plan"),
        *("Bed plan", "Agenda", "1. Beds in Mill", "2. Beds in Mill"),
    ]
    assert {"/H1", "/H2", "/H3", "/Table", "/TH", "/P", "/Part"} <= set(
        _list_roles(pdf)
    )
    assert pdf.check_pdf_syntax() == []


def test_every_page_says_which_of_the_whole_pack_it_is():
    drawn = draw_pack(make_pack())

    pages = read_pages(drawn.content)

    assert len(pages) == drawn.pages
    assert [f"Page{at}of{drawn.pages}" in page for at, page in enumerate(pages, 1)] == (
        [True] * drawn.pages
    )


def test_uploaded_pages_keep_their_size_and_stand_in_their_place():
    drawn = draw_pack(make_pack())

    pdf = _open(drawn.content)
    sizes = [tuple(float(edge) for edge in page.mediabox)[2:] for page in pdf.pages]
    at = sizes.index((842.0, 595.0))
    before = read_pages(drawn.content)[at - 1]
    assert sizes[at + 1] == (612.0, 792.0)
    assert "Scannedletter" in before
    assert "Anuploadedfileof2pages,whichcarriesnotags,follows." in before


def test_tags_of_an_uploaded_file_lead_to_its_pages_in_the_pack():
    pdf = _open(draw_pack(make_pack()).content)

    document = pdf.Root.StructTreeRoot.K[0]
    (part,) = [each for each in document.K if each.S == "/Part"]
    places = {page.obj.objgen: at for at, page in enumerate(pdf.pages)}
    found = {places[each.Pg.objgen] for each in walk(part) if "/Pg" in each}
    numbers = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    last = len(pdf.pages)
    assert found == {last - 3, last - 2, last - 1}
    for at in found:
        (first, *_) = numbers[int(pdf.pages[at].obj.StructParents)]
        assert places[first.Pg.objgen] == at


def test_the_pack_says_which_uploaded_papers_carry_no_tags():
    drawn = draw_pack(make_pack())

    assert drawn.untagged == ("4. Beds: Scanned letter",)
    assert "4.Beds:Scannedletter" in read_pages(drawn.content)[0]
    assert drawn.keeps_standard is False
    pdf = _open(drawn.content)
    assert b"pdfuaid:part" not in pdf.Root.Metadata.read_bytes()


def test_a_pack_of_text_alone_says_that_it_keeps_to_the_standard():
    item = PackItem("1", "Beds", papers=(PackPaper("Report", text="Nine beds."),))

    drawn = draw_pack(
        Pack("A pack", "Joint committee", "14 August 2019", items=(item,))
    )

    assert drawn.keeps_standard is True
    pdf = _open(drawn.content)
    held = pdf.Root.Metadata.read_bytes()
    assert b"<pdfuaid:part>1</pdfuaid:part>" in held


def test_the_same_pack_gives_the_same_bytes():
    assert draw_pack(make_pack()).content == draw_pack(make_pack()).content


def _search_everywhere(content, words):
    """Tell where words stand: on pages, or in any text, name or stream of the file."""
    places = ["page"] if squeeze(words) in "".join(read_pages(content)) else []
    with _open(content) as pdf:
        for each in pdf.objects:
            held = bytes(each.unparse(resolved=True)).decode("latin-1")
            if isinstance(each, pikepdf.Stream):
                held += each.read_bytes().decode("latin-1")
            sought = pikepdf.String(words)
            if words in held or bytes(sought).hex() in held:
                places.append("object")
            for key, value in (
                each.items() if isinstance(each, pikepdf.Dictionary) else ()
            ):
                if isinstance(value, pikepdf.String) and words in str(value):
                    places.append(str(key))
    return places


def test_the_search_finds_a_secret_in_the_private_pack():
    content = draw_pack(make_pack()).content

    assert _search_everywhere(content, SECRET)[:1] == ["page"]
    assert "/Title" in _search_everywhere(content, SECRET_TITLE)


def test_the_public_pack_holds_no_exempt_paper_anywhere():
    public = draw_pack(make_public(make_pack()))

    assert _search_everywhere(public.content, SECRET) == []
    assert _search_everywhere(public.content, SECRET_TITLE) == []
    assert "Exempt:paragraph3,becauseitpricesacontract." in "".join(
        read_pages(public.content)
    )
    assert _list_bookmarks(_open(public.content))[5:7] == [
        "5. Award of a contract",
        "Paper not published",
    ]


def test_a_member_with_an_interest_gets_the_private_pack_without_the_paper():
    mine = draw_pack(leave_out(make_pack(), {"5"}, "you declared an interest"))

    words = "".join(read_pages(mine.content))
    assert _search_everywhere(mine.content, SECRET) == []
    assert "Notservedtoyou,becauseyoudeclaredaninterest." in words
    assert "Private:notforpublication." in words


def test_a_public_pack_that_still_holds_a_secret_is_refused():
    with pytest.raises(InputError, match="Make the public pack with make_public"):
        draw_pack(replace(make_pack(), is_private=False))


def test_a_picture_without_words_is_refused():
    item = PackItem("1", "Beds", papers=(PackPaper("Report", text="![](map.png)"),))

    with pytest.raises(InputError) as caught:
        draw_pack(Pack("A pack", "Joint committee", "14 August 2019", items=(item,)))

    (fault,) = caught.value.faults
    assert str(fault) == (
        "Report, a picture: expected words that say what it shows. "
        "Write them between the square brackets before it."
    )


def test_an_uploaded_file_is_checked_again_when_the_pack_is_drawn():
    item = PackItem("1", "Beds", papers=(PackPaper("Report", pdf=b"no PDF"),))

    with pytest.raises(InputError, match="Report: expected a PDF"):
        draw_pack(Pack("A pack", "Joint committee", "14 August 2019", items=(item,)))


def test_words_are_never_read_as_code():
    odd = '#panic("x") $ ] } \\ @ref <label> "'
    item = PackItem(odd, odd, papers=(PackPaper(odd, odd, odd),), front=((odd, odd),))

    drawn = draw_pack(Pack(odd, odd, odd, odd, (item,), (odd,)))

    assert str(_open(drawn.content).docinfo.Title) == odd


def test_two_uploads_with_the_same_names_of_cells_do_not_mix():
    upload = make_tagged_upload()
    papers = (PackPaper("First", pdf=upload), PackPaper("Second", pdf=upload))
    item = PackItem("1", "Beds", papers=papers)

    pdf = _open(draw_pack(Pack("P", "G", "D", items=(item,))).content)

    names = [
        bytes(each.ID) for each in walk(pdf.Root.StructTreeRoot.K[0]) if "/ID" in each
    ]
    assert len(names) == len(set(names))


def test_a_hundred_pages_with_thirty_papers_take_less_than_five_seconds():
    pack = make_large_pack()

    start = perf_counter()
    drawn = draw_pack(pack)
    took = perf_counter() - start

    assert (drawn.pages >= 100, sum(len(item.papers) for item in pack.items)) == (
        True,
        30,
    )
    assert took < 5.0


def test_a_letter_that_no_font_has_costs_the_promise_and_not_the_pack():
    item = PackItem("1", "Beds \u4e2d\u0007")

    drawn = draw_pack(Pack("P", "G", "D", items=(item,)))

    assert (drawn.pages, drawn.keeps_standard) == (2, False)


def test_a_heading_without_words_is_left_out():
    item = PackItem("1", "Beds", papers=(PackPaper("Report", text="#\n\nNine."),))

    assert draw_pack(Pack("P", "G", "D", items=(item,))).keeps_standard is True


def test_a_broken_picture_is_refused_in_words():
    broken = "![A map](data:image/png;base64,iVBORw0KGgp4eHh4)"
    item = PackItem("1", "Beds", papers=(PackPaper("Report", text=broken),))

    with pytest.raises(InputError, match="one of them may be broken"):
        draw_pack(Pack("P", "G", "D", items=(item,)))
