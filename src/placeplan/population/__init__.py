"""Population: how many people, of which age and sex, live where, in every year.

Answers how the people of a place have grown older since they were counted, and what
becomes of them if births, deaths and moves go on as stated; and how ill they are, by
comorbidity and frailty scores. Takes the people tables of
a plan folder (`TABLES`): a first count, later counts, published totals and components
of change, shares that die, births a woman, net movers and the ages at which they move.
Gives long frames of people by place, sex and single year of age, of births, deaths and
net migration, and of what stands beside them: the papers' figures and a back-test.

Counted years are the counts. Cohorts are carried between counts and tied to them; after
the last one they are projected, and a published total still scales them. Nobody is
lost: the people of a year are those of the year before plus births less deaths plus net
migration.
"""

from placeplan.population.age_band import sum_by_band
from placeplan.population.back_test import (
    BACK_TEST_BANDS,
    back_test,
    summarise_back_test,
)
from placeplan.population.check import check_people
from placeplan.population.cohort import YearStep, step_year, survive
from placeplan.population.comorbidity import Comorbidity, score_comorbidity
from placeplan.population.expected import compare_with_expected
from placeplan.population.frailty import (
    compute_frailty_index,
    list_multimorbidity,
    score_multimorbidity,
)
from placeplan.population.inputs import TABLES, Tables
from placeplan.population.migration_schedule import (
    FUNDAMENTAL,
    ScheduleParameters,
    model_schedule,
)
from placeplan.population.projection import (
    find_unmet_moves,
    list_possible_people,
    project_components,
    project_population,
)
from placeplan.population.small_area import share_out_people
from placeplan.population.variant import PossiblePeople, Variant, list_variants

__all__ = [
    "BACK_TEST_BANDS",
    "FUNDAMENTAL",
    "TABLES",
    "Comorbidity",
    "PossiblePeople",
    "ScheduleParameters",
    "Tables",
    "Variant",
    "YearStep",
    "back_test",
    "check_people",
    "compare_with_expected",
    "compute_frailty_index",
    "find_unmet_moves",
    "list_multimorbidity",
    "list_possible_people",
    "list_variants",
    "model_schedule",
    "project_components",
    "project_population",
    "score_comorbidity",
    "score_multimorbidity",
    "share_out_people",
    "step_year",
    "sum_by_band",
    "summarise_back_test",
    "survive",
]
