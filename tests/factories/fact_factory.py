"""A small register: two figures that disagree, a sum, and what rests on them."""

from factories.plan_folder import SOURCES, write_rows
from placeplan.evidence import CONTRACTS

PAPERS = """\
  - id: first-paper
    title: The first paper
    publisher: The council
    dated: 2017-03-01
    licence: cited fact
    status: published
    grade: A
    note: As printed.
  - id: second-paper
    title: The second paper
    publisher: The partnership
    dated: 2019-08-05
    licence: cited fact
    status: published
    grade: A
    note: As printed.
"""
FIRST = {"source": "first-paper", "status": "published"}
SECOND = {"source": "second-paper", "status": "published"}


def make_fact(id_, value, **changed):
    """Give a row of a number of 2017 by the first paper, some of it changed."""
    row = {
        "id": id_,
        "version": 1,
        "category": "workforce",
        "statement": "More doctors needed",
        "kind": "number",
        "value": value,
        "unit": "GPs",
        "place": "The system",
        "body": "km-stp",
        "period": "2017",
        "document": "The update",
        "heading": "Point 5",
        "known_on": "2017-03-01",
    }
    return {**row, **FIRST, **changed}


def make_fact_tables():
    """Give rows of every table of the register, by table name."""
    later = {**SECOND, "known_on": "2019-08-05", "period": "2019"}
    money = {"category": "finance", "unit": "GBP million"}
    return {
        "facts": [
            make_fact("F146", "245", conflicts_with="F297"),
            make_fact("F297", "175", **later),
            make_fact("F152", "486", statement="Deficit", **money),
            make_fact("F151", "110", statement="Deficit now", **money),
            make_fact(
                "F307", "30000", kind="range", value_to="50000", unit="people", **later
            ),
            make_fact("F001", "120", statement="People", unit="people"),
            make_fact("F003", "30", statement="Rise", unit="people"),
            make_fact("F004", "25", statement="Rise as a share", unit="%"),
            make_fact("F010", "60", statement="Another rise", **later),
            *(
                make_fact(
                    f"F1{at:02}",
                    value,
                    statement=statement,
                    place=place,
                    body=body,
                    unit="years",
                    category="health",
                )
                for at, (statement, place, body, value) in enumerate(
                    [
                        ("Average life expectancy", "Ashford", "ccg-ashford", "82.6"),
                        ("Average life expectancy", "Thanet", "ccg-thanet", "79.4"),
                        ("Average life expectancy", "All", "km-stp", "81.1"),
                        ("Slope index of inequality", "Ashford", "ccg-ashford", "3.0"),
                        ("Slope index of inequality", "Thanet", "ccg-thanet", "7.1"),
                    ],
                    start=6,
                )
            ),
        ],
        "facts_outside": [make_fact("X01", "485", **money)],
        "conflicts": [
            {
                "id": "C01",
                "kind": "direct",
                "about": "Doctors",
                "facts": "F146 F297",
                "explanation": "No paper says why.",
                "handling": "show both",
            },
            {
                "id": "C07",
                "kind": "rounding",
                "about": "The gap",
                "facts": "F152",
                "outside": "X01",
                "explanation": "A news item gives one less.",
                "handling": "use 486",
            },
        ],
        "checks": [
            {
                "id": "A01",
                "name": "Rise as a share",
                "calculation": "30 / 120",
                "formula": "F003 / F001 * 100",
                "result": "25",
                "tolerance": 0,
                "against": "F004",
                "margin": 0,
                "agrees": "yes",
                "verdict": "agrees with 25%",
            },
            {
                "id": "A02",
                "name": "Numbering",
                "calculation": "read",
                "tolerance": 0,
                "verdict": "a number is used twice",
            },
            {
                "id": "A03",
                "name": "Doctors twice",
                "calculation": "245 + 245",
                "formula": "F146 + F146",
                "result": "490",
                "tolerance": 0,
                "verdict": "for scale",
            },
        ],
        "fact_citations": [
            {
                "fact": "F146",
                "kind": "assumption",
                "id": "gp-staff",
                "title": "Doctors of 2016",
                "address": "capacity/staff.csv",
            }
        ],
    }


def write_facts(folder, **changed):
    """Write the tables of a register and their sources; give the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sources.yaml").write_text(SOURCES + PAPERS, encoding="utf-8")
    for name, rows in (make_fact_tables() | changed).items():
        if not rows:  # a table of no rows is one that the folder lacks
            continue
        write_rows(folder / CONTRACTS[name].path, list(CONTRACTS[name].schema), rows)
    return folder
