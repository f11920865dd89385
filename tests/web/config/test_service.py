"""The demonstration serves pages with a worker beside, and stops when told to."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest
import typer

from factories.plan_folder import write_plan_folder
from placeplan_web.config.service import check_port, list_server_words

LONGEST_SECONDS = 60


def choose_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(check):
    for _ in range(LONGEST_SECONDS * 5):
        if answer := check():
            return answer
        time.sleep(0.2)
    raise AssertionError("waited in vain")


def ask(port, path):
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    except OSError:
        return None
    finally:
        connection.close()


def find_workers(parent):
    """Give the ids of the worker programs that a process started."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return [
        int(child)
        for child in children
        if b"config.worker" in Path(f"/proc/{child}/cmdline").read_bytes()
    ]


@contextmanager
def demonstrate(folder, home, *words):
    lines = "from placeplan.cli import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", lines, "demo", str(folder), *words],
        env={**os.environ, "PLACEPLAN_HOME": str(home), "PLACEPLAN_DATABASE_URL": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.skipif(
    not Path("/proc/self/task").exists(), reason="children are listed by Linux alone"
)
def test_demonstration_serves_heals_and_stops(tmp_path):
    folder, home, port = tmp_path / "plan", tmp_path / "home", choose_port()
    write_plan_folder(folder)

    with demonstrate(folder, home, "--port", str(port)) as process:
        status, _, page = wait_until(lambda: ask(port, "/cookies/"))
        assert status == 200
        styles = re.search(rb'href="(/static/design/placeplan\.\w+\.css)"', page)[1]
        assert "immutable" in ask(port, styles.decode())[1]["Cache-Control"]
        assert ask(port, "/healthz")[2] == b"well\n"

        (worker,) = wait_until(lambda: find_workers(process.pid))
        os.kill(worker, signal.SIGKILL)
        wait_until(lambda: find_workers(process.pid) not in ([], [worker]))

        process.send_signal(signal.SIGTERM)
        told = process.stdout.read()
        assert process.wait(LONGEST_SECONDS) == 0
    assert f"Open http://127.0.0.1:{port}/ in a browser." in told
    assert "Sign in as demonstration with the password" in told
    assert ask(port, "/healthz") is None

    with demonstrate(folder, home, "--no-serve") as process:
        assert process.wait(LONGEST_SECONDS) == 0


def test_demonstration_without_a_plan_says_what_to_do(tmp_path):
    with demonstrate(tmp_path / "nowhere", tmp_path / "home", "--no-serve") as process:
        told = process.stdout.read()
        assert process.wait(LONGEST_SECONDS) == 2
    assert "There is no plan in" in told


def test_port_that_somebody_else_has_is_told_before_anything_is_started():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        with pytest.raises(typer.BadParameter, match="Choose another one"):
            check_port("127.0.0.1", port)
    check_port("127.0.0.1", choose_port())


def test_server_listens_where_it_is_told():
    words = list_server_words("::1", 8001, workers=2, threads=4)

    assert words[words.index("--bind") + 1] == "[::1]:8001"
    assert words[words.index("--workers") + 1] == "2"
