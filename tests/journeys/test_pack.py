"""A committee officer takes the pack of a meeting; a guest takes the public one."""

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from factories.pdf_words import read_pages, squeeze

pytestmark = pytest.mark.journey
REPORT, TENDER = "Beds are full at midnight.", "The tender is nine pounds."


def publish(page, title, words, *, private=False):
    """Publish a paper in words from the page of an item."""
    page.get_by_role("link", name="Publish a paper").click()
    page.get_by_label("Title of a new paper").fill(title)
    if private:
        page.get_by_role("checkbox", name="It is private").check()
    page.get_by_label("Its words, in Markdown").fill(words)
    page.get_by_role("checkbox", name="It is supplementary").check()
    page.get_by_label("why does it come late?").fill("It was finished today.")
    page.get_by_role("button", name="Publish").click()


def take(page, name):
    """Take a file, and give its name and its bytes."""
    with page.expect_download() as taken:
        page.get_by_role("link", name=name).click()
    return taken.value.suggested_filename, Path(taken.value.path()).read_bytes()


def test_officer_takes_the_private_pack_and_a_guest_the_public_one(
    page, sign_in, is_sound
):
    # given a meeting with a public and a private paper
    sign_in(page, "clerk-pack")
    page.goto("/governance/groups/clerk-pack/")
    page.locator("section", has=page.locator("#meetings")).get_by_role(
        "link"
    ).first.click()
    meeting = page.url
    page.get_by_role("link", name="4. Matter 4").first.click()
    publish(page, "Report on beds", REPORT)
    publish(page, "Tender of the works", TENDER, private=True)

    # when the officer goes to the pack from the meeting
    page.goto(meeting)
    page.get_by_role("link", name="Agenda and papers as one PDF").click()
    is_sound(page)

    # then the private one has both papers
    name, content = take(page, "Private pack")
    words = "".join(read_pages(content))
    assert re.fullmatch(r"pack-\d{4}-\d\d-\d\d-private\.pdf", name)
    assert squeeze(REPORT) in words
    assert squeeze(TENDER) in words

    # and a guest is offered the public one alone, which has the public paper alone
    where = page.url
    page.context.clear_cookies()
    page.goto(where)
    is_sound(page)
    assert page.get_by_role("link", name="Private pack").count() == 0
    name, content = take(page, "Public pack")
    words = "".join(read_pages(content))
    assert re.fullmatch(r"pack-\d{4}-\d\d-\d\d-public\.pdf", name)
    assert squeeze(REPORT) in words
    assert "tender" not in words.casefold()
    with pikepdf.open(BytesIO(content)) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
