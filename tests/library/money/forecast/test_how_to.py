"""The figures that the how-to quotes of the example are those that come out."""

from pathlib import Path

import pytest

from placeplan.money.amount_words import say_pence
from placeplan.money.forecast import (
    ALL_BODIES,
    PROBABILISTIC,
    SEASONAL,
    ForecastQuestion,
    back_test,
    describe_savings,
    find_savings_profile,
    forecast_outturn,
)
from placeplan.money.ledger.inputs import LEDGER_TABLES
from placeplan.money.ledger.ledger import read_ledger
from placeplan.tables import read_folder

ROOT = Path(__file__).parents[4]
PAGE = (ROOT / "docs/how-to/forecast-the-year.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def ledger():
    return read_ledger(
        read_folder(ROOT / "examples" / "kent-medway", LEDGER_TABLES).frames
    )


def test_table_of_what_would_have_been_said_is_what_comes_out(ledger):
    found = back_test(ledger, year=2015, months_booked=[3, 6, 9])
    rows = found.filter(organisation=ALL_BODIES).rows(named=True)
    said = {
        (row["months_booked"], row["method"]): say_pence(row["forecast_pence"])
        for row in rows
    }
    inside = {
        row["months_booked"]: "yes" if row["inside"] else "no"
        for row in rows
        if row["method"] == PROBABILISTIC
    }

    for months, held in inside.items():
        cells = " | ".join(words for (at, _), words in said.items() if at == months)
        assert f"| {months} | {cells} ({held}) |\n" in PAGE


def test_forecast_of_the_session_is_what_comes_out(ledger):
    said = forecast_outturn(ledger, ForecastQuestion(SEASONAL), year=2016)

    assert f"{said.total.forecast_pence}\n" in PAGE


def test_sentence_on_savings_is_what_comes_out(ledger):
    quoted = PAGE.replace("\n> ", " ")

    assert describe_savings(find_savings_profile(ledger, year=2016)) in quoted
