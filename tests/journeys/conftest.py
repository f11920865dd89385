"""A whole site, as a person meets it: server, worker and example, on one database.

It runs beside the tests as ``placeplan demo`` does, made once for all journeys; each
journey brings a user of its own.
"""

import os
import re
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

ROOT = Path(__file__).parents[2]
PLACEPLAN = Path(sys.executable).with_name("placeplan")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
PATIENCE_SECONDS = 90


@dataclass(frozen=True)
class Site:
    """Where the site is, and how to bring a user to it."""

    address: str
    environment: dict[str, str]

    def add_user(self, name, *, organisation="", is_staff=False):
        """Give the password that the command makes and shows this once."""
        words = [PLACEPLAN, "user", "add", name, "--organisation", organisation]
        words += ["--staff"] if is_staff else []
        shown = _call(words, self.environment)
        return re.findall(r"[a-z0-9]{5}(?:-[a-z0-9]{5}){3}", shown)[-1]


def _call(words, environment):
    answer = subprocess.run(
        words, env=environment, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout


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
        yield Site(address, environment)
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


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    return browser_type_launch_args | {"executable_path": path, "args": FLAGS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args, site):
    return browser_context_args | {"base_url": site.address, "locale": "en-GB"}


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
    """Sign a new user in; the name says who it is."""

    def do(page, name, *, organisation="", is_staff=False):
        password = site.add_user(name, organisation=organisation, is_staff=is_staff)
        page.goto("/accounts/sign-in/")
        page.get_by_label("User name").fill(name)
        page.get_by_label("Password").fill(password)
        page.get_by_role("button", name="Sign in").click()
        page.get_by_role("button", name="Sign out").wait_for()

    return do
