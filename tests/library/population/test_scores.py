"""Comorbidity and frailty scores against what the papers print."""

import csv
from pathlib import Path

import pytest

from placeplan.errors import InputError, UnknownNameError
from placeplan.population import comorbidity as chapter
from placeplan.population.comorbidity import score_comorbidity
from placeplan.population.frailty import (
    compute_frailty_index,
    list_multimorbidity,
    score_multimorbidity,
)
from placeplan.population.score_method import SCORE_METHODS
from placeplan.stats import Request, run_method

LISTS = Path(chapter.__file__).parent
CHARLSON = {"map_name": "charlson_icd10_quan"}
ELIXHAUSER = {"map_name": "elixhauser_icd10_quan", "weights": "vw"}


def rows(name):
    with (LISTS / name).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def has(code, **options):
    found = score_comorbidity([1], [code], **options)
    return {
        name for name, yes in zip(found.condition, found.has[0], strict=True) if yes
    }


def test_every_row_of_the_lists_has_a_source():
    known = {row["id"] for row in rows("score_sources.csv")}
    used = {
        row["source"]
        for name in (
            "comorbidity_codes",
            "comorbidity_weights",
            "multimorbidity_weights",
        )
        for row in rows(f"{name}.csv")
    }
    assert used == known


def test_seventeen_and_thirty_one_conditions():
    assert len(score_comorbidity([1], [None], **CHARLSON).condition) == 17
    assert len(score_comorbidity([1], [None], **ELIXHAUSER).condition) == 31


@pytest.mark.parametrize(
    ("code", "charlson", "elixhauser"),
    [
        ("I11.0", {"chf"}, {"chf", "hypc"}),
        ("k70.3", {"mld"}, {"ld", "alcohol"}),
        ("I42.6", {"chf"}, {"chf", "alcohol"}),
        ("F31.5", set(), {"psycho", "depre"}),
        ("E10.0", {"diab"}, {"diabunc"}),
        ("E10.6", {"diab"}, {"diabc"}),
        ("C78.01", {"metacanc"}, {"metacanc"}),
        ("C96", {"canc"}, {"lymph"}),
        ("K76.1", set(), set()),
        ("Z99", set(), set()),
        ("", set(), set()),
    ],
)
def test_codes_belong_where_quan_2005_puts_them(code, charlson, elixhauser):
    assert has(code, **CHARLSON) == charlson
    assert has(code, **ELIXHAUSER) == elixhauser


def test_a_graver_condition_stands_for_the_milder():
    codes = ["K70.3", "K72.1", "E10.0", "E10.2", "C50", "C78"]
    found = score_comorbidity([1] * 6, codes, **CHARLSON)
    assert found.score.tolist() == [3 + 2 + 6]
    both = score_comorbidity([1] * 6, codes, **CHARLSON, drop_milder=False)
    assert both.score.tolist() == [3 + 1 + 2 + 1 + 6 + 2]


def test_hiv_weighs_four_in_quan_2011():
    assert score_comorbidity([1], ["B20"], weights="quan").score.tolist() == [4]


def test_scores_may_be_negative():
    found = score_comorbidity([1, 1], ["F11", "E66"], **ELIXHAUSER)
    assert found.score.tolist() == [-11]


def test_people_are_told_apart_by_any_id_and_stand_in_order():
    found = score_comorbidity(["b", "a", "b"], ["I21", None, "I50"], **CHARLSON)
    assert found.person == ["a", "b"]
    assert found.score.tolist() == [0, 2]
    far = score_comorbidity([10**12, 5], ["I21", "I50"], **CHARLSON)
    assert far.person == [5, 10**12]
    assert far.score.tolist() == [1, 1]


def test_unknown_maps_and_weights_are_named():
    with pytest.raises(UnknownNameError, match="charlson_icd10_quan"):
        score_comorbidity([1], ["I21"], map_name="charlson_icd9")
    with pytest.raises(UnknownNameError, match="swiss, vw"):
        score_comorbidity([1], ["I21"], map_name="elixhauser_icd10_quan")


def test_frailty_turns_at_five_nine_and_thirteen_deficits():
    _, category = compute_frailty_index([4, 5, 8, 9, 12, 13, 36])
    assert category == [
        "fit",
        "mild",
        "mild",
        "moderate",
        "moderate",
        "severe",
        "severe",
    ]


@pytest.mark.parametrize("wrong", [-1, 37, 2.5, float("nan")])
def test_deficits_that_cannot_be_are_refused(wrong):
    with pytest.raises(InputError, match="0 to 36"):
        compute_frailty_index([wrong])


def test_all_twenty_conditions_weigh_16_33():
    everything = {name: [1] for name in list_multimorbidity()}
    assert score_multimorbidity(everything).tolist() == pytest.approx([16.33])


def test_a_condition_that_is_absent_or_half_present_is_refused():
    conditions = {name: [0] for name in list_multimorbidity()}
    with pytest.raises(InputError, match="asthma"):
        score_multimorbidity({**conditions, "asthma": [0.5]})
    del conditions["dementia"]
    with pytest.raises(InputError, match="dementia"):
        score_multimorbidity(conditions)


def test_scores_by_name():
    answer = run_method(
        SCORE_METHODS["comorbidity"],
        Request(
            {"map": "elixhauser_icd10_quan"},
            {"id": ["b", "a"], "code": ["I11.0", None]},
        ),
    )
    assert answer["id"] == ["a", "b"]
    assert answer["score"] == [0, 7]
    assert answer["checks"] == [
        "column code: expected a code in every row, found row 2."
    ]
    frail = run_method(SCORE_METHODS["efi"], Request({}, {"deficits": [0, 13]}))
    assert frail["category"] == ["fit", "severe"]
    nobody = {name: [0] for name in list_multimorbidity()}
    assert run_method(SCORE_METHODS["cms"], Request({}, nobody))["score"] == [0.0]


def test_what_does_not_belong_to_a_code_is_left_out():
    """The R package tidies codes so: upper case, letters and digits only."""
    written = ["I11.0", "i11-0", " I110 ", "I11.0\u2020", "I11 0*", "I110X"]
    found = score_comorbidity(
        range(6), written, map_name="elixhauser_icd10_quan", weights="vw"
    )
    assert found.score.tolist() == [7] * 6
