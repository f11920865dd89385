"""Write ``docs/reference/access.md``: who may open which address.

::

    python tools/make_access_reference.py           # write it
    python tools/make_access_reference.py --check   # only say whether it is current
"""

import sys
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs/reference/access.md"
INTRODUCTION = """# Who may open which address

Written by `tools/make_access_reference.py` from `placeplan_web/config/access.py` and
`access_table.py`. A test tries every cell of this table with a real request, and an
address without a row stays shut and fails the build.

An address that names a record is tried with a record that is private to its owner;
once released, a run and its plan folder are open to everyone.

## Words

"""


def write_page() -> str:
    """Give the page as it should stand."""
    from placeplan_web.config.access import Who
    from placeplan_web.config.access_table import Answer, Reader, list_rows

    words = [f"- **{who.name.lower().replace('_', ' ')}**: {who.value}" for who in Who]
    words += ["", "Kinds of reader:", ""]
    words += [f"- **{r.name.lower()}**: {r.value}" for r in Reader]
    words += ["", "Answers: " + ", ".join(a.value for a in Answer) + "."]
    heads = ["address", "for", *(reader.name.lower() for reader in Reader)]
    lines = [_row(heads), _row(["---"] * len(heads))]
    lines += [
        _row(
            [
                f"`{row.path}`",
                row.who.name.lower().replace("_", " "),
                *(row.answers[reader].value for reader in Reader),
            ]
        )
        for row in list_rows()
    ]
    table = "\n".join(["", "", "## Addresses", "", *lines, ""])
    return INTRODUCTION + "\n".join(words) + table


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def main() -> int:
    from placeplan_web.config.start import begin

    begin()
    page = write_page()
    if "--check" in sys.argv[1:]:
        is_current = PAGE.exists() and PAGE.read_text("utf-8") == page
        print("current" if is_current else "not current: run this without --check")
        return 0 if is_current else 1
    PAGE.write_text(page, "utf-8")
    print(f"written to {PAGE.relative_to(PAGE.parents[2])}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
