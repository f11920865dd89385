"""Codes, ids and days of Kent and Medway's bodies, for the scripts that make tables."""

from collections.abc import Sequence
from datetime import date, timedelta

Row = Sequence[object]

GROUPS = {  # id: (ODS code, code in national statistics)
    "ccg-ashford": ("09C", "E38000002"),
    "ccg-canterbury-coastal": ("09E", "E38000029"),
    "ccg-dgs": ("09J", "E38000043"),
    "ccg-medway": ("09W", "E38000104"),
    "ccg-south-kent-coast": ("10A", "E38000156"),
    "ccg-swale": ("10D", "E38000180"),
    "ccg-thanet": ("10E", "E38000184"),
    "ccg-west-kent": ("99J", "E38000199"),
}
TRUSTS = {  # ODS code: (id, kind); the two outside Kent and Medway have their own kind
    "RVV": ("ekhuft", "acute_trust"),
    "RWF": ("mtw", "acute_trust"),
    "RPA": ("mft", "acute_trust"),
    "RN7": ("dgt", "acute_trust"),
    "RYY": ("kchft", "community_trust"),
    "RXY": ("kmpt", "mental_health_trust"),
    "RYD": ("secamb", "ambulance_trust"),
    "RXC": ("esht", "neighbouring_trust"),
    "RJ1": ("gstt", "neighbouring_trust"),
}
SITES = {  # ODS code: (id, name, trust)
    "RVV01": ("william-harvey", "William Harvey Hospital", "ekhuft"),
    "RVV09": ("qeqm", "Queen Elizabeth The Queen Mother Hospital", "ekhuft"),
    "RVVKC": ("kent-canterbury", "Kent and Canterbury Hospital", "ekhuft"),
    "RWF03": ("maidstone-hospital", "Maidstone Hospital", "mtw"),
    "RWFTW": ("tunbridge-wells-hospital", "Tunbridge Wells Hospital", "mtw"),
    "RPA02": ("medway-maritime", "Medway Maritime Hospital", "mft"),
    "RN707": ("darent-valley", "Darent Valley Hospital", "dgt"),
}
DISTRICTS = {  # code in national statistics: (id, council's id, council's name)
    "E07000105": ("ashford", "ashford-bc", "Ashford Borough Council"),
    "E07000106": ("canterbury", "canterbury-cc", "Canterbury City Council"),
    "E07000107": ("dartford", "dartford-bc", "Dartford Borough Council"),
    "E07000108": ("dover", "dover-dc", "Dover District Council"),
    "E07000109": ("gravesham", "gravesham-bc", "Gravesham Borough Council"),
    "E07000110": ("maidstone", "maidstone-bc", "Maidstone Borough Council"),
    "E07000111": ("sevenoaks", "sevenoaks-dc", "Sevenoaks District Council"),
    "E07000112": (
        "folkestone-hythe",
        "folkestone-hythe-dc",
        "Folkestone & Hythe District Council",
    ),
    "E07000113": ("swale", "swale-bc", "Swale Borough Council"),
    "E07000114": ("thanet", "thanet-dc", "Thanet District Council"),
    "E07000115": (
        "tonbridge-malling",
        "tonbridge-malling-bc",
        "Tonbridge & Malling Borough Council",
    ),
    "E07000116": (
        "tunbridge-wells",
        "tunbridge-wells-bc",
        "Tunbridge Wells Borough Council",
    ),
    "E06000035": ("medway", "medway-council", "Medway Council"),
}

MERGED_ON = date(2020, 4, 1)  # the eight groups became one
BOARD_ON = date(2022, 7, 1)  # the group became the integrated care board
SHEPWAY_RENAMED_ON = date(2018, 4, 1)
KMPT_RENAMED_ON = date(2025, 10, 13)
# The papers and the system's own page give the month, April 2021: its first day stands.
SYSTEM_ON = date(2021, 4, 1)
# Networks began on 1 July 2019 (booklet of 2019); their codes opened on 1 October 2019.
NETWORKS_ON, CODES_OPENED = date(2019, 7, 1), "20191001"
LATER_BODIES = {  # who the networks belong to, one after another
    "ccg-kent-medway": (MERGED_ON, BOARD_ON - timedelta(days=1)),
    "km-icb": (BOARD_ON, None),
}
SAME_IN_CAPITALS = {"PCN", "ABC", "LMN", "MPA"}


def day_before(day: date) -> date:
    return day - timedelta(days=1)
