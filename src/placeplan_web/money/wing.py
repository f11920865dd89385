"""The pages on money that are made of a run, together."""

from typing import Final

from placeplan_web.evidence.wing.wing import Wing
from placeplan_web.money.pages import PAGES

MONEY_WING: Final = Wing(
    "money", "Money", PAGES, index="evidence:money", address="money:page"
)
