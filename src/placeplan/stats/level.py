"""Confidence levels as people write them: 0.95, 95 or 99.8, one or many."""

from collections.abc import Sequence

import numpy as np

from placeplan.errors import Fault, InputError

DEFAULT_LEVELS = (0.95,)
LEAST_PERCENT = 50


def read_levels(
    confidence: float | Sequence[float], *, least: float = 0.0
) -> tuple[float, ...]:
    """Read confidence levels, as shares or as percentages.

    Parameters
    ----------
    confidence : float or sequence of float
        Above 0 and up to 1 as a share; 50 to 100 as a percentage. The level 1 is the
        whole range that is possible: 0 to 1 for a proportion, 0 to infinity for a
        count.
    least : float
        Refuse a level below this share; public-health tables start at 0.9.

    Returns
    -------
    tuple of float
        Each as a share.

    Raises
    ------
    InputError
        A level that cannot be, or is below `least`.

    Examples
    --------
    >>> read_levels([0.95, 99.8])
    (0.95, 0.998)
    """
    given = [confidence] if isinstance(confidence, int | float) else list(confidence)
    read: list[float] = []
    faults: list[Fault] = []
    for level in given:
        share = _read_level(level)
        if share is None or share < least:
            faults.append(_fault(level, least))
        else:
            read.append(share)
    if not given:
        faults.append(_fault("nothing", least))
    if faults:
        raise InputError(faults)
    return tuple(read)


def name_levels(levels: Sequence[float]) -> list[str]:
    """Name the levels as columns do: nothing for one level, digits for several.

    Examples
    --------
    >>> name_levels([0.95]), name_levels([0.95, 0.998])
    ([''], ['_95', '_998'])
    """
    if len(levels) == 1:
        return [""]
    return ["_" + f"{round(level * 100, 8):g}".replace(".", "") for level in levels]


def _read_level(level: object) -> float | None:
    if isinstance(level, bool) or not isinstance(level, int | float):
        return None
    if 0 < level <= 1:
        return float(level)
    if LEAST_PERCENT <= level <= 100:
        return float(np.round(level / 100, 12))
    return None


def _fault(level: object, least: float) -> Fault:
    start = f"{least:g}" if least else "above 0"
    return Fault(
        "options",
        "confidence",
        f"a confidence level from {start} to 1, or its percentage",
        str(level),
        "Write it as 0.95 or 95.",
    )
