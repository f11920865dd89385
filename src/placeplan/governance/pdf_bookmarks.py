"""Bookmarks of an appended PDF, joined below the bookmark of its paper."""

from collections.abc import Iterator, Mapping
from typing import Final

from pikepdf import Array, Dictionary, NameTree, Object, OutlineItem, Pdf

MOST_DEEP: Final = 6
MOST_MARKS: Final = 2000


def read_bookmarks(upload: Pdf, before: int) -> list[OutlineItem]:
    """Read the bookmarks of a file, for its pages in the pack.

    Parameters
    ----------
    upload : Pdf
        The file.
    before : int
        Index in the pack of its first page.

    Returns
    -------
    list of OutlineItem
        Bookmarks that lead to a page of the file; others are left out, and what stands
        below them moves up.
    """
    places = {page.obj.objgen: at + before for at, page in enumerate(upload.pages)}
    with upload.open_outline(max_depth=MOST_DEEP, strict=False) as outline:
        left = iter(range(MOST_MARKS))
        return list(_copy(outline.root, upload, places, left))


def find_bookmarks(items: list[OutlineItem]) -> Iterator[OutlineItem]:
    """Give every bookmark of a pack, in order."""
    for item in items:
        yield item
        yield from find_bookmarks(item.children)


def find_page(
    item: OutlineItem, pdf: Pdf, places: Mapping[tuple[int, int], int]
) -> int | None:
    """Find to which page a bookmark leads."""
    target: object = item.destination
    if target is None and item.action is not None:
        target = item.action.get("/D")
    if isinstance(target, Object) and not isinstance(target, Array | Dictionary):
        target = _look_up(pdf, str(target))
    if isinstance(target, Dictionary):
        target = target.get("/D")
    if not isinstance(target, Array) or not len(target):
        return None
    page = target[0]
    return places.get(page.objgen) if isinstance(page, Object) else None


def _look_up(pdf: Pdf, name: str) -> Object | None:
    names = pdf.Root.get("/Names")
    if names is not None and "/Dests" in names:
        found = NameTree(names.Dests).get(name)
        if found is not None:
            return found
    old = pdf.Root.get("/Dests")
    return old.get(name) if old is not None and name.startswith("/") else None


def _copy(
    items: list[OutlineItem],
    upload: Pdf,
    places: Mapping[tuple[int, int], int],
    left: Iterator[int],
) -> Iterator[OutlineItem]:
    for item in items:
        if next(left, None) is None:
            return
        page = find_page(item, upload, places)
        below = list(_copy(item.children, upload, places, left))
        if page is None:
            yield from below
            continue
        mark = OutlineItem(item.title, page)
        mark.children.extend(below)
        yield mark
