"""Evidence: where every number comes from, and how far it can be trusted.

Each row of a plan folder cites a source and carries a status: published, derived,
calibrated or illustrative. This chapter reads the list of sources, finds citations that
lead nowhere, and walks the chain from a measure of the results back over the tables of
every chapter to the papers, so that a reader is one step from the source of any number.
It knows what was known by a given day, by the date of the paper.
"""

from placeplan.evidence.chain import CONTRACTS, TABLES_BEHIND, find_tables
from placeplan.evidence.citation import (
    check_citations,
    count_citations,
    find_uncited,
)
from placeplan.evidence.provenance import (
    MEANINGS,
    Ingredient,
    Provenance,
    explain,
    list_chain,
    trace,
)
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
    "MEANINGS",
    "SOURCES_FILE",
    "TABLES_BEHIND",
    "Ingredient",
    "Provenance",
    "Source",
    "SourceList",
    "as_known",
    "check_citations",
    "count_citations",
    "describe_source_schema",
    "explain",
    "find_tables",
    "find_uncited",
    "list_chain",
    "read_sources",
    "trace",
]
