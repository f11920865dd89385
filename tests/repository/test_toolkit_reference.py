"""The manual's page on the toolkit and the mitigators is what their lists say today."""

from make_toolkit_reference import PAGE, write_page


def test_the_page_follows_the_lists():
    assert PAGE.read_text(encoding="utf-8") == write_page(), (
        "Run: python tools/make_toolkit_reference.py"
    )
