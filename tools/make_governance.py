"""Write ``governance/`` of the example from lists of the papers.

    python tools/make_governance.py --papers DIR [--out DIR]

``--papers`` holds ``governance.yaml``, ``engagement.yaml`` (who sits where, by the
table of stakeholders) and ``programme.yaml`` (what is known to be inconsistent). What
no paper says stays empty. One name for posts that two paragraphs state differently, and
which check finds which inconsistency, stand in ``governance_links.yaml``.
"""

import argparse
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from make_programme import as_list, cite, write_table
from placeplan.governance import TABLES, read_governance

LINKS = Path(__file__).with_name("governance_links.yaml")
NUMBER = False  # YAML 1.1 reads the key "no" as a switch
OURS = {"source": "governance-links-assumed", "status": "illustrative"}
PID = "DOC-PID-2019"

Row = Mapping[str, Any]


def lower(name: str | None) -> str | None:
    return name.lower() if name else None


def join(value: Any) -> str | None:
    return "; ".join(str(each) for each in as_list(value)) if value else None


def list_bodies(papers: Row) -> Iterator[Row]:
    for each in papers["organisations"]:
        yield {
            "id": each["id"].lower(),
            "place": each.get("places_id"),
            "name": each["name"],
            "short": each.get("short"),
            "kind": each["kind"],
            "collective": "yes" if each.get("collective") else "no",
            **cite(each),
        }


def list_groups(papers: Row) -> Iterator[Row]:
    for each in papers["groups"]:
        substitutes = {True: "yes", False: "no", None: None}
        yield {
            "id": each["id"].lower(),
            "name": each["name"],
            "era": each["era"],
            "body": lower(each.get("organisation")),
            "authority": each["authority"],
            "role": join(each["role"]),
            "frequency": each["frequency"],
            "member_count": each.get("member_count"),
            "quorum_number": each["quorum"],
            "substitutes": substitutes[each.get("substitutes_permitted")],
            "state": each.get("status"),
            "words": join(each.get("note") or each.get("established_by")),
            **cite(each),
        }
        for part in each.get("instances", ()):
            yield {
                "id": part["id"].lower(),
                "name": part["name"],
                "part_of": each["id"].lower(),
                "era": each["era"],
                "authority": each["authority"],
                "role": join(each["role"]),
                "frequency": each["frequency"],
                **cite(each),
            }


def list_group_names(papers: Row) -> Iterator[Row]:
    for each in papers["groups"]:
        for name in each.get("aliases_as_printed", ()):
            plain = name.removesuffix(" (proposed renaming)")
            kind = "printed" if plain == name else "proposed"
            yield {
                "group": each["id"].lower(), "name": plain, "kind": kind, **cite(each)
            }  # fmt: skip
        if "short" in each:
            yield {
                "group": each["id"].lower(),
                "name": each["short"],
                "kind": "short",
                **cite(each),
            }
        for part in each.get("instances", ()):
            if "as_printed" in part:
                yield {
                    "group": part["id"].lower(),
                    "name": part["as_printed"],
                    "kind": "printed",
                    **cite(each),
                }


def list_group_links(papers: Row) -> Iterator[Row]:
    for each in papers["groups"]:
        for link in ("reports_to", "advises", "recommends_to"):
            for to in each.get(link, ()):
                yield link_groups(each, link, to)
        for other in each.get("receives_escalation_from", ()):
            yield {**link_groups(each, "escalates_to", each["id"])} | {
                "group": other.lower()
            }
        if "successor" in each:
            after = {**link_groups(each, "succeeds", each["id"])}
            yield after | {"group": each["successor"].lower()}
        if "predecessor" in each:
            yield link_groups(each, "succeeds", each["predecessor"])


def link_groups(each: Row, link: str, to: str) -> Row:
    name = to.lower() if to.startswith("GRP-") else to
    return {"group": each["id"].lower(), "link": link, "to": name, **cite(each)}


def list_group_workstreams(papers: Row) -> Iterator[Row]:
    for each in papers["groups"]:
        for name in each.get("workstreams_listed", ()):
            yield {"group": each["id"].lower(), "name": name, **cite(each)}


def list_seats(papers: Row, stakeholders: Row, links: Row) -> Iterator[Row]:
    at = count(1)
    for each in [*list_stated_seats(papers), *list_stakeholder_seats(stakeholders)]:
        posts = links["posts"].get(each["group"].upper(), {})
        printed = re.match(r"(\d+) ?x? ", each["name"])
        elected = each["name"].startswith("elected at the meeting")  # from its members
        yield {
            "id": f"seat-{next(at):03}",
            "seats": printed[1] if printed else 0 if elected else None,
            "post": posts.get(each["name"]),
            **each,
        }


def list_stated_seats(papers: Row) -> Iterator[Row]:
    for group in papers["groups"]:
        stated = {"group": group["id"].lower(), **cite(group)}
        for name in list_chairs(group):
            yield {**stated, "name": name, "attends": "chair"}
        for part in group.get("instances", ()):
            own = {**stated, "group": part["id"].lower()}
            yield {**own, "name": part["chair"], "attends": "chair"}
        for name in group["membership"] or ():
            if not name.endswith("(chair)"):  # that one has the seat of the chair
                yield {**stated, "name": name, "attends": "member"}
        for name in group.get("cooptees", ()):
            yield {**stated, "name": name, "attends": "cooptee"}


def list_chairs(group: Row) -> list[str]:
    chair = group["chair"]
    if isinstance(chair, list):
        return [f"{each['chair']} ({each['committee']})" for each in chair]
    return [chair] if chair and not chair.startswith("see `") else []


def list_stakeholder_seats(stakeholders: Row) -> Iterator[Row]:
    for each in stakeholders["stakeholders"]:
        name = each["organisation"]
        body = name.lower() if name.startswith("ORG-") else None
        for seat in each["seats"]:
            if not seat["group"].startswith("GRP-"):
                continue
            for filled in as_list(seat["filled_by"]):
                one_each = filled.startswith("8 x CCG")
                yield from (
                    {
                        "group": seat["group"].lower(),
                        "body": filler,
                        "name": filled,
                        "attends": "chair" if filled.startswith("Chair") else "member",
                        **({"seats": 1} if one_each else {}),
                        **cite(each),
                    }
                    for filler in (stakeholders["ccgs"] if one_each else [body])
                )


def list_delegations(papers: Row) -> Iterator[Row]:
    states = {
        "delegated_scope_now": "in_force",
        "delegated_scope_in_due_course": "intended",
    }
    for group in papers["groups"]:
        for field, state in states.items():
            for subject in group.get(field, ()):
                for body in group["delegating_bodies"]:
                    yield {
                        "group": group["id"].lower(),
                        "body": body.lower(),
                        "subject": subject,
                        "state": state,
                        **cite(group),
                    }


def list_roles(papers: Row) -> Iterator[Row]:
    for each in papers["roles"]:
        yield {
            "id": each["id"].lower(),
            "name": each["title"],
            "era": each["era"],
            "words": join(each["responsibilities"]),
            **cite(each),
        }


def list_appointments(papers: Row) -> Iterator[Row]:
    for each in papers["appointments"]:
        held = each["held_by"]
        yield {**each, "held_by": None if held == "TBC" else held, **cite(each)}


def list_decision_rules(papers: Row) -> Iterator[Row]:
    for each in papers["decision_rules"]:
        yield {
            "id": each["id"],
            "words": each["rule"],
            "ends_on": each.get("valid_until"),
            "basis": each.get("valid_until_basis"),
            **cite(each),
        }


def list_papers(papers: Row) -> Iterator[Row]:
    for each in papers["documents"]:
        versions = each.get("versions", ())
        newest = versions[-1] if versions else {}
        yield {
            "id": each["id"],
            "name": each["title"],
            "kind": each["kind"],
            "version": each.get("version") or newest.get("version"),
            "state": each.get("status") or newest.get("status"),
            "dated_on": each.get("date") or newest.get("date"),
            "approved_by": name_approver(each.get("approved_by")),
            "pages": each.get("pages"),
            **cite(each),
        }


def name_approver(name: str | None) -> str | None:
    """Whom a document is approved by; "subject to approval" names nobody."""
    return name.lower() if name and name.startswith("GRP-") else None


def list_paper_sections(*papers: Any) -> Iterator[Row]:
    """Every section of the initiation document that any record of the papers cites."""
    found = set()
    for source in walk_sources(papers):
        if source["paper"] == "thanet-pack-2019" and "PID" in source["section"]:
            told = source["section"].split("PID", 1)[1]
            found |= set(re.findall(r"\b(\d{1,2}(?:\.\d+)?)\b(?! para)", told))
    for section in sorted(found, key=lambda each: [int(n) for n in each.split(".")]):
        yield {
            "paper": PID,
            "section": section,
            "source": "thanet-pack-2019",
            "status": "derived",
        }


def walk_sources(value: Any) -> Iterator[Row]:
    if isinstance(value, Mapping):
        if {"paper", "section"} <= value.keys():
            yield value
        for each in value.values():
            yield from walk_sources(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from walk_sources(each)


def list_paper_references(papers: Row) -> Iterator[Row]:
    for each in papers["known_inconsistencies"]:
        printed = re.search(r"points to section ([\d.]+)", each["text"])
        if printed:
            yield {
                "paper": PID,
                "at": cite(each)["paragraph"],
                "section": printed[1],
                "words": "Membership of the STP Programme Board",
                **cite(each),
            }


def list_meetings(papers: Row) -> Iterator[Row]:
    for each in papers["meetings"]:
        yield {
            "id": each["id"].lower(),
            "group": each["group"].lower(),
            "meets_on": each["date"],
            "meets_at": each.get("time"),
            "place": each.get("place"),
            "published_on": each.get("agenda_issued"),
            "next_on": each.get("next_meeting"),
            **cite(each),
        }


def list_agenda_items(papers: Row) -> Iterator[Row]:
    for each in papers["meetings"]:
        sought = {
            s["item"]: s["recommendation"] for s in each.get("decisions_sought", ())
        }
        for item in each.get("agenda") or each.get("items") or ():
            yield {
                "meeting": each["id"].lower(),
                "number": item[NUMBER],
                "name": item["title"],
                "pages": item.get("pages"),
                "outcome": item.get("outcome"),
                "recommendation": sought.get(item[NUMBER]),
                **cite(each),
            }
        for at, words in enumerate(each.get("recommendations", ()), 1):
            yield {
                "meeting": each["id"].lower(),
                "number": f"R{at}",
                "name": "Recommendation of the report",
                "recommendation": words,
                **cite(each),
            }


def list_actions(papers: Row) -> Iterator[Row]:
    for each in papers["actions"]:
        yield {
            "id": each["id"],
            "meeting": each["meeting"].lower(),
            "item": each["item"],
            "words": each["text"],
            "owner": each["owner"],
            "due_on": each["due"],
            **cite(each),
        }


def list_sign_offs(papers: Row) -> Iterator[Row]:
    whole = papers["sign_off"]
    for block in whole["blocks"]:
        yield {
            "paper": whole["document"],
            "number": block["order"],
            "body": block["organisation"].lower(),
            "printed": block["as_printed"],
            "meaning": whole["meaning"],
            **cite(whole),
        }


def list_inconsistencies(links: Row, *papers: Row) -> Iterator[Row]:
    for each in (e for paper in papers for e in paper["known_inconsistencies"]):
        yield {
            "id": each["id"],
            "words": each["text"],
            **links["inconsistencies"][each["id"]],
            **cite(each),
        }


def list_ours(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        yield {**row, **OURS}


def make_tables(
    papers: Row, engagement: Row, programme: Row, links: Row
) -> Mapping[str, Iterator[Row]]:
    ccgs = next(g for g in papers["groups"] if g["id"] == "GRP-CCG-JOINT")
    eight = [body.lower() for body in ccgs["delegating_bodies"]]
    stakeholders = {**engagement, "ccgs": eight}
    return {
        "bodies": list_bodies(papers),
        "groups": list_groups(papers),
        "group_names": list_group_names(papers),
        "group_links": list_group_links(papers),
        "group_workstreams": list_group_workstreams(papers),
        "seats": list_seats(papers, stakeholders, links),
        "delegations": list_delegations(papers),
        "roles": list_roles(papers),
        "appointments": list_appointments(papers),
        "decision_rules": list_decision_rules(papers),
        "papers": list_papers(papers),
        "paper_sections": list_paper_sections(papers, engagement, programme),
        "paper_references": list_paper_references(papers),
        "meetings": list_meetings(papers),
        "agenda_items": list_agenda_items(papers),
        "agenda_item_dates": list_ours(links["agenda_item_dates"]),
        "actions": list_actions(papers),
        "sign_offs": list_sign_offs(papers),
        "inconsistencies": list_inconsistencies(links, papers, programme, engagement),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--papers", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("examples/kent-medway"))
    chosen = parser.parse_args()
    names = ("governance", "engagement", "programme")
    paths = [*(chosen.papers / f"{name}.yaml" for name in names), LINKS]
    read = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths]
    tables = make_tables(*read)
    for contract in TABLES:
        write_table(chosen.out, contract, tables[contract.name])
    for contract in TABLES:
        frame = read_governance(chosen.out).tables[contract.name]
        print(f"{contract.name}: {frame.height} rows")


if __name__ == "__main__":
    main()
