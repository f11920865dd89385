"""Write the example's initiatives: four themes, every number our own assumption.

``python tools/make_initiatives.py`` writes ``examples/kent-medway/initiatives``. The
papers name the themes and say that about one patient in three in an acute bed could be
cared for elsewhere; they give no size, phasing, cost or owner for any one initiative.
Phasing follows that of the planned solutions: 15, 40, 70 and 100 % from 2017/18.
"""

import csv
from pathlib import Path

from placeplan.demand import INITIATIVE_TABLES

OUT = Path(__file__).parents[1] / "examples/kent-medway"
KENT = (
    "ashford",
    "canterbury",
    "dartford",
    "dover",
    "folkestone-hythe",
    "gravesham",
    "maidstone",
    "sevenoaks",
    "swale",
    "thanet",
    "tonbridge-malling",
    "tunbridge-wells",
)
PHASES = {2017: 0.15, 2018: 0.4, 2019: 0.7, 2020: 1.0}
CARE, PRODUCTIVITY = "care-transformation", "productivity"
ENABLERS, LEADERSHIP = "enablers", "system-leadership"
PREVENTION, MODELS = "prevention_and_self_care", "new_care_models"
EFFICIENCY, CAPACITY = "efficiency", "expanding_capacity"
# id, name, theme, heading, level, owner, probability of delivery
INITIATIVES = (
    ("local-care-kent", "Local care for frail people in Kent", CARE, MODELS, 1,
     "Local care lead", 0.8),
    ("local-care-medway", "Local care for frail people in Medway", CARE, MODELS, 1,
     "Local care lead", 0.8),
    ("falls-prevention", "Falls prevention", CARE, PREVENTION, 1,
     "Director of public health", 0.9),
    ("smoking-cessation", "Help to stop smoking", CARE, PREVENTION, 1,
     "Director of public health", 0.85),
    ("same-day-emergency-care", "Same-day emergency care", CARE, MODELS, 2,
     "Hospital care lead", 0.9),
    ("discharge-home", "Discharge home to be assessed there", CARE, EFFICIENCY, 1,
     "Local care lead", 0.75),
    ("enhanced-recovery", "Enhanced recovery after planned surgery", PRODUCTIVITY,
     EFFICIENCY, 2, "Productivity lead", 0.9),
    ("day-surgery", "Day surgery in place of a stay", PRODUCTIVITY, EFFICIENCY, 2,
     "Productivity lead", 0.9),
    ("fewer-follow-ups", "Follow-up only where it helps", PRODUCTIVITY, EFFICIENCY, 2,
     "Productivity lead", 0.85),
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
    ("discharge-home", "shorter_stay", "emergency_spell", "65+", None, 0.78, 0.92),
    ("enhanced-recovery", "shorter_stay", "elective_spell", None, None, 0.85, 0.95),
    ("day-surgery", "change_of_setting", "elective_spell", None, None, 0.9, 0.97),
    ("fewer-follow-ups", "avoidance", "outpatient_follow_up", None, None, 0.86, 0.95),
    ("digital-outpatients", "change_of_setting", "outpatient_first", None, None, 0.85,
     0.95),
    ("low-value-procedures", "avoidance", "day_case", None, None, 0.97, 0.99),
)  # fmt: skip
LOCAL_CARE = ("substitution", "emergency_spell", "75+", None, 0.82, 0.92)
# initiative, from, to, provider, units for each, years later
ARRIVALS = (
    ("local-care-kent", "emergency_spell", "community_contact", "kchft", 12, 0),
    ("local-care-kent", "emergency_spell", "reablement_episode", "kcc", 0.25, 0),
    ("local-care-kent", "emergency_spell", "gp_appointment", "general-practice", 2, 1),
    ("local-care-medway", "emergency_spell", "community_contact", "mch", 12, 0),
    ("local-care-medway", "emergency_spell", "reablement_episode", "medway-council",
     0.25, 0),
    ("local-care-medway", "emergency_spell", "gp_appointment", "general-practice", 2,
     1),
    ("same-day-emergency-care", "emergency_spell", "outpatient_procedure", None, 1, 0),
    ("day-surgery", "elective_spell", "day_case", None, 1, 0),
    ("digital-outpatients", "outpatient_first", "outpatient_tele", None, 1, 0),
)  # fmt: skip
CAPACITY_ADDED = (
    ("general-practice-staff", "general-practice", None, "gp", 2018, 60),
    ("general-practice-staff", "general-practice", None, "practice_nurse", 2018, 90),
)
COSTS = {"local-care-kent": 18_000_000, "local-care-medway": 3_000_000,
         "falls-prevention": 1_500_000, "smoking-cessation": 2_000_000,
         "discharge-home": 9_000_000, "digital-outpatients": 2_500_000}  # fmt: skip


def list_rows() -> dict[str, list[tuple[object, ...]]]:
    """List the rows of every table by its name."""
    places = {"local-care-kent": KENT, "local-care-medway": ["medway"]}
    effects: list[tuple[object, ...]] = [
        (name, LOCAL_CARE[0], LOCAL_CARE[1], place, None, None, *LOCAL_CARE[2:])
        for name, where in places.items()
        for place in where
    ]
    effects += [(*row[:3], None, None, None, *row[3:]) for row in EFFECTS]
    changing = sorted({str(row[0]) for row in effects})
    arrivals: list[tuple[object, ...]] = [
        (*row[:4], None, row[4], 0, row[5]) for row in ARRIVALS
    ]
    costs: list[tuple[object, ...]] = [
        (name, year, round(whole * share), True)
        for name, whole in COSTS.items()
        for year, share in {**PHASES, **dict.fromkeys(range(2021, 2031), 1.0)}.items()
    ]
    pairs: list[tuple[object, ...]] = [("local-care-kent", "local-care-medway", 0.7)]
    return {
        "initiatives": list(INITIATIVES),
        "initiative_effects": effects,
        "initiative_phasing": [(n, y, s) for n in changing for y, s in PHASES.items()],
        "initiative_arrivals": arrivals,
        "initiative_capacity": list(CAPACITY_ADDED),
        "initiative_costs": costs,
        "initiative_correlations": pairs,
    }


def main() -> None:
    """Write every table."""
    for contract in INITIATIVE_TABLES:
        path = OUT / contract.path
        path.parent.mkdir(exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as opened:
            writer = csv.writer(opened, lineterminator="\n")
            writer.writerow(list(contract.schema))
            for row in list_rows()[contract.name]:
                cells = [_write(cell) for cell in row]
                writer.writerow([*cells, "initiatives-assumed", "illustrative"])


def _write(cell: object) -> object:
    return "" if cell is None else "yes" if cell is True else cell


if __name__ == "__main__":
    main()
