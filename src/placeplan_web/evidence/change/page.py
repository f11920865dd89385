"""The pages on what the plan changes: what each shows, and what may be chosen."""

from typing import Final

from placeplan_web.evidence.change import (
    bridge,
    claim,
    driver,
    flow,
    ledger,
    option,
    scenario,
    spread,
    two_runs,
)
from placeplan_web.evidence.wing.page import WingPage
from placeplan_web.evidence.wing.wing import Wing

_LEDGER = WingPage(
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
    cells=90,
)
_CLAIMS = WingPage(
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
_BRIDGE = WingPage(
    "bridge",
    "From doing nothing to the plan",
    "What each initiative adds to the change, whatever their order (Shapley), beside "
    "what it would do alone. Worked out without draws: the mean of the draws, where "
    "two futures are compared, may differ by its error.",
    bridge.CHOICES,
    bridge.PICTURES,
    (),
    ledger.INPUTS,
    "No initiative of this run changes anything. Add initiatives to the plan folder, "
    "each with an effect, and run it again.",
)
_DRAWN_INPUTS = ("growth", *ledger.INPUTS)
_SPREAD = WingPage(
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
_DRIVERS = WingPage(
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
_SCENARIOS = WingPage(
    "scenarios",
    "Two futures compared",
    "What differs between two futures of this run, with the spread of the difference.",
    scenario.CHOICES,
    scenario.PICTURES,
    scenario.RECORDS,
    _DRAWN_INPUTS,
    "This run worked out one future alone. Add a scenario to plan.yaml, and run the "
    "plan again.",
)
_RUNS = WingPage(
    "runs",
    "Compared with an earlier run",
    "What changed since an earlier run of the same plan, and why.",
    two_runs.CHOICES,
    two_runs.PICTURES,
    two_runs.RECORDS,
    _DRAWN_INPUTS,
    "Nothing differs, or no earlier run of this plan was released to compare with.",
)
_FLOWS = WingPage(
    "flows",
    "Who is treated where",
    "Where people of each place have their care, residents treated elsewhere, and "
    "people of other places treated here.",
    flow.CHOICES,
    flow.PICTURES,
    (),
    ("activity_base", "organisations"),
    "This run counts no care by both place and provider. Give the rows of "
    "activity/base.csv a place, and run the plan again.",
)
_OPTIONS = WingPage(
    "options",
    "Which sites to open",
    "Every way to open and close sites for a service, what each means for travel and "
    "volume, and which are beaten by no other.",
    option.CHOICES,
    option.PICTURES,
    option.RECORDS,
    (),
    "This plan folder asks nothing about sites. Add options/questions.csv, with the "
    "sites, areas and minutes of travel that it needs.",
    cells=90,
)
PLAN_WING: Final = Wing(
    "plan",
    "What the plan changes",
    (
        _LEDGER,
        _CLAIMS,
        _BRIDGE,
        _SPREAD,
        _DRIVERS,
        _SCENARIOS,
        _RUNS,
        _FLOWS,
        _OPTIONS,
    ),
    index="evidence:changes",
    address="evidence:change",
)
