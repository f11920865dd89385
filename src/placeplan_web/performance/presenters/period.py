"""How the period of a figure reads."""

import re
from typing import Final

from placeplan.periods import MonthInterval

_MONTH: Final = re.compile(
    r"(?<![\d-])(?:19|20)\d{2}-(?:0[1-9]|1[0-2])(?![\d-])", re.ASCII
)


def write_period(period: str) -> str:
    """Write months by their names; years, quarters and words stay as they are.

    Examples
    --------
    >>> write_period("2014-09 to 2015-08")
    'September 2014 to August 2015'
    >>> write_period("Q4 2016/17")
    'Q4 2016/17'
    """
    return _MONTH.sub(lambda found: str(MonthInterval.parse(found[0])), period)
