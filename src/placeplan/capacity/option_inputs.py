"""What the tables of a question about sites must hold: who is where, and how far."""

from typing import Final

from placeplan.tables import Column, TableContract

STANDINGS: Final = ("candidate", "fixed", "neighbour")
"""A site of the area that may be open or not, one that stays open, or one outside."""

CHOICES: Final = ("nearest", "huff", "observed")
"""How people come to a site; see `placeplan.capacity.choice`."""

_GEOGRAPHY = Column("geography", "text", "Sites, areas and minutes that go together.")
_AREA = Column("area", "text", "Area where people live.")
_SITE = Column("site", "text", "Site where they may be treated.")
_CASES = Column("cases", "number", "Cases a year.", least=0)

QUESTIONS: Final = TableContract(
    "option_questions",
    "options/questions.csv",
    (
        Column("id", "text", "Short name with hyphens."),
        Column("name", "text", "The question, for readers."),
        _GEOGRAPHY,
        Column("fewest_sites", "whole", "Fewest candidates open.", least=0),
        Column("most_sites", "whole", "Most candidates open.", least=0),
        Column(
            "choice",
            "text",
            "nearest: all to the nearest open site; huff: by size and travel; "
            "observed: as in flows, and by odds where a site closes or opens.",
            choices=frozenset(CHOICES),
        ),
        Column(
            "size_exponent",
            "number",
            "Huff's a; empty: fitted to the flows.",
            nullable=True,
            least=0,
            most=10,
        ),
        Column(
            "travel_exponent",
            "number",
            "Huff's b; empty: fitted to the flows.",
            nullable=True,
            least=0,
            most=10,
        ),
        Column("fewest_cases", "number", "Cases a site should have.", least=0),
    ),
    key=("id",),
    about="Questions of which sites to open or close.",
    required=False,
)

GOALS: Final = TableContract(
    "option_goals",
    "options/goals.csv",
    (
        Column(
            "question", "text", "The question.", refers_to=("option_questions", "id")
        ),
        Column("rank", "whole", "1 and 2 are the axes of the picture.", least=1),
        Column("score", "text", "A score of the options."),
    ),
    key=("question", "rank"),
    about="What counts: nobody can do better on one without giving up another.",
    required=False,
)

SITES: Final = TableContract(
    "option_sites",
    "options/sites.csv",
    (
        _GEOGRAPHY,
        _SITE,
        Column("name", "text", "For readers."),
        Column(
            "standing",
            "text",
            "candidate, fixed (stays open) or neighbour (stays open, outside).",
            choices=frozenset(STANDINGS),
        ),
        Column("open_now", "flag", "Whether it is open today."),
        Column("size", "number", "What draws people.", least=1e-3, most=1e6),
        Column(
            "capacity", "number", "Cases a year it can take.", nullable=True, least=0
        ),
    ),
    key=("geography", "site"),
    about="Sites that may be open, those that stay, and neighbours outside the area.",
    required=False,
)

AREAS: Final = TableContract(
    "option_areas",
    "options/areas.csv",
    (
        _GEOGRAPHY,
        _AREA,
        Column("name", "text", "For readers."),
        Column("part_of", "text", "Wider place, for flows and their picture."),
        Column("here", "flag", "Whether its people are residents of the area planned."),
        Column(
            "fifth",
            "whole",
            "Fifth of deprivation, 1 the most deprived.",
            nullable=True,
            least=1,
            most=5,
        ),
        _CASES,
    ),
    key=("geography", "area"),
    about="Where people live and how many cases there are a year, outside too.",
    required=False,
)

TRAVEL: Final = TableContract(
    "option_travel",
    "options/travel.csv",
    (
        _GEOGRAPHY,
        _AREA,
        _SITE,
        Column("minutes", "number", "Minutes from area to site.", least=0.1, most=1440),
    ),
    key=("geography", "area", "site"),
    about="Minutes from every area to every site.",
    required=False,
)

FLOWS: Final = TableContract(
    "option_flows",
    "options/flows.csv",
    (_GEOGRAPHY, _AREA, _SITE, _CASES),
    key=("geography", "area", "site"),
    about="Where people of an area were treated; Huff's exponents are fitted to it.",
    required=False,
)

OPTION_TABLES: Final = (QUESTIONS, GOALS, SITES, AREAS, TRAVEL, FLOWS)
"""Contracts of the folder ``options/``, which a plan may lack."""
