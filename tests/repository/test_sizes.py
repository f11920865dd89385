"""Rooms stay small: one concept a module."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
MOST_LINES = 500
MOST_TEST_LINES = 600
# Path from the root -> why it may be longer.
EXCEPTIONS: dict[str, str] = {}
# Written by Django, a migration for what is made together: nobody reads them as rooms.
MACHINE_WRITTEN = "migrations"


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _too_long(folders: tuple[str, ...], most: int) -> dict[str, int]:
    found = {}
    for folder in folders:
        for path in (ROOT / folder).rglob("*.py"):
            name = str(path.relative_to(ROOT))
            if MACHINE_WRITTEN in path.parts or name in EXCEPTIONS:
                continue
            if _lines(path) > most:
                found[name] = _lines(path)
    return found


def test_modules_stay_within_the_limit():
    assert _too_long(("src", "tools", "benchmarks"), MOST_LINES) == {}


def test_tests_stay_within_the_limit():
    assert _too_long(("tests",), MOST_TEST_LINES) == {}


def test_exceptions_still_exist_and_still_need_to_be():
    needless = {
        name
        for name in EXCEPTIONS
        if not (ROOT / name).exists() or _lines(ROOT / name) <= MOST_LINES
    }
    assert needless == set()
