"""What the manual shows is what the code says: every example of it is run."""

import doctest
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    page
    for page in (ROOT / "docs").rglob("*.md")
    if "\n>>> " in page.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_examples_say_what_the_code_says(page, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)

    ran = doctest.testfile(str(page), module_relative=False, encoding="utf-8")

    assert ran.attempted > 0
    assert capsys.readouterr().out == ""
