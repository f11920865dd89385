"""Minutes as a reader may know them: what was said on a private item is left out."""

import re
from collections.abc import Sequence
from typing import Final

from placeplan_web.governance.models import AgendaItem

PRIVATE: Final = "This part is private, as the item was."
WITHHELD: Final = "These minutes hold private items, and are kept to members."


def leave_out(text: str, hidden: Sequence[AgendaItem]) -> str:
    """Leave out the part under the heading of each hidden item.

    Where a heading was changed, so that nobody can tell where its part stands, all of
    the text is withheld.
    """
    parts = re.split(r"(?m)^(?=## )", text)
    for item in hidden:
        begins = f"## {item.number}. "
        at = [n for n, part in enumerate(parts) if part.startswith(begins)]
        if len(at) != 1:
            return WITHHELD
        heading = parts[at[0]].partition("\n")[0]
        parts[at[0]] = f"{heading}\n\n{PRIVATE}\n\n"
    return "".join(parts)
