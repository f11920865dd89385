"""What a linking column may name: codes for files, and words for people."""

from typing import Any

from placeplan_web.registers.column import Link


class NamedCodes(dict[str, int]):
    """The key of each record by its code; `words` has what a page calls it."""

    def __init__(self, link: Link, scope: Any) -> None:
        records = list(link.list_all(scope))
        super().__init__((link.write_code(each), each.pk) for each in records)
        self.words = {link.write_code(each): link.write_words(each) for each in records}
