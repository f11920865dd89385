"""Write the manual's page on the plan folder from the contracts of every chapter.

    python tools/make_plan_folder_reference.py

A test refuses a page that the contracts have left behind.
"""

import inspect
import re
from collections.abc import Iterable
from pathlib import Path

from placeplan.evidence import CONTRACTS as PLAN_CONTRACTS
from placeplan.evidence import Source, describe_source_schema
from placeplan.governance import TABLES as GOVERNANCE_TABLES
from placeplan.plan import Manifest, Scenario, describe_schema
from placeplan.plan.boundary import BOUNDARIES_FILE, LIMIT_BYTES
from placeplan.programme import TABLES as PROGRAMME_TABLES
from placeplan.tables import Column, TableContract

PAGE = Path(__file__).parents[1] / "docs/reference/plan-folder.md"

CONTRACTS = {
    **PLAN_CONTRACTS,
    **{table.name: table for table in (*PROGRAMME_TABLES, *GOVERNANCE_TABLES)},
}

INTRODUCTION = """\
# The plan folder

<!-- Made by tools/make_plan_folder_reference.py from the contracts in the code:
change those, not this page. -->

A plan is a folder of plain files that a person can read, compare and edit in a
spreadsheet or an editor. Tables are CSV in UTF-8 with a header; rows may stand in any
order. **Every table ends with the columns `source`** (an id in `sources.yaml`) **and
`status`** (`published`, `derived`, `calibrated` or `illustrative`). Cells hold plain
values: no formulas, no thousands separators; a decimal point; dates as 2016-06-01;
shares from 0 to 1 (0.02 is 2 %); yes or no. `year` is the year in which a financial
year starts (2016 is 2016/17); for people it is the year of the mid-year count.

`placeplan check FOLDER` lists every fault at once. `placeplan schema` prints the JSON
Schema of `plan.yaml`, and `placeplan schema sources.yaml` that of the sources.
"""

KINDS = {
    "text": "text",
    "whole": "whole number",
    "number": "number",
    "share": "share",
    "date": "date",
    "year": "year",
    "flag": "yes or no",
    "status": "status",
}

OUTLINES = f"""\
## {BOUNDARIES_FILE}

Outlines of districts, for the map; without the file the page shows bars. May be left
out. GeoJSON of at most {LIMIT_BYTES / 1e6:g} MB: a `FeatureCollection` of polygons in
degrees of longitude and latitude, each with a property `place`, which is the `id` of a
row of `places/areas.csv`.
"""


def write_page() -> str:
    """Write the whole page as Markdown."""
    parts = [
        INTRODUCTION,
        _describe_document("plan.yaml", describe_schema(), (Manifest, Scenario)),
        _describe_document("sources.yaml", describe_source_schema(), (Source,)),
    ]
    folder = ""
    for contract in CONTRACTS.values():
        if contract.path.split("/")[0] != folder:
            folder = contract.path.split("/")[0]
            parts.append(f"## {folder}/\n")
        parts.append(_describe_table(contract))
    parts.append(OUTLINES)
    return "\n".join(parts)


def _describe_document(name: str, schema: dict, models: Iterable[type]) -> str:
    words = {
        model.__name__.lower().replace("manifest", name): _read_words(model)
        for model in models
    }
    lines = [f"## {name}", "", *_list_entries(schema, words.get(name, {}))]
    for title, part in schema.get("$defs", {}).items():
        lines += ["", f"Each {title.lower()} has:", ""]
        lines += _list_entries(part, words[title.lower()])
    return "\n".join(lines) + "\n"


def _read_words(model: type) -> dict[str, str]:
    """Read what the docstring of a model says of each of its fields."""
    text = inspect.getdoc(model) or ""
    section = re.search(r"Parameters\n-+\n(.*?)(?:\n\n\w|\Z)", text, re.S)[1]
    found = re.findall(r"^(\w[\w, ]*) : .+\n((?:    .+\n?)+)", section, re.M)
    return {
        name.removesuffix("_version"): " ".join(words.split())
        for names, words in found
        for name in names.split(", ")
    }


def _list_entries(part: dict, words: dict[str, str]) -> list[str]:
    rows = ["| entry | holds | |", "|---|---|---|"]
    for name, entry in part["properties"].items():
        needed = "" if name in part.get("required", []) else _say_default(entry)
        said = words.get(name, "").replace("``", "`")
        rows.append(f"| `{name}` | {_say_entry(entry)}{needed} | {said} |")
    return rows


def _say_default(entry: dict) -> str:
    default = entry.get("default")
    said = f": then `{default}`" if default else ""
    return f"; may be left out{said}"


def _say_entry(entry: dict) -> str:
    if "$ref" in entry:
        return entry["$ref"].rpartition("/")[2].lower()
    if "const" in entry:
        return f"`{entry['const']}`"
    if "anyOf" in entry:
        said = [_say_entry(one) for one in entry["anyOf"]]
        return " or ".join(words for words in said if words != "null")
    if "enum" in entry:
        return " or ".join(f"`{choice}`" for choice in entry["enum"])
    if entry.get("type") == "array":
        return f"list: each a {_say_entry(entry['items'])}"
    words = {"string": "text", "integer": "whole number"}
    words = words.get(entry.get("type", ""), entry.get("type", ""))
    if entry.get("format") == "date":
        words = "date"
    least, most = entry.get("minimum"), entry.get("maximum")
    if least is not None and most is not None:
        words = f"{words} from {least} to {most}" if least < most else f"`{least}`"
    return words


def _describe_table(contract: TableContract) -> str:
    needed = "" if contract.required else " May be left out."
    lines = [f"### {contract.path}", "", f"{contract.about}{needed}"]
    if contract.key:
        keys = ", ".join(f"`{name}`" for name in contract.key)
        lines.append(f"One row for each {keys}.")
    if contract.share_column:
        within = " and ".join(f"`{name}`" for name in contract.share_within)
        lines.append(f"Shares sum to 1{f' within each {within}' if within else ''}.")
    if contract.valid_columns:
        lines.append("Rows of one key do not overlap in time; both days are included.")
    lines += ["", "| column | holds | |", "|---|---|---|"]
    lines += [_describe_column(column) for column in contract.columns[:-2]]
    return "\n".join(lines) + "\n"


def _describe_column(column: Column) -> str:
    return f"| `{column.name}` | {_say_kind(column)} | {column.about} |"


def _say_kind(column: Column) -> str:
    if column.choices:
        words = "one of: " + ", ".join(
            f"`{choice}`" for choice in sorted(column.choices)
        )
    else:
        words = KINDS[column.kind]
    least, most = column.bounds
    if column.kind not in ("share", "year") and least is not None:
        words += (
            f" from {least:.15g} to {most:.15g}"
            if most is not None
            else f", {least:.15g} or more"
        )
    if column.kind == "share" and (least or 0) < 0:
        words += ", may be negative"
    if column.refers_to:
        table, name = column.refers_to
        words += f", the `{name}` of a row of `{CONTRACTS[table].path}`"
    if column.optional:
        return f"{words}; may be empty, or the column left out"
    return f"{words}; may be empty" if column.nullable else words


if __name__ == "__main__":
    PAGE.write_text(write_page(), encoding="utf-8")
    print(f"{PAGE.name}: {len(CONTRACTS)} tables")
