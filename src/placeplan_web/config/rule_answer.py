"""A ruling as a page shows it: one word, rows of a label and a value, or tables."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from placeplan.money import Pounds, to_pence
from placeplan.money.amount_words import say_exactly
from placeplan.reference import Ruling
from placeplan_web.config.rule_form import write_json
from placeplan_web.design.words import write_day, write_number

NOTHING: Final = "none"
_SHARES: Final = ("share", "distance")
"""How entries are named whose numbers are read in percent."""

_WORD: Final = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*", re.ASCII)
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """A list of the answer, with a row for each."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page shows of a ruling."""

    headline: str
    facts: tuple[tuple[str, str], ...]
    tables: tuple[AnswerTable, ...]
    reasons: tuple[str, ...]
    source: str
    json: str


def present_ruling(ruling: Ruling) -> Answer:
    """Take a ruling apart for a page."""
    result = ruling.result
    named = result if isinstance(result, dict) else {"result": result}
    tables = {n: v for n, v in named.items() if _is_table(v)}
    facts = {n: v for n, v in named.items() if n not in tables}
    is_word = not isinstance(result, dict) and not tables
    return Answer(
        headline=_write_headline(result) if is_word else "",
        facts=()
        if is_word
        else tuple((_label(n), _write(n, v)) for n, v in facts.items()),
        tables=tuple(_make_table(n, v) for n, v in tables.items()),
        reasons=ruling.reasons,
        source=ruling.source,
        json=write_json(ruling.as_json()),
    )


def _is_table(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _make_table(name: str, rows: list[dict[str, Any]]) -> AnswerTable:
    return AnswerTable(
        _label(name),
        tuple(_label(column) for column in rows[0]),
        tuple(tuple(_write(c, value) for c, value in row.items()) for row in rows),
    )


def _label(name: str) -> str:
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]


def _write_headline(result: object) -> str:
    words = _write("", result)
    return words[:1].upper() + words[1:]


def _write(name: str, value: object) -> str:
    if value is None or value == [] or value == {}:
        return NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return _write_amount(name, value)
    if isinstance(value, list):
        return ", ".join(_write("", each) for each in value)
    if isinstance(value, dict):
        unit = "_pounds" if name.endswith("_pounds") else ""
        return ", ".join(
            f"{_label(n)}: {_write(f'{n}{unit}', v)}" for n, v in value.items()
        )
    text = str(value)
    if _DAY.fullmatch(text):
        return write_day(date.fromisoformat(text))
    return text.replace("_", " ") if _WORD.fullmatch(text) else text


def _write_amount(name: str, value: float) -> str:
    """Write a number in the unit that its name tells; money to the penny."""
    if name.endswith("_pounds"):
        return say_exactly(to_pence(Pounds.read(value)))
    is_share = name.endswith(_SHARES)
    words = write_number(value * 100 if is_share else value, 2)
    words = words.removesuffix(".00")
    return f"{words}%" if is_share else words
