"""Initiatives of a tiny system: unequal numbers for every cohort, to check by hand."""

from factories.demand_factory import make_people, make_tables

YEARS = (2016, 2017, 2018)
PLACES = ("dover", "swale")
BASE = (
    ("emergency_spell", "dover", "ekhuft", "qeqm", "female", "65+", 100.0, 450.0),
    ("emergency_spell", "dover", "ekhuft", "qeqm", "male", "65+", 80.0, 200.0),
    ("emergency_spell", "swale", "mft", "medway", "female", "65+", 60.0, 420.0),
    ("emergency_spell", "swale", "mft", "medway", "male", "0-64", 40.0, 44.0),
    ("elective_spell", "swale", "mft", "medway", "male", "0-64", 30.0, 70.0),
    ("outpatient_first", "dover", "ekhuft", "qeqm", "persons", "0+", 500.0, 0.0),
)
AGES = {"65+": 70, "0-64": 30, "0+": 30}


def make_people_of(years=YEARS, growth=1.0):
    """People of every place, sex and age; each year `growth` times the year before."""
    return make_people(
        {
            (year, place, sex, age): 1000.0 * growth ** (year - years[0])
            for year in years
            for place in PLACES
            for sex in ("female", "male")
            for age in (30, 70)
        }
    )


def make_plan(effects, *, arrivals=(), phasing=None, delivery=None, base=BASE, **more):
    """Tables with an initiative for every name in `effects`.

    An effect is ``(initiative, mechanism, pod, place, provider, sex, age_band,
    attributable_share, remaining_low, remaining_high)``.
    """
    names = list(dict.fromkeys(effect[0] for effect in effects))
    phases = phasing or [(name, 2016, 1.0) for name in names]
    chances = delivery or {}
    return make_tables(
        activity_base=base,
        initiatives=[
            (n, n, "theme", "efficiency", None, "owner", chances.get(n, 1.0))
            for n in names
        ],
        initiative_effects=effects,
        initiative_phasing=phases,
        initiative_arrivals=arrivals,
        **more,
    )
