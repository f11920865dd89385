"""Rooms stay small: one concept a module."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
MOST_LINES = 500
MOST_TEST_LINES = 600
# Path from the root -> why it may be longer.
EXCEPTIONS: dict[str, str] = {
    "src/placeplan_web/programme/migrations/0001_initial.py": "written by Django: each "
    "register and its history stand in one migration",
}


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _too_long(folders: tuple[str, ...], most: int) -> dict[str, int]:
    found = {}
    for folder in folders:
        for path in (ROOT / folder).rglob("*.py"):
            name = str(path.relative_to(ROOT))
            if _lines(path) > most and name not in EXCEPTIONS:
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
