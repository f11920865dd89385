"""Run the web server and the worker."""

import logging
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from types import FrameType
from typing import NoReturn

import typer
from django.core.management import call_command
from django.db import close_old_connections
from django.utils import timezone

log = logging.getLogger(__name__)
LOOK_SECONDS = 10
KEEP_TASKS_DAYS = 30
APPLICATION = "placeplan_web.config.wsgi"


def list_server_words(host: str, port: int, *, workers: int, threads: int) -> list[str]:
    """Give the command line of the web server."""
    shown = f"[{host}]" if ":" in host else host
    return [
        *(sys.executable, "-m", "gunicorn", APPLICATION),
        *("--bind", f"{shown}:{port}"),
        *("--workers", str(workers), "--threads", str(threads)),
        *("--worker-class", "gthread", "--timeout", "60"),
        *("--max-requests", "20000", "--max-requests-jitter", "2000"),
        *("--no-control-socket", "--log-level", "warning"),
    ]


def check_port(host: str, port: int) -> None:
    """Say in words, before anything is started, that somebody else listens there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise typer.BadParameter(
                f"Nothing can listen on {host}, port {port}: {error.strerror}. Choose "
                "another one with --port."
            ) from error


def run_server(host: str, port: int, *, workers: int, threads: int) -> NoReturn:
    """Become the web server."""
    words = list_server_words(host, port, workers=workers, threads=threads)
    os.execv(words[0], words)  # noqa: S606 - our own words, no shell


def run_worker() -> None:
    """Carry out waiting work until told to stop; find what a dead worker left."""
    call_command("prune_db_task_results", min_age_days=KEEP_TASKS_DAYS, verbosity=0)
    threading.Thread(target=_look_for_silent_runs, daemon=True).start()
    call_command("db_worker", interval=1, startup_delay=False)


def _look_for_silent_runs() -> None:
    from placeplan_web.evidence.operations import resume_silent_runs
    from placeplan_web.registers.imports import resume_silent_imports

    while True:
        try:
            close_old_connections()
            resume_silent_runs(at=timezone.now())
            resume_silent_imports(at=timezone.now())
        except Exception:
            log.exception("Looking for silent runs failed; it is tried again")
        time.sleep(LOOK_SECONDS)


def serve_with_worker(host: str, port: int) -> int:
    """Serve with one worker beside, started anew if it stops; give the exit code."""
    words = list_server_words(host, port, workers=1, threads=8)
    server = subprocess.Popen(words)  # noqa: S603 - our own words
    typer.echo(f"Open http://{host}:{port}/ in a browser. Stop with Ctrl+C.")
    stopping = threading.Event()

    def stop(number: int, frame: FrameType | None) -> None:
        stopping.set()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    worker = _start_worker()
    while server.poll() is None and not stopping.wait(1):
        if worker.poll() is not None:
            log.warning("The worker stopped and is started again")
            worker = _start_worker()
    for child in (worker, server):
        child.terminate()
    for child in (worker, server):
        _wait_or_kill(child)
    return 0 if stopping.is_set() else server.returncode


def _start_worker() -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "placeplan_web.config.worker"]
    return subprocess.Popen(words)  # noqa: S603 - our own words


def _wait_or_kill(child: subprocess.Popen[bytes]) -> None:
    try:
        child.wait(timeout=10)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
