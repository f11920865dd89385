"""Markdown becomes plain blocks for print, and clean HTML for a page."""

import pytest

from factories.pack_factory import DOT
from placeplan.governance.paper_text import (
    find_picture,
    list_pictures,
    read_blocks,
    write_page,
)


def _text(words):
    return {"kind": "text", "words": [{"kind": "text", "text": words}]}


@pytest.mark.parametrize(
    ("markdown", "block"),
    [
        ("Beds", _text("Beds")),
        ("> Beds", {"kind": "quote", "blocks": [_text("Beds")]}),
        ("1. Beds", {"kind": "list", "ordered": True, "items": [[_text("Beds")]]}),
        ("- Beds", {"kind": "list", "ordered": False, "items": [[_text("Beds")]]}),
        ("    Beds", {"kind": "code", "text": "Beds\n"}),
        ("---", {"kind": "line"}),
        (
            "| A |\n|---|\n| 1 |",
            {"kind": "table", "head": [_text("A")], "rows": [[_text("1")]]},
        ),
    ],
)
def test_each_kind_of_block_is_read(markdown, block):
    assert read_blocks(markdown) == [block]


def test_runs_of_words_keep_their_look_and_web_links_their_address():
    (block,) = read_blocks("a `b` **c**  \n[d](https://e.uk) [f](javascript:g) h\ni")

    assert block["words"] == [
        {"kind": "text", "text": "a "},
        {"kind": "code", "text": "b"},
        {"kind": "text", "text": " "},
        {"kind": "strong", "text": "c"},
        {"kind": "text", "text": "\n"},
        {"kind": "link", "text": "d", "address": "https://e.uk"},
        {"kind": "text", "text": " [f](javascript:g) h"},
        {"kind": "text", "text": " "},
        {"kind": "text", "text": "i"},
    ]


def test_pictures_are_found_wherever_they_stand():
    blocks = read_blocks("![a](b)\n\n> ![c](d)\n\n| ![e](f) |\n|---|\n| ![g](h) |")

    assert [each["text"] for each in list_pictures(blocks)] == ["a", "c", "e", "g"]


@pytest.mark.parametrize(
    "address", ["map.png", "data:image/png;base64,?", "data:image/png;base64,QQ=="]
)
def test_what_is_no_picture_in_the_text_is_not_found(address):
    assert find_picture(address) is None


def test_a_page_fetches_nothing_from_elsewhere():
    written = write_page(f"![A dot]({DOT}) ![spy](https://e.uk/spy.png)")

    assert written == f'<p><img src="{DOT}" alt="A dot"> </p>\n'


def test_a_link_of_a_page_keeps_its_reader_to_itself():
    assert write_page("[a](https://e.uk)") == (
        '<p><a href="https://e.uk" rel="noopener noreferrer nofollow">a</a></p>\n'
    )
