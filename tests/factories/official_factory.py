"""Small made-up files in official layouts, which a test may break before writing."""

import csv
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import xlsxwriter
from scipy.stats import chi2

from placeplan.errors import InputError

Rows = list[list[Any]]

AREAS = {"E06000901": "Northmarsh", "E07000902": "Southhythe"}
NATIONS = ("K02000001", "K03000001", "K04000001", "E92000001")
AGE_HEADINGS = [*(str(age) for age in range(90)), "90+"]


def write_csv(path: Path, rows: Rows, *, delimiter: str = ",") -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


def write_book(path: Path, sheets: Mapping[str, Rows]) -> Path:
    with xlsxwriter.Workbook(path) as book:
        for name, rows in sheets.items():
            page = book.add_worksheet(name)
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if cell is not None:
                        page.write(at, column, cell)
    return path


def list_faults(
    read: Callable[..., object], *args: Any, **named: Any
) -> list[tuple[str, str, str]]:
    """Where each fault is, what was expected and what was found; none when it reads."""
    try:
        read(*args, **named)
    except InputError as error:
        return [(fault.where, fault.expected, fault.found) for fault in error.faults]
    return []


def count_people(area: str, sex: str, age: int) -> int:
    """Unequal made-up numbers of people, by area, sex and age."""
    return (int(area[-1]) * 7 + len(sex) * 3 + age * 5) % 23 + 1


def count_ages(area: str, sex: str) -> list[int]:
    if sex == "Persons":
        pair = (count_ages(area, "Males"), count_ages(area, "Females"))
        return [male + female for male, female in zip(*pair, strict=True)]
    return [count_people(area, sex, age) for age in range(91)]


def make_age_row(area: str, name: str, kind: str, sex: str) -> list[Any]:
    ages = count_ages(area, sex)
    return [area, name, kind, sum(ages), *ages]


def make_mid_year_sheets(year: int = 2019) -> dict[str, Rows]:
    sheets: dict[str, Rows] = {"Contents ": [["Contents"]]}
    for sex in ("Persons", "Males", "Females"):
        districts = [
            make_age_row(code, name, "District", sex) for code, name in AREAS.items()
        ]
        figures = zip(*(row[3:] for row in districts), strict=True)
        sums = [sum(column) for column in figures]
        sheets[f"MYE2 - {sex}"] = [
            ["Contents"],
            [],
            [f"MYE2: Population estimates: {sex} by single year, mid-{year}"],
            [],
            ["Code", "Name", "Geography1", "All ages", *AGE_HEADINGS],
            *([nation, nation.title(), "Country", *sums] for nation in NATIONS),
            *districts,
            [],
            ["1. A note below the table."],
        ]
    return sheets


def make_mid_year_csv() -> Rows:
    return [
        ["Sex", "Code", "Name", "Geography1", "All ages", *AGE_HEADINGS],
        *(
            [sex, *make_age_row(code, name, "District", sex)]
            for sex in ("Persons", "Males", "Females")
            for code, name in AREAS.items()
        ),
    ]


def make_small_areas() -> Rows:
    rows: Rows = [["lsoa11_name", "lsoa11_code", "total_population", *AGE_HEADINGS]]
    for code, name in {"E01000901": "Northmarsh 001A", "W01000902": "Aber 1B"}.items():
        row = make_age_row(code, name, "", "Males")
        rows.append([name, code, *row[3:]])
    return rows


def make_health_sheets() -> dict[str, Rows]:
    codes = {"E38000901": "NHS Marsh CCG", "E38000902": "NHS Hythe CCG"}
    sheets: dict[str, Rows] = {"Contents": [["Contents"]]}
    for sex in ("Persons", "Males", "Females"):
        groups = [make_age_row(code, name, "", sex) for code, name in codes.items()]
        sums = [
            sum(column) for column in zip(*(row[3:] for row in groups), strict=True)
        ]
        sheets[f"Mid-2018 {sex}"] = [
            ["Contents"],
            ["Area Codes ", "Area Names", "All Ages", *AGE_HEADINGS],
            [],
            ["E92000001", "ENGLAND", *sums],
            ["E40000901", "Marshes region", *sums],
            *([row[0], row[1], *row[3:]] for row in groups),
        ]
    return sheets


def make_health_years() -> dict[str, Rows]:
    header = ["SICBL 2023 Code", "SICBL 2023 Name", "ICB 2023 Code", "ICB 2023 Name"]
    ages = [f"{sex}{age}" for sex in "FM" for age in range(91)]
    sheets: dict[str, Rows] = {"Contents": [["Contents"]]}
    for year in (2021, 2022):
        code = f"E3800090{year - 2020}"
        figures = [*count_ages(code, "Females"), *count_ages(code, "Males")]
        sheets[f"Mid-{year} ICB 2023"] = [
            [f"Estimates, mid-{year}"],
            [*header, "Total", *ages],
            [code, "NHS Marsh - 99Z", "E54000901", "Marsh", sum(figures), *figures],
        ]
    return sheets


def make_subnational(sexes: tuple[str, ...] = ("persons",)) -> Rows:
    rows: Rows = [["AREA_CODE", "AREA_NAME", "COMPONENT", "SEX", "AGE_GROUP"]]
    rows[0] += ["2014", "2015"]
    for code, name in AREAS.items():
        for sex in sexes:
            first = [count / 8 for count in count_ages(code, sex.title())]
            key = [code, f"{name}, City of", "Population", sex]
            labels = [*AGE_HEADINGS[:-1], "90 and over", "All ages"]
            for label, figure in zip(labels, [*first, sum(first)], strict=True):
                rows.append([*key, label, f"{figure:.3f}", f"{figure * 2:.3f}"])
    return rows


def make_nomis(first: int = 101, last: int = 191, *, years: bool = False) -> Rows:
    stated = ["PROJECTED_YEAR_NAME"] if years else []
    rows: Rows = [["GEOGRAPHY_CODE", *stated, "GENDER", "C_AGE", "OBS_VALUE"]]
    for code in AREAS:
        for year in (2018, 2019) if years else (2011,):
            for gender, sex in ((1, "Males"), (2, "Females")):
                for age in range(last - first + 1):
                    key = [code, str(year)] if years else [code]
                    count = count_people(code, sex, age) + year % 10
                    rows.append([*key, gender, first + age, count])
    return rows


def make_practice(code: str = "G99901", **fields: str) -> list[str]:
    numbers = {
        "name": 2,
        "address": 5,
        "opened": 11,
        "closed": 12,
        "status": 13,
        "commissioner": 15,
        "joined": 16,
        "left": 17,
        "telephone": 18,
        "parent": 24,
        "setting": 26,
    }
    row = [""] * 27
    row[0:4] = [code, "MARSH LANE SURGERY", "Y59", "Q88"]
    row[9:13] = ["ZZ9 9ZZ", "19740401", "", "A"]
    row[13:16] = ["B", "09X", "20130401"]
    row[23], row[25] = "09X", "4"
    for name, value in fields.items():
        row[numbers[name] - 1] = value
    return row


def make_trust(code: str = "RXX", **fields: str) -> list[str]:
    cleared = dict.fromkeys(("status", "commissioner", "joined", "setting"), "")
    named = {"name": "MARSH NHS TRUST", "parent": "J", **cleared, **fields}
    row = make_practice(code, **named)
    row[13] = ""
    return row


def make_networks(edition: int = 2020) -> dict[str, Rows]:
    before = edition < 2022
    area = "Clinical \nCommissioning \nGroup Code" if before else "Sub ICB Loc Code"
    short = "CCG" if before else "Sub ICB Loc"
    members = [
        *("Partner\nOrganisation\nCode", "Partner\nName"),
        *(f"Practice\nParent\n{short} Code", "PCN Code", "PCN Name"),
        f"PCN Parent\n{short} Code",
        *(f"Practice to PCN\nRelationship\n{end} Date" for end in ("Start", "End")),
        f"Practice {short} and PCN \n{short} Match ",
    ]
    marsh, hythe = "MARSH SURGERY", "DR A EXAMPLE"
    return {
        "PCNDetails": [
            ["PCN Code", "PCN Name", f"Current {area}", *NETWORK_DATES, "Postcode"],
            ["U99901", "NORTH MARSH PCN", "09X", "20191001", "", "ZZ9 9ZZ"],
            ["U99902", "SOUTH MARSH PCN", "09X", "20191001", "20211231", "ZZ9 9ZY"],
        ],
        "PCN Core Partner Details": [
            members,
            ["G99901", hythe, "09X", "U99901", "N", "09X", "20191001", None, True],
            ["G99902", marsh, "09X", "U99902", "S", "09X", *SPAN, True],
            ["G99902", marsh, "09Y", "U99901", "N", "09X", "20220101", None, False],
        ],
    }


NETWORK_DATES = ("Open Date", "Close Date")
SPAN = ("20191001", "20211231")

EMERGENCY_HEADER = [
    *("Period", "Org Code", "Parent Org", "Org name"),
    "A&E attendances Type 1",
    "A&E attendances Type 2",
    "A&E attendances Other A&E Department",
    "A&E attendances Booked Appointments Type 1",
    "A&E attendances Booked Appointments Type 2",
    "A&E attendances Booked Appointments Other Department",
    "Attendances over 4hrs Type 1",
    "Attendances over 4hrs Type 2",
    "Attendances over 4hrs Other Department",
    "Attendances over 4hrs Booked Appointments Type 1",
    "Attendances over 4hrs Booked Appointments Type 2",
    "Attendances over 4hrs Booked Appointments Other Department",
    "Patients who have waited 4-12 hs from DTA to admission",
    "Patients who have waited 12+ hrs from DTA to admission",
    "Emergency admissions via A&E - Type 1",
    "Emergency admissions via A&E - Type 2",
    "Emergency admissions via A&E - Other A&E department",
    "Other emergency admissions",
]


def make_emergency(total: tuple[str, ...] = ("TOTAL",) * 4) -> Rows:
    period, region = "MSitAE-JUNE-2024", "NHS ENGLAND SOUTH EAST "
    first = [100 + 7 * at - 90 * (6 <= at < 12) for at in range(18)]
    second = [at * at if at < 6 or at > 11 else at - 6 for at in range(18)]
    sums = [one + two for one, two in zip(first, second, strict=True)]
    return [
        EMERGENCY_HEADER,
        [period, "RXX", region, "MARSH NHS TRUST", *first],
        [period, "AX901", region, "HYTHE UTC", *second],
        [*total, *sums],
    ]


BEDS_HEADER = [
    *("Year", "Period End", "Region Code", "Org Code", "Org Name"),
    *(["Total ", "General & Acute", "Learning Disabilities", "Maternity"]),
    "Mental Illness",
]


def make_beds_row(code: str, name: str, available: list[float], share: float) -> Rows:
    occupied = [beds * share for beds in available]
    shares = [share if beds else "-" for beds in available]
    region = "Y59" if code else None
    key = ["2020-21", "June", region, code or None, name]
    beds = [sum(available), *available, None, sum(occupied), *occupied, None]
    return [[*key, *beds, share, *shares]]


def make_beds(month: str = "June") -> dict[str, Rows]:
    """Two providers and England, whose share of occupied beds is its own."""
    one, two = [200.25, 0.0, 30.5, 0.0], [0.0, 8.125, 0.0, 90.75]
    rows = make_beds_row("RXX", "MARSH NHS TRUST", one, 0.75)
    rows += make_beds_row("RXY", "HYTHE NHS TRUST", two, 0.5)
    england: list[Any] = ["2020-21", "June", None, None, "England"]
    for column in range(5, 16):
        parts = [row[column] for row in rows]
        england.append(None if parts[0] is None else sum(parts))
    england.append(None)
    england += [england[11 + at] / england[5 + at] for at in range(5)]
    groups: list[Any] = [None] * 22
    groups[5], groups[11], groups[17] = "Available", "Occupied", "% Occupied"
    sectors = BEDS_HEADER[5:]
    for row in (england, *rows):
        row[1] = month
    return {
        "NHS Trust by Sector": [
            [None, "Title:", "Average daily beds"],
            [],
            [None, "Provider Level Data", None, None, 227],
            [None, *groups],
            [None, *BEDS_HEADER, None, *sectors, None, *sectors],
            [None, *england],
            [],
            *([None, *row] for row in rows),
        ]
    }


def make_mortality() -> Rows:
    """SHMI of three made-up trusts: higher than expected, as expected, lower."""
    headings = "INDICATOR_CODE PROVIDER_CODE PROVIDER_NAME SHMI_VALUE SHMI_BANDING "
    headings += "SPELLS OBSERVED EXPECTED PO_LL PO_UL OD_LL OD_UL"
    trusts = (
        ("RXX", "MARSH NHS TRUST", 1.25, 1, 30000, 1250, 1000),
        ("RXY", "DOWNS NHS TRUST", 1.1, 2, 20005, 880, 800),
        ("RXZ", "WEALD NHS TRUST", 0.8, 3, 10010, 400, 500),
    )
    return [
        headings.split(),
        *(["I00699", *row, *_limit_deaths(row[-1]), 0.85, 1.1765] for row in trusts),
    ]


def _limit_deaths(expected: int) -> list[float]:
    """Exact Poisson limits of 99.8%, as shares of the expected deaths."""
    low = chi2.ppf(0.001, 2 * expected) / 2 / expected
    high = chi2.ppf(0.999, 2 * (expected + 1)) / 2 / expected
    return [round(low, 4), round(high, 4)]


AMBULANCE_ITEMS = (
    *("A7", "A8", "A9", "A10", "A11", "A12"),
    *(f"A{number}" for number in range(24, 39)),
)


def make_ambulance(month: int = 1) -> Rows:
    """Two made-up trusts of two regions and England, with one item more."""
    trusts = {"RXA": ("Y91", 7), "RXB": ("Y92", 11)}
    counted: dict[str, dict[str, int]] = {}
    for code, (_, base) in trusts.items():
        counts = [base * at for at in (100, 10, 5, 60, 20, 2)]
        totals = [base * base * 1000 * at for at in range(1, 6)]
        counted[code] = dict(zip(AMBULANCE_ITEMS[:6], counts, strict=True))
        counted[code] |= dict(zip(AMBULANCE_ITEMS[6::3], totals, strict=True))
    england = {
        item: sum(each[item] for each in counted.values()) for item in counted["RXA"]
    }
    rows = [["Year", "Month", "Region", "Org Code", "Org Name", "A0", *AMBULANCE_ITEMS]]
    named = [("Eng", "Eng", "England", england)]
    named += [
        (trusts[code][0], code, f"Trust {code}", counted[code]) for code in trusts
    ]
    named += [
        (f"Region {region}", region, f"Region {region}", counted[code])
        for code, (region, _) in trusts.items()
    ]
    for region, code, name, counts in named:
        items = [_count_item(item, counts) for item in AMBULANCE_ITEMS]
        rows.append([2024, month, region, code, name, ".", *items])
    return rows


def _count_item(item: str, counts: Mapping[str, int]) -> int:
    at = AMBULANCE_ITEMS.index(item)
    if item in counts:
        return counts[item]
    if at % 3 == 2:  # a ninetieth, twice the mean
        return 2 * _count_item(AMBULANCE_ITEMS[at - 1], counts)
    return round(counts[AMBULANCE_ITEMS[at - 1]] / counts[AMBULANCE_ITEMS[at // 3 - 1]])


DELAYED_SHEETS = {
    "LA - by Type of Care": ("Acute", "Non-Acute"),
    "LA - by responsible org": ("NHS", "Social Care", "Both"),
    "LA - by reason": ("A) ASSESSMENT", "DI) HOME", "DII) NURSING", "I) HOUSING"),
}
DELAYED = {
    "Northmarsh": ("South East", "E06000901", "901", 31),
    "Southhythe": ("South East", "E10000902", "902", 62),
    "Resident In Wales": ("-", "-", "9900", 0),
}


def make_delayed_sheets(*, beds: bool = False) -> dict[str, Rows]:
    """Three made-up authorities, each with the same days on every sheet."""
    sheets: dict[str, Rows] = {"England": [["not read"]]}
    for name, headings in DELAYED_SHEETS.items():
        body: Rows = []
        for area, (region, gss, code, days) in DELAYED.items():
            parts = [days // 31 * (at + 1) for at in range(len(headings) - 1)]
            parts.append(days - sum(parts))
            body.append([region, gss, code, area, *parts, days])
        sums = [sum(column) for column in zip(*(row[4:] for row in body), strict=True)]
        header = ["Region", "ONS Geography", "Code", "Name", *headings, "Total"]
        rows: Rows = [header, ["-", "-", "-", "England", *sums], [], *body]
        group: Rows = [[]]
        if beds and name != "LA - by reason":
            gap = [""] * len(headings)
            group = [["", "", "", "", "Delayed Days", *gap, "", "DTOC Beds"]]
            for row in rows:
                bare = row is header
                row += ["", *(cell if bare else cell / 31 for cell in row[4:])]
        title: Rows = [[], ["Title:", "Delayed"], [], [], ["Period:", "October 2016"]]
        sheets[name] = [*title, *group, *rows]
    return sheets


CANCER_SHEETS = {
    "28-DAY FDS (ALL ROUTES)": (28, "REFERRAL ROUTE", "TOLD", ()),
    "31-DAY (ALL CANCER)": (31, "TREATMENT STAGE", "TREATED", ("First", "Later")),
    "62-DAY (ALL CANCER)": (62, "REFERRAL ROUTE", "TREATED", ("Urgent", "Upgrade")),
}


def make_cancer_sheets() -> dict[str, Rows]:
    """Two made-up providers; every sheet has a part for all and one for each route."""
    sheets: dict[str, Rows] = {"Frontpage": [["April 2024"]]}
    for name, (days, route, verb, routes) in CANCER_SHEETS.items():
        every = "ALL STAGES" if days == 31 else "ALL ROUTES"
        header = ["", "ODS CODE (1)", "ACCOUNTABLE PROVIDER", route, "TOTAL"]
        header += [f"WITHIN {days} DAYS", f"AFTER {days} DAYS"]
        header += [f"{verb} WITHIN {days} DAYS", " "]
        header += ["WITHIN 14 DAYS", f"IN 15 TO {days} DAYS", f"AFTER {days} DAYS "]
        rows: Rows = [["WAIT"], ["Apr-24"], [], [], []]
        for part, share in ((every, len(routes) or 1), *((each, 1) for each in routes)):
            body = [
                _make_cancer_row(code, f"TRUST {code}", part, base * share)
                for code, base in (("RXX", 12.5), ("RXY", 40))
            ]
            sums = [sum(row[at] for row in body) for at in (9, 10, 11)]
            rows += [[f"PART: {part}"], list(header), *body, []]
            rows.append(_make_bands("", "ALL ENGLISH PROVIDERS", part, sums))
        sheets[name] = rows
    return sheets


def _make_cancer_row(code: str, name: str, part: str, base: float) -> list[Any]:
    return _make_bands(code, name, part, [base * 4, base * 2, base])


def _make_bands(code: str, name: str, part: str, bands: list[float]) -> list[Any]:
    within, after = bands[0] + bands[1], bands[2]
    total = within + after
    return ["", code, name, part, total, within, after, within / total, "", *bands]


def make_referrals() -> Rows:
    """One made-up provider and commissioner, every part, weeks 0 to 3 and beyond."""
    keys = ["Period", "Provider Org Code", "Provider Org Name", "Commissioner Org Code"]
    keys += ["RTT Part Type", "Treatment Function Code", "Treatment Function Name"]
    bands = [f"Gt {at:02} To {at + 1:02} Weeks SUM 1" for at in range(3)]
    bands.append("Gt 03 Weeks SUM 1")
    totals = ["Total", "Patients with unknown clock start date", "Total All"]
    rows: Rows = [[*keys, *bands, *totals]]
    for part in ("Part_1A", "Part_1B", "Part_2", "Part_2A", "Part_3"):
        functions = {"C_100": [5, 3, "", 1], "X04": [2, 0, 4, 7]}
        functions["C_999"] = [7, 3, 4, 8]
        for code, weeks in functions.items():
            held = sum(week or 0 for week in weeks)
            unknown: Any = {"C_100": 1, "X04": "", "C_999": 1}[code]
            if part == "Part_3":
                weeks, ends = ["", "", "", ""], ["", "", held]
            elif part.startswith("Part_2"):
                ends = ["", "", held]
            else:
                ends = [held, unknown, held + (unknown or 0)]
            key = ["RTT-January-2026", "RXX", "MARSH", "91Q", part, code, f"F {code}"]
            rows.append([*key, *weeks, *ends])
    return rows
