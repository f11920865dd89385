"""An uploaded PDF: whether it may stand in a pack, and whether it carries tags."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from pikepdf import (
    Array,
    Dictionary,
    Name,
    Object,
    PasswordError,
    Pdf,
    PdfError,
    Stream,
)
from pikepdf import open as read_pdf

from placeplan.errors import Fault, InputError

MOST_BYTES: Final = 20 * 1024 * 1024
MOST_PAGES: Final = 500
MOST_OBJECTS: Final = 200_000
_ACTIONS: Final = {
    "/JavaScript": "a script",
    "/Launch": "an action that starts a program",
    "/ImportData": "an action that reads a file",
    "/SubmitForm": "an action that sends a form",
    "/Rendition": "an action that plays a file",
    "/GoToE": "an action that opens an enclosed file",
}
_PLACES: Final = {
    Name("/XFA"): "a form with scripts of its own",
    Name("/EmbeddedFiles"): "enclosed files",
    Name("/JS"): "a script",
    Name("/JavaScript"): "a script",
}
_NOTES: Final = {"/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"}


@dataclass(frozen=True, slots=True)
class UploadedPdf:
    """What an uploaded PDF is.

    Parameters
    ----------
    sizes : tuple of (float, float)
        Width and height of each page as it is seen, in points of 1/72 inch.
    is_tagged : bool
        Whether its text carries tags, for readers who do not see it.
    claims_standard : bool
        Whether it says that it keeps to PDF/UA.
    """

    sizes: tuple[tuple[float, float], ...]
    is_tagged: bool
    claims_standard: bool


def check_upload(name: str, content: bytes) -> UploadedPdf:
    """Check an uploaded PDF, and tell what it is.

    Parameters
    ----------
    name : str
        Its name, as the user knows it.
    content : bytes
        The file.

    Raises
    ------
    InputError
        When it is too large, is no PDF, has a password or no page, or holds scripts,
        actions that start something, or enclosed files.
    """
    if len(content) > MOST_BYTES:
        most = MOST_BYTES // (1024 * 1024)
        raise _refuse(name, f"a file of at most {most} MB", "more", "Make it smaller.")
    if b"%PDF-" not in content[:1024]:
        raise _refuse(name, "a PDF", "another kind of file", "Save it as PDF.")
    try:
        with read_pdf(BytesIO(content)) as pdf:
            return _look(name, pdf)
    except PasswordError:
        remedy = "Save it without a password."
        raise _refuse(name, "a PDF that opens", "a password", remedy) from None
    except PdfError:
        remedy = "Save it as PDF anew."
        raise _refuse(name, "a PDF that opens", "a broken file", remedy) from None


def _look(name: str, pdf: Pdf) -> UploadedPdf:
    if pdf.is_encrypted:
        raise _refuse(
            name, "a PDF free of protection", "a locked one", "Save it unlocked."
        )
    if not 1 <= len(pdf.pages) <= MOST_PAGES:
        found, most = f"{len(pdf.pages)} pages", f"1 to {MOST_PAGES} pages"
        raise _refuse(name, most, found, "Divide it into several papers.")
    bad = sorted({words for each in pdf.objects for words in _find_bad(each)})
    if bad or len(pdf.objects) > MOST_OBJECTS:
        found = ", ".join(bad) or "too many parts"
        remedy = "Print it to PDF anew, which leaves them out."
        raise _refuse(name, "a PDF of pages alone", found, remedy)
    return describe(pdf)


def describe(pdf: Pdf) -> UploadedPdf:
    """Tell what an open PDF is, without judging it."""
    mark = pdf.Root.get("/MarkInfo")
    marked = isinstance(mark, Dictionary) and bool(mark.get("/Marked", False))
    tree = pdf.Root.get("/StructTreeRoot")
    tagged = marked and isinstance(tree, Dictionary) and "/K" in tree
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
        claims = str(meta.get("pdfuaid:part", "")) != ""
    sizes = tuple(_measure(page.obj) for page in pdf.pages)
    return UploadedPdf(sizes, tagged, tagged and claims)


def _measure(page: Object) -> tuple[float, float]:
    box = _inherit(page, "/CropBox") or _inherit(page, "/MediaBox")
    edges = [float(edge) for edge in box] if isinstance(box, Array) else []
    if len(edges) != 4:
        return (595.28, 841.89)  # A4
    size = (abs(edges[2] - edges[0]) or 1.0, abs(edges[3] - edges[1]) or 1.0)
    turned = _inherit(page, "/Rotate")
    return size[::-1] if turned is not None and int(turned) % 180 else size


def _inherit(page: Object, key: str, depth: int = 20) -> Object | None:
    found = page.get(key)
    above = page.get("/Parent")
    if found is not None or above is None or not depth:
        return found
    return _inherit(above, key, depth - 1)


def _find_bad(thing: Object, depth: int = 12) -> Iterator[str]:
    """Look into an object, as far as it is written in one place."""
    if isinstance(thing, Array) and depth:
        for inner in thing:
            yield from _look_inside(inner, depth)
    elif isinstance(thing, Dictionary | Stream) and depth:
        yield from _judge(thing)
        for key in thing.keys():  # noqa: SIM118 # a stream of a PDF is no mapping
            yield from _look_inside(thing[key], depth)


def _look_inside(inner: object, depth: int) -> Iterator[str]:
    if isinstance(inner, Object) and not inner.is_indirect:
        yield from _find_bad(inner, depth - 1)


def _judge(thing: Object) -> Iterator[str]:
    for key, words in _PLACES.items():
        if key in thing:
            yield words
    action = thing.get("/S")
    if isinstance(action, Name) and str(action) in _ACTIONS:
        yield _ACTIONS[str(action)]
    if str(thing.get("/Subtype", "")) in _NOTES:
        yield "enclosed files"


def _refuse(name: str, expected: str, found: str, remedy: str) -> InputError:
    return InputError([Fault(name, "", expected, found, remedy)])
