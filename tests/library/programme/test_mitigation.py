"""Two mitigations, one of which did nothing, and what is said of each."""

from datetime import date

from placeplan.programme.mitigation import Mitigation, judge_efficacy
from placeplan.programme.score_history import RiskScore, gather_history

NOW = date(2020, 1, 1)


def make_history(*scores):
    return gather_history(
        "RSK-04",
        [
            RiskScore("RSK-04", "current", impact, likelihood, day, "why", "office")
            for impact, likelihood, day in scores
        ],
    )


def test_of_two_mitigations_only_the_one_at_which_the_score_fell_is_praised():
    """Unequal on purpose: 12 to 8, then 8 and 8 again."""
    history = make_history(
        (4, 3, date(2019, 5, 1)), (4, 2, date(2019, 7, 1)), (2, 4, date(2019, 10, 1))
    )
    worked = Mitigation("M1", "RSK-04", "Engage", "MS-06", date(2019, 6, 30))
    idle = Mitigation("M2", "RSK-04", "Inform", "MS-12", date(2019, 9, 30))

    found = [
        judge_efficacy(each, history, [worked, idle], as_at=NOW)
        for each in (worked, idle)
    ]

    assert [(each.verdict, each.fall) for each in found] == [
        ("fell", 4),
        ("unchanged", 0),
    ]
    assert found[1].words == (
        "It was finished and the score did not move: 8 on 1 July 2019, "
        "8 on 1 October 2019."
    )


def test_a_score_that_rose_is_a_negative_fall():
    history = make_history((3, 2, date(2019, 5, 1)), (3, 5, date(2019, 7, 1)))
    one = Mitigation("M1", "RSK-04", "Engage", finished_on=date(2019, 6, 30))
    found = judge_efficacy(one, history, as_at=NOW)
    assert (found.verdict, found.fall) == ("rose", -9)


def test_a_score_after_the_day_of_looking_is_not_known():
    history = make_history((3, 5, date(2019, 5, 1)), (3, 1, date(2019, 7, 1)))
    one = Mitigation("M1", "RSK-04", "Engage", finished_on=date(2019, 6, 1))
    found = judge_efficacy(one, history, as_at=date(2019, 6, 30))
    assert found.verdict == "no_score_since"
    assert found.words == "The risk was not scored again since it was finished."


def test_a_mitigation_of_another_risk_shares_nothing():
    history = make_history((3, 5, date(2019, 5, 1)), (3, 1, date(2019, 7, 1)))
    one = Mitigation("M1", "RSK-04", "Engage", finished_on=date(2019, 6, 1))
    elsewhere = Mitigation("M2", "RSK-05", "Inform", finished_on=date(2019, 6, 1))
    assert judge_efficacy(one, history, [elsewhere], as_at=NOW).verdict == "fell"


def test_the_first_score_since_counts_also_one_of_the_very_day():
    """16, then 8 on the day of the finish, then 4 for some later reason."""
    done = date(2019, 6, 1)
    history = make_history(
        (4, 4, date(2019, 5, 1)), (4, 2, done), (4, 1, date(2019, 7, 1))
    )
    found = judge_efficacy(
        Mitigation("M1", "RSK-04", "Engage", finished_on=done), history, as_at=NOW
    )
    assert (found.fall, found.after.scored_on) == (8, done)
