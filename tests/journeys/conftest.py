"""A whole site, as a person meets it: server, worker and example, on one database.

It runs beside the tests as ``placeplan demo`` does, made once for all journeys; each
journey has a user of its own, so that their order never matters.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator

ROOT = Path(__file__).parents[2]
PLACEPLAN = Path(sys.executable).with_name("placeplan")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
PATIENCE_SECONDS = 240  # to start, on a machine with much else to do
NARROW = {"width": 320, "height": 640}  # a small phone, or a desk at 400 % zoom
SETTLED_LOOKS, LOOK_MILLISECONDS = 50, 100
PEOPLE = {  # everyone who signs in: their organisation; staff, or programme office
    "mending-analyst": "km-stp",
    "cancelling-analyst": "km-stp",
    "watching-analyst": "km-stp",
    "plain-analyst": "km-stp",
    "phone-analyst": "km-stp",
    "withdrawing-analyst": "ekhuft",
    "hasty-analyst": "mft",
    "keeper-of-facts": "km-stp staff",
    "careful-secretary": "km-stp",
    "keeper-of-people": "km-stp staff",
    "office-importer": "km-stp office",
    "office-first": "km-stp office",
    "office-second": "km-stp office",
    "office-slipping": "km-stp office",
    "office-scoring": "km-stp office",
    "office-gap": "km-stp office",
    "clerk-thanet": "km-stp clerk",
    "clerk-speaking": "km-stp clerk",
    "clerk-silent": "km-stp clerk",
    "clerk-boards": "km-stp clerk",
    "clerk-planning": "km-stp clerk",
    "clerk-pack": "km-stp clerk",
    "clerk-risk": "km-stp office clerk",
    "clerk-reading": "km-stp clerk",
    "declaring-member": "km-stp member",
    "clerk-nhs": "km-stp clerk",
    "gift-member": "km-stp member",
    "signing-chief": "ekhuft office",
    "planning-planner": "km-stp",
    "counting-planner": "mft",
    "finance-lead": "km-stp",
}


@dataclass(frozen=True)
class Site:
    """Where the site is, and the passwords of its people."""

    address: str
    passwords: dict[str, str]


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    environment = dict(os.environ) | {"PLACEPLAN_HOME": str(home)}
    environment.pop("PLACEPLAN_DATABASE_URL", None)
    port = _find_port()
    log = (home / "log").open("w")
    server = subprocess.Popen(
        [PLACEPLAN, "demo", "--port", str(port)],
        env=environment,
        cwd=ROOT,
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_until_well(address, server, home / "log")
        yield Site(address, _add_people(environment))
    finally:
        server.terminate()
        server.wait(timeout=30)
        log.close()


def _find_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_until_well(address, server, log):
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=2):  # noqa: S310 - ours
                return
        except OSError:
            time.sleep(0.3)
    pytest.fail(f"The site did not start:\n{log.read_text()}")


def _add_people(environment):
    answer = subprocess.run(
        [sys.executable, "-m", "factories.journey_people"],
        input="\n".join(f"{name} {where}" for name, where in PEOPLE.items()),
        env=environment | {"PYTHONPATH": str(ROOT / "tests")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    return dict(line.split() for line in answer.stdout.splitlines())


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    return browser_type_launch_args | {"executable_path": path, "args": FLAGS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args, site):
    return browser_context_args | {"base_url": site.address, "locale": "en-GB"}


@pytest.fixture(autouse=True)
def complaints(page):
    """What the browser complains of, such as our own policy being broken.

    A journey that meets an error on its way clears the list once it has looked.
    """
    heard = []

    def hear(message):
        if message.type in {"error", "warning"}:
            heard.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: heard.append(str(error)))
    yield heard
    assert heard == []


@pytest.fixture(autouse=True)
def patient_clicks(monkeypatch):
    """Who clicks waits until the page that comes of it is there whole, as people do.

    The browser answers when a page has begun to come; what is read of it at once may
    be the half of it.
    """
    click = Locator.click

    def click_and_wait(locator, **options):
        click(locator, **options)
        locator.page.wait_for_load_state()

    monkeypatch.setattr(Locator, "click", click_and_wait)


@pytest.fixture
def is_sound(axe_finds_nothing):
    """A check that a page has no fault, and never scrolls sideways."""

    def check(page):
        axe_finds_nothing(page)
        before = page.viewport_size
        page.set_viewport_size(NARROW)
        for _ in range(SETTLED_LOOKS):  # the menu folds itself a moment later
            width = page.evaluate("document.documentElement.scrollWidth")
            if width <= NARROW["width"]:
                break
            page.wait_for_timeout(LOOK_MILLISECONDS)
        assert width <= NARROW["width"], page.url
        page.set_viewport_size(before)

    return check


@pytest.fixture
def axe_finds_nothing():
    """A check that a page has no fault that axe can find."""

    def check(page):
        found = Axe().run(page, options={"resultTypes": ["violations"]})
        faults = [
            f"{fault['id']}: {node['html'][:120]}"
            for fault in found.response["violations"]
            for node in fault["nodes"]
        ]
        assert faults == [], page.url

    return check


@pytest.fixture
def sign_in(site):
    """Sign a user in; nobody is told a password but by the command that adds them."""

    def do(page, name):
        page.goto("/accounts/sign-in/")
        page.get_by_label("User name").fill(name)
        page.get_by_label("Password").fill(site.passwords[name])
        page.get_by_role("button", name="Sign in").click()
        page.get_by_role("button", name="Sign out").wait_for()

    return do
