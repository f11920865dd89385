"""The text of a paper, from Markdown to plain blocks that a PDF and Word can draw."""

import binascii
from base64 import b64decode
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any, Final

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from placeplan.errors import Fault

Block = dict[str, Any]
"""A block: ``kind`` and what belongs to it; holds texts, numbers and lists alone."""

PICTURE: Final = "data:image/png;base64,"
MOST_LEVELS: Final = 4
_READER: Final = MarkdownIt("commonmark", {"html": False}).enable("table")
_TAGS: Final = {
    *("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "em", "strong", "code"),
    *("pre", "blockquote", "hr", "br", "a", "img"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


def read_blocks(markdown: str) -> list[Block]:
    """Read Markdown into blocks; tags of HTML stay plain text.

    Parameters
    ----------
    markdown : str
        Text that somebody typed, not to be trusted.

    Returns
    -------
    list of Block
        ``heading`` (level from 1, words), ``text`` (words), ``list`` (ordered, items,
        each a list of blocks), ``table`` (head, rows), ``quote`` (blocks), ``code``
        (text), ``line``. ``words`` are runs: ``kind`` and ``text``, ``address`` or
        ``picture``.

    Examples
    --------
    >>> read_blocks("# Beds *now*")[0]["words"]
    [{'kind': 'text', 'text': 'Beds '}, {'kind': 'em', 'text': 'now'}]
    """
    return _read(_READER.parse(markdown))


def list_pictures(blocks: Iterable[Block]) -> list[Block]:
    """List the pictures in blocks, in order, wherever they stand.

    Examples
    --------
    >>> [each["text"] for each in list_pictures(read_blocks("- ![A map](map.png)"))]
    ['A map']
    """
    found: list[Block] = []
    for block in blocks:
        found += [word for word in block.get("words", ()) if word["kind"] == "picture"]
        lists = (block.get(name, ()) for name in ("items", "rows"))
        below = [block.get("head", ()), block.get("blocks", ()), *chain(*lists)]
        for blocks_below in below:
            found += list_pictures(blocks_below)
    return found


def check_pictures(name: str, markdown: str) -> list[Fault]:
    """Give a fault for each picture without words that say what it shows.

    Parameters
    ----------
    name : str
        Title of the paper, as the user knows it.
    markdown : str
        Its text.

    Examples
    --------
    >>> [each.where for each in check_pictures("Beds", "![](map.png) ![A map](b.png)")]
    ['a picture']
    """
    remedy = "Write them between the square brackets before it."
    return [
        Fault(name, "a picture", "words that say what it shows", "", remedy)
        for picture in list_pictures(read_blocks(markdown))
        if not picture["text"].strip()
    ]


def find_picture(address: str) -> bytes | None:
    """Find the bytes of a PNG picture that stands in the text itself.

    Examples
    --------
    >>> find_picture("map.png") is None
    True
    """
    if not address.startswith(PICTURE):
        return None
    try:
        held = b64decode(address.removeprefix(PICTURE), validate=True)
    except (binascii.Error, ValueError):
        return None
    return held if held.startswith(b"\x89PNG\r\n\x1a\n") else None


def write_page(markdown: str) -> str:
    r"""Write Markdown as clean HTML, its headings one level down, for a page.

    Nothing is fetched from elsewhere: a picture that does not stand in the text is left
    out, and of links only web and e-mail addresses are kept.

    Examples
    --------
    >>> write_page("# Beds <script>alert(1)</script>")
    '<h2>Beds &lt;script&gt;alert(1)&lt;/script&gt;</h2>\n'
    """
    tokens = _READER.parse(markdown)
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(int(token.tag[1]) + 1, 6)}"
        token.children = [each for each in token.children or [] if _is_ours(each)]
    written = _READER.renderer.render(tokens, _READER.options, {})
    return nh3.clean(
        written,
        tags=_TAGS,
        attributes={"a": {"href", "title"}, "img": {"src", "alt"}},
        url_schemes={"http", "https", "mailto", "data"},
        link_rel="noopener noreferrer nofollow",
    )


def _is_ours(token: Token) -> bool:
    source = str(token.attrs.get("src", ""))
    return token.type != "image" or find_picture(source) is not None


def _read(tokens: Sequence[Token]) -> list[Block]:
    blocks: list[Block] = []
    position = 0
    while position < len(tokens):
        end = _find_end(tokens, position)
        block = _read_one(tokens[position], tokens[position + 1 : end])
        blocks += [block] if block else []
        position = end + 1
    return blocks


def _find_end(tokens: Sequence[Token], start: int) -> int:
    depth = 0
    for position in range(start, len(tokens)):
        depth += tokens[position].nesting
        if depth == 0:
            return position
    return len(tokens) - 1


def _read_one(token: Token, inner: Sequence[Token]) -> Block | None:
    match token.type:
        case "heading_open":
            level = min(int(token.tag[1]), MOST_LEVELS)
            return {"kind": "heading", "level": level, "words": _read_words(inner[0])}
        case "paragraph_open":
            return {"kind": "text", "words": _read_words(inner[0])}
        case "bullet_list_open" | "ordered_list_open":
            items = [block["blocks"] for block in _read(inner)]
            ordered = token.type == "ordered_list_open"
            return {"kind": "list", "ordered": ordered, "items": items}
        case "list_item_open" | "blockquote_open":
            return {"kind": "quote", "blocks": _read(inner)}
        case "table_open":
            return _read_table(inner)
        case "fence" | "code_block":
            return {"kind": "code", "text": token.content}
        case "hr":
            return {"kind": "line"}
    return None


def _read_table(tokens: Sequence[Token]) -> Block:
    rows: list[list[list[Block]]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_read_words(token))
    cells = [[{"kind": "text", "words": cell} for cell in row] for row in rows]
    return {"kind": "table", "head": cells[0], "rows": cells[1:]}


def _read_words(token: Token) -> list[Block]:
    words: list[Block] = []
    marks: list[str] = []
    addresses: list[str] = []
    for each in token.children or []:
        if each.type == "link_open":
            addresses.append(str(each.attrs.get("href", "")))
        elif each.type == "link_close":
            addresses.pop()
        elif each.type == "image":
            source = str(each.attrs.get("src", ""))
            words.append({"kind": "picture", "text": each.content, "address": source})
        elif each.nesting:
            marks = [*marks, each.tag] if each.nesting > 0 else marks[:-1]
        else:
            words += _read_run(each, marks, addresses)
    return words


def _read_run(token: Token, marks: list[str], addresses: list[str]) -> list[Block]:
    text = " " if token.type == "softbreak" else token.content
    if token.type == "hardbreak":
        text = "\n"
    if not text:
        return []
    kind = "code" if token.type == "code_inline" else (marks[-1] if marks else "text")
    web = ("http://", "https://", "mailto:")
    if addresses and addresses[-1].startswith(web):
        return [{"kind": "link", "text": text, "address": addresses[-1]}]
    return [{"kind": kind, "text": text}]
