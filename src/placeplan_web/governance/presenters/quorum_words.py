"""The quorum of a group in words, as its terms state it and no further."""

from placeplan_web.design.words import write_count
from placeplan_web.governance.models import TermsOfReference

NOT_STATED = "not stated"


def say_quorum(terms: TermsOfReference | None) -> str:
    """Write a quorum; where none is stated, none is assumed."""
    if terms is None:
        return NOT_STATED
    parts = []
    if terms.quorum_number is not None:
        of = f" of {terms.members_stated}" if terms.members_stated else ""
        parts.append(f"{terms.quorum_number}{of}")
    if terms.quorum_part is not None:
        parts.append(f"{terms.quorum_part} in {terms.quorum_whole} of its members")
    least = [
        write_count(number, name.replace("_", " "), name.replace("_", " "))
        for name, number in (terms.quorum_least or {}).items()
    ]
    if least:
        parts.append(f"at least {', '.join(least)}")
    return ", ".join(parts) or NOT_STATED


def has_quorum(terms: TermsOfReference | None) -> bool:
    """Tell whether terms state a quorum of any kind."""
    return terms is not None and bool(
        terms.quorum_number or terms.quorum_part or terms.quorum_least
    )
