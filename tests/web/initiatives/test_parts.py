"""Changing the rows of a part: forms without script, faults, two editors at once."""

import pytest

from factories.account_factory import UserFactory
from placeplan_web.audit.models import AuditEntry
from placeplan_web.initiatives.models import Initiative

pytestmark = pytest.mark.django_db
HOME = "/initiatives/tiny/"
RECORD = f"{HOME}initiatives/INI-01/"
PHASING = f"{RECORD}parts/phasing/"
COSTS = f"{RECORD}parts/costs/"
TRACE = {"source": "made-up", "status": "illustrative"}
FIRST = {"year": "2017", "delivered_share": "0.5", **TRACE}
LAST = {"year": "2019", "delivered_share": "1", **TRACE}


def fill(*rows, version=1, **more):
    """Give what a form sends for these rows."""
    boxes = {
        f"row-{number}-{name}": value
        for number, row in enumerate(rows, start=1)
        for name, value in row.items()
    }
    return {"version": version, "count": len(rows), **boxes, **more}


def read(response):
    return " ".join(response.content.decode().split())


def rows_of(table):
    return Initiative.objects.get(reference="INI-01").rows[table]


def test_form_shows_the_rows_and_room_for_one_more(draft, signed_in):
    page = read(signed_in.get(PHASING))

    assert 'name="count" value="3"' in page
    assert 'id="row-1-delivered_share" name="row-1-delivered_share" value="0.5"' in page
    assert '<option value="made-up"></option>' in page


def test_changed_row_is_a_new_version_with_an_entry(draft, signed_in, planner):
    changed = {**FIRST, "delivered_share": "0.625"}

    answer = signed_in.post(PHASING, fill(changed, LAST, reason="Later start."))

    assert answer.headers["Location"] == RECORD
    assert rows_of("initiative_phasing") == [changed, LAST]
    record = Initiative.objects.get(reference="INI-01")
    assert (record.version, record.changed_by) == (2, str(planner.public_id))
    entry = AuditEntry.objects.filter(identifier=str(record.public_id)).last()
    assert entry.changes == '{"rows":"changed","version":2}'
    page = read(signed_in.get(RECORD))
    assert "delivered share 0.625" in page
    assert "Later start." in page


def test_row_that_is_taken_out_is_gone_and_an_empty_one_never_there(draft, signed_in):
    empty = {"year": "", "delivered_share": "", **TRACE}

    signed_in.post(PHASING, fill(FIRST, LAST, empty, **{"row-1-drop": "yes"}))

    assert rows_of("initiative_phasing") == [LAST]


def test_more_rows_keep_what_was_typed(draft, signed_in):
    typed = {**FIRST, "delivered_share": "0.3"}

    page = read(signed_in.post(PHASING, fill(typed, more="yes")))

    assert 'name="count" value="4"' in page
    assert 'name="row-1-delivered_share" value="0.3"' in page
    assert rows_of("initiative_phasing") == [FIRST, LAST]


def test_every_fault_stands_beside_its_box(draft, signed_in):
    first = {**FIRST, "delivered_share": "1.5"}
    second = {**LAST, "year": "soon"}

    answer = signed_in.post(PHASING, fill(first, second))

    page = read(answer)
    assert answer.status_code == 422
    assert "There is a problem. Nothing was changed." in page
    assert 'href="#row-1-delivered_share">Row 1, delivered share:' in page
    assert 'href="#row-2-year">Row 2, year:' in page
    assert rows_of("initiative_phasing") == [FIRST, LAST]


def test_two_rows_of_one_key_are_refused(draft, signed_in):
    answer = signed_in.post(PHASING, fill(FIRST, {**LAST, "year": "2017"}))

    assert answer.status_code == 422
    words = "rows 1, 2: one row for each initiative, year was expected"
    assert words in read(answer)


def test_saving_what_is_there_changes_nothing(draft, signed_in):
    signed_in.post(PHASING, fill(FIRST, LAST))

    assert Initiative.objects.get(reference="INI-01").version == 1


def test_two_editors_of_one_part_clash_and_nothing_is_lost(draft, signed_in, client):
    theirs = {**FIRST, "delivered_share": "0.125"}
    signed_in.post(PHASING, fill(theirs, LAST))
    mine = {**FIRST, "delivered_share": "0.75"}

    answer = signed_in.post(PHASING, fill(mine, LAST))

    page = read(answer)
    assert answer.status_code == 409
    assert "Somebody else changed these rows meanwhile" in page
    assert 'name="row-1-delivered_share" value="0.75"' in page
    assert 'name="version" value="2"' in page
    assert rows_of("initiative_phasing") == [theirs, LAST]

    signed_in.post(PHASING, fill(mine, LAST, version=2))

    assert rows_of("initiative_phasing") == [mine, LAST]


def test_two_editors_of_different_parts_do_not_stand_in_each_others_way(
    draft, signed_in
):
    signed_in.post(PHASING, fill({**FIRST, "delivered_share": "0.125"}, LAST))
    cost = {"year": "2018", "cost_pounds": "250", "recurrent": "no", **TRACE}

    signed_in.post(COSTS, fill(cost))

    assert rows_of("initiative_costs") == [cost]
    assert rows_of("initiative_phasing")[0]["delivered_share"] == "0.125"


def test_part_of_a_withdrawn_initiative_cannot_be_changed(draft, signed_in):
    signed_in.post(f"{RECORD}withdraw/", {"reason": "Not now.", "version": 1})

    answer = signed_in.post(PHASING, fill(FIRST, version=2), follow=True)

    assert "INI-01 is withdrawn: restore it on this page" in read(answer)
    assert rows_of("initiative_phasing") == [FIRST, LAST]


def test_colleague_reads_and_does_not_change(draft, client):
    client.force_login(UserFactory(organisation="km-stp"))

    assert "Change its phasing" not in read(client.get(RECORD))
    assert client.post(PHASING, fill(FIRST)).status_code == 403


def test_part_that_no_contract_has_is_not_found(draft, signed_in):
    assert signed_in.get(f"{RECORD}parts/wishes/").status_code == 404
