"""Laws of governance that hold for any meeting, any interest and any answer."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from placeplan.governance import (
    MAJORITIES,
    OUTCOMES,
    RATIFICATION_RULES,
    RULINGS,
    Attendance,
    BodyAnswer,
    Dispensation,
    Gift,
    Instrument,
    Interest,
    Matter,
    Member,
    QuorumRule,
    Reading,
    Votes,
    check_quorum,
    check_results_report,
    combine_effects,
    count_clear_days,
    count_vote,
    escalate,
    find_authority,
    find_due_regard,
    find_gift_duties,
    find_interest_effect,
    find_ratification,
    list_clear_days,
)
from placeplan.programme import ThresholdCrossing
from properties.governance_twin import (
    count_clear_days_slowly,
    has_due_regard_slowly,
    is_declared_slowly,
    is_ratified_slowly,
    list_bank_holidays,
)

STAYS = ("no", "until_spoken", "yes")
KINDS = ("dpi", "significant", "authority_function", "gift")
GRANTS = ((True, False), (True, False), STAYS)
BODIES = ("a", "b", "c", "d", "e")
FIRST, LAST = date(2012, 1, 1), date(2028, 12, 31)
BANK_HOLIDAYS = {day for year in range(2012, 2029) for day in list_bank_holidays(year)}

days = st.dates(FIRST, LAST)
rules = st.one_of(
    st.integers(1, 9).map(QuorumRule),
    st.fractions(Fraction(1, 9), 1).map(lambda share: QuorumRule(share=share)),
)
least_of_each = dict.fromkeys(("clinical", "lay"), st.integers(1, 4))
heads_of_each = dict.fromkeys(
    ("clinical", "lay", "other"), st.tuples(st.integers(0, 8), st.integers(0, 8))
)
dispensations = st.builds(
    Dispensation, st.booleans(), st.booleans(), st.sampled_from(STAYS)
)
councils = st.builds(
    Interest,
    st.just("localism_act"),
    st.sampled_from(KINDS),
    may_speak=st.booleans(),
    dispensation=st.none() | dispensations,
)
nhs = st.builds(Interest, st.just("nhs"), st.just("indirect"), st.sampled_from(RULINGS))
effects = st.one_of(councils, nhs).map(find_interest_effect)
answers = st.lists(st.sampled_from([*OUTCOMES, None]), min_size=1, max_size=5).map(
    lambda said: [BodyAnswer(*pair) for pair in zip(BODIES, said, strict=False)]
)
crossings = st.lists(
    st.tuples(
        st.sampled_from("RS"), st.sampled_from(["up", "down"]), st.integers(0, 99)
    )
).map(
    lambda rows: [
        ThresholdCrossing(
            *(risk, way, date(2019, 7, 1) + timedelta(day), None, 8, 8, "papers_2019")
        )
        for risk, way, day in sorted(rows, key=lambda row: row[2])
    ]
)


@given(days, st.integers(0, 90), st.booleans())
def test_clear_days_never_count_weekends_or_bank_holidays(first, length, saturdays):
    last = min(first + timedelta(length), LAST)

    found = list_clear_days(first, last, count_saturday=saturdays)

    assert all(first < day < last for day in found)
    assert not BANK_HOLIDAYS & set(found)
    assert all(day.weekday() < (6 if saturdays else 5) for day in found)


@given(days, st.integers(0, 90))
def test_clear_days_are_those_counted_one_by_one(first, length):
    last = min(first + timedelta(length), LAST)

    assert count_clear_days(first, last) == count_clear_days_slowly(first, last)


@given(rules, st.integers(1, 20), st.data())
def test_quorum_is_monotone_in_attendance(rule, members, data):
    more = data.draw(st.integers(0, members))
    fewer = data.draw(st.integers(0, more))
    gone = data.draw(st.integers(0, fewer))
    less, full = (
        check_quorum(
            rule, Attendance(*({"members": n} for n in (there, gone, members)))
        )
        for there in (fewer, more)
    )

    assert full.quorate >= less.quorate


@given(st.fixed_dictionaries(least_of_each), st.fixed_dictionaries(heads_of_each))
def test_quorum_of_constituencies_is_monotone_and_needs_each_of_them(least, heads):
    present = {name: there for name, (there, _) in heads.items()}
    more = {name: there + others for name, (there, others) in heads.items()}
    members = dict.fromkeys(heads, 20)
    rule = QuorumRule(least=least)
    less, full = (
        check_quorum(rule, Attendance(there, {}, members)) for there in (present, more)
    )

    assert full.quorate >= less.quorate
    assert less.quorate == all(present[name] >= least[name] for name in least)


@given(rules, st.integers(1, 20), st.data())
def test_who_withdraws_never_makes_a_quorum(rule, members, data):
    present = data.draw(st.integers(0, members))
    gone = data.draw(st.integers(0, present))
    heads = [{"members": n} for n in (present, gone, members)]
    without = Attendance(heads[0], {}, heads[2])

    assert check_quorum(rule, Attendance(*heads)).quorate <= (
        check_quorum(rule, without).quorate
    )


@given(st.lists(effects, max_size=4), effects)
def test_adding_an_interest_never_adds_a_right(held, added):
    check_no_right_is_added(held, added)


def test_no_interest_of_any_kind_adds_a_right_to_another():
    granted = [None, *map(Dispensation, *zip(*product(*GRANTS), strict=True))]
    local = [
        Interest("localism_act", kind, "", may_speak, dispensation)
        for kind, may_speak, dispensation in product(KINDS, (True, False), granted)
    ]
    ruled = [Interest("nhs", "indirect", ruling) for ruling in RULINGS]
    found = [find_interest_effect(each) for each in (*local, *ruled)]

    for held, added in product(found, repeat=2):
        check_no_right_is_added([held], added)


def check_no_right_is_added(held, added):
    """Check that whoever has one interest more has no right more."""
    before, after = combine_effects(held), combine_effects([*held, added])

    assert after.speak <= before.speak
    assert after.vote <= before.vote
    assert after.papers <= before.papers
    assert STAYS.index(after.stay) <= STAYS.index(before.stay)
    assert after.declare >= before.declare


@given(councils, dispensations)
def test_a_dispensation_never_takes_a_right(interest, dispensation):
    kind, may_speak = interest.kind, interest.may_speak
    without, granted = (
        find_interest_effect(Interest("localism_act", kind, "", may_speak, given))
        for given in (None, dispensation)
    )

    assert granted.speak >= without.speak
    assert granted.vote >= without.vote
    assert granted.declare == without.declare


@given(crossings, st.lists(st.sampled_from(["x", "y", "z"])))
def test_escalation_is_idempotent(found, groups):
    placed = escalate(found, groups)

    assert escalate(found, groups, placed) == ()
    assert len(set(placed)) == len(placed)


@given(st.sampled_from(RATIFICATION_RULES), answers)
def test_nothing_is_effective_while_a_required_body_is_silent(rule, said):
    found = find_ratification(rule, said, lead=said[0].body)
    needed = {
        "all": len(said),
        "majority": len(said) // 2 + 1,
        "lead": int(said[0].outcome == "agreed") or len(said) + 1,
    }[rule]

    agreed = sum(each.outcome == "agreed" for each in said)
    assert (found.state == "effective") == (agreed >= needed)
    if rule == "all" and any(each.outcome is None for each in said):
        assert found.state != "effective"
    assert (found.state == "effective") <= (not found.waiting)


@given(st.sampled_from(RATIFICATION_RULES), answers)
def test_ratification_stands_where_the_words_of_its_rule_say(rule, said):
    found = find_ratification(rule, said, lead=said[0].body)

    assert found.state == is_ratified_slowly(rule, [each.outcome for each in said])


# From 2021 to 2023 no year has a 29 February, which the twin could not take.
gifts = st.lists(
    st.tuples(
        st.sampled_from([300, 600, 601, 2499, 2500, 2501, 5000]).map(
            lambda pence: Decimal(pence) / 100
        ),
        st.dates(date(2021, 1, 1), date(2023, 12, 31)),
        st.sampled_from(["gift", "hospitality"]),
        st.booleans(),
    ),
    min_size=1,
    max_size=5,
)


@given(gifts)
def test_gifts_add_up_over_twelve_months_as_added_one_by_one(given_ones):
    (found,) = find_gift_duties("nhs", [Gift("A", *each) for each in given_ones])

    assert found.declare == is_declared_slowly(given_ones)


@given(gifts)
def test_gifts_to_a_councillor_add_up_without_end(given_ones):
    (found,) = find_gift_duties(
        "localism_act", [Gift("A", *each) for each in given_ones]
    )

    assert found.declare == (sum(worth for worth, *_ in given_ones) >= 25)


@given(st.sampled_from(RATIFICATION_RULES), answers, st.sampled_from(OUTCOMES))
def test_what_is_settled_stays_so_when_a_silent_body_speaks(rule, said, outcome):
    before = find_ratification(rule, said, lead=said[0].body).state
    spoken = [
        BodyAnswer(each.body, outcome if each.outcome is None else each.outcome)
        for each in said
    ]

    after = find_ratification(rule, spoken, lead=said[0].body).state
    assert before == "pending" or after == before


@given(st.integers(0, 9), st.integers(0, 9), st.sampled_from(MAJORITIES[:2]))
def test_one_more_vote_in_favour_never_loses_a_motion(favour, against, majority):
    first, second = (
        count_vote(Votes(n, against, members=19), majority).carried
        for n in (favour, favour + 1)
    )

    assert second >= first


@given(days, st.lists(st.sampled_from(["commissioner", "provider"]), min_size=1))
def test_a_group_with_providers_decides_since_july_2022_and_never_before(day, kinds):
    members = [Member(kind) for kind in [*kinds, "provider"]]

    found = find_authority(members, [Instrument("65Z5")], Matter("Stroke", day))

    assert (found.verb == "decide") == (day >= date(2022, 7, 1))


HOURS = st.integers(0, 23).map(lambda hour: datetime(2019, 8, 14, hour, tzinfo=UTC))
READ = st.builds(Reading, st.sampled_from(BODIES), st.integers(1, 4), HOURS)


@given(
    st.lists(st.sampled_from(BODIES), min_size=1),
    st.lists(READ, max_size=9),
    st.integers(1, 4),
    HOURS,
)
def test_due_regard_is_met_by_the_law_and_a_reading_more_takes_nothing_away(
    members, readings, version, decided_at
):
    before = find_due_regard(members, readings[1:], version, decided_at)
    after = find_due_regard(members, readings, version, decided_at)

    for found, known in ((before, readings[1:]), (after, readings)):
        assert found.is_met == has_due_regard_slowly(
            members, known, version, decided_at
        )
    assert before.is_met <= after.is_met
    assert len(after.reasons) <= len(before.reasons)


@given(st.lists(HOURS, max_size=4), st.none() | HOURS, st.sampled_from(("", "Why.")))
def test_results_published_before_a_meeting_never_block_and_more_never_harms(
    published, began_at, explanation
):
    asked = ("Stroke, 2018", published, began_at, explanation)
    found = check_results_report(*asked)
    fewer = check_results_report(asked[0], published[1:], began_at, explanation)

    in_time = [at for at in published if began_at is None or at < began_at]
    assert found.is_blocked == (not in_time and not explanation)
    assert found.is_blocked <= fewer.is_blocked
    assert not check_results_report("", published, began_at).is_blocked
