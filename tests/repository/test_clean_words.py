"""Nothing of one machine, no private person and nothing unfinished is committed."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = {".py", ".md", ".yaml", ".toml", ".csv", ".jinja", ".txt", ".json", ".css", ""}


def _files():
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in listed.stdout.splitlines():
        if "/vendor/" not in name and Path(name).suffix in TEXT:
            yield name, (ROOT / name).read_text(encoding="utf-8")


def _found(pattern, keep=bool):
    return [
        (name, match)
        for name, text in _files()
        if keep(name) and not name.endswith(Path(__file__).name)
        for match in re.findall(pattern, text)
    ]


def test_no_path_of_a_machine():
    assert _found(r"(?:/work|/root|/home/\w+)/[\w.-]+") == []


def test_no_e_mail_address_or_telephone_number():
    addresses = _found(
        r"(?<![:\w.+-])[\w.+-]+@(?!example\.|[\w-]+\.example\b)[\w-]+\.[a-z]{2,}\b"
    )
    numbers = _found(r"(?<![\d.,-])0\d{4} ?\d{6}(?![\d.])", lambda n: "examples/" in n)
    assert addresses + numbers == []


def test_nothing_is_left_for_later_in_code():
    left = r"\b(?:TODO|FIXME|XXX|NotImplementedError)\b"
    assert (
        _found(left, lambda name: name.startswith(("src/", "tests/", "tools/"))) == []
    )
