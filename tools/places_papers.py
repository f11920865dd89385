# ruff: noqa: E501 (a row is easier to compare with its paper when it stands on one line)
# fmt: off
"""What the five public papers say of Kent and Medway's places, as rows.

Transcribed in our own words; ``make_places.py`` adds what official files give and writes
the tables of ``examples/kent-medway/places``. ``None`` means that no paper says.
"""

from datetime import date
from typing import Any

S0, S3, S4 = "stp-initiation-2016", "medway-update-2017", "kcc-position-2016"
PACK = "thanet-pack-2019"

# A footprint made of the eight groups cannot outlive them: no paper ends these sets, so
# they end with their members. The 2019 proposals end when the same letters, ICP, came to
# mean the statutory committee of 2022.
LAST_DAY_OF_EIGHT = date(2020, 3, 31)
LAST_DAY_OF_PROPOSALS = date(2022, 6, 30)
PID_DATED = date(2019, 6, 24)

# id, name, purpose, source
FOOTPRINT_SETS = (
    ("local-plan-2016", "Local plans of 2016", "Sections of the plan that summarise the local plans; Swale sits in two, and counts once", S0),
    ("kcc-position-2016", "Planning units as the county council saw them", "How Kent County Council described the planning units; Swale is in two in part", S4),
    ("social-care-units", "Social care business units", "How Kent County Council runs adult social care", S0),
    ("ccg-clusters-level-1", "Clusters of clinical commissioning groups", "Planning of services out of hospital (level 1); the catchment figures use it", S0),
    ("acute-level-2", "Acute footprints", "Planning of routine acute services (level 2)", S0),
    ("local-authority-level-3", "Local authorities", "Planning of specialist partnership services (level 3)", S0),
    ("icp-2019", "Place alliances proposed in 2019", "Integrated care partnerships by place, proposed to run from April 2020", PACK),
    ("system", "The whole system", "Planning for Kent and Medway as a whole", S0),
)

EAST = ("ccg-ashford", "ccg-canterbury-coastal", "ccg-south-kent-coast", "ccg-thanet")

# id, name, kind, set, proposed_on, starts_on, ends_on, members, members in part, source, status
_S0_ON, _S4_ON = date(2016, 3, 9), date(2016, 5, 19)
FOOTPRINTS: tuple[tuple[Any, ...], ...] = (
    ("lp-west", "West", "footprint", "local-plan-2016", None, _S0_ON, LAST_DAY_OF_EIGHT, ("ccg-west-kent",), (), S0, "published"),
    ("lp-north-east", "North East", "footprint", "local-plan-2016", None, _S0_ON, LAST_DAY_OF_EIGHT, ("ccg-medway", "ccg-swale"), (), S0, "published"),
    ("lp-north-west", "North West", "footprint", "local-plan-2016", None, _S0_ON, LAST_DAY_OF_EIGHT, ("ccg-dgs", "ccg-swale"), (), S0, "published"),
    ("lp-east", "East Kent", "footprint", "local-plan-2016", None, _S0_ON, LAST_DAY_OF_EIGHT, EAST, (), S0, "published"),
    ("kcc-east", "East Kent", "footprint", "kcc-position-2016", None, _S4_ON, LAST_DAY_OF_EIGHT, EAST, (), S4, "derived"),
    ("kcc-west", "West Kent", "footprint", "kcc-position-2016", None, _S4_ON, LAST_DAY_OF_EIGHT, ("ccg-west-kent",), (), S4, "derived"),
    ("kcc-north", "North Kent", "footprint", "kcc-position-2016", None, _S4_ON, LAST_DAY_OF_EIGHT, ("ccg-dgs",), ("ccg-swale",), S4, "published"),
    ("kcc-medway", "Medway and part of Swale", "footprint", "kcc-position-2016", None, _S4_ON, LAST_DAY_OF_EIGHT, ("ccg-medway",), ("ccg-swale",), S4, "published"),
    ("sc-north", "North Kent unit", "footprint", "social-care-units", None, _S0_ON, LAST_DAY_OF_EIGHT, ("ccg-dgs", "ccg-swale"), (), S0, "published"),
    ("sc-east", "East Kent unit", "footprint", "social-care-units", None, _S0_ON, LAST_DAY_OF_EIGHT, (), (), S0, "published"),
    ("sc-west", "West Kent unit", "footprint", "social-care-units", None, _S0_ON, LAST_DAY_OF_EIGHT, (), (), S0, "published"),
    ("cl-east", "CCG cluster: East", "footprint", "ccg-clusters-level-1", None, _S0_ON, LAST_DAY_OF_EIGHT, EAST, (), S0, "published"),
    ("cl-west", "CCG cluster: West", "footprint", "ccg-clusters-level-1", None, _S0_ON, LAST_DAY_OF_EIGHT, ("ccg-west-kent",), (), S0, "published"),
    ("cl-dgs-swale", "CCG cluster: Dartford, Gravesham and Swanley with Swale", "footprint", "ccg-clusters-level-1", None, _S0_ON, LAST_DAY_OF_EIGHT, ("ccg-dgs", "ccg-swale"), (), S0, "published"),
    ("cl-medway", "CCG cluster: Medway", "footprint", "ccg-clusters-level-1", None, _S0_ON, LAST_DAY_OF_EIGHT, ("ccg-medway",), (), S0, "published"),
    ("ac-ekhuft", "East Kent Hospitals", "footprint", "acute-level-2", None, _S0_ON, None, ("ekhuft",), (), S0, "published"),
    ("ac-a21-a229", "A21 and A229 corridor", "footprint", "acute-level-2", None, _S0_ON, None, ("esht", "mft", "mtw"), (), S0, "published"),
    ("ac-dvh-sel", "Darent Valley and South East London hospitals", "footprint", "acute-level-2", None, _S0_ON, None, ("dgt", "gstt"), (), S0, "published"),
    ("la-kent", "Kent", "footprint", "local-authority-level-3", None, _S0_ON, None, ("kcc",), (), S0, "published"),
    ("la-medway", "Medway", "footprint", "local-authority-level-3", None, _S0_ON, None, ("medway-council",), (), S0, "published"),
    ("icp-east-kent", "East Kent Integrated Care Partnership", "icp_place_alliance", "icp-2019", PID_DATED, None, LAST_DAY_OF_PROPOSALS, EAST, (), PACK, "derived"),
    ("icp-dgs", "Dartford, Gravesham and Swanley Integrated Care Partnership", "icp_place_alliance", "icp-2019", PID_DATED, None, LAST_DAY_OF_PROPOSALS, ("ccg-dgs",), (), PACK, "derived"),
    ("icp-medway-swale", "Medway and Swale Integrated Care Partnership", "icp_place_alliance", "icp-2019", PID_DATED, None, LAST_DAY_OF_PROPOSALS, ("ccg-medway", "ccg-swale"), (), PACK, "derived"),
    ("icp-west-kent", "West Kent Integrated Care Partnership", "icp_place_alliance", "icp-2019", PID_DATED, None, LAST_DAY_OF_PROPOSALS, ("ccg-west-kent",), (), PACK, "derived"),
    ("sys-km", "Kent and Medway", "footprint", "system", None, _S0_ON, None, ("lp-east", "lp-north-east", "lp-north-west", "lp-west"), (), S0, "published"),
)

# footprint, people
CATCHMENTS = (("cl-east", 695_000), ("cl-west", 480_000), ("cl-dgs-swale", 367_000), ("cl-medway", 295_000))

# level, name, basis of its footprints, set (None: larger than Kent and Medway), services
PLANNING_LEVELS = (
    (1, "Out of hospital", "local populations", "ccg-clusters-level-1", (
        "urgent care, including GP out of hours and 111",
        "primary care",
        "community care: nursing, therapy, community hospitals, hubs and minor injuries units",
        "primary care mental health and dementia",
        "adult social care",
        "secondary care in primary care or community settings",
        "care homes",
    )),
    (2, "Routine acute", "acute trusts", "acute-level-2", (
        "maternity care", "elective care", "some cancer care", "emergency care, including 999",
    )),
    (3, "Specialist partnership services", "local authorities", "local-authority-level-3", (
        "children's services", "learning disabilities",
    )),
    (4, "Specialist acute", "clinical networks within Kent and Medway", "system", (
        "hyper acute stroke", "vascular emergency", "primary angioplasty for heart attack",
    )),
    (5, "Highly specialist services", "clinical networks larger than Kent and Medway", None, (
        "major trauma", "some cancer", "other services that NHS England commissions",
    )),
)

# body (an id, or a kind for every body of that kind), tier, functions
FUNCTIONS = (
    ("pcn", "neighbourhood", (
        "give patients of the group of practices bookable evening and weekend appointments",
        "expand the team: clinical pharmacists, physician associates, physiotherapists, community paramedics, social prescribing link workers",
        "be the local vehicle for joining health and social care across public, private and voluntary bodies",
        "plan care for people with the highest need",
        "give an expert local view of population health",
    )),
    ("icp_place_alliance", "place", (
        "answer for the physical and mental health of the whole population",
        "respond to population health needs and inequalities",
        "look to population health rather than single pathways",
        "assure and oversee quality",
        "support organisational development",
        "be the local route for escalation and risk",
        "manage contracts locally",
        "address the wider determinants of health and prevention",
        "design pathways, led by clinicians and professionals",
        "deliver care within a capitated budget",
        "work under aligned incentive contracts",
        "monitor quality standards and put failings right",
        "monitor care and report performance against design",
    )),
    ("ccg-kent-medway", "system", (
        "define need down to populations of 30,000 to 50,000",
        "set outcomes, with prevention and inequality to the fore",
        "allocate capitated budgets",
        "oversee estates, digital, workforce and finance for the whole of Kent and Medway",
        "help providers to become members of a place alliance",
        "license place alliances and take assurance from them on outcomes within budget",
        "be the point of escalation for dispute and risk",
        "commission core services at scale: cancer, mental health, children, prevention",
        "hold a single contract for larger providers",
        "hold contracts for some tertiary and acute providers outside the area",
        "commission rare and very costly services directly",
        "run commissioning support and the back office",
        "set the approach to service and quality improvement",
    )),
    ("km-ics", "system", (
        "take on delegated assurance, oversight, resilience and strategic planning",
        "identify and deliver the priorities of the system",
        "monitor performance and hold members to account",
        "support the improvement of services",
    )),
)

# id, name, kind, source: bodies that the papers name and no official file here dates or codes
NAMED_ONLY = (
    ("mch", "Medway Community Healthcare", "community_provider", PACK),
    ("virgin", "Virgin Healthcare", "independent_provider", PACK),
    ("nhse", "NHS England", "national_body", S0),
    ("nhsi", "NHS Improvement", "national_body", S3),
    ("nhsei", "NHS England and NHS Improvement", "national_body", PACK),
    ("dh", "Department of Health", "national_body", S0),
    ("hee", "Health Education England", "national_body", S0),
    ("cqc", "Care Quality Commission", "regulator", S0),
    ("senate", "South East Coast Clinical Senate", "regional_body", S3),
    ("kss-ahsn", "Kent Surrey Sussex Academic Health Science Network", "regional_body", S0),
    ("lmc", "Local Medical Committee", "professional_body", PACK),
    ("hw-kent", "Healthwatch Kent", "patient_body", S3),
    ("hw-medway", "Healthwatch Medway", "patient_body", S3),
    ("ppag", "Patient and Public Advisory Group", "patient_body", S3),
    ("gp-fed", "GP federations", "primary_care", PACK),
)

# id, name: providers that activity is counted for together, where no body does
PROVIDER_GROUPS = (
    ("general-practice", "General practice"),
    ("outside-km", "Providers outside Kent and Medway"),
)

# where a variant is printed, when not in the pack of 2019
VARIANT_SOURCES = {
    "DVH": S0, "GST": S0, "KCHT": S0, "SKC": S0, "DGS": S0, "STP": S0,
}
# id, variants as the papers print them
NAMES = (
    ("ekhuft", ("EKHUFT", "EKUFT", "EKUHFT", "East Kent Hospitals University NHS Trust")),
    ("mtw", ("MTW",)),
    ("mft", ("MFT", "Medway Foundation Trust", "Medway Foundation NHS Trust")),
    ("dgt", ("DGT", "DVH", "Dartford, Gravesham and Swanley NHS Foundation Trust")),
    ("kchft", ("KCHFT", "KCHT", "Kent Community Healthcare Foundation Trust", "Kent and Medway Community NHS Foundation Trust")),
    ("kmpt", ("KMPT",)),
    ("secamb", ("SECAmb",)),
    ("gstt", ("GST",)),
    ("mch", ("MCH",)),
    ("kcc", ("KCC",)),
    ("medway-council", ("Medway Local Authority", "Medway County Council")),
    ("thanet-dc", ("TDC",)),
    ("ccg-dgs", ("DGS", "DGS CCG", "Dartford, Gravesham and Swanley CCG")),
    ("ccg-south-kent-coast", ("SKC", "SKC CCG", "South Kent Coast CCG")),
    ("ccg-canterbury-coastal", ("Canterbury and Coastal CCG", "Canterbury and d Coastal CCG")),
    ("ccg-ashford", ("Ashford CCG",)),
    ("ccg-medway", ("Medway CCG",)),
    ("ccg-swale", ("Swale CCG",)),
    ("ccg-thanet", ("Thanet CCG",)),
    ("ccg-west-kent", ("West Kent CCG",)),
    ("ccg-kent-medway", ("Kent and Medway CCG", "System commissioner")),
    ("km-icb", ("Kent and Medway ICB",)),
    ("km-ics", ("Kent and Medway ICS",)),
    ("km-stp", ("STP", "Kent and Medway STP")),
    ("icp-east-kent", ("East Kent ICP",)),
    ("icp-dgs", ("Dartford, Gravesham and Swanley ICP", "DGS ICP", "North Kent", "North Kent ICP")),
    ("icp-medway-swale", ("Medway and Swale ICP",)),
    ("icp-west-kent", ("West Kent ICP",)),
    ("william-harvey", ("William Harvey", "William Harvey Hospital, Ashford")),
    ("qeqm", ("QEQM", "Queen Elizabeth The Queen Mother Hospital, Margate")),
    ("kent-canterbury", ("Kent & Canterbury Hospital",)),
    ("medway-maritime", ("Medway Maritime", "Medway Maritime Hospital, Gillingham")),
    ("darent-valley", ("Darent Valley", "Darent Valley Hospital, Dartford")),
)
