"""The manual names every layout."""

from pathlib import Path

from placeplan.tables import official

PAGE = Path(__file__).parents[4] / "docs" / "reference" / "official-files.md"


def test_every_public_name_stands_in_the_manual():
    page = PAGE.read_text(encoding="utf-8")

    assert [name for name in official.__all__ if f"`{name}`" not in page] == []
