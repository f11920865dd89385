"""A column of several words, which stand in one cell with semicolons between."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from placeplan_web.registers.column import Column, MisreadError

BETWEEN: Final = ";"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsColumn(Column):
    """A list of words, each once."""

    def get_value(self, record: Any) -> Any:
        """Give the words of a record; none at all as None."""
        return list(getattr(record, self.path) or ()) or None

    def parse(self, text: str, codes: Mapping[str, int] | None = None) -> Any:
        """Read words between semicolons.

        Raises
        ------
        MisreadError
            One stands there twice.
        """
        read = Column.parse(self, text, codes)
        words = [word for part in (read or "").split(BETWEEN) if (word := part.strip())]
        if len({word.casefold() for word in words}) < len(words):
            raise MisreadError("each of the words once", "Take the double out.")
        return words or None

    def write_text(self, value: Any) -> str:
        """Write words for a file, so that `parse` gives them back."""
        return f"{BETWEEN} ".join(value or ())
