"""A second factor and an invitation, as people meet them in a real browser."""

import re

import pytest

from factories.one_time_code import PERIOD_SECONDS, make_code

pytestmark = pytest.mark.journey
NEW = "harbour-violet-engine"


def _show_again(page, site, name):
    """Type the password once more, as the site asks before the sign-in changes."""
    page.get_by_label("Password").fill(site.passwords[name])
    page.get_by_role("button", name="Go on").click()


def _type_code(page, code, button):
    page.get_by_label("Code", exact=True).fill(code)
    page.get_by_role("button", name=button).click()


def _wait_for_next(page, secret, used):
    """Give the next code of the app, which shows each for half a minute."""
    for _ in range(PERIOD_SECONDS + 5):
        code = make_code(secret)
        if code != used:
            return code
        page.wait_for_timeout(1000)
    raise AssertionError("the app never showed another code")


def test_person_sets_up_a_second_factor_and_signs_in_with_it(
    page, site, sign_in, is_sound
):
    # given somebody who has signed in with a password
    sign_in(page, "careful-secretary")
    page.get_by_role("link", name=re.compile("careful-secretary")).click()
    is_sound(page)

    # when they set up an app, shown a picture of its key
    page.get_by_role("button", name="Set up a second factor").click()
    is_sound(page)
    _show_again(page, site, "careful-secretary")
    assert page.get_by_role("img", name="QR code").is_visible()
    is_sound(page)
    page.get_by_text("No camera? Type this key instead").click()
    secret = page.locator("#key").inner_text()
    is_sound(page)
    used = make_code(secret)
    _type_code(page, used, "Switch it on")

    # then recovery codes are shown, this once
    codes = page.locator(".pp-codes code").all_inner_texts()
    assert len(codes) == 10
    is_sound(page)
    page.reload()
    assert page.locator(".pp-codes").count() == 0

    # and the next sign-in asks for a code after the password
    page.get_by_role("button", name="Sign out").click()
    page.goto("/accounts/sign-in/")
    page.get_by_label("User name").fill("careful-secretary")
    page.get_by_label("Password").fill(site.passwords["careful-secretary"])
    page.get_by_role("button", name="Sign in").click()
    assert page.get_by_role("heading", name="Type your code").is_visible()
    is_sound(page)
    _type_code(page, "12", "Go on")
    assert "The code is not right." in page.locator("main").inner_text()
    is_sound(page)
    _type_code(page, _wait_for_next(page, secret, used), "Go on")
    page.get_by_role("button", name="Sign out").wait_for()

    # and a recovery code does when the phone is not there
    page.get_by_role("button", name="Sign out").click()
    page.goto("/accounts/sign-in/")
    page.get_by_label("User name").fill("careful-secretary")
    page.get_by_label("Password").fill(site.passwords["careful-secretary"])
    page.get_by_role("button", name="Sign in").click()
    _type_code(page, codes[0], "Go on")
    page.get_by_role("link", name=re.compile("careful-secretary")).click()
    assert "9 of your recovery codes are left." in page.locator("main").inner_text()
    is_sound(page)


def test_staff_invite_somebody_and_the_audit_tells_of_it(
    page, browser, site, sign_in, is_sound
):
    # given a member of staff
    sign_in(page, "keeper-of-people")
    page.goto("/accounts/people/")
    is_sound(page)

    # when they make an invitation and pass the link on
    page.get_by_role("button", name="Invite somebody").click()
    is_sound(page)
    page.get_by_label("Organisation").fill("km-stp")
    page.get_by_role("button", name="Make the invitation").click()
    is_sound(page)
    link = page.get_by_label("Link").input_value()

    # then somebody without a script makes their account by it
    guest = browser.new_context(java_script_enabled=False, base_url=site.address)
    theirs = guest.new_page()
    theirs.goto(link)
    theirs.get_by_label("User name").fill("analyst-77")
    theirs.get_by_label("Password", exact=True).fill(NEW)
    theirs.get_by_label("Password once more").fill(NEW)
    theirs.get_by_role("button", name="Make the account").click()
    assert "analyst-77 is yours" in theirs.locator("main").inner_text()
    assert theirs.goto(link).status == 404
    guest.close()

    # and the audit says so in sentences, and is whole
    page.goto("/audit/")
    assert "analyst-77 accepted the invitation" in page.locator("main").inner_text()
    is_sound(page)
    page.get_by_role("button", name="Prove that nothing was changed").click()
    assert "The chain is whole up to entry" in page.locator("main").inner_text()
    is_sound(page)


def test_staff_add_a_post_and_appoint_somebody(page, site, browser, sign_in, is_sound):
    # given the posts of a trust
    sign_in(page, "keeper-of-people")
    page.goto("/places/ekhuft/")
    page.get_by_role("link", name="Posts of this organisation").click()
    is_sound(page)

    # when a post is added and somebody put into it
    page.get_by_role("button", name="Add a post").click()
    page.get_by_label("Title of the post").fill("Head of the programme office")
    is_sound(page)
    page.get_by_role("button", name="Add the post").click()
    page.get_by_role("link", name="Appoint somebody").click()
    page.get_by_label("User name of who holds it").fill("keeper-of-people")
    is_sound(page)
    page.get_by_role("button", name="Appoint").click()
    assert "keeper-of-people" in page.locator("main").inner_text()
    is_sound(page)

    # then everyone else reads the title alone
    stranger = browser.new_context(base_url=site.address).new_page()
    stranger.goto(page.url)
    words = stranger.locator("main").inner_text()
    assert "Head of the programme office" in words
    assert "keeper-of-people" not in words
    stranger.context.close()
