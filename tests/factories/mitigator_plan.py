"""A tiny system in which every mitigator has a cohort of its own, and a neighbour."""

from itertools import product

from factories.demand_factory import make_tables
from placeplan.demand import list_mitigators

PLACES = {"ashford": ("west-trust", "west-site"), "dover": ("east-trust", "east-site")}
BANDS = ("0-17", "18-64", "65-74", "75+")
PODS = (
    "emergency_spell",
    "elective_spell",
    "day_case",
    "outpatient_first",
    "outpatient_follow_up",
    "ae_type_1",
)
WITH_STAYS = ("emergency_spell", "elective_spell")
LONGEST = 20


def list_mix():
    """Rows of ``activity/mix.csv``: unequal shares of every cohort of the catalogue.

    Beside each cohort that names stays stand spells of the same code that stay longer.
    """
    keys = {
        (pod, None, row["specialty"], *_stay(row, pod, at), row["code"])
        for at, row in enumerate(list_mitigators().iter_rows(named=True))
        for pod in row["pods"].split(" ")
    }
    for pod, _, specialty, stay, before, code in list(keys):
        if pod in WITH_STAYS and stay is not None:
            keys.add((pod, None, specialty, LONGEST - stay % 3, before, code))
    keys |= {(pod, None, None, 3 if pod in WITH_STAYS else None, None, None)
             for pod in PODS}  # fmt: skip
    rows = []
    for pod in PODS:
        mine = sorted((key for key in keys if key[0] == pod), key=str)
        whole = sum(1 + 0.37 * at for at in range(len(mine)))
        rows += [(*key, (1 + 0.37 * at) / whole) for at, key in enumerate(mine)]
    return rows


def list_base():
    """Rows of ``activity/base.csv``: unequal cells with the mean stay of their mix."""
    mix = list_mix()
    rows = []
    for at, (pod, place, sex, band) in enumerate(
        product(PODS, PLACES, ("female", "male"), BANDS)
    ):
        units = 1000.0 + 137 * at
        mean = sum((row[3] or 0) * row[-1] for row in mix if row[0] == pod)
        rows.append((pod, place, *PLACES[place], sex, band, units, units * mean))
    return rows


def make_mitigator_base():
    """Base activity and mix of that system."""
    return make_tables(activity_base=list_base(), activity_mix=list_mix())


def _stay(row, pod, at):
    """Stay and nights before theatre of the spells of a mitigator."""
    if pod not in WITH_STAYS:
        return None, None
    before = row["pre_operative_days"]
    if before is not None:
        return 4 + before, before
    for end in ("stay_to_days", "stay_from_days"):
        if row[end] is not None:
            return row[end], None
    return 2 + at % 5, None
