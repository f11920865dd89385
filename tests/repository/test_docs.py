"""The manual says what the code does: chapters, commands, public names, records."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / "src/placeplan"
STORY = (
    "stats",
    "places",
    "population",
    "demand",
    "capacity",
    "money",
    "performance",
    "evidence",
    "plan",
    "programme",
    "governance",
)


def _text(name):
    return (ROOT / name).read_text(encoding="utf-8")


def _public_names(chapter):
    tree = ast.parse((LIBRARY / chapter / "__init__.py").read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and node.targets[0].id == "__all__":
            return [element.value for element in node.value.elts]
    return []


@pytest.mark.parametrize("chapter", STORY)
def test_every_chapter_has_its_page_and_its_public_names_stand_on_it(chapter):
    page = _text(f"docs/story/{chapter}.md")
    assert [name for name in _public_names(chapter) if f"`{name}" not in page] == []


@pytest.mark.parametrize("chapter", STORY)
def test_a_chapter_opens_with_an_essay(chapter):
    tree = ast.parse((LIBRARY / chapter / "__init__.py").read_text(encoding="utf-8"))
    assert len(ast.get_docstring(tree).split()) >= 30


def test_every_command_is_in_the_manual():
    page = _text("docs/reference/command-line.md")
    listed = re.findall(r"^## `placeplan ([a-z]+)", page, re.M)
    from typer.main import get_command

    from placeplan.cli import app

    assert sorted(listed) == sorted(get_command(app).list_commands(None))


def test_every_page_of_the_manual_is_listed():
    lists = _text("docs/index.md")
    pages = [
        str(path.relative_to(ROOT / "docs").with_suffix(""))
        for path in (ROOT / "docs").rglob("*.md")
        if path.name != "index.md" and "_build" not in path.parts
    ]
    assert [page for page in pages if page not in lists] == []


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "GLOSSARY.md"])
def test_links_between_files_lead_somewhere(document):
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", _text(document))
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_a_decision_says_what_why_and_what_would_change_it():
    for path in (ROOT / "docs/decisions").glob("*.md"):
        headings = re.findall(r"^## (.+)$", path.read_text(encoding="utf-8"), re.M)
        assert headings == ["What", "Why", "What would change our minds"], path.name
