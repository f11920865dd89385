"""Two offices sign an assessment; titles of posts say which office a post is."""

import pytest

from placeplan.programme.signatory import find_missing_signatories, find_signatory


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("Medical director", "medical"),
        ("Executive Medical Director and deputy chief executive", "medical"),
        ("Deputy medical director", None),
        ("Director of medicine", "medical"),
        ("Chief medical officer", "medical"),
        ("Nursing director", "nursing"),
        ("Nurse director", "nursing"),
        ("Director of nursing and quality", "nursing"),
        ("Chief nurse", "nursing"),
        ("Associate director of nursing", None),
        ("Head of paramedical services", None),
        ("Director of finance", None),
    ],
)
def test_title_says_for_which_office_a_post_signs(title, office):
    assert find_signatory(title) == office


def test_nobody_has_signed_yet():
    missing = find_missing_signatories([])

    assert [each.signatory for each in missing] == ["medical", "nursing"]
