"""Whatever a register holds, its file imported again is no difference at all."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factories.programme_factory import NOW
from factories.register_factory import make_circle
from placeplan.tables import LoadedFile
from placeplan_web.programme.models import Risk
from placeplan_web.programme.registers.risk import RISKS
from placeplan_web.registers.batch import BatchWrite, save_records
from placeplan_web.registers.cell import tidy_text
from placeplan_web.registers.export import write_csv, write_excel
from placeplan_web.registers.import_plan import Outcome, plan_import

SHARP = st.sampled_from("=+-@'\"\t\n\r ,;1.eé\u00a0") | st.characters(
    codec="utf-8", exclude_characters="\0"
)
WORDS = st.text(SHARP, max_size=30)
TITLE = WORDS.map(lambda text: " ".join(tidy_text(text).split())[:400] or "A risk")
DAY = st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1))


@st.composite
def make_values(draw):
    opened = draw(DAY)
    is_closed = draw(st.booleans())
    closed = (opened or date(2019, 1, 1)) + timedelta(days=draw(st.integers(0, 900)))
    return {
        "title": draw(TITLE),
        "cause": tidy_text(draw(WORDS)),
        "effect": tidy_text(draw(WORDS)),
        "owner_words": draw(st.just("") | TITLE.map(lambda text: text[:300])),
        "opened_on": opened,
        "review_on": draw(DAY),
        "closed_on": closed if is_closed else None,
        "closed_reason": "It cannot happen any more" if is_closed else "",
    }


@pytest.mark.django_db
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(values=st.lists(make_values(), min_size=1, max_size=4), owned=st.booleans())
def test_file_of_a_register_imported_again_shows_no_difference(db, values, owned):
    circle = make_circle()
    post = circle.post if owned else None
    writes = [
        BatchWrite(Risk(programme=circle.programme, owner_post=post), each, "add")
        for each in values
    ]
    save_records(by="tests", writes=writes, at=NOW)
    records = RISKS.list_records(circle.programme)
    files = (
        LoadedFile("risks.csv", write_csv(RISKS, records).encode()),
        LoadedFile("risks.xlsx", write_excel(RISKS, records, title="Risks")),
    )

    for file in files:
        planned = plan_import(RISKS, circle.programme, file)

        assert planned.faults == []
        assert [row.outcome for row in planned.rows] == [Outcome.UNCHANGED] * len(
            values
        )
