"""Time of a pack of a hundred pages beside a floor: the same pages without its care.

Thirty papers, every third an uploaded PDF of three pages, in a hundred pages or more.
The floor sets the same words on plain pages, without tags, bookmarks or a standard,
and joins the same files behind them, in turns with the pack. What was drawn is read
back: a pack without tags, title, language, bookmarks or words for its pictures is no
pack, and stops the measuring. The other bar is five seconds, whatever the floor does.
"""

import json
import statistics
import time
from collections.abc import Callable, Collection, Iterator
from io import BytesIO
from typing import Any

import pikepdf
import typst

from benchmarks.yardstick import Measured, register
from placeplan.governance.pack import Pack, PackItem, PackPaper
from placeplan.governance.pack_pdf import PackFile, draw_pack
from placeplan.governance.pdf_bookmarks import find_bookmarks
from placeplan.governance.pdf_tags import walk

PAPERS, PAGES, READINGS = 30, 100, 5
SECONDS = 5.0
FLOOR_BAR = 1 / 8
BESIDE, WITHIN = "pack_100_pages", "pack_100_pages_seconds"
DOT = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
    "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
SENTENCES, ROWS = 200, 20
PLAIN = """#set page(paper: "a4", margin: 2.2cm)
#for each in json(bytes(sys.inputs.texts)) [ #each #pagebreak(weak: true) ]"""
FLOOR = "the same words on plain pages and the same files joined, in turns"


def measure_pack(wanted: Collection[str]) -> Iterator[Measured]:
    """Draw the pack and its floor in turns; read the pack back."""
    upload = _make_upload()
    ours: list[float] = []
    floor: list[float] = []
    for reading in range(READINGS):
        pack = _make_pack(upload, _write_words(reading))
        drawn, seconds = _time(draw_pack, pack)
        ours.append(seconds)
        floor.append(_time(_draw_plainly, pack)[1])
    read_back(drawn)
    middle = statistics.median(ours)
    print(f"{drawn.pages} pages, {PAPERS} papers, {len(drawn.content)} bytes")
    if BESIDE in wanted:
        least = statistics.median(floor)
        yield Measured(BESIDE, middle, "s", FLOOR, least, FLOOR_BAR)
    if WITHIN in wanted:
        yield Measured(WITHIN, max(ours), "s", "five seconds", SECONDS, 1.0)


def read_back(drawn: PackFile) -> None:
    """Stop unless the file carries all that a pack has to.

    Raises
    ------
    RuntimeError
        When something is missing; it says what.
    """
    with pikepdf.open(BytesIO(drawn.content)) as pdf:
        root = pdf.Root
        parts = list(walk(root.StructTreeRoot.K[0]))
        pictures = [str(each.Alt) for each in parts if each.S == "/Figure"]
        with pdf.open_outline() as outline:
            marks = [mark.title for mark in find_bookmarks(outline.root)]
        held = {
            "tags": bool(root.MarkInfo.Marked) and len(parts) > PAPERS,
            "a title": str(pdf.docinfo.Title) == "A large pack",
            "a language": str(root.Lang) == "en-GB",
            "bookmarks": {f"Paper {at}" for at in range(1, PAPERS + 1)} <= set(marks),
            "words for pictures": pictures == ["A dot"] * (PAPERS - PAPERS // 3),
            "a hundred pages": len(pdf.pages) >= PAGES,
        }
    missing = [name for name, stands in held.items() if not stands]
    if missing:
        raise RuntimeError(f"The pack lacks {', '.join(missing)}.")


def _make_upload() -> bytes:
    items = tuple(PackItem(str(at), "Beds in Mill") for at in (1, 2))
    return draw_pack(Pack("Upload", "A group", "1 May 2019", items=items)).content


def _write_words(reading: int) -> str:
    """Write other words for each reading: Typst keeps what it has laid out."""
    table = "| Site | Beds |\n|---|---|\n" + f"| Mill | {reading} |\n" * ROWS
    said = f"Beds are counted at midnight, {reading}. " * SENTENCES
    return f"# Findings\n\n{said}\n\n{table}\n![A dot]({DOT})\n"


def _make_pack(upload: bytes, words: str) -> Pack:
    papers = [
        PackPaper(f"Paper {at}", text=words)
        if at % 3
        else PackPaper(f"Paper {at}", pdf=upload)
        for at in range(1, PAPERS + 1)
    ]
    items = tuple(
        PackItem(str(at), f"Item {at}", papers=(paper,))
        for at, paper in enumerate(papers, 1)
    )
    return Pack("A large pack", "A group", "14 August 2019", items=items)


def _draw_plainly(pack: Pack) -> bytes:
    papers = [paper for item in pack.items for paper in item.papers]
    texts = json.dumps([paper.text for paper in papers if paper.text])
    drawn = typst.compile(
        PLAIN.encode(),
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"texts": texts},
    )
    with pikepdf.open(BytesIO(drawn)) as pdf:
        for paper in papers:
            if paper.pdf:
                with pikepdf.open(BytesIO(paper.pdf)) as source:
                    pdf.add_pages_from(source)
        written = BytesIO()
        pdf.save(written)
        return written.getvalue()


def _time(draw: Callable[[Pack], Any], pack: Pack) -> tuple[Any, float]:
    start = time.perf_counter()
    made = draw(pack)
    return made, time.perf_counter() - start


register("pack", (BESIDE, WITHIN), measure_pack)
