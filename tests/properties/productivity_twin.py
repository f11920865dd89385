"""The slow, obvious twin of the five-year opportunity: a queue of what is due."""

from collections import deque
from fractions import Fraction
from math import floor


def save_from_queue(base, catch_up, terms):
    """Give `(year, saved)` and what waits: the oldest dues are saved first."""
    queue, saved = deque(), []
    for term in terms:
        grown = Fraction(str(term.cost_growth)) + 1
        grown *= Fraction(str(term.activity_growth)) + 1
        base = round(base * grown)
        queue.append(catch_up.get(term.year, 0))
        queue.append(round(base * Fraction(str(term.efficiency_share))))
        room = None
        if term.cap_share is not None:
            room = floor(base * Fraction(str(term.cap_share)))
        taken = 0
        while queue and (room is None or room > 0):
            due = queue.popleft()
            part = due if room is None else min(due, room)
            taken += part
            if room is not None:
                room -= part
            if due > part:
                queue.appendleft(due - part)
        saved.append((term.year, taken))
    return saved, sum(queue)
