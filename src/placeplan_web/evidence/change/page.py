"""The pages on what the plan changes: what each shows, and what may be chosen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from placeplan.plan.figure import Figure
from placeplan_web.evidence.change import bridge, claim, driver, ledger, spread
from placeplan_web.evidence.change.choice import Choice
from placeplan_web.evidence.change.outcome import Chosen, Outcome
from placeplan_web.evidence.record import Record

DrawChosen = Callable[[Outcome, Chosen], Figure | None]
MakeRecord = Callable[[Outcome, Chosen], Record | None]


@dataclass(frozen=True, slots=True)
class ChangePage:
    """One page; `empty` is said where there is nothing to show.

    `tables` names the input tables that its pictures rest on.
    """

    slug: str
    title: str
    about: str
    choices: tuple[Choice, ...]
    pictures: tuple[DrawChosen, ...]
    records: tuple[MakeRecord, ...]
    tables: tuple[str, ...]
    empty: str


_LEDGER = ChangePage(
    "ledger",
    "What leaves and what arrives",
    "What initiatives avoid, shorten and move, and where it arrives, with staff, beds "
    "and money at both ends.",
    ledger.CHOICES,
    ledger.PICTURES,
    ledger.RECORDS,
    ledger.INPUTS,
    "No initiative of this run moves anything. Add initiatives to the plan folder, "
    "each with an effect, and run it again.",
)
_CLAIMS = ChangePage(
    "claims",
    "What was double-counted",
    "What each initiative claims alone, and what is left for it after the others.",
    claim.CHOICES,
    claim.PICTURES,
    claim.RECORDS,
    ("initiatives", "initiative_effects", "initiative_phasing"),
    "No initiative of this run claims anything. Add initiatives to the plan folder, "
    "each with an effect, and run it again.",
)
_BRIDGE = ChangePage(
    "bridge",
    "From doing nothing to the plan",
    "What each initiative adds to the change, whatever their order (Shapley), beside "
    "what it would do alone.",
    bridge.CHOICES,
    bridge.PICTURES,
    (),
    ledger.INPUTS,
    "No initiative of this run changes anything. Add initiatives to the plan folder, "
    "each with an effect, and run it again.",
)
_DRAWN_INPUTS = ("growth", *ledger.INPUTS)
_SPREAD = ChangePage(
    "spread",
    "How far the futures spread",
    "Between what any total may fall, year by year and in one year, and whether there "
    "are draws enough.",
    spread.CHOICES,
    spread.PICTURES,
    spread.RECORDS,
    _DRAWN_INPUTS,
    "This run worked out one future, the expected one. Set draws in plan.yaml, or run "
    "placeplan run with --draws 256, to see how far the futures spread.",
)
_DRIVERS = ChangePage(
    "drivers",
    "What drives the spread",
    "How much of the spread of a total each uncertain input explains, and how much is "
    "chance.",
    driver.CHOICES,
    driver.PICTURES,
    (),
    _DRAWN_INPUTS,
    "This run has too few draws to rank what drives the spread. Set draws in "
    "plan.yaml, or run placeplan run with --draws 256.",
)
PAGES: Final[Mapping[str, ChangePage]] = {
    page.slug: page for page in (_LEDGER, _CLAIMS, _BRIDGE, _SPREAD, _DRIVERS)
}
