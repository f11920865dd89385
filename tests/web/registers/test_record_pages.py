"""One record on its pages: added, changed, fought over, withdrawn, restored."""

import re

import pytest

from factories.page_words import say
from factories.register_factory import make_risk
from placeplan_web.programme.models import Risk

FORM = {"title": "Too few people", "status": "recorded"}


def test_record_is_added_with_the_next_reference_and_its_page_shown(keeper, circle):
    make_risk(circle, reference="RSK-04")

    answer = keeper.post(circle.link("risks/add/"), FORM, follow=True)

    assert answer.redirect_chain == [(circle.link("risks/RSK-05/"), 302)]
    assert "RSK-05 was added." in say(answer)
    assert Risk.objects.get(reference="RSK-05").title == "Too few people"


def test_everything_wrong_with_a_form_is_told_at_once_and_nothing_is_lost(
    keeper, circle
):
    sent = {
        "title": "",
        "cause": "words that took an hour",
        "review_on": "31 September 2019",
        "status": "published",
    }

    answer = keeper.post(circle.link("risks/add/"), sent)

    assert answer.status_code == 422
    words = say(answer)
    assert "Risk is needed." in words
    assert "Review on has to be a day such as 2019-10-31." in words
    assert "words that took an hour" in words
    assert 'value="31 September 2019"' in answer.content.decode()
    assert "<title>Error: Add a risk" in answer.content.decode()
    assert not Risk.objects.exists()


def test_problem_across_columns_stands_beside_the_one_that_mends_it(keeper, circle):
    answer = keeper.post(circle.link("risks/add/"), {**FORM, "closed_on": "2019-08-01"})

    assert 'href="#id_closed_reason">Say why the risk is closed.' in (
        answer.content.decode()
    )


def test_change_adds_a_version_with_who_what_and_why(keeper, circle):
    risk = make_risk(circle, title="Too few people")
    sent = {**FORM, "title": "Far too few people", "version": 1, "reason": "A survey"}

    keeper.post(circle.link(f"risks/{risk.reference}/edit/"), sent)

    page = say(keeper.get(circle.link(f"risks/{risk.reference}/")))
    assert "Version 2 , changed on" in page
    assert "by you. A survey" in page
    assert "Risk: Too few people → Far too few people" in page
    assert "Version 1 , added on 1 August 2019 at 10:00am by you." in page


def test_change_of_nothing_makes_no_version(keeper, circle):
    risk = make_risk(circle, title="Too few people")

    answer = keeper.post(
        circle.link(f"risks/{risk.reference}/edit/"),
        {**FORM, "version": 1},
        follow=True,
    )

    assert "Nothing was changed" in say(answer)
    assert Risk.objects.get().version == 1


@pytest.fixture
def fought_over(keeper, circle):
    """Give a risk that somebody changed after the keeper had opened it."""
    risk = make_risk(circle, title="Title", cause="Cause", effect="Effect")
    sent = {"title": "Theirs", "cause": "Theirs", "effect": "Effect"}
    keeper.post(
        circle.link(f"risks/{risk.reference}/edit/"),
        {**sent, "status": "recorded", "version": 1},
    )
    return risk


MINE = {"title": "Mine", "cause": "Cause", "effect": "Mine", "status": "recorded"}


def test_second_of_two_editors_sees_both_versions_and_nothing_is_saved(
    keeper, circle, fought_over
):
    address = circle.link(f"risks/{fought_over.reference}/edit/")

    answer = keeper.post(address, {**MINE, "version": 1, "reason": "why"})

    assert answer.status_code == 409
    words = say(answer)
    assert "What it was Title Theirs Theirs Yours Mine Which is kept?" in words
    assert "What it was Cause Theirs Theirs Yours Cause Theirs is kept" in words
    assert "What it was Effect Theirs Effect Yours Mine Yours is kept" in words
    assert Risk.objects.get().version == 2


@pytest.mark.parametrize(("choice", "title"), [("theirs", "Theirs"), ("mine", "Mine")])
def test_second_editor_chooses_and_keeps_what_nobody_else_touched(
    keeper, circle, fought_over, choice, title
):
    address = circle.link(f"risks/{fought_over.reference}/edit/")
    shown = keeper.post(address, {**MINE, "version": 1}).content.decode()
    sent = dict(re.findall(r'<input type="hidden" name="(\w+)" value="(\w*)"', shown))
    boxes = re.findall(r'<textarea name="(\w+)"[^>]*>\n([^<]*)</textarea>', shown)

    answer = keeper.post(address, {**sent, **dict(boxes), "choose_title": choice})

    assert answer.status_code == 302
    risk = Risk.objects.get()
    assert (risk.title, risk.cause, risk.effect) == (title, "Theirs", "Mine")
    assert risk.version == 3


def test_choice_that_was_not_made_is_asked_for_again(keeper, circle, fought_over):
    address = circle.link(f"risks/{fought_over.reference}/edit/")
    sent = {**MINE, "version": 2, "seen_version": 1, "disputed": "title"}

    answer = keeper.post(address, sent)

    assert answer.status_code == 422
    assert "Choose whose risk to keep." in say(answer)
    assert Risk.objects.get().version == 2


def test_withdrawn_record_says_why_and_is_restored(keeper, circle):
    risk = make_risk(circle)
    address = circle.link(f"risks/{risk.reference}/")

    refused = keeper.post(f"{address}withdraw/", {"version": 1})
    done = keeper.post(
        f"{address}withdraw/", {"version": 1, "reason": "entered twice"}, follow=True
    )
    again = keeper.post(f"{address}restore/", follow=True)

    assert refused.status_code == 422
    assert "Say in a sentence why it is withdrawn." in say(refused)
    assert "entered twice" in say(done)
    assert f"{risk.reference} is in use again." in say(again)
    assert not Risk.objects.get().is_withdrawn


def test_withdrawn_record_cannot_be_changed(keeper, circle):
    risk = make_risk(circle)
    address = circle.link(f"risks/{risk.reference}/")
    keeper.post(f"{address}withdraw/", {"version": 1, "reason": "entered twice"})

    answer = keeper.get(f"{address}edit/", follow=True)

    assert "it can be restored on this page, and then changed" in say(answer)


def test_withdrawal_of_a_record_changed_meanwhile_does_nothing(
    keeper, circle, fought_over
):
    address = circle.link(f"risks/{fought_over.reference}/withdraw/")

    answer = keeper.post(address, {"version": 1, "reason": "twice"}, follow=True)

    assert "was changed by somebody else while you looked at it" in say(answer)
    assert not Risk.objects.get().is_withdrawn


@pytest.mark.parametrize("page", ["", "edit/", "withdraw/"])
def test_record_that_nobody_has_is_not_found(keeper, circle, page):
    assert keeper.get(circle.link(f"risks/RSK-99/{page}")).status_code == 404


def test_record_of_another_programme_is_not_found_here(keeper, circle):
    from factories.programme_factory import RiskFactory

    other = RiskFactory(reference="RSK-77")

    assert keeper.get(circle.link(f"risks/{other.reference}/")).status_code == 404


@pytest.mark.parametrize(
    ("person", "answers"),
    [
        ("keeper", {"": 200, "edit/": 200, "withdraw/": 200}),
        ("owner", {"": 200, "edit/": 200, "withdraw/": 403}),
        ("reader", {"": 200, "edit/": 403, "withdraw/": 403}),
        ("stranger", {"": 403, "edit/": 403, "withdraw/": 403}),
    ],
)
def test_each_person_does_what_their_part_allows(client, circle, person, answers):
    risk = make_risk(circle, owner_post=circle.post)
    client.force_login(getattr(circle, person))

    given = {
        page: client.get(circle.link(f"risks/{risk.reference}/{page}")).status_code
        for page in answers
    }

    assert given == answers


def test_what_a_reader_may_not_do_is_not_shown(client, circle):
    risk = make_risk(circle)
    client.force_login(circle.reader)

    page = say(client.get(circle.link(f"risks/{risk.reference}/")))

    assert "Change this risk" not in page
    assert "Withdraw this risk" not in page


@pytest.mark.parametrize(
    "register",
    [
        "risks",
        "milestones",
        "issues",
        "assumptions",
        "benefits",
        "resources",
        "deliverables",
        "dependencies",
    ],
)
def test_every_register_has_its_list_and_its_form(keeper, circle, register):
    listed = keeper.get(circle.link(f"{register}/"))
    form = keeper.get(circle.link(f"{register}/add/"))

    assert (listed.status_code, form.status_code) == (200, 200)
    assert f"There are no {register} yet." in say(listed)


def test_what_nobody_gave_stands_in_one_line_below_what_was_given(keeper, circle):
    make_risk(circle, reference="RSK-04", cause="Rents rise")

    words = say(keeper.get(circle.link("risks/RSK-04/")))

    assert "Cause Rents rise Not given effect; owner;" in words
