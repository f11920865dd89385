"""One word, one meaning: the glossary follows the code."""

import re
from pathlib import Path

from placeplan.reference import MEASURES, ORGANISATION_KINDS, STATUS

ROOT = Path(__file__).parents[2]
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


def _glossary():
    text = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
    sections = re.split(r"^## ", text, flags=re.M)[1:]
    return {
        section.splitlines()[0].strip(): dict(
            re.findall(r"^- \*\*(.+?)\*\*: (.+)$", section, re.M)
        )
        for section in sections
    }


def test_sections_follow_the_story():
    assert tuple(_glossary()) == ("everywhere", *STORY)


def test_terms_stand_in_order_and_once():
    for section, terms in _glossary().items():
        assert list(terms) == sorted(terms, key=str.lower), section
    every = [term.lower() for terms in _glossary().values() for term in terms]
    assert len(every) == len(set(every))


def test_every_definition_is_a_sentence():
    wrong = [
        term
        for terms in _glossary().values()
        for term, words in terms.items()
        if not words.endswith(".") or len(words.split()) < 4
    ]
    assert wrong == []


def test_every_status_measure_and_kind_is_defined():
    text = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
    wanted = [*STATUS.categories, *MEASURES, *ORGANISATION_KINDS]
    assert [name for name in wanted if f"`{name}`" not in text] == []


def test_banned_names_are_not_used_for_modules_or_functions():
    banned = {"data", "info", "manager", "helper", "process", "handle", "misc"}
    banned |= {"common", "utils"}
    found = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "src").rglob("*.py")
        if path.stem in banned
        or re.search(rf"def _?(?:{'|'.join(banned)})\(", path.read_text("utf-8"))
    ]
    assert found == []
