"""The manual's page on the plan folder is what the contracts say today."""

from make_plan_folder_reference import PAGE, write_page


def test_the_page_follows_the_contracts():
    assert PAGE.read_text(encoding="utf-8") == write_page(), (
        "Run: python tools/make_plan_folder_reference.py"
    )
