"""Tags of an appended PDF, joined to those of the pack at the place of its pages."""

from collections.abc import Iterator
from typing import Final

from pikepdf import Array, Dictionary, Name, NumberTree, Object, Pdf, String

MOST_DEEP: Final = 200
Key = tuple[int, int]


def join_tags(pack: Pdf, upload: Pdf, *, number: int, before: int, pages: int) -> None:
    """Join the structure of a PDF whose pages were just put into the pack.

    Its elements stand in a part of their own, after those of the pages before; the
    numbers by which pages find their elements move up, and so that two files with the
    same names of cells do not mix, names get the number of the upload.

    Parameters
    ----------
    pack : Pdf
        The pack, already holding copies of the pages; its structure has one document.
    upload : Pdf
        The tagged file they came from.
    number : int
        Which upload it is.
    before : int
        Index in the pack of the first copied page.
    pages : int
        How many pages were copied.
    """
    root = pack.Root.StructTreeRoot
    copied = pack.copy_foreign(upload.Root.StructTreeRoot)
    document = root.K[0] if isinstance(root.K, Array) else root.K
    part = pack.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.Part, P=document, K=_as_list(copied.K))
    )
    if "/Lang" in upload.Root:
        part.Lang = String(str(upload.Root.Lang))
    for child in part.K:
        child.P = part
    _rename(part, _read_roles(copied), number)
    position = _find_position(document, pack, before)
    document.K.insert(position, part)
    first = int(root.get("/ParentTreeNextKey", 0))
    last = _move_up(pack, before, pages, first)
    _join_numbers(root, copied, first)
    root.ParentTreeNextKey = max(last, first) + 1


def _as_list(kids: Object) -> Array:
    return Array(list(kids) if isinstance(kids, Array) else [kids])


def _read_roles(root: Object) -> dict[str, str]:
    """Give the standard role of each role that a file made up."""
    made = root.get("/RoleMap")
    roles = {key: str(made[key]) for key in made.keys()} if made is not None else {}  # noqa: SIM118 # an object of a PDF is no mapping
    for key in roles:
        seen = {key}
        while (role := roles[key]) in roles and role not in seen:
            seen.add(role)
            roles[key] = roles[role]
    return roles


def _rename(part: Object, roles: dict[str, str], number: int) -> None:
    start = f"u{number}-".encode()
    for element in walk(part):
        role = str(element.get("/S", ""))
        if role in roles:
            element.S = Name(roles[role])
        if "/ID" in element:
            element.ID = String(start + bytes(element.ID))
        if "/C" in element:
            del element.C  # classes belong to a map that is not joined
        held = element.get("/A")
        for look in _as_list(held) if held is not None else ():
            if isinstance(look, Dictionary) and "/Headers" in look:
                look.Headers = Array(
                    [String(start + bytes(each)) for each in look.Headers]
                )


def walk(element: Object) -> Iterator[Object]:
    """Give an element of a structure and all below it, in the order of reading."""
    seen: set[Key] = set()
    waiting = [(element, 0)]
    while waiting:
        here, depth = waiting.pop()
        if here.is_indirect and here.objgen in seen:
            continue
        seen.add(here.objgen)
        yield here
        kids = here.get("/K")
        if kids is None or depth > MOST_DEEP:
            continue
        inner = [
            each
            for each in _as_list(kids)
            if isinstance(each, Dictionary)
            and str(each.get("/Type", "/StructElem")) == "/StructElem"
        ]
        waiting += [(each, depth + 1) for each in reversed(inner)]


def _find_position(document: Object, pack: Pdf, before: int) -> int:
    """Find after how many elements of the document the pages come."""
    places = {page.obj.objgen: at for at, page in enumerate(pack.pages)}
    position = 0
    for at, child in enumerate(document.K):
        starts = next(
            (places.get(each.Pg.objgen) for each in walk(child) if "/Pg" in each), None
        )
        if starts is not None and starts < before:
            position = at + 1
    return position


def _move_up(pack: Pdf, before: int, pages: int, first: int) -> int:
    last = first
    done: set[Key] = set()
    for page in list(pack.pages)[before : before + pages]:
        for each in _list_numbered(page.obj):
            if each.is_indirect and each.objgen in done:
                continue
            done.add(each.objgen)
            for key in ("/StructParents", "/StructParent"):
                if key in each:
                    each[key] = int(each[key]) + first
                    last = max(last, int(each[key]))
    return last


def _list_numbered(page: Object) -> Iterator[Object]:
    """Give a page, its notes and its drawings: all that find elements by number."""
    yield page
    notes = page.get("/Annots")
    yield from _as_list(notes) if notes is not None else ()
    held = page.get("/Resources")
    drawings = held.get("/XObject") if held is not None else None
    if drawings is not None:
        for name in drawings.keys():  # noqa: SIM118 # an object of a PDF is no mapping
            yield drawings[name]


def _join_numbers(root: Object, copied: Object, first: int) -> None:
    if "/ParentTree" not in copied:
        return
    ours = NumberTree(root.ParentTree)
    for number, element in NumberTree(copied.ParentTree).items():
        ours[number + first] = element
