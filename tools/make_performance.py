"""Write ``performance/`` of the example from lists of the papers and official files.

    python tools/make_performance.py --papers DIR --official DIR [--out DIR]

``--papers`` holds ``performance.yaml`` and ``plan.yaml``: tables, ratings and must-dos
of the papers in our own words. ``--official`` holds monthly files by provider (see
``performance_series.py``) and small areas with their deprivation (see
``performance_small_areas.py``). What the lists do not say (ids, the standard behind an
indicator, what stands above and below its line) stands in ``performance_figures.yaml``.
"""

import argparse
import csv
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import yaml

from performance_series import list_series
from performance_small_areas import list_deprivation, list_lives, list_small_areas
from placeplan.performance import TABLES, check_performance
from placeplan.tables import TableContract, read_folder

FIGURES = Path(__file__).with_name("performance_figures.yaml")

Row = Mapping[str, Any]

S0 = {"source": "stp-initiation-2016", "status": "published"}
S2 = {"source": "kcc-update-2017", "status": "published"}


def list_indicators(papers: Row, figures: Row) -> Iterator[Row]:
    for at, each in enumerate(papers["acute_indicators"]["indicators"], 1):
        more = figures["acute"][each["id"]]
        yield {
            "id": f"acute-{each['id']}",
            "set": "acute-2016",
            "place_in_set": at,
            "definition": each["name"],
            **{name: each[name] for name in ("name", "unit", "better")},
            **more,
            **S0,
        }
    for at, each in enumerate(papers["stp_dashboard_2017"]["indicators"], 1):
        names = ("name", "definition", "unit", "better", "heading", "domain")
        yield {
            "id": f"dashboard-{each['id']}",
            "set": "dashboard-2017",
            "place_in_set": at,
            **{name: each[name] for name in names},
            **figures["dashboard"].get(each["id"], {}),
            **S2,
        }
    for at, each in enumerate(figures["more_indicators"], 1):
        yield {"place_in_set": at, **each}


def list_peers(papers: Row, figures: Row) -> Iterator[Row]:
    for each in papers["stp_dashboard_2017"]["stps"]:
        body = figures["systems"][each["id"]]
        if body != "km-stp":
            yield {"id": body, "name": each["name"], "kind": "system", **S2}


def list_values(papers: Row, figures: Row) -> Iterator[Row]:
    for each in papers["acute_indicators"]["indicators"]:
        for body, cell in each["values"].items():
            yield {
                "indicator": f"acute-{each['id']}",
                "body": body,
                **read_period(each["period"]),
                "value": cell["value"],
                **S0,
            }
    for each in papers["stp_dashboard_2017"]["indicators"]:
        for system, value in each["values"].items():
            yield {
                "indicator": f"dashboard-{each['id']}",
                "body": figures["systems"][system],
                **read_period(each["period"]),
                "value": float(value),
                **S2,
            }
    for row in papers["health_inequality"]["rows"]:
        body = figures["systems"].get(row["area"], row["area"])
        for name, indicator in (
            ("life_expectancy", "life-expectancy"),
            ("sii", "slope-index-life-expectancy"),
        ):
            yield {
                "indicator": indicator,
                "body": body,
                "period": "not stated",
                "value": row[name],
                **S0,
            }


def read_period(text: str) -> Row:
    """Read a period as a paper prints it; one that is none of these has no days.

    Examples
    --------
    >>> read_period("Q4 2016/17")["starts_on"]
    datetime.date(2017, 1, 1)
    """
    first, _, last = text.partition(" to ")
    days: dict[str, date] = {}
    if text[:1] == "Q" and "/" in text:
        quarter, year = int(text[1]), int(text[3:7])
        start = date(year + (quarter == 4), (3 * quarter) % 12 + 1, 1)
        days = {
            "starts_on": start,
            "ends_on": end_of_month(start.year, start.month + 2),
        }
    elif "/" in text:
        year = int(text[:4])
        days = {"starts_on": date(year, 4, 1), "ends_on": date(year + 1, 3, 31)}
    elif len(first) == 7:
        start, end = first.split("-"), (last or first).split("-")
        days = {
            "starts_on": date(int(start[0]), int(start[1]), 1),
            "ends_on": end_of_month(int(end[0]), int(end[1])),
        }
    elif len(text) == 4:
        year = int(text)
        days = {"starts_on": date(year, 1, 1), "ends_on": date(year, 12, 31)}
    return {"period": text, **days}


def end_of_month(year: int, month: int) -> date:
    later = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(later.toordinal() - 1)


def list_ratings(papers: Row, figures: Row) -> Iterator[Row]:
    for each in papers["stp_dashboard_2017"]["stps"]:
        yield {
            "rule_set": "system-dashboard-2017",
            "body": figures["systems"][each["id"]],
            "year": 2016,
            "category": each["category"],
            "label": each["overall"].split(" - ")[1],
            "published_on": date(2017, 7, 21),
            **S2,
        }
    for body, label in papers["ccg_ratings_2016_17"]["ratings"].items():
        yield {
            "rule_set": "ccg-assessment-2016",
            "body": body,
            "year": 2016,
            "category": figures["ccg_categories"][label],
            "label": label,
            "published_on": date(2017, 7, 21),
            **S2,
        }


def list_must_dos(plan: Row) -> Iterator[Row]:
    for each in plan["must_dos"]["items"]:
        yield {name: each[name] for name in ("number", "name", "ask")} | S0


UNSAID = ("<", "<=", ">", ">=", "is")


def list_thresholds(plan: Row, figures: Row) -> Iterator[Row]:
    for must_do in plan["must_dos"]["items"]:
        for metric in must_do["metrics"]:
            level, operator = metric["value"], metric["operator"]
            is_number = isinstance(level, int | float) and not isinstance(level, bool)
            # Signs and a bare "is" say nothing to a reader; "decreases" does.
            words = [operator] if not is_number and operator not in UNSAID else []
            said = [str(metric[k]) for k in figures["said_in"] if k in metric]
            words += [figures["said_as"].get(each, each) for each in said]
            yield {
                "must_do": must_do["number"],
                "measure": metric["metric"],
                "indicator": figures["shown_by"].get(metric["metric"]),
                "operator": operator if is_number else None,
                "level": level if is_number else None,
                "unit": metric["unit"],
                "words": "; ".join(words) or "as the must-do says",
                **S0,
            }


def write_table(folder: Path, contract: TableContract, rows: Iterator[Row]) -> None:
    path = folder / contract.path
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(
            file, [column.name for column in contract.columns], lineterminator="\n"
        )
        writer.writeheader()
        writer.writerows(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--papers", type=Path, required=True)
    parser.add_argument("--official", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("examples/kent-medway"))
    chosen = parser.parse_args()
    papers, plan, figures = (
        yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in (
            chosen.papers / "performance.yaml",
            chosen.papers / "plan.yaml",
            FIGURES,
        )
    )
    areas = list(list_small_areas(chosen.official))
    values = chain(list_values(papers, figures), list_lives(chosen.official))
    people = chosen.out / "people"
    tables = {
        "indicators": list_indicators(papers, figures),
        "peers": list_peers(papers, figures),
        "indicator_values": values,
        "indicator_series": list_series(chosen.official, people, figures),
        "trajectories": iter(figures["trajectories"]),
        "ratings": list_ratings(papers, figures),
        "must_dos": list_must_dos(plan),
        "must_do_thresholds": list_thresholds(plan, figures),
        "small_areas": iter(areas),
        "deprivation": list_deprivation(chosen.official, areas),
    }
    for contract in TABLES:
        write_table(chosen.out, contract, tables[contract.name])
    files = read_folder(chosen.out, TABLES)
    files.raise_faults(check_performance(files.frames))
    for name, frame in files.frames.items():
        print(f"{name}: {frame.height} rows")


if __name__ == "__main__":
    main()
