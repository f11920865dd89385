"""Minutes as a reader may know them: what was said on a private item is left out."""

import re
from collections.abc import Sequence
from typing import Final

from placeplan_web.governance.models import AgendaItem

PRIVATE: Final = "This part is private, as the item was."
NUMBERED: Final = re.compile(r"## ((\d+)\w*)\. ")
WITHHELD: Final = "These minutes hold private items, and are kept to members."


def leave_out(text: str, hidden: Sequence[AgendaItem]) -> str:
    """Leave out the part under the heading of each hidden item.

    A heading without a number belongs to the item above it. Where numbers do not rise,
    or a heading was changed, nobody can tell where a part stands: all is withheld.
    """
    parts = re.split(r"(?m)^(?=## )", text)
    heads = [found for part in parts if (found := NUMBERED.match(part))]
    order = [(int(head[2]), head[1]) for head in heads]
    wanted = {item.number for item in hidden}
    missing = wanted - {head[1] for head in heads}
    if wanted and (missing or order != sorted(set(order))):
        return WITHHELD
    kept, leaving = [], False
    for part in parts:
        if found := NUMBERED.match(part):
            leaving = found[1] in wanted
            if leaving:
                heading = part.partition("\n")[0]
                kept.append(f"{heading}\n\n{PRIVATE}\n\n")
        if not leaving:
            kept.append(part)
    return "".join(kept)
