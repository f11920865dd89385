"""Official files: the layouts in which other people publish, each read into one frame.

One module a layout. Each function takes the path of a file as its publisher made it,
or of a cut that keeps the layout, and gives a tidy Polars frame: documented columns,
one figure a row where figures are many. What the publisher prints twice (totals,
persons beside males and females) checks the rest and is then left out, so that nothing
can be added up twice.

A wrong layout, a figure that is none, a total that does not tie: everything that is
wrong is raised at once as `placeplan.errors.InputError`. A figure that was suppressed
(``*``, ``c``) or never was (``-``, ``:``) is null with its reason beside it in
``missing_reason``, never zero. Nothing that a file does not say is guessed: the year of
an estimate, where the layout leaves it out, is asked for.
"""

from placeplan.tables.official.age_table import close_ages
from placeplan.tables.official.ambulance import read_ambulance_months
from placeplan.tables.official.beds_open import read_beds_open_overnight
from placeplan.tables.official.cancer_wait import read_cancer_waits
from placeplan.tables.official.delayed_transfer import read_delayed_transfers
from placeplan.tables.official.emergency import read_emergency_month
from placeplan.tables.official.emergency_sheet import read_emergency_providers
from placeplan.tables.official.figure import MISSING_REASON, REASONS
from placeplan.tables.official.health_area import (
    read_health_areas_by_sex,
    read_health_areas_by_year,
)
from placeplan.tables.official.hospital_mortality import read_hospital_mortality
from placeplan.tables.official.mid_year import (
    read_mid_year_csv,
    read_mid_year_workbook,
)
from placeplan.tables.official.network import read_network_members, read_networks
from placeplan.tables.official.nomis import read_nomis_population
from placeplan.tables.official.organisation import read_practices, read_trusts
from placeplan.tables.official.referral_month import read_referral_month
from placeplan.tables.official.small_area import read_small_area_estimates
from placeplan.tables.official.subnational import read_subnational_projection

__all__ = [
    "MISSING_REASON",
    "REASONS",
    "close_ages",
    "read_ambulance_months",
    "read_beds_open_overnight",
    "read_cancer_waits",
    "read_delayed_transfers",
    "read_emergency_month",
    "read_emergency_providers",
    "read_health_areas_by_sex",
    "read_health_areas_by_year",
    "read_hospital_mortality",
    "read_mid_year_csv",
    "read_mid_year_workbook",
    "read_network_members",
    "read_networks",
    "read_nomis_population",
    "read_practices",
    "read_referral_month",
    "read_small_area_estimates",
    "read_subnational_projection",
    "read_trusts",
]
