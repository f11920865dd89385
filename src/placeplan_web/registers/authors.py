"""Who wrote a version, as far as a reader may know: no names of people."""

import re
from collections.abc import Mapping
from typing import Any

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
SOMEBODY = "somebody who had signed in"


def name_authors(ids: set[str], reader: Any) -> Mapping[str, str]:
    """Give words for each id: the reader as you, parts of the system by their name."""
    own = str(getattr(reader, "public_id", ""))
    return {
        author: "you"
        if author == own
        else (SOMEBODY if _ID.fullmatch(author) else f"the {author}")
        for author in ids
    }
