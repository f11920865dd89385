"""Laws of risks, mitigations, assumptions and benefits that hold for any record."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from placeplan.programme.assumption import Assumption, follow_assumption
from placeplan.programme.benefit import Benefit
from placeplan.programme.benefit_profile import BenefitReading, compare_benefit
from placeplan.programme.characteristic import list_equality_pairs
from placeplan.programme.crossing import find_crossings
from placeplan.programme.domain_set import get_assessment_threshold, get_domain_set
from placeplan.programme.equality import EqualityFinding, check_equality
from placeplan.programme.grade import grade_risk
from placeplan.programme.impact import DomainRating, find_impact_level
from placeplan.programme.matrix_list import get_risk_matrix
from placeplan.programme.mitigation import Mitigation, judge_efficacy
from placeplan.programme.score_history import RiskScore, gather_history

FIRST = date(2019, 9, 1)
MATRIX = get_risk_matrix("papers_2019")
PAIRS = list_equality_pairs(FIRST)

steps = st.integers(1, 5)
days = st.integers(0, 400).map(lambda days: FIRST + timedelta(days=days))
scored = st.lists(st.tuples(steps, steps, days), max_size=12)


def make_history(rows):
    return gather_history(
        "R", [RiskScore("R", "current", *row, "why", "office") for row in rows]
    )


@given(steps, steps)
def test_impact_and_likelihood_weigh_the_same(impact, likelihood):
    one, other = (
        grade_risk(*pair, MATRIX)
        for pair in ((impact, likelihood), (likelihood, impact))
    )
    assert (one.score, one.grade) == (other.score, other.grade)


@given(steps, steps, steps)
def test_a_likelier_risk_never_has_a_lower_grade(impact, likelihood, other):
    order = [each.grade for each in MATRIX.grades]
    less, more = sorted((likelihood, other))
    before, after = (grade_risk(impact, step, MATRIX) for step in (less, more))
    assert order.index(before.grade) <= order.index(after.grade)
    assert before.escalates <= after.escalates


@given(scored)
def test_crossings_alternate_and_end_where_the_risk_stands(rows):
    history = make_history(rows)
    found = find_crossings(history)

    ways = [each.direction for each in found]
    assert ways == ["up", "down"] * (len(ways) // 2) + ["up"] * (len(ways) % 2)
    last = history.find_score(date.max)
    assert (bool(ways) and ways[-1] == "up") == (last is not None and last.score >= 8)


@given(scored)
def test_crossings_are_those_of_a_walk_day_by_day(rows):
    """The slow twin looks at every score and the one before it."""
    history = make_history(rows)
    totals = [0, *(each.impact * each.likelihood for each in history.scores)]
    slow = [
        (each.scored_on, "up" if after >= 8 else "down")
        for each, before, after in zip(
            history.scores, totals[:-1], totals[1:], strict=True
        )
        if (before < 8 <= after) or (after < 8 <= before)
    ]
    assert [(e.crossed_on, e.direction) for e in find_crossings(history)] == slow


@given(scored, days, days, days)
def test_sharing_is_mutual_and_a_verdict_is_never_from_the_future(
    rows, finish, other_finish, as_at
):
    history = make_history(rows)
    one = Mitigation("M1", "R", "One", finished_on=finish)
    two = Mitigation("M2", "R", "Two", finished_on=other_finish)

    found = [
        judge_efficacy(each, history, [one, two], as_at=as_at) for each in (one, two)
    ]

    shared = [each.verdict == "shared" for each in found]
    assert shared[0] == shared[1]
    known = make_history([row for row in rows if row[2] <= as_at])
    assert judge_efficacy(one, known, [one, two], as_at=as_at) == found[0]
    for each in found:
        if each.fall is not None:
            assert each.fall == each.before.score - each.after.score


@given(scored, st.integers(1, 4), days)
def test_a_failed_assumption_never_proposes_a_risk_down(rows, by, as_at):
    history = make_history(rows)
    assumption = Assumption("A", "a", "t", FIRST - timedelta(days=1), risks=("R",))
    (proposal,) = follow_assumption(
        assumption, [history], MATRIX, as_at=as_at, steps=by
    ).proposals
    now = history.find_score(as_at)
    if now is None:
        assert (proposal.from_likelihood, proposal.to_likelihood) == (None, None)
    else:
        assert proposal.from_likelihood == now.likelihood
        assert proposal.to_likelihood == min(5, now.likelihood + by)
        raised = now.impact * proposal.to_likelihood
        assert proposal.crosses == (now.score < 8 <= raised)


@given(
    st.floats(-1e6, 1e6),
    st.floats(1, 1e6),
    st.floats(-2, 2),
    st.sampled_from([-1, 1]),
)
def test_a_benefit_that_rises_and_one_that_falls_are_told_alike(
    baseline, planned, share, way
):
    target = baseline + way * planned
    benefit = Benefit(
        *("B", "b", "owner", "people", "societal", "measure", "unit"),
        *(baseline, target, FIRST),
        evidence="e",
    )
    read = baseline + way * planned * share

    found = compare_benefit(
        benefit,
        [BenefitReading(FIRST, target)],
        [BenefitReading(FIRST, read)],
        as_at=FIRST,
    )

    assert found.realised_share == (read - baseline) / (target - baseline)
    if abs(share) > 1e-3 and abs(share - 1) > 1e-3:
        expected = "reversed" if share < 0 else "ahead" if share > 1 else "behind"
        assert found.state == expected


@given(st.sets(st.sampled_from(PAIRS)))
def test_missing_and_found_pairs_are_all_pairs(pairs):
    findings = [EqualityFinding(*pair, "neutral", "e") for pair in sorted(pairs)]
    found = check_equality(findings, FIRST)
    assert set(found.missing) == set(PAIRS) - pairs
    assert found.found + len(found.missing) == found.needed == 25
    assert found.complete == (len(pairs) == 25)


@given(
    st.dictionaries(
        st.sampled_from(
            [each.domain for each in get_domain_set("national_2025").domains]
        ),
        st.tuples(st.sampled_from(["better", "worse"]), steps, steps),
    )
)
def test_a_full_assessment_is_due_exactly_when_one_domain_asks_for_it(rated):
    ratings = [DomainRating(domain, *row) for domain, row in rated.items()]
    found = find_impact_level(
        ratings,
        get_domain_set("national_2025"),
        MATRIX,
        get_assessment_threshold("two_stage"),
    )
    asked = {d for d, (way, i, p) in rated.items() if way == "worse" and i * p > 8}
    assert set(found.full_domains) == asked
    assert (found.level == "full") == bool(asked)
    assert (found.level == "initial") == (len(rated) == 6 and not asked)
