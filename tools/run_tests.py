"""Run the tests by part, and print how long each folder took beside its budget.

``python tools/run_tests.py [library|web-sqlite|web-postgresql|journeys|repository …]``
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SETTINGS = "placeplan_web.config.settings"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the test suite, what runs it, and how long it should take."""

    name: str
    arguments: tuple[str, ...]
    budget_seconds: int
    wrapper: tuple[str, ...] = ()
    needs_django: bool = False


PARTS: Mapping[str, Part] = {
    part.name: part
    for part in (
        Part(
            "library",
            (
                "--doctest-modules",
                "src/placeplan",
                "tests/library",
                "tests/spec",
                "tests/properties",
                "tests/reference",
                "-n2",
                "-pno:django",
            ),
            budget_seconds=180,
        ),
        Part(
            "web-sqlite",
            ("tests/web", "-n2"),
            budget_seconds=300,
            needs_django=True,
        ),
        Part(
            "web-postgresql",
            ("tests/web", "-n2"),
            budget_seconds=350,
            wrapper=("tools/with_postgres.py",),
            needs_django=True,
        ),
        Part(
            "journeys",
            ("tests/journeys", "-n2"),
            budget_seconds=250,
            needs_django=True,
        ),
        Part("repository", ("tests/repository",), budget_seconds=60),
    )
}
DEFAULT = ("library", "web-sqlite", "web-postgresql", "journeys")


def run_part(part: Part, clock: Callable[[], float]) -> tuple[int, float]:
    """Run one part; give its exit code and its seconds."""
    environment = dict(os.environ)
    if part.needs_django:
        environment |= {
            "DJANGO_SETTINGS_MODULE": SETTINGS,
            "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
        }
    interpreter = [sys.executable]
    wrapper = [*interpreter, *part.wrapper] if part.wrapper else []
    command = [*wrapper, *interpreter, "-m", "pytest", "-q", *part.arguments]
    started = clock()
    code = subprocess.call(command, cwd=ROOT, env=environment)
    return code, clock() - started


def main(names: list[str]) -> int:
    """Run the parts named, or all of them; stop at the first that fails."""
    rows = []
    worst = 0
    for name in names or DEFAULT:
        part = PARTS[name]
        print(f"== {name} ==", flush=True)
        code, seconds = run_part(part, time.monotonic)
        rows.append((name, seconds, part.budget_seconds))
        worst = worst or code
    print("part             seconds  budget")
    for name, seconds, budget in rows:
        over = "  over its budget" if seconds > budget else ""
        print(f"{name:<16}{seconds:>8.0f}{budget:>8}{over}")
    return worst


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
