"""Days that have to stand in order, told beside the one to mend."""

from placeplan_web.registers.kind import Problem, Values


def find_disorder(values: Values, first: str, last: str) -> list[Problem]:
    """Refuse what ends before it starts."""
    start, end = values.get(first), values.get(last)
    if start and end and end < start:
        return [
            Problem(last, f"It cannot be before {start.isoformat()}, the first day.")
        ]
    return []


def find_half(values: Values, first: str, last: str) -> list[Problem]:
    """Refuse one end of an interval without the other."""
    start, end = values.get(first), values.get(last)
    if (start is None) == (end is None):
        return []
    return [Problem(last if end is None else first, "Give both days, or neither.")]
