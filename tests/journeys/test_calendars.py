"""Somebody subscribes to their meetings; anybody takes public ones and open data."""

import icalendar
import pytest

pytestmark = pytest.mark.journey


def test_link_to_ones_meetings_works_until_a_new_one_is_made(page, sign_in, is_sound):
    # given a clerk who makes links to their calendars
    sign_in(page, "clerk-thanet")
    page.goto("/my-meetings/")
    page.get_by_role("button", name="Make links to your calendars").click()
    is_sound(page)
    first = page.locator(".pp-secret code").first.inner_text()

    # when a calendar without their session asks
    visitor = page.context.browser.new_context()
    answer = visitor.request.get(first)

    # then it has the meetings of their group, each with a link to its page
    events = icalendar.Calendar.from_ical(answer.body()).walk("VEVENT")
    groups = {str(each["SUMMARY"]) for each in events}
    assert groups == {"Group of clerk-thanet"}
    page.goto(str(events[0]["URL"]))
    assert "Group of clerk-thanet" in page.locator("h1").inner_text()

    # and once they make new links the old one works no more
    page.goto("/my-meetings/")
    page.get_by_role("button", name="Make new links").click()
    assert visitor.request.get(first).status == 404
    second = page.locator(".pp-secret code").first.inner_text()
    assert visitor.request.get(second).status == 200
    visitor.close()


def test_guest_takes_public_meetings_and_open_data_from_the_room(page, is_sound):
    page.goto("/governance/")
    is_sound(page)
    addresses = [
        page.get_by_role("link", name=name).get_attribute("href")
        for name in ("Calendar of meetings in public", "open data as OParl 1.1 has it")
    ]

    calendar, system = (page.request.get(address) for address in addresses)

    assert icalendar.Calendar.from_ical(calendar.body()).walk("VEVENT") != []
    body = page.request.get(system.json()["body"]).json()["data"][0]
    meetings = page.request.get(body["meeting"]).json()["data"]
    assert {each["cancelled"] for each in meetings} == {False}
