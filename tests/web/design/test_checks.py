"""A start with an accent that cannot be read is refused in words."""

import pytest

from placeplan_web.design.checks import check_accent, measure_contrast_with_white


@pytest.mark.parametrize(
    ("colour", "contrast"),
    # Worked with the formula of WCAG 2.2: grey #767676 is its well-known edge of 4.5.
    [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54), ("#777777", 4.48)],
)
def test_contrast_is_that_of_the_guidelines(colour, contrast):
    assert measure_contrast_with_white(colour) == pytest.approx(contrast, abs=0.005)


def test_dark_accent_is_taken(settings):
    settings.PLACEPLAN_ACCENT = "#17505c"

    assert check_accent(None) == []


@pytest.mark.parametrize(
    ("accent", "error"), [("teal", "design.E001"), ("#777777", "design.E002")]
)
def test_other_accent_is_refused(settings, accent, error):
    settings.PLACEPLAN_ACCENT = accent

    assert [found.id for found in check_accent(None)] == [error]
