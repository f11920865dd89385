"""How conflicts and checks of the register read on their pages."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Final

import polars as pl

from placeplan.evidence import CheckOutcome, Conflict, Fact, FactRegister
from placeplan_web.design.address import Address
from placeplan_web.design.words import write_count
from placeplan_web.evidence.presenters.fact import link_fact, list_beside, show_figure

MOST_ASKED: Final = 3


def ask_which(conflict: Conflict, register: FactRegister) -> str:
    """Put a conflict as a question: 245 or 175 GPs? Else say what it is about."""
    known = _list_known(conflict.facts, register)
    days = _find_first_days(known, register)
    figures = {fact.value.shown: fact for fact in known}
    figures = dict(sorted(figures.items(), key=lambda pair: days[pair[0]]))
    units = {fact.unit for fact in known}
    plain = all(fact.value.kind == "number" for fact in known)
    if not plain or len(units) > 1 or not 1 < len(figures) <= MOST_ASKED:
        return conflict.about
    *first, last = figures.values()
    is_noun_after = last.shown.startswith(f"{last.value.shown} ")
    asked = [fact.value.shown if is_noun_after else show_figure(fact) for fact in first]
    question = f"{' or '.join([*asked, show_figure(last)])}?"
    return question[0].upper() + question[1:]


def _find_first_days(facts: Iterable[Fact], register: FactRegister) -> dict[str, date]:
    """Since when each figure has been known, in whichever of the facts it stood."""
    days: dict[str, date] = {}
    for fact in facts:
        for each in register.list_history(fact.id):
            shown = each.value.shown
            days[shown] = min(each.known_on, days.get(shown, each.known_on))
    return days


def list_conflicts(register: FactRegister, address: Address) -> list[dict[str, Any]]:
    """Every conflict with its question, its figures, its reason."""
    return [
        {
            "id": each.id,
            "kind": each.kind,
            "question": ask_which(each, register),
            "about": each.about,
            "explanation": each.explanation,
            "handling": each.handling,
            "status": each.status,
            "rows": list_beside((*each.facts, *each.outside), register, address),
        }
        for each in register.conflicts
    ]


def make_conflict_table(register: FactRegister) -> pl.DataFrame:
    """One row for each figure of each conflict, for a file."""
    rows = [
        {
            "conflict": each.id,
            "kind": each.kind,
            "about": each.about,
            "fact": fact.id,
            "statement": fact.statement,
            "value": fact.shown,
            "place": fact.place,
            "period": fact.period,
            "paper": fact.document,
            "paragraph": fact.heading,
            "known_on": fact.known_on.isoformat(),
            "why": each.explanation,
            "handling": each.handling,
        }
        for each in register.conflicts
        for fact in _list_known((*each.facts, *each.outside), register)
    ]
    return pl.DataFrame(rows, infer_schema_length=None)


def _list_known(ids: Iterable[str], register: FactRegister) -> list[Fact]:
    known = {fact.id for fact in (*register.versions, *register.outside)}
    return [register.get_fact(id_) for id_ in ids if id_ in known]


def list_checks(register: FactRegister, address: Address) -> list[dict[str, Any]]:
    """Every check as it comes out now."""
    known = {fact.id: fact.value for fact in (*register.versions, *register.outside)}
    return [
        {
            "id": outcome.check.id,
            "name": outcome.check.name,
            "calculation": outcome.check.calculation,
            "recorded": write_numbers(outcome.check.result),
            "now": write_numbers(outcome.computed),
            "state": say_state(outcome),
            "verdict": outcome.check.verdict,
            "reason": outcome.reason,
            "facts": [
                link_fact(register.get_fact(id_), address)
                for id_ in outcome.check.list_facts(known)
            ],
        }
        for outcome in register.run_checks()
    ]


def make_check_table(register: FactRegister) -> pl.DataFrame:
    """One row for each check, for a file."""
    rows = [
        {
            "check": each.check.id,
            "name": each.check.name,
            "sum": each.check.calculation,
            "formula": each.check.formula,
            "recorded": write_numbers(each.check.result),
            "now": write_numbers(each.computed),
            "state": say_state(each),
            "verdict": each.check.verdict,
            "reason": each.reason,
        }
        for each in register.run_checks()
    ]
    return pl.DataFrame(rows, infer_schema_length=None)


def say_state(outcome: CheckOutcome) -> str:
    """Whether a check holds, in words."""
    words = {True: "holds", False: "no longer holds", None: "read by a person"}
    return words[outcome.holds]


def say_checks(outcomes: Iterable[CheckOutcome]) -> str:
    """How many hold, in a sentence."""
    every = list(outcomes)
    held = sum(each.holds is True for each in every)
    broken = sum(each.holds is False for each in every)
    read = len(every) - held - broken
    parts = [f"{held} of {write_count(len(every), 'check')} come out as recorded"]
    if broken:
        does = "does" if broken == 1 else "do"
        parts.append(f"{broken} no longer {does}, because a fact changed")
    if read:
        was = "was" if read == 1 else "were"
        parts.append(f"{read} {was} read by a person, with nothing to count")
    return f"{'; '.join(parts)}."


def write_numbers(numbers: Iterable[Decimal]) -> str:
    """Numbers as they are read, at most two decimals, parted by semicolons."""
    return "; ".join(_write(number) for number in numbers)


def _write(number: Decimal) -> str:
    rounded = round(number, 2)
    whole = rounded == rounded.to_integral_value()
    text = f"{abs(int(rounded)):,}" if whole else f"{abs(rounded.normalize()):,}"
    return f"−{text}" if rounded < 0 else text
