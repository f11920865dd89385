"""Pages on money made of a run: each a module with its `PAGE`, in reading order."""

from typing import Final

from placeplan_web.evidence.wing.page import WingPage
from placeplan_web.money.pages import (
    appraisal,
    better_care,
    fair_share,
    fund,
    gap,
    productivity,
)

PAGES: Final[tuple[WingPage, ...]] = (
    gap.PAGE,
    fund.PAGE,
    better_care.PAGE,
    productivity.PAGE,
    fair_share.PAGE,
    appraisal.PAGE,
)
