"""Name variants to one id."""

import pytest

from factories.places_factory import make_registry
from placeplan.errors import QuestionError, UnknownNameError
from placeplan.places import normalise_name


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("Kent & Canterbury Hospital", "kent and canterbury hospital"),
        ("Kent and  Canterbury hospital.", "kent and canterbury hospital"),
        ("A21/A229 corridor", "a21 a229 corridor"),
        ("Guy’s", "guys"),
    ],
)
def test_normal_form_of_a_name(written, normal):
    assert normalise_name(written) == normal


@pytest.mark.parametrize(
    "written",
    ["ccg-mill", "Mill CCG", "nhs mill ccg", "01M", "e38m"],
)
def test_body_is_found_by_id_name_variant_and_code(written):
    assert make_registry().get_id(written) == "ccg-mill"


@pytest.mark.parametrize("written", ["Hill Infirmary Trust", "Hill and Quay Trust"])
def test_body_is_found_by_every_name_it_ever_had(written):
    assert make_registry().get_id(written) == "trust"


def test_name_of_several_bodies_is_refused_until_the_kind_is_said():
    registry = make_registry()
    with pytest.raises(QuestionError) as caught:
        registry.get_id("North")
    assert str(caught.value) == (
        "'North' is a name of alliance and c-north and north. "
        "Say which, or of which kind."
    )
    assert registry.get_id("North", kind="icp_place_alliance") == "alliance"


def test_unknown_name_is_told_with_those_nearest():
    with pytest.raises(UnknownNameError) as caught:
        make_registry().get_id("NHS Mil CCG")
    assert str(caught.value) == (
        "There is no body named 'NHS Mil CCG'. Use one of: mill ccg, nhs all ccg, "
        "nhs hill ccg, nhs mill ccg, nhs quay ccg."
    )


def test_name_like_no_other_is_told_with_all():
    with pytest.raises(UnknownNameError) as caught:
        make_registry().get_id("zzz", kind="ccg")
    assert caught.value.name == "zzz"
