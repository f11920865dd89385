"""Room for names on a picture: where a name covers the least of what stands there."""

from collections.abc import Iterable, Sequence
from typing import Final

Box = tuple[float, float, float, float]
"""Left, top, right and low end, in units of the picture."""

LETTER: Final = 6.4
"""Width of a letter of 13 units' height, on the average."""
NAME_HEIGHT: Final = 14.0


def find_room(tried: Iterable[Box], taken: Sequence[Box], inside: Box) -> Box:
    """Choose, of boxes tried in order of liking, the first that covers the least.

    What stands outside the picture counts for more than what covers another name.
    """
    boxes = list(tried)
    covered = [
        round(sum(_cover(box, other) for other in taken) + 100 * _stray(box, inside), 1)
        for box in boxes
    ]
    return boxes[covered.index(min(covered))]


def _cover(one: Box, other: Box) -> float:
    """Measure the area that two boxes share."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    tall = min(one[3], other[3]) - max(one[1], other[1])
    return max(0.0, wide) * max(0.0, tall)


def _stray(box: Box, inside: Box) -> float:
    """Measure how far a box reaches beyond the picture."""
    beyond = (
        *(edge - end for edge, end in zip(inside[:2], box[:2], strict=True)),
        *(end - edge for edge, end in zip(inside[2:], box[2:], strict=True)),
    )
    return sum(max(0.0, each) for each in beyond)
