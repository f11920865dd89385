"""Write the example's initiatives: four themes, every number our own assumption.

``python tools/make_initiatives.py`` writes ``examples/kent-medway/initiatives``. The
papers name the themes, the tiers and the eight elements of local care, and say that
about one patient in three in an acute bed could be cared for elsewhere; they give no
size, phasing, cost or owner for any one initiative. Phasing follows that of the planned
solutions: 15, 40, 70 and 100 % from 2017/18.

Local care comes from the toolkit, element by element, for the four places of 2019 by
best fit. Medway and Swale is adapted in its two parts, since different providers and
councils receive what leaves hospital there. East Kent begins first: its consultation
was to be the first wave.
"""

import csv
from itertools import combinations
from pathlib import Path

from placeplan.demand import (
    INITIATIVE_TABLES,
    TABLES,
    Adaptation,
    adapt_element,
    list_elements,
)
from placeplan.errors import InputError
from placeplan.tables import read_table

OUT = Path(__file__).parents[1] / "examples/kent-medway"
# area, name, places, first year, size beside the toolkit
AREAS = (
    ("east-kent", "East Kent",
     ("ashford", "canterbury", "dover", "folkestone-hythe", "thanet"), 2017, 1.0),
    ("medway", "Medway and Swale, in Medway", ("medway",), 2017, 0.9),
    ("swale", "Medway and Swale, in Swale", ("swale",), 2017, 0.9),
    ("dgs", "Dartford, Gravesham and Swanley", ("dartford", "gravesham"), 2018, 0.8),
    ("west-kent", "West Kent",
     ("maidstone", "sevenoaks", "tonbridge-malling", "tunbridge-wells"), 2018, 0.8),
)  # fmt: skip
HORIZON = 2030
TOGETHER = 0.7  # rank correlation of one element between areas
PHASES = {2017: 0.15, 2018: 0.4, 2019: 0.7, 2020: 1.0}
CARE, PRODUCTIVITY = "care-transformation", "productivity"
ENABLERS, LEADERSHIP = "enablers", "system-leadership"
PREVENTION, MODELS = "prevention_and_self_care", "new_care_models"
EFFICIENCY, CAPACITY = "efficiency", "expanding_capacity"
# id, name, theme, heading, level, owner, probability of delivery
INITIATIVES = (
    ("falls-prevention", "Falls prevention", CARE, PREVENTION, 1,
     "Director of public health", 0.9),
    ("smoking-cessation", "Help to stop smoking", CARE, PREVENTION, 1,
     "Director of public health", 0.85),
    ("same-day-emergency-care", "Same-day emergency care", CARE, MODELS, 2,
     "Hospital care lead", 0.9),
    ("mental-health-at-home", "Mental health care at home in place of a bed", CARE,
     MODELS, 1, "Mental health lead", 0.7),
    ("enhanced-recovery", "Enhanced recovery after planned surgery", PRODUCTIVITY,
     EFFICIENCY, 2, "Productivity lead", 0.9),
    ("day-surgery", "Day surgery in place of a stay", PRODUCTIVITY, EFFICIENCY, 2,
     "Productivity lead", 0.9),
    ("fewer-follow-ups", "Follow-up only where it helps", PRODUCTIVITY, EFFICIENCY, 2,
     "Productivity lead", 0.85),
    ("shared-tests", "Fewer tests done twice, by shared pathology and imaging",
     PRODUCTIVITY, EFFICIENCY, None, "Productivity lead", 0.8),
    ("digital-outpatients", "First appointments by telephone and video", ENABLERS,
     MODELS, None, "Digital lead", 0.7),
    ("general-practice-staff", "More staff in general practice", ENABLERS, CAPACITY, 1,
     "Workforce lead", 0.6),
    ("low-value-procedures", "Fewer procedures of low value", LEADERSHIP, EFFICIENCY,
     None, "Commissioning lead", 0.8),
)  # fmt: skip
# initiative, mechanism, pod, ages, attributable share, what remains: low and high
EFFECTS = (
    ("falls-prevention", "avoidance", "emergency_spell", "65+", None, 0.97, 0.99),
    ("smoking-cessation", "attributable_share", "emergency_spell", "35+", 0.06, 0.8,
     0.95),
    ("same-day-emergency-care", "change_of_setting", "emergency_spell", "15-64", None,
     0.88, 0.95),
    ("mental-health-at-home", "substitution", "mh_bed_day", None, None, 0.9, 0.97),
    ("shared-tests", "avoidance", "diagnostic_test", None, None, 0.96, 0.99),
    ("enhanced-recovery", "shorter_stay", "elective_spell", None, None, 0.85, 0.95),
    ("day-surgery", "change_of_setting", "elective_spell", None, None, 0.9, 0.97),
    ("fewer-follow-ups", "avoidance", "outpatient_follow_up", None, None, 0.86, 0.95),
    ("digital-outpatients", "change_of_setting", "outpatient_first", None, None, 0.85,
     0.95),
    ("low-value-procedures", "avoidance", "day_case", None, None, 0.97, 0.99),
)  # fmt: skip
# initiative, from, to, provider, units for each, years later
ARRIVALS = (
    ("mental-health-at-home", "mh_bed_day", "mh_contact", None, 1, 0),
    ("same-day-emergency-care", "emergency_spell", "outpatient_procedure", None, 1, 0),
    ("day-surgery", "elective_spell", "day_case", None, 1, 0),
    ("digital-outpatients", "outpatient_first", "outpatient_tele", None, 1, 0),
)  # fmt: skip
CAPACITY_ADDED = (
    ("general-practice-staff", "general-practice", None, "gp", 2018, 60),
    ("general-practice-staff", "general-practice", None, "practice_nurse", 2018, 90),
)
COSTS = {"falls-prevention": 1_500_000, "smoking-cessation": 2_000_000,
         "mental-health-at-home": 1_200_000, "shared-tests": 400_000,
         "digital-outpatients": 2_500_000}  # fmt: skip


def list_rows() -> dict[str, list[tuple[object, ...]]]:
    """List the rows of every table of the initiatives that are not local care."""
    effects: list[tuple[object, ...]] = [
        (*row[:3], None, None, None, *row[3:]) for row in EFFECTS
    ]
    changing = sorted({str(row[0]) for row in effects})
    arrivals: list[tuple[object, ...]] = [
        (*row[:4], None, row[4], 0, row[5]) for row in ARRIVALS
    ]
    later = dict.fromkeys(range(max(PHASES) + 1, HORIZON + 1), 1.0)
    costs: list[tuple[object, ...]] = [
        (name, year, round(whole * share), True)
        for name, whole in COSTS.items()
        for year, share in {**PHASES, **later}.items()
    ]
    return {
        "initiatives": list(INITIATIVES),
        "initiative_effects": effects,
        "initiative_phasing": [(n, y, s) for n in changing for y, s in PHASES.items()],
        "initiative_arrivals": arrivals,
        "initiative_capacity": list(CAPACITY_ADDED),
        "initiative_costs": costs,
        "initiative_correlations": list_pairs(),
    }


def list_pairs() -> list[tuple[object, ...]]:
    """Let the areas of one element go together: what helps in one helps in another."""
    return [
        (f"{element}-{first[0]}", f"{element}-{other[0]}", TOGETHER)
        for element in list_elements()["element"]
        for first, other in combinations(AREAS, 2)
    ]


def list_local_care() -> dict[str, list[tuple[object, ...]]]:
    """List the rows of the eight elements of local care, adapted by every area."""
    contract = next(each for each in TABLES if each.name == "activity_base")
    base, faults = read_table(contract.path, contract, folder=OUT)
    if faults:
        raise InputError(faults)
    rows: dict[str, list[tuple[object, ...]]] = {}
    for area, name, places, year, size in AREAS:
        for element in list_elements()["element"]:
            adaptation = Adaptation(
                element, area, name, places, year, HORIZON, size, planning_level=1
            )
            for table, frame in adapt_element(
                adaptation, {"activity_base": base}
            ).items():
                kept = [each for each in frame.columns if each in plain_columns(table)]
                rows.setdefault(table, []).extend(frame.select(kept).rows())
    return rows


def plain_columns(table: str) -> list[str]:
    """Name the columns of a table that no file may leave out."""
    contract = next(each for each in INITIATIVE_TABLES if each.name == table)
    return [column.name for column in contract.columns if not column.optional]


def main() -> None:
    """Write every table."""
    own, local_care = list_rows(), list_local_care()
    for contract in INITIATIVE_TABLES:
        path = OUT / contract.path
        path.parent.mkdir(exist_ok=True)
        assumed = ("initiatives-assumed", "illustrative")
        with path.open("w", encoding="utf-8", newline="") as opened:
            writer = csv.writer(opened, lineterminator="\n")
            writer.writerow(plain_columns(contract.name))
            for row in local_care[contract.name]:
                writer.writerow([_write(cell) for cell in row])
            for row in own[contract.name]:
                writer.writerow([*(_write(cell) for cell in row), *assumed])


def _write(cell: object) -> object:
    return "" if cell is None else "yes" if cell is True else cell


if __name__ == "__main__":
    main()
