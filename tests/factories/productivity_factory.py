"""Tables of one small study: one own body, three candidates, two cost centres."""

import polars as pl

from placeplan.money.productivity.inputs import (
    COST_CENTRES,
    PEER_CRITERIA,
    PRODUCTIVITY_BODIES,
    PRODUCTIVITY_PATH,
    PRODUCTIVITY_PUBLISHED,
    SPECIALTY_COSTS,
)

# Body: cost and units of doctors, cost and units of premises.
CENTRES = {
    "north": (600, 100, 90, 30),
    "near": (550, 100, 40, 20),
    "far": (500, 100, 80, 20),
    "unsafe": (100, 100, 10, 20),
}
CRITERIA = [("turnover", 0.5, None), ("sites", 2.0, None), ("safety", None, "good")]


def _frame(contract, rows, status):
    proved = [(*row, "test", status) for row in rows]
    return pl.DataFrame(proved, schema=contract.schema, orient="row")


def make_tables(
    *,
    own="own",
    years=(2015, 2015),
    ratings=("good", "inadequate"),
    criteria=CRITERIA,
    without=None,
    driver="units",
    first=2016,
    count=2,
    efficiency=(None, None),
    organisations=None,
    status="illustrative",
):
    """Make the tables, with one thing changed where asked."""
    year, other_year = years
    rated, unsafe = ratings
    bodies = [
        (
            "north",
            "North",
            own,
            year,
            700.0,
            2,
            1,
            False,
            90.0,
            690.0,
            None,
            1.0,
            600.0,
        ),
        *[
            (
                *(
                    body,
                    body.title(),
                    "candidate",
                    other_year,
                    turnover,
                    sites,
                    1,
                    False,
                ),
                *(cost / 10, float(cost), rating, 1.0, float(cost)),
            )
            for body, turnover, sites, cost, rating in (
                ("near", 700.0, 2, 590, rated),
                ("far", 600.0, 3, 580, rated),
                ("unsafe", 700.0, 2, 110, unsafe),
            )
        ],
    ]
    centres = [
        row
        for body, (doctors, units, premises, area) in CENTRES.items()
        if body != without
        for row in (
            _doctors(body, driver if body == "far" else "units", units, doctors),
            (
                *(body, "premises", "Premises", "premises_estates", "square metres"),
                *(float(area), float(premises)),
            ),
        )
    ]
    specialties = [
        ("north", "surgery", "Surgery", 400.0, 350.0),
        ("north", "heart", "Heart", 290.0, 300.0),
    ]
    shares = (*efficiency, *[None] * count)[:count]
    path = [(first + at, 0.0, 0.0, 1 / count, shares[at], 0.1) for at in range(count)]
    published = [(2017, 100.0, "£100 by 2018.")]
    known = {} if organisations is None else {"id": organisations}
    return {
        **({"organisations": pl.DataFrame(known)} if known else {}),
        "productivity_bodies": _frame(PRODUCTIVITY_BODIES, bodies, status),
        "peer_criteria": _frame(PEER_CRITERIA, criteria, status),
        "cost_centres": _frame(COST_CENTRES, centres, status),
        "specialty_costs": _frame(SPECIALTY_COSTS, specialties, status),
        "productivity_path": _frame(PRODUCTIVITY_PATH, path, status),
        "productivity_published": _frame(
            PRODUCTIVITY_PUBLISHED, published, "published"
        ),
    }


def _doctors(body, driver, units, cost):
    return (body, "doctors", "Doctors", "pay", driver, float(units), float(cost))
