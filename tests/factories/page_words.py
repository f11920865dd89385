"""The words of a page, as a reader sees them."""

import html
import re


def say(response):
    """Give the words of an answer without its marks."""
    text = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(html.unescape(text).split())
