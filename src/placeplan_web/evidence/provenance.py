"""What stands behind the numbers of a page: words on how they were made, sources."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from placeplan.evidence import Source, explain, trace
from placeplan.money import find_cautions
from placeplan.plan.licence import list_statements
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.shelf import (
    Shown,
    as_key,
    find_status,
    get_names,
    get_plan,
)

KEPT_ORIGINS: Final = 128


@dataclass(frozen=True, slots=True)
class Origin:
    """Sentences on what numbers were made of, what to mind, and the sources behind."""

    words: tuple[str, ...]
    sources: tuple[Source, ...]
    cautions: tuple[str, ...] = ()

    @property
    def statements(self) -> list[str]:
        """What the sources ask to be said wherever the numbers go."""
        return list_statements(
            source.model_dump(mode="json") for source in self.sources
        )


def find_origin(
    run: Run, measures: tuple[str, ...] = (), tables: tuple[str, ...] = ()
) -> Origin:
    """Find what measures of a run were made of, or what rows of its tables cite."""
    return _find_origin(as_key(run), measures, tables)


@lru_cache(maxsize=KEPT_ORIGINS)
def _find_origin(
    shown: Shown, measures: tuple[str, ...], tables: tuple[str, ...]
) -> Origin:
    run = shown.run
    plan, names = get_plan(run.dataset), get_names(run.dataset)
    cited: set[str] = set()
    words, cautions = [], []
    for measure in dict.fromkeys(measures):
        provenance = trace(measure, plan.tables, with_solutions=True)
        words.append(explain(provenance, find_status(run, measure)))
        cited.update(provenance.sources)
        cautions += find_cautions(plan.tables["cautions"], measure=measure, names=names)
    for table in tables:
        cited.update(plan.tables[table]["source"].unique())
    known = sorted(plan.sources, key=lambda source: source.title)
    sources = tuple(each for each in known if each.id in cited)
    return Origin(tuple(words), sources, tuple(cautions))
