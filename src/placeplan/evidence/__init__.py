"""Evidence: where every number comes from, and how far it can be trusted.

Each row of a plan folder cites a source and carries a status: published, derived,
calibrated or illustrative. This chapter reads the list of sources, finds citations that
lead nowhere, and walks the chain from a measure of the results back over the tables of
every chapter to the papers, so that a reader is one step from the source of any number.
It knows what was known by a given day, by the date of the paper.

The facts register gives every figure that anybody quotes one place: with its unit,
place, period, paper and heading, its history, the facts that it disagrees with and why,
sums that are done again whenever a fact changes, and all that rests on it.
"""

from placeplan.evidence.arithmetic import FUNCTIONS, work_out
from placeplan.evidence.arithmetic_check import (
    ArithmeticCheck,
    CheckOutcome,
    run_check,
)
from placeplan.evidence.chain import CONTRACTS, TABLES_BEHIND, find_tables
from placeplan.evidence.chapter_folder import (
    ChapterFolder,
    read_chapter,
    read_sourced,
)
from placeplan.evidence.citation import (
    check_citations,
    count_citations,
)
from placeplan.evidence.conflict import Conflict
from placeplan.evidence.correction import Correction
from placeplan.evidence.fact import Fact, show_with_unit
from placeplan.evidence.fact_check import check_facts
from placeplan.evidence.fact_citation import FactCitation
from placeplan.evidence.fact_table import write_facts
from placeplan.evidence.fact_value import VALUE_KINDS, FactValue
from placeplan.evidence.inputs import TABLES
from placeplan.evidence.provenance import (
    MEANINGS,
    Ingredient,
    Provenance,
    explain,
    trace,
)
from placeplan.evidence.register import FactRegister
from placeplan.evidence.source import (
    SOURCES_FILE,
    Source,
    SourceList,
    as_known,
    describe_source_schema,
    read_sources,
)

__all__ = [
    "CONTRACTS",
    "FUNCTIONS",
    "MEANINGS",
    "SOURCES_FILE",
    "TABLES",
    "TABLES_BEHIND",
    "VALUE_KINDS",
    "ArithmeticCheck",
    "ChapterFolder",
    "CheckOutcome",
    "Conflict",
    "Correction",
    "Fact",
    "FactCitation",
    "FactRegister",
    "FactValue",
    "Ingredient",
    "Provenance",
    "Source",
    "SourceList",
    "as_known",
    "check_citations",
    "check_facts",
    "count_citations",
    "describe_source_schema",
    "explain",
    "find_tables",
    "read_chapter",
    "read_sourced",
    "read_sources",
    "run_check",
    "show_with_unit",
    "trace",
    "work_out",
    "write_facts",
]
