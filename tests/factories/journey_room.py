"""What a clerk does in the room of a meeting, for journeys that begin there."""

import re

TABLET = {"width": 768, "height": 1024}


def open_meeting(page, group, *, there):
    """Go from the page of a group to its meeting, open it, and note who is there."""
    page.set_viewport_size(TABLET)
    page.goto(f"/governance/groups/{group}/")
    page.locator("section", has=page.locator("#meetings")).get_by_role(
        "link"
    ).first.click()
    page.get_by_role("button", name="Open the meeting").click()
    for number in range(1, there + 1):
        name = re.compile(rf"^Is there\W+Councillor {number}$")
        page.get_by_role("button", name=name).click()


def declare(page, kind, nature, seat="Councillor 3"):
    """Declare an interest on the item of the page."""
    page.get_by_role("link", name="Declare an interest").click()
    page.get_by_label("Whose interest is it?").select_option(seat)
    page.get_by_label("Kind of interest").select_option(kind)
    page.get_by_label("What is the interest?").fill(nature)
    page.get_by_role("button", name="Declare it").click()


def open_item(page, number):
    page.get_by_role("link", name=f"{number}. Matter {number}").first.click()


def say_finding(page):
    return page.locator(".pp-finding").inner_text()
