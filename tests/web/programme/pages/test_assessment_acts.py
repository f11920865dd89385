"""An impact assessment: rated, found for, signed in words, opened again."""

import re

import pytest

from factories.page_words import say
from factories.programme_factory import NOW, ImpactAssessmentFactory
from placeplan.programme import get_domain_set, list_equality_pairs
from placeplan_web.programme.forms.assessment import MEANING
from placeplan_web.programme.models import (
    DomainRating,
    EqualityFinding,
    ImpactAssessment,
    SignOff,
)
from placeplan_web.registers.operations import save_record

DOMAINS = [each.domain for each in get_domain_set("papers_2019").domains]
NEUTRAL = {"direction": "neutral", "reason": "Nothing changes here"}
QUERIES = 24


@pytest.fixture
def assessment(circle):
    plain = ImpactAssessmentFactory.build(programme=circle.programme, reference="IA-01")
    return save_record(by="tests", record=plain, changes={}, at=NOW)


@pytest.fixture
def here(circle, assessment):
    return circle.link("assessments/IA-01/")


def fill(client, here):
    """Rate every domain, and find for every pair that the law asks for."""
    for domain in DOMAINS:
        client.post(f"{here}do/rate/", {**NEUTRAL, "domain": domain})
    for characteristic, aim in list_equality_pairs(None):
        sent = {
            "characteristic": characteristic,
            "aim": aim,
            "direction": "neutral",
            "no_evidence_reason": "Nobody counts it",
        }
        assert client.post(f"{here}do/find/", sent).status_code == 302


def test_page_tells_everything_that_is_missing(keeper, here):
    words = say(keeper.get(here))

    assert "31 things are missing before it can be signed." in words  # 6 and 25
    assert "Safety is not rated." in words
    assert "Age was not considered for aim (i)" in words
    assert words.count("not asked") >= 2  # marriage, for two aims


def test_domain_is_rated_and_a_grave_one_asks_for_a_full_assessment(keeper, here):
    sent = {
        "domain": "safety",
        "direction": "worse",
        "impact": "3",
        "likelihood": "3",
        "reason": "Fewer nights are staffed",
    }

    words = say(keeper.post(f"{here}do/rate/", sent, follow=True))

    assert "Safety: worse, score 9." in words
    assert "−9" in words
    assert ImpactAssessment.objects.get().stage == "full"
    assert DomainRating.objects.get().score == 9


@pytest.mark.parametrize(
    ("field", "value"),
    [("domain", "juggling"), ("direction", ""), ("reason", ""), ("impact", "7")],
)
def test_refused_rating_is_told_and_leaves_nothing(field, value, keeper, here):
    answer = keeper.post(
        f"{here}do/rate/", {**NEUTRAL, "domain": "safety", field: value}
    )

    assert answer.status_code == 422
    assert not DomainRating.objects.exists()


def test_finding_needs_evidence_or_a_reason_and_not_both(keeper, here):
    sent = {"characteristic": "age", "aim": "i", "direction": "neutral"}
    both = {**sent, "evidence": "A count", "no_evidence_reason": "None"}

    neither = keeper.post(f"{here}do/find/", sent)

    assert "Give evidence, or say why there is none." in say(neither)
    assert keeper.post(f"{here}do/find/", both).status_code == 422
    keeper.post(f"{here}do/find/", {**sent, "evidence": "Attendances by age"})
    assert EqualityFinding.objects.get().evidence == "Attendances by age"
    assert "Attendances by age" in say(keeper.get(here))


def test_marriage_is_considered_for_the_first_aim_alone(keeper, here):
    sent = {
        "characteristic": "marriage_and_civil_partnership",
        "aim": "ii",
        "direction": "neutral",
        "evidence": "A count",
    }

    answer = keeper.post(f"{here}do/find/", sent)

    assert answer.status_code == 422
    assert not EqualityFinding.objects.exists()


def test_cell_of_the_table_leads_to_its_form_filled_in(keeper, here):
    content = keeper.get(here).content.decode()

    link = re.search(r'href="([^"]*find/\?characteristic=sex&amp;aim=iii)"', content)
    form = keeper.get(link[1].replace("&amp;", "&")).content.decode()
    assert re.search(r'<option value="sex" selected', form)
    assert re.search(r'<option value="iii" selected', form)


def test_what_signing_means_is_shown_before_and_kept(keeper, lead, leading, here):
    sent = {"post": str(leading[1].public_id), "signed_on": "2019-10-01"}
    early = lead.post(f"{here}do/sign/", sent)
    fill(keeper, here)

    form = say(lead.get(f"{here}do/sign/"))
    words = say(lead.post(f"{here}do/sign/", sent, follow=True))

    assert early.status_code == 422
    assert "Safety is not rated." in say(early)
    assert MEANING in form
    assert (
        "Signed as Programme director: edition 1. Still to sign: a medical director "
        "and a director of nursing." in words
    )
    assert words.count("Still to sign: a medical director") == 2  # and on the page
    assert "Nothing is missing." in words
    assert SignOff.objects.get().meaning == MEANING
    assert keeper.post(f"{here}do/sign/", sent).status_code == 403


def test_change_after_signing_opens_it_again_as_an_edition(keeper, lead, leading, here):
    fill(keeper, here)
    sent = {"post": str(leading[1].public_id), "signed_on": "2019-10-01"}
    lead.post(f"{here}do/sign/", sent)
    shut = keeper.get(f"{here}do/rate/", follow=True)

    keeper.post(f"{here}do/reopen/", {"reason": "A ward moves"})
    sent = {"domain": "safety", "direction": "better", "impact": "2"}
    sent |= {"likelihood": "2", "reason": "A ward moves"}
    words = say(keeper.post(f"{here}do/rate/", sent, follow=True))

    assert "This cannot be done with IA-01 as it stands." in say(shut)
    assert "This is edition 2. Rated anew since edition 1: Safety." in words
    assert ImpactAssessment.objects.get().state == "reopened"


def test_mitigation_names_the_post_that_does_it(keeper, circle, here):
    sent = {"title": "A night bus", "domain": "safety"}
    nobody = keeper.post(f"{here}do/mitigate/", sent)
    owned = {**sent, "owner_post": str(circle.post.public_id)}

    words = say(keeper.post(f"{here}do/mitigate/", owned, follow=True))

    assert nobody.status_code == 422
    assert "IM-01 was added." in words
    assert (
        f"IM-01 A night bus For Safety Post that does it {circle.post.title}" in words
    )


def test_new_assessment_takes_the_set_of_the_day(keeper, circle):
    form = keeper.get(circle.link("assessments/add/")).content.decode()

    assert re.search(r'<option value="national_2025" selected', form)


def test_reader_rates_and_finds_nothing(reader, here):
    assert "Rate a domain" not in say(reader.get(here))
    for act in ("rate", "find", "mitigate", "sign", "reopen"):
        assert reader.post(f"{here}do/{act}/", {}).status_code == 403


@pytest.mark.parametrize("count", [1, 6])
def test_page_asks_as_often_however_much_is_rated(
    count, keeper, here, django_assert_num_queries
):
    for domain in DOMAINS[:count]:
        keeper.post(f"{here}do/rate/", {**NEUTRAL, "domain": domain})

    with django_assert_num_queries(QUERIES):
        keeper.get(here)
