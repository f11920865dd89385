"""The checker finds what the papers contradict, and nothing on a corrected copy."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from placeplan.governance import check_consistency, match_known, read_governance
from placeplan.programme.inputs import RISKS

EXAMPLE = Path(__file__).parents[3] / "examples/kent-medway"


@pytest.fixture(scope="module")
def tables():
    return dict(read_governance(EXAMPLE).tables)


def list_found(tables, check, **more):
    return [e.record for e in check_consistency(tables, **more) if e.check == check]


def keep(frame, *conditions):
    return frame.filter(*conditions)


def correct(tables):
    """Correct a copy: what a careful editor of the papers would have done."""
    col = pl.col
    fixed = dict(tables)
    groups = tables["groups"].with_columns(
        quorum_number=pl.lit(1, tables["groups"]["quorum_number"].dtype),
        role=col("role").fill_null("Stated."),
    )
    fixed["groups"] = groups
    fixed["group_names"] = keep(tables["group_names"], col("kind") != "printed")
    fixed["seats"] = keep(
        tables["seats"],
        col("post").is_null() | ~col("paragraph").str.starts_with("PID 8.2"),
        ~col("body").is_in(["org-virgin", "org-nhsei", "org-stp"])
        | col("body").is_null(),
    )
    seats = fixed["seats"]
    fixed["sign_offs"] = keep(
        tables["sign_offs"].unique("body", maintain_order=True),
        col("body").is_in(seats["body"].drop_nulls().to_list()),
    )
    streams = keep(tables["projects"], col("kind") == "workstream")["name"].to_list()
    first = tables["group_workstreams"].head(1).drop("name")
    fixed["group_workstreams"] = first.join(
        pl.DataFrame({"name": streams}), how="cross"
    )
    fixed["paper_references"] = tables["paper_references"].with_columns(
        section=pl.lit("8.2")
    )
    fixed["papers"] = tables["papers"].with_columns(approved_by=pl.lit(None, pl.String))
    fixed["dates"] = keep(
        tables["dates"], col("starts_on").is_not_null(), col("id") != "DT-03"
    )
    fixed["meetings"] = tables["meetings"].with_columns(
        meets_on=col("meets_on").dt.offset_by("1mo")
    )
    fixed["deliverables"] = tables["deliverables"].unique("name", maintain_order=True)
    fixed["benefits"] = tables["benefits"].with_columns(target=pl.lit(1.0))
    return fixed


def test_on_a_corrected_copy_nothing_is_found(tables):
    scored = tables[RISKS.name]["id"].to_list()

    assert check_consistency(correct(tables), scored=scored) == ()


def test_a_corrected_copy_shows_each_known_inconsistency_as_gone(tables):
    fixed = correct(tables)
    scored = tables[RISKS.name]["id"].to_list()

    known = match_known(fixed, check_consistency(fixed, scored=scored))

    assert all(not each.findings for each in known)
    assert sum(each.is_missed for each in known) == 16


@pytest.mark.parametrize(
    ("check", "records"),
    [
        ("undefined_group", ["grp-sc-exec-board"]),
        ("different_chair", ["grp-ned-oversight"]),
        ("duplicate_signatory", ["org-kchft"]),
        ("seat_without_sign_off", ["org-virgin", "org-nhsei", "org-stp"]),
        ("dead_reference", ["DOC-PID-2019"]),
        ("approved_draft", ["DOC-PID-2019"]),
        ("ambiguous_date", ["DT-14"]),
        ("different_days", ["DT-04"]),
        ("item_too_early", ["mtg-cag-2019-08-14"]),
        ("repeated_deliverable", ["WS-FIN"]),
        ("different_workstreams", ["grp-sc-working"]),
    ],
)
def test_what_each_check_finds_in_the_papers(tables, check, records):
    assert list_found(tables, check) == records


@pytest.mark.parametrize(
    ("events", "printed", "found"),
    [
        (("A", " a "), ("2020-04-01", "2020-04-30"), []),  # inside the month
        (("A", "B"), ("2021-01-01", "2021-12-31"), []),
        ((None, None), ("2021-01-01", "2021-12-31"), []),
        (("A", " a "), ("2020-04-30", "2020-05-31"), []),  # they share one day
        (("A", " a "), ("2020-05-01", "2020-05-31"), ["DT-04"]),
        (("A", "A"), ("2020-03-01", "2020-03-31"), ["DT-04"]),
        (("A", "A"), (None, None), []),
    ],
)
def test_dates_of_one_event_contradict_only_without_a_day_in_common(
    tables, events, printed, found
):
    first, last = (day and date.fromisoformat(day) for day in printed)
    rows = tables["dates"].filter(pl.col("id").is_in(["DT-03", "DT-04"]))
    dates = rows.with_columns(
        event=pl.Series(events, dtype=pl.String),
        starts_on=pl.Series([date(2020, 4, 1), first], dtype=pl.Date),
        ends_on=pl.Series([date(2020, 4, 30), last], dtype=pl.Date),
    )

    assert list_found({"dates": dates}, "different_days") == found


def test_contradiction_of_days_names_both_dates(tables):
    (found,) = (e for e in check_consistency(tables) if e.check == "different_days")

    assert found.words == (
        "Integrated care partnerships in place: it says 2021, where DT-03 says 2020-04."
    )


def test_counts_of_what_is_left_open(tables):
    assert len(list_found(tables, "group_without_quorum")) == 49
    assert len(list_found(tables, "unscored_risk")) == 15
    assert len(list_found(tables, "unscored_risk", scored=["RSK-09"])) == 14
    assert len(list_found(tables, "benefit_without_number")) == 6


def test_every_finding_has_its_record_and_words(tables):
    for each in check_consistency(tables):
        assert each.table in tables
        assert each.record in tables[each.table]["id"].to_list()
        assert each.words.endswith(".")


def change(tables, table, **columns):
    return {**tables, table: tables[table].with_columns(**columns)}


def test_a_group_that_nothing_lists_is_found_wherever_it_is_named(tables):
    lost = keep(tables["groups"], pl.col("id") != "grp-finance")

    found = list_found({**tables, "groups": lost}, "undefined_group")

    assert found == ["RSK-10", "RSK-11", "grp-sc-exec-board"]


def test_two_groups_of_one_name_are_found(tables):
    same = change(tables, "group_names", name=pl.lit("The Board"), kind=pl.lit("short"))

    found = list_found(same, "doubly_named_group")

    assert found == ["grp-stp-programme-board"]


def test_a_quorum_above_the_members_is_found(tables):
    small = change(
        tables,
        "groups",
        quorum_number=pl.lit(9, pl.Int64),
        member_count=pl.col("member_count").fill_null(9),
    )

    found = list_found(small, "group_without_quorum")

    assert found == ["grp-ned-oversight", "grp-thanet-cag"]


def test_who_signs_without_a_seat_is_found(tables):
    unseated = {
        **tables,
        "seats": keep(tables["seats"], pl.col("body") != "org-mch"),
    }

    assert list_found(unseated, "sign_off_without_seat") == ["org-mch"]


def test_without_signatures_nobody_lacks_one(tables):
    unsigned = {**tables, "sign_offs": tables["sign_offs"].clear()}

    assert list_found(unsigned, "seat_without_sign_off") == []


def test_an_item_that_is_not_listed_cannot_wait(tables):
    lost = {**tables, "agenda_items": tables["agenda_items"].clear()}

    (found,) = [e for e in check_consistency(lost) if e.check == "item_too_early"]

    assert found.words == "Item 5 waits for DT-02 and is not listed."
