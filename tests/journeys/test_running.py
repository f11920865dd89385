"""An analyst's way: bring a plan, mend it, run it, release it."""

import re
import shutil

import pytest

from factories.plan_folder import write_plan_folder

pytestmark = pytest.mark.journey


def _zip(folder, name):
    return shutil.make_archive(str(folder.parent / name), "zip", folder)


def _upload(page, archive):
    page.goto("/evidence/plans/add/")
    page.get_by_label("Plan folder as a .zip file").set_input_files(archive)
    page.get_by_role("button", name="Check and store").click()


def test_analyst_mends_three_faults_and_runs_their_plan(
    page, browser, site, tmp_path, sign_in, axe_finds_nothing
):
    # given a plan folder with three faults
    folder = write_plan_folder(tmp_path / "mine")
    base = folder / "people/base.csv"
    sound = base.read_text()
    lines = sound.splitlines()
    lines[1] = re.sub(r",[\d.]+,made-up", ",-5,made-up", lines[1])
    lines[2] = lines[2].replace(lines[2].split(",")[1], "atlantis", 1)
    base.write_text("\n".join([*lines, lines[-1]]) + "\n")
    sign_in(page, "mending-analyst")

    # when it is sent, every fault is told at once
    _upload(page, _zip(folder, "faulty"))
    told = page.locator("main").inner_text()
    assert "people/base.csv" in told
    assert "atlantis" in told
    assert "-5" in told
    axe_finds_nothing(page)

    # and once mended it is stored, run, and shows its results
    base.write_text(sound)
    _upload(page, _zip(folder, "mended"))
    page.get_by_role("button", name="Run this plan").click()
    page.get_by_role("heading", name="What came out").wait_for(timeout=60_000)
    axe_finds_nothing(page)
    address = page.url

    # then it is private until it is released
    stranger = browser.new_context(base_url=site.address).new_page()
    assert stranger.goto(address).status == 403
    page.get_by_text("Release this run").first.click()
    page.get_by_role("button", name="Release").click()
    assert stranger.goto(address).status == 200
    stranger.context.close()


def test_analyst_cancels_a_run(page, sign_in):
    sign_in(page, "cancelling-analyst")
    page.goto("/evidence/runs/")
    page.get_by_role("button", name="Run Kent and Medway").click()
    page.get_by_role("button", name="Cancel this run").click()
    page.get_by_text("Nothing of it is shown").wait_for(timeout=60_000)
    assert page.get_by_role("heading", name="What came out").count() == 0


def test_starting_a_run_needs_an_account(page):
    page.goto("/evidence/runs/")
    assert page.get_by_role("button", name=re.compile("Run")).count() == 0
    page.goto("/evidence/plans/add/")
    assert page.get_by_role("heading", name="Sign in").is_visible()
