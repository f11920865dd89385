"""Standing of a body on a day, as a drawn table."""

from datetime import date

import pytest

from placeplan.errors import PeriodError
from placeplan.places import Area, Body, Organisation, Site, Standing

PAPER, START, END = date(2019, 6, 24), date(2020, 4, 1), date(2022, 6, 30)
PROPOSED, IN_FORCE = Standing.PROPOSED, Standing.IN_FORCE


@pytest.mark.parametrize(
    ("proposed_on", "starts_on", "ends_on", "day", "standing"),
    [
        # nothing known: open at both ends
        (None, None, None, date(1900, 1, 1), IN_FORCE),
        # started, never proposed
        (None, START, END, date(2020, 3, 31), None),
        (None, START, END, date(2020, 4, 1), IN_FORCE),
        (None, START, END, date(2022, 6, 30), IN_FORCE),
        (None, START, END, date(2022, 7, 1), None),
        # proposed, then really started
        (PAPER, START, END, date(2019, 6, 23), None),
        (PAPER, START, END, date(2019, 6, 24), PROPOSED),
        (PAPER, START, END, date(2020, 3, 31), PROPOSED),
        (PAPER, START, END, date(2020, 4, 1), IN_FORCE),
        # proposed and never confirmed: no planned day makes it start
        (PAPER, None, END, date(2019, 7, 15), PROPOSED),
        (PAPER, None, END, date(2021, 1, 1), PROPOSED),
        (PAPER, None, END, date(2022, 7, 1), None),
        # ended, start unknown
        (None, None, END, date(2022, 6, 30), IN_FORCE),
        (None, None, END, date(2022, 7, 1), None),
    ],
)
def test_standing_of_a_body(proposed_on, starts_on, ends_on, day, standing):
    body = Body(
        id="b",
        name="B",
        kind="ccg",
        proposed_on=proposed_on,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    assert body.find_standing(day) == standing


def test_body_that_ends_before_it_starts_is_refused():
    with pytest.raises(PeriodError) as caught:
        Body(id="b", name="B", kind="ccg", starts_on=END, ends_on=START)
    assert str(caught.value) == (
        "b cannot end on 2020-04-01, before it begins on 2022-06-30. "
        "Correct one of the dates."
    )


def test_codes_are_those_that_are_known():
    assert Body(id="b", name="B", kind="ccg").codes == ()
    assert Organisation(id="o", name="O", kind="ccg", gss_code="E38").codes == ("E38",)
    assert Area(id="a", name="A", kind="district").codes == ()
    assert Site(id="s", name="S", organisation="o", ods_code="RVV01").codes == (
        "RVV01",
    )
    assert Site(id="s", name="S", organisation="o").codes == ()


def test_validity_is_that_of_the_name_not_of_the_proposal():
    body = Body(
        id="b", name="B", kind="ccg", proposed_on=PAPER, starts_on=START, ends_on=END
    )
    assert str(body.validity) == "1 April 2020 to 30 June 2022"
