"""The pins are hashed, name no address, and follow from pyproject.toml."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements/base.txt", "requirements/dev.txt")


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_names_no_address(lock):
    assert re.findall(r"https?://|--index-url|--find-links|@ file:", _text(lock)) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash(lock):
    pins = re.split(r"\n(?=\S)", _text(lock).strip())
    assert [pin for pin in pins if "--hash=sha256:" not in pin] == []


def test_every_declared_dependency_is_pinned():
    declared = tomllib.loads(_text("pyproject.toml"))
    project = declared["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["web"]
    pinned = set(re.findall(r"^([a-z0-9-]+)(?:\[.*\])?==", _text(LOCKS[0]), re.M))
    names = {re.split(r"[\[<>=]", line)[0] for line in wanted}
    assert names - pinned == set()


def test_both_locks_agree():
    base, dev = (dict(_pins(lock)) for lock in LOCKS)
    assert {name: pin for name, pin in base.items() if dev.get(name) != pin} == {}


def test_every_dependency_gives_its_reason():
    blocks = re.findall(
        r"^(?:dependencies|web|dev|docs) = \[\n(.*?)^\]",
        _text("pyproject.toml"),
        re.M | re.S,
    )
    lines = [line for block in blocks for line in block.splitlines() if line.strip()]
    assert [line for line in lines if "#" not in line] == []


def _text(name):
    return (ROOT / name).read_text(encoding="utf-8")


def _pins(name):
    return re.findall(r"^([a-z0-9-]+(?: ;.*)?)==([^\s\\]+)", _text(name), re.M)
