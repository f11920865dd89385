"""What the tables of programmes, projects, milestones and people must hold."""

from typing import Final

from placeplan.tables import Column, TableContract

PARAGRAPH: Final = Column("paragraph", "text", "Where in the source.", nullable=True)
"""Where in its source a row stands; the last column before source and status."""

PROGRAMME: Final = Column("programme", "text", refers_to=("programmes", "id"))
"""Which programme a row belongs to."""

PROJECT_KINDS: Final = ("core", "workstream")
"""A core project makes a part of the new system; a workstream serves several."""

OBJECTIVE_LEVELS: Final = ("aim", "primary", "secondary", "enabling")
"""How high an objective stands."""

_ID = Column("id", "text", "Reference, as printed on registers.")
_NAME = Column("name", "text", "What it is, in our own words.")
_MILESTONE = Column("milestone", "text", refers_to=("milestones", "id"))

PROGRAMMES: Final = TableContract(
    "programmes",
    "programme/programmes.csv",
    (
        Column("id", "text", "Lower case with hyphens: it stands in addresses."),
        Column("name", "text", "Name for people."),
        Column("era", "text", "Years, as printed."),
        Column("group", "text", "Group that owns it.", nullable=True),
        PARAGRAPH,
    ),
    key=("id",),
    about="Programmes of related projects.",
    required=False,
)

OBJECTIVES: Final = TableContract(
    "objectives",
    "programme/objectives.csv",
    (
        _ID,
        PROGRAMME,
        Column("level", "text", choices=frozenset(OBJECTIVE_LEVELS)),
        _NAME,
        PARAGRAPH,
    ),
    key=("id",),
    about="Aims and objectives of a programme.",
    required=False,
)

PROJECTS: Final = TableContract(
    "projects",
    "programme/projects.csv",
    (
        _ID,
        PROGRAMME,
        Column("kind", "text", choices=frozenset(PROJECT_KINDS)),
        _NAME,
        Column("group", "text", "Group that governs it.", nullable=True),
        Column("lead", "text", "Post that leads it.", nullable=True),
        Column("components", "text", "Parts of the system served.", nullable=True),
        Column(
            "tolerance_days",
            "whole",
            "By how many days a milestone of it may slip before that is late; empty "
            "where nobody has agreed one (then 0).",
            nullable=True,
            least=0,
        ),
        Column("words", "text", "What else the source says.", nullable=True),
        PARAGRAPH,
    ),
    key=("id",),
    about="Core projects, and workstreams that cut across them.",
    required=False,
)

OBJECTIVE_PROJECTS: Final = TableContract(
    "objective_projects",
    "programme/objective_projects.csv",
    (
        Column("objective", "text", refers_to=("objectives", "id")),
        Column("project", "text", refers_to=("projects", "id")),
    ),
    key=("objective", "project"),
    about="Which projects serve which objective.",
    required=False,
)

DELIVERABLES: Final = TableContract(
    "deliverables",
    "programme/deliverables.csv",
    (_ID, Column("project", "text", refers_to=("projects", "id")), _NAME, PARAGRAPH),
    key=("id",),
    about="What projects and workstreams are to make.",
    required=False,
)

MILESTONES: Final = TableContract(
    "milestones",
    "programme/milestones.csv",
    (
        _ID,
        PROGRAMME,
        _NAME,
        Column("printed", "text", "When it is due, as printed."),
        Column("starts_on", "date", "First day in which it is due: the baseline."),
        Column("ends_on", "date", "Last day; late only after it."),
        Column("forecast_starts_on", "date", "First day now expected.", nullable=True),
        Column("forecast_ends_on", "date", "Last day now expected.", nullable=True),
        Column("finished_on", "date", "When it was reached.", nullable=True),
        Column("decided_by", "text", "Who decides it.", nullable=True),
        Column("words", "text", "What else the source says.", nullable=True),
        PARAGRAPH,
    ),
    key=("id",),
    about="Milestones, each due within an interval as printed.",
    required=False,
)

MILESTONE_PROJECTS: Final = TableContract(
    "milestone_projects",
    "programme/milestone_projects.csv",
    (_MILESTONE, Column("project", "text", refers_to=("projects", "id"))),
    key=("milestone", "project"),
    about="Which projects a milestone belongs to; none: to the programme as a whole.",
    required=False,
)

MILESTONE_DEPENDENCIES: Final = TableContract(
    "milestone_dependencies",
    "programme/milestone_dependencies.csv",
    (
        _MILESTONE,
        Column(
            "depends_on",
            "text",
            "What must come first.",
            refers_to=("milestones", "id"),
        ),
        Column(
            "lag_days",
            "whole",
            "Days between the two; empty: none.",
            nullable=True,
            least=0,
        ),
        PARAGRAPH,
    ),
    key=("milestone", "depends_on"),
    about="Which milestone waits for which.",
    required=False,
)

DATES: Final = TableContract(
    "dates",
    "programme/dates.csv",
    (
        _ID,
        PROGRAMME,
        _NAME,
        Column("printed", "text", "As printed."),
        Column("starts_on", "date", "First day; empty for a season.", nullable=True),
        Column("ends_on", "date", "Last day.", nullable=True),
        Column(
            "event",
            "text",
            "What happens then, in our own words; the same for dates of one event.",
            nullable=True,
            optional=True,
        ),
        PARAGRAPH,
    ),
    key=("id",),
    about="Other dates that the sources give.",
    required=False,
)

RESOURCES: Final = TableContract(
    "resources",
    "programme/resources.csv",
    (
        _ID,
        PROGRAMME,
        Column("name", "text", "Post or team; never a person."),
        Column("purpose", "text", "What it is for."),
        Column("wte", "number", "Whole-time equivalents.", nullable=True, least=0),
        Column("band", "text", "Pay band, such as AfC 8a.", nullable=True),
        Column("months", "number", "For how long.", nullable=True, least=0),
        Column("funding", "text", "Who pays.", nullable=True),
        Column("words", "text", "What else the source says.", nullable=True),
        PARAGRAPH,
    ),
    key=("id",),
    about="Who does the work of a programme.",
    required=False,
)

PROJECT_SOLUTIONS: Final = TableContract(
    "project_solutions",
    "programme/project_solutions.csv",
    (
        Column("project", "text", refers_to=("projects", "id")),
        Column(
            "solution",
            "text",
            "Planned solution of the plan.",
            refers_to=("solutions", "solution"),
        ),
        Column("share", "share", "How much of the solution hangs on the project."),
    ),
    key=("project", "solution"),
    about="Which planned solution hangs on which project; at most all of it does.",
    required=False,
)

SCHEDULE_TABLES: Final = (
    PROGRAMMES,
    OBJECTIVES,
    PROJECTS,
    OBJECTIVE_PROJECTS,
    DELIVERABLES,
    MILESTONES,
    MILESTONE_PROJECTS,
    MILESTONE_DEPENDENCIES,
    DATES,
    RESOURCES,
    PROJECT_SOLUTIONS,
)
"""Contracts on what is done, by when and by whom."""
