"""The words of a page, as a reader sees them."""

import html
import re

from placeplan_web.design.words import WORD_JOINER


def say(response):
    """Give the words of an answer without its marks."""
    return strip_marks(response.content.decode())


def strip_marks(page):
    """Give the words of a page, or of a piece of one, without its marks."""
    words = html.unescape(re.sub(r"<[^>]+>", " ", page))
    return " ".join(words.replace(WORD_JOINER, "").split())


def read_page(client, url, **query):
    """Give the page at an address, which has to be there for this reader."""
    response = client.get(url, query)
    assert response.status_code == 200, say(response)
    return response.content.decode()


def find_finding(page):
    """Give the sentence with which a page begins."""
    found = re.search(r'<p class="nhsuk-lede-text pp-finding">(.*?)</p>', page, re.S)
    return strip_marks(found.group(1)) if found else ""


def list_rows(page, caption):
    """Give the words of each row of the table with this caption; none without it."""
    table = re.search(
        rf"<caption[^>]*>{re.escape(html.escape(caption))}</caption>(.*?)</table>",
        *(page, re.S),
    )
    rows = (
        re.findall(
            r'<tr class="nhsuk-table__row" role="row">(.*?)</tr>', table[1], re.S
        )
        if table
        else []
    )
    cells = [
        re.findall(r'<span class="pp-cell">(.*?)</span></t', row, re.S) for row in rows
    ]
    return [[strip_marks(each) for each in row] for row in cells if row]


def find_rows(page, caption):
    """Give the words of each row of the table with this caption."""
    table = re.search(
        rf"<caption[^>]*>{caption}</caption>(.*?)</table>", page, re.S
    ).group(1)
    rows = re.findall(
        r'<tr class="nhsuk-table__row" role="row">(.*?)</tr>', table, re.S
    )
    cells = [
        re.findall(r'<span class="pp-cell">(.*?)</span></t', r, re.S) for r in rows
    ]
    words = [
        [" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in row]
        for row in cells
    ]
    return [row for row in words if row]


def list_section(page, id_):
    """The texts of the cells of one section of a page."""
    section = page.split(f'id="{id_}"')[1].split("</section>")[0]
    cells = re.findall(r'<span class="pp-cell">\s*(.*?)\s*</span>', section, re.S)
    return [re.sub(r"<[^>]+>|\s+", " ", each).strip() for each in cells]
