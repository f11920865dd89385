"""Write ``programme/`` of the example from lists of the papers.

    python tools/make_programme.py --papers DIR [--out DIR]

``--papers`` holds ``programme.yaml``: what the papers say of the programme, in our own
words; and ``governance.yaml``, of which the documents under control are taken. What no
paper says stays empty. What a demonstration needs beside it (which project a planned
solution hangs on, which risk would hold up which project) stands in
``programme_links.yaml`` and is marked illustrative wherever it goes.
"""

import argparse
import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from placeplan.errors import PeriodError
from placeplan.programme import TABLES, DateInterval, read_programme
from placeplan.tables import TableContract

LINKS = Path(__file__).with_name("programme_links.yaml")
PROGRAMME = "system-transformation-2019"
CONTROLLED = {"DOC-STP-ID-2016": "stp-2016", "DOC-PID-2019": PROGRAMME}
"""Documents with a control sheet, and the programme of each."""

Row = Mapping[str, Any]
OURS = {"source": "programme-links-assumed", "status": "illustrative"}


def cite(entry: Row, status: str = "published") -> Row:
    source = entry["source"]
    return {
        "source": source["paper"],
        "paragraph": source["section"],
        "status": status,
    }


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def name_group(name: str | None) -> str | None:
    """Ids of groups are lower case, as the governance room knows them.

    Examples
    --------
    >>> name_group("GRP-STEB"), name_group("statutory bodies")
    ('grp-steb', 'statutory bodies')
    """
    return name.lower() if name and name.startswith("GRP-") else name


def read_days(printed: str) -> Row:
    """First and last day of a date as printed; none of a season."""
    try:
        due = DateInterval.parse(printed)
    except PeriodError:
        return {}
    return {"starts_on": due.starts_on, "ends_on": due.ends_on}


def list_programmes(papers: Row) -> Iterator[Row]:
    for each in papers["programmes"]:
        yield {
            "id": each["id"].lower(),
            "name": each["name"],
            "era": each["era"],
            "group": name_group(each["owner"]),
            **cite(each),
        }


def list_objectives(papers: Row) -> Iterator[Row]:
    for each in papers["objectives"]:
        yield {
            "id": each["id"],
            "programme": PROGRAMME,
            "level": each["level"],
            "name": each["text"],
            **cite(each),
        }


def list_objective_projects(papers: Row) -> Iterator[Row]:
    for each in papers["objectives"]:
        for project in each.get("projects", ()):
            yield {"objective": each["id"], "project": project, **cite(each)}


def list_projects(papers: Row, links: Row) -> Iterator[Row]:
    for each in papers["projects"]:
        yield {
            "id": each["id"],
            "programme": PROGRAMME,
            "kind": "core",
            "name": each["name"],
            "group": name_group(each.get("governance")),
            "words": links["project_words"].get(each["id"]),
            **cite(each),
        }
    for each in papers["workstreams"]:
        confirmed = each["lead"] != "TBC"
        yield {
            "id": each["id"],
            "programme": PROGRAMME,
            "kind": "workstream",
            "name": each["name"],
            "lead": each["lead"] if confirmed else None,
            "components": ", ".join(each["components"]),
            "words": None if confirmed else "The lead is to be confirmed.",
            **cite(each),
        }


def list_deliverables(papers: Row) -> Iterator[Row]:
    at = 0
    for each in papers["workstreams"]:
        for name in each["deliverables"]:
            at += 1
            yield {
                "id": f"DEL-{at:02}",
                "project": each["id"],
                "name": name,
                **cite(each),
            }


def list_milestones(papers: Row) -> Iterator[Row]:
    for each in papers["milestones"]:
        days = read_days(each["printed"])
        if days != {"starts_on": each["start"], "ends_on": each["end"]}:
            message = f"{each['id']}: {each['printed']} is not {each['start']} on"
            raise ValueError(message)
        yield {
            "id": each["id"],
            "programme": PROGRAMME,
            "name": each["title"],
            "printed": each["printed"],
            **days,
            "decided_by": "; ".join(
                str(name_group(by)) for by in each.get("decision_by", ())
            )
            or None,
            "words": each.get("note"),
            **cite(each),
        }


def list_milestone_projects(papers: Row) -> Iterator[Row]:
    projects = {each["id"] for each in papers["projects"]}
    for each in papers["milestones"]:
        for project in as_list(each["project"]):
            if project in projects:  # one belongs to the programme as a whole
                yield {"milestone": each["id"], "project": project, **cite(each)}


def list_dependencies(papers: Row, links: Row) -> Iterator[Row]:
    for each in papers["milestones"]:
        for before in each.get("depends_on", ()):
            yield {"milestone": each["id"], "depends_on": before, **cite(each)}
    for milestone, before in links["milestone_dependencies"]:
        yield {"milestone": milestone, "depends_on": before, **OURS}


def list_dates(papers: Row, links: Row) -> Iterator[Row]:
    for each in papers["other_dates"]:
        printed = str(each["date"])
        programme = {"2016": "stp-2016", "2017": "stp-2017"}.get(printed[:4], PROGRAMME)
        yield {
            "id": each["id"],
            "programme": programme,
            "name": each["title"],
            "printed": printed,
            **read_days(printed),
            "event": links["date_events"].get(each["id"]),
            **cite(each),
        }


def list_resources(papers: Row) -> Iterator[Row]:
    for each in papers["resources"]:
        yield {
            "id": each["id"],
            "programme": PROGRAMME,
            "name": each["role"],
            "purpose": each["purpose"],
            **{name: each[name] for name in ("wte", "band", "funding")},
            "words": f"Named only in {each['only_in']}." if "only_in" in each else None,
            **cite(each),
        }


def list_risks(papers: Row) -> Iterator[Row]:
    for each in papers["risks"]:
        if each["impact"] is not None or each["likelihood"] is not None:
            message = f"{each['id']} has a score, for which the tables have no place"
            raise ValueError(message)
        managed_by = [str(name_group(by)) for by in each["managed_by"]]
        yield {
            "id": each["id"],
            "programme": PROGRAMME,
            "name": each["title"],
            "managed_by": "; ".join(managed_by) or None,
            **cite(each),
        }


def list_mitigations(papers: Row) -> Iterator[Row]:
    at = 0
    for each in papers["risks"]:
        for name in each["mitigations"]:
            at += 1
            yield {"id": f"MIT-{at:02}", "risk": each["id"], "name": name, **cite(each)}


def list_assumptions(papers: Row, links: Row) -> Iterator[Row]:
    for each in papers["assumptions"]:
        yield {
            "id": each["id"],
            "programme": PROGRAMME,
            "name": each["title"],
            "words": each["text"],
            **cite(each),
            **links["assumption_tests"].get(each["id"], {}),
        }


def list_assumption_risks(papers: Row) -> Iterator[Row]:
    for each in papers["assumptions"]:
        for risk in each.get("linked_risks", ()):
            yield {"assumption": each["id"], "risk": risk, **cite(each)}
    for each in papers["risks"]:
        for assumption in each.get("linked_assumptions", ()):
            yield {"assumption": assumption, "risk": each["id"], **cite(each)}


def list_assumption_tests(papers: Row) -> Iterator[Row]:
    kinds = {"MS": "milestone", "DT": "date"}
    for each in papers["assumptions"]:
        for test in each.get("tests", ()):
            yield {
                "assumption": each["id"],
                "tested_by": kinds[test[:2]],
                "id": test,
                **cite(each),
            }


def list_benefits(papers: Row) -> Iterator[Row]:
    whole = papers["benefits"]
    for each in whole["items"]:
        target = each.get("target", {})
        yield {
            "id": each["id"],
            "objective": each["aim"],
            "name": each["title"],
            "beneficiary": each["beneficiary"],
            "measured_through": each["measured_through"],
            "target": target.get("value"),
            "unit": target.get("unit"),
            **cite(whole),
        }


def list_impact_domains(papers: Row) -> Iterator[Row]:
    whole = papers["impact_domains"]
    for each in whole["items"]:
        yield {
            "id": each["id"],
            "programme": PROGRAMME,
            "name": each["name"],
            "about": each["rates"],
            **cite(whole),
        }


def list_documents(papers: Row) -> Iterator[Row]:
    for each in papers["documents"]:
        if each["id"] in CONTROLLED:
            yield {
                "id": each["id"],
                "programme": CONTROLLED[each["id"]],
                "name": each["title"],
                "kind": "initiation",
                "approved_by": papers["group_names"].get(
                    each["approved_by"], each["approved_by"]
                ),
                "reviewers": "; ".join(each.get("reviewers", [])),
                "distribution": "; ".join(each.get("distribution", [])),
                **cite(each),
            }


def list_versions(papers: Row) -> Iterator[Row]:
    for each in papers["documents"]:
        if each["id"] in CONTROLLED:
            for version in each["versions"]:
                yield {
                    "id": f"V{version['version'].replace('.', '-')}",
                    "document": each["id"],
                    "number": version["version"],
                    "drafted_on": version["date"],
                    "name": version["comment"],
                    **cite(each),
                }


def list_ours(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        yield {**row, **OURS}


def write_table(folder: Path, contract: TableContract, rows: Iterable[Row]) -> None:
    path = folder / contract.path
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        names = [column.name for column in contract.columns]
        writer = csv.DictWriter(file, names, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def make_tables(papers: Row, links: Row) -> Mapping[str, Iterator[Row]]:
    return {
        "programmes": list_programmes(papers),
        "objectives": list_objectives(papers),
        "projects": list_projects(papers, links),
        "objective_projects": list_objective_projects(papers),
        "deliverables": list_deliverables(papers),
        "milestones": list_milestones(papers),
        "milestone_projects": list_milestone_projects(papers),
        "milestone_dependencies": list_dependencies(papers, links),
        "dates": list_dates(papers, links),
        "resources": list_resources(papers),
        "project_solutions": list_ours(links["project_solutions"]),
        "risks": list_risks(papers),
        "mitigations": list_mitigations(papers),
        "risk_projects": list_ours(links["risk_projects"]),
        "assumptions": list_assumptions(papers, links),
        "assumption_risks": list_assumption_risks(papers),
        "assumption_tests": list_assumption_tests(papers),
        "assumption_inputs": list_ours(links["assumption_inputs"]),
        "benefits": list_benefits(papers),
        "benefit_indicators": list_ours(links["benefit_indicators"]),
        "impact_domains": list_impact_domains(papers),
        "documents": list_documents(papers),
        "document_versions": list_versions(papers),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--papers", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("examples/kent-medway"))
    chosen = parser.parse_args()
    papers, governance, links = (
        yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in (
            chosen.papers / "programme.yaml",
            chosen.papers / "governance.yaml",
            LINKS,
        )
    )
    names = {each["id"]: each["name"] for each in governance["groups"]}
    papers |= {"documents": governance["documents"], "group_names": names}
    tables = make_tables(papers, links)
    for contract in TABLES:
        write_table(chosen.out, contract, tables[contract.name])
    for name, frame in read_programme(chosen.out).tables.items():
        print(f"{name}: {frame.height} rows")


if __name__ == "__main__":
    main()
