"""An analyst's way: bring a plan, mend it, run it, release it."""

import re
import shutil

import pytest

from factories.plan_folder import MANIFEST, make_tables, write_plan_folder

pytestmark = pytest.mark.journey

RUN_MILLISECONDS = 60_000
PHONE = {"width": 375, "height": 740}


def _zip(folder, name):
    return shutil.make_archive(str(folder.parent / name), "zip", folder)


def _upload(page, archive):
    page.goto("/evidence/plans/add/")
    page.get_by_label("Plan folder as a .zip file").set_input_files(archive)
    page.get_by_role("button", name="Check and store").click()


def _write_plan(folder, title, **tables):
    manifest = MANIFEST.replace("A tiny plan", title)
    return write_plan_folder(folder, manifest=manifest, **tables)


def _make_three_faults():
    """Give the tables of a plan: fewer people than none, a stranger, a share of 1.5."""
    tables = make_tables()
    tables["people_base"][5]["value"] = -5
    tables["beds"][0]["provider"] = "nobody"
    tables["staff_flows"][0]["joiner_share"] = 1.5
    return tables


def test_analyst_mends_three_faults_and_runs_their_plan(
    page, browser, site, tmp_path, sign_in, is_sound, complaints
):
    # given a plan folder with three faults
    title, tables = "A plan to mend", _make_three_faults()
    folder = _write_plan(tmp_path / "mine", title, tables=tables)
    sign_in(page, "mending-analyst")
    page.goto("/evidence/plans/add/")
    is_sound(page)

    # when it is sent, every fault is told at once, and nothing is stored
    _upload(page, _zip(folder, "faulty"))
    told = page.locator("main").inner_text()
    assert "There are 3 faults in what you sent. Nothing was changed." in told
    for file, found in (
        ("people/base.csv", "-5"),
        ("capacity/beds.csv", "nobody"),
        ("capacity/staff_flows.csv", "1.5"),
    ):
        row = page.get_by_role("row", name=file).inner_text()
        assert found in row
    is_sound(page)
    complaints.clear()  # the browser notes that the answer was a refusal
    page.goto("/evidence/plans/")
    assert page.get_by_role("link", name=title).count() == 0

    # and once mended it is stored, run, and shows its results
    _write_plan(folder, title)
    _upload(page, _zip(folder, "mended"))
    is_sound(page)
    page.get_by_role("button", name="Run this plan").click()
    came_out = page.get_by_role("heading", name="What came out")
    came_out.wait_for(timeout=RUN_MILLISECONDS)
    is_sound(page)
    address = page.url

    # then it is private until it is released
    stranger = browser.new_context(base_url=site.address).new_page()
    assert stranger.goto(address).status == 403
    assert "private to its owner" in stranger.locator("main").inner_text()
    page.get_by_text("Release this run").first.click()
    is_sound(page)
    page.get_by_role("button", name="Release").click()
    assert "The run is open to everyone now." in page.locator("main").inner_text()
    assert stranger.goto(address).status == 200
    stranger.get_by_role("link", name="Money").last.click()
    assert stranger.locator("figure#bridge").is_visible()
    stranger.context.close()

    # and the front page stays that of the plan of the site
    page.goto("/")
    assert "Kent and Medway" in page.locator("h1").inner_text()


def test_analyst_watches_a_run_without_touching_the_page(page, sign_in, is_sound):
    # given a run that was asked for
    sign_in(page, "watching-analyst")
    page.goto("/evidence/runs/")
    page.get_by_role("button", name="Run Kent and Medway").click()
    page.get_by_role("heading", name="Run of Kent and Medway").wait_for()

    # then the page tells by itself what it does and what is left
    words = page.locator(".pp-progress__words", has_text="steps left")
    words.wait_for(timeout=RUN_MILLISECONDS)
    assert re.search(r"The run is (working out|writing|reading|keeping) ", _read(words))

    # and shows what came out once it is there
    came_out = page.get_by_role("heading", name="What came out")
    came_out.wait_for(timeout=RUN_MILLISECONDS)
    page.get_by_text("History: who changed what").click()
    assert "the run was asked for, by you" in page.locator("main").inner_text()
    is_sound(page)


def _read(words):
    """Give the words of the progress, or what they were when the run was quicker."""
    texts = words.all_inner_texts()
    return texts[0] if texts else "The run is keeping the results."


def test_analyst_cancels_a_run(page, sign_in, is_sound):
    sign_in(page, "cancelling-analyst")
    page.goto("/evidence/runs/")
    page.get_by_role("button", name="Run Kent and Medway").click()
    page.get_by_role("button", name="Cancel this run").click()
    page.get_by_text("Nothing of it is shown").wait_for(timeout=RUN_MILLISECONDS)
    assert page.get_by_role("heading", name="What came out").count() == 0
    assert page.get_by_role("button", name="Try this run again").is_visible()
    is_sound(page)


def test_whole_way_can_be_gone_without_a_script(browser, site, tmp_path, sign_in):
    # given a browser that runs no script
    reader = browser.new_context(java_script_enabled=False, base_url=site.address)
    page = reader.new_page()
    sign_in(page, "plain-analyst")

    # when a plan is sent and run
    folder = _write_plan(tmp_path / "plain", "A plain plan")
    _upload(page, _zip(folder, "plain"))
    page.get_by_role("button", name="Run this plan").click()

    # then a link shows how far it is, until it is there
    came_out = page.get_by_role("heading", name="What came out")
    for _ in range(60):
        if came_out.count():
            break
        page.get_by_role("link", name="Show how far it is now").click()
        page.wait_for_timeout(500)
    assert came_out.is_visible()

    # and its pages and the way out are there as well
    page.get_by_role("link", name="People").last.click()
    assert page.locator("figure#people-by-age").is_visible()
    page.get_by_role("button", name="Sign out").click()
    assert page.get_by_role("link", name="Sign in").first.is_visible()
    reader.close()


def test_analyst_steers_a_run_from_a_phone(page, sign_in, axe_finds_nothing):
    # given a phone
    page.set_viewport_size(PHONE)
    sign_in(page, "phone-analyst")
    page.goto("/evidence/runs/")
    axe_finds_nothing(page)

    # when a run is started, and cancelled
    page.get_by_role("button", name="Run Kent and Medway").click()
    page.get_by_role("button", name="Cancel this run").click()
    page.get_by_text("Nothing of it is shown").wait_for(timeout=RUN_MILLISECONDS)
    axe_finds_nothing(page)

    # then it is among what they have at work
    page.goto("/")
    work = page.get_by_role("region", name="My work")
    assert "cancelled" in work.inner_text()
    axe_finds_nothing(page)


def test_analyst_withdraws_a_plan_with_a_reason(page, tmp_path, sign_in, is_sound):
    # given a plan that somebody stored
    sign_in(page, "withdrawing-analyst")
    _upload(page, _zip(_write_plan(tmp_path / "old", "An old plan"), "old"))

    # when it is withdrawn
    page.get_by_text("Withdraw this plan folder").click()
    page.get_by_label("Why is it withdrawn?").fill("It counts Swale twice.")
    is_sound(page)
    page.get_by_role("button", name="Withdraw").click()

    # then it leaves the list, and its page says why
    assert "It counts Swale twice." in page.locator("main").inner_text()
    assert page.get_by_role("button", name="Run this plan").count() == 0
    is_sound(page)
    page.goto("/evidence/plans/")
    assert page.get_by_role("link", name="An old plan").count() == 0


def test_two_gigabytes_are_refused_in_words(page, tmp_path, sign_in, complaints):
    huge = tmp_path / "huge.zip"
    with huge.open("wb") as file:
        file.truncate(2 * 1024**3)  # a hole: it takes no room on this disk
    sign_in(page, "hasty-analyst")

    _upload(page, str(huge))

    assert page.get_by_role("heading", name="This is too large").is_visible()
    assert "Nothing of it was kept." in page.locator("main").inner_text()
    complaints.clear()  # the browser notes that the answer was a refusal


def test_starting_a_run_needs_an_account(page):
    page.goto("/evidence/runs/")
    assert page.get_by_role("button", name=re.compile("Run")).count() == 0
    page.goto("/evidence/plans/add/")
    assert page.get_by_role("heading", name="Sign in").is_visible()
