"""Performance of a tiny system: two trusts, a neighbour, fourteen months of A&E."""

from factories.fact_factory import FIRST, PAPERS, SECOND
from factories.plan_folder import SOURCES, write_rows
from placeplan.evidence import CONTRACTS

YEAR = {"starts_on": "2014-09-01", "ends_on": "2015-08-31", "period": "2014/15"}
MONTHS = [f"2016-{at:02}-01" for at in range(4, 13)] + [
    f"2017-{at:02}-01" for at in range(1, 6)
]


def make_indicator(id_, **changed):
    """Give a row of a percentage of the acute set, some of it changed."""
    row = {
        "id": id_,
        "set": "acute-2016",
        "place_in_set": 1,
        "name": id_.replace("-", " ").capitalize(),
        "definition": "What is counted",
        "unit": "%",
        "better": "up",
    }
    return {**row, **FIRST, **changed}


def make_value(indicator, body, value, **changed):
    """Give a figure of 2014/15 as the first paper prints it."""
    row = {"indicator": indicator, "body": body, "value": value}
    return {**row, **YEAR, **FIRST, **changed}


def make_months(body, met, **changed):
    """Give a row a month: so many of a hundred; None for a month nobody reported."""
    return [
        {
            "indicator": "ae-by-month",
            "body": body,
            "month": month,
            "numerator": count,
            "denominator": None if count is None else 100,
            **SECOND,
            **changed,
        }
        for month, count in zip(MONTHS, met, strict=True)
        if count != "no row"
    ]


STEADY = [80, 82] * 7
FALLING = [90, 91, 90, 92, 91, 90, 91, 88, 86, 84, 82, 80, 78, 76]


def make_performance_tables():
    """Give rows of every table, by table name."""
    dashboard = {"set": "dashboard-2017", "heading": "hospital performance"}
    return {
        "indicators": [
            make_indicator("cancer", standard="cancer_two_week"),
            make_indicator("tests", better="down", standard="diagnostics_6_weeks"),
            make_indicator("deaths", unit="index, 100 = expected", better="down"),
            make_indicator("beds", **dashboard, domain="prevention", better="down"),
            make_indicator("leaders", **dashboard, domain="leadership"),
            make_indicator(
                "ae-by-month", set="monthly", standard="ae_4_hours", **SECOND
            ),
        ],
        "peers": [{"id": "next-door", "name": "Next Door", "kind": "system", **FIRST}],
        "indicator_values": [
            make_value("cancer", "east-trust", 90.0),
            make_value("cancer", "west-trust", 95.3),
            make_value("tests", "east-trust", 3.8),
            make_value("tests", "west-trust", 1),
            make_value("deaths", "east-trust", 106.9),
            make_value("beds", "km-stp", 449),
            make_value("beds", "next-door", 461),
            make_value("leaders", "km-stp", 2),
            make_value("leaders", "next-door", 4),
        ],
        "indicator_series": [
            *make_months("east-trust", FALLING),
            *make_months("west-trust", STEADY),
        ],
        "trajectories": [
            {
                "indicator": "ae-by-month",
                "body": "east-trust",
                "by_month": "2017-03-01",
                "operator": ">=",
                "level": 90,
                "words": "Agreed with the regulator",
                **FIRST,
            }
        ],
        "ratings": [
            make_rating("system-dashboard-2017", "km-stp", 3, "making progress"),
            make_rating("ccg-assessment-2016", "km-stp", 2, "good"),
        ],
        "must_dos": [
            {"number": 1, "name": "Plan", "ask": "agree a plan", **FIRST},
            {"number": 4, "name": "Cancer", "ask": "keep the standard", **FIRST},
        ],
        "must_do_thresholds": [
            make_threshold("two weeks", indicator="cancer", operator=">=", level=93),
            make_threshold("beds", operator=">", level=95),
            make_threshold("spending"),
        ],
    }


def make_rating(rule_set, body, category, label):
    row = {"rule_set": rule_set, "body": body, "year": 2016, "category": category}
    return {**row, "label": label, "published_on": "2017-07-21", **FIRST}


def make_threshold(measure, **changed):
    row = {"must_do": 4, "measure": measure, "unit": "%", "words": "as asked"}
    return {**row, **FIRST, **changed}


def write_performance(folder, **changed):
    """Write performance tables and their sources; give the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sources.yaml").write_text(SOURCES + PAPERS, encoding="utf-8")
    for name, rows in (make_performance_tables() | changed).items():
        if not rows:  # a table of no rows is one that the folder lacks
            continue
        write_rows(folder / CONTRACTS[name].path, list(CONTRACTS[name].schema), rows)
    return folder
