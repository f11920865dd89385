"""The slow, obvious twin of a projection: loops, one cell at a time."""

from collections import defaultdict

SEXES = ("female", "male")
LAST = 90


def newest(values, year):
    """Give what was last said by a year, or what is said first."""
    said = [each for each in values if each <= year]
    return values[max(said) if said else min(values)]


def settle_slowly(people, moves):
    """Add movers to one place's cells; none falls below 0."""
    wanted = {cell: people[cell] + moves[cell] for cell in people}
    if min(wanted.values()) >= 0:
        return wanted
    held = {cell: max(value, 0.0) for cell, value in wanted.items()}
    total, left = sum(held.values()), max(sum(wanted.values()), 0.0)
    return {
        cell: value * left / total if total else 0.0 for cell, value in held.items()
    }


def step_slowly(people, deaths, fertility, moves, births=None, boys_a_girl=1.05):
    """Carry one place through one year; cells are (sex, age).

    Gives the people, births and deaths.
    """
    older = {(sex, age): 0.0 for sex in SEXES for age in range(LAST + 1)}
    for (sex, age), value in people.items():
        older[sex, min(age + 1, LAST)] += value * (1 - deaths[sex, age])
    women = settle_slowly(older, moves)
    if births is None:
        births = 0.0
        for age in range(LAST + 1):
            both = people["female", age] + women["female", age]
            births += both / 2 * fertility.get(age, 0.0)
    girls = births / (1 + boys_a_girl)
    for sex, born in (("female", girls), ("male", births - girls)):
        older[sex, 0] = born * (1 - deaths[sex, -1])
    died = sum(people.values()) + births - sum(older.values())
    return settle_slowly(older, moves), births, died


class Twin:
    """A projection of tables without a later count."""

    def __init__(self, tables):
        self.people = defaultdict(lambda: defaultdict(dict))
        for year, place, sex, age, value in self._rows(tables, "people_base"):
            self.people[year][place][sex, age] = value
        self.base = min(self.people)
        self.deaths = defaultdict(dict)
        for year, sex, age, share in self._rows(tables, "mortality"):
            self.deaths[year][sex, age] = share
        self.fertility = defaultdict(dict)
        for year, age, births in self._rows(tables, "fertility"):
            self.fertility[year][age] = births
        self.share = {
            (sex, age): share
            for sex, age, share in self._rows(tables, "migration_schedule")
        }
        self.net = defaultdict(dict)
        for year, place, people in self._rows(tables, "migration"):
            self.net[place][year] = people
        self.published = {
            (year, place): (births, deaths, net)
            for year, place, births, deaths, net in self._rows(tables, "components")
        }
        self.totals = {
            (year, place): value
            for year, place, value in self._rows(tables, "people_totals")
        }
        self.homes = {
            (year, place): dwellings * held
            for year, place, dwellings, held in self._rows(tables, "dwellings")
        }

    @staticmethod
    def _rows(tables, name):
        if name not in tables:
            return []
        return tables[name].drop("source", "status").iter_rows()

    def _students(self, place):
        """Say who comes and leaves so that ages 18 to 24 stay as they are."""
        people, share = self.people[self.base][place], newest(self.deaths, self.base)
        moves = {}
        for sex in SEXES:
            stays = {}
            for age in range(18, 25):
                alive = people[sex, age - 1] * (1 - share[sex, age - 1])
                stays[age] = people[sex, age] - alive
            left = sum(stays.values()) / len(stays)
            moves |= {(sex, age): value - left for age, value in stays.items()}
        return moves

    def _expect(self, place, year, births):
        """Count the deaths and births of a year that the tables say by themselves."""
        start = self.people[self.base][place]
        share, fertile = newest(self.deaths, year), newest(self.fertility, year)
        girls = births / 2.05
        deaths = girls * share["female", -1] + (births - girls) * share["male", -1]
        for cell, value in start.items():
            deaths += value * share[cell]
        said = sum(start["female", age] * f for age, f in fertile.items())
        return deaths, said

    def _levels(self, place):
        births, deaths, _ = self.published[self.base, place]
        expected_deaths, expected_births = self._expect(place, self.base, births)
        return deaths / expected_deaths, births / expected_births

    def project(self, last_year):
        """Carry every place to the last year."""
        for place in sorted(self.people[self.base]):
            death_level, birth_level = 1.0, 1.0
            if (self.base, place) in self.published:
                death_level, birth_level = self._levels(place)
            for year in range(self.base + 1, last_year + 1):
                self._step(place, year, death_level, birth_level)
        return self.people

    def _step(self, place, year, death_level, birth_level):
        before = self.people[year - 1][place]
        share = newest(self.deaths, year)
        net, births = newest(self.net[place], year), None
        homes = self.homes.get((year, place), 0.0)
        if (year, place) in self.published:
            births, deaths, net = self.published[year, place]
            girls = births / 2.05
            boys = births - girls
            said = girls * share["female", -1] + boys * share["male", -1]
            said += sum(value * share[cell] for cell, value in before.items())
            death_level, homes = deaths / said, 0.0
        students = self._students(place)
        after, _, _ = step_slowly(
            before,
            {cell: min(value * death_level, 1.0) for cell, value in share.items()},
            {a: f * birth_level for a, f in newest(self.fertility, year).items()},
            {
                cell: (net + homes) * each + students.get(cell, 0.0)
                for cell, each in self.share.items()
            },
            births,
        )
        if (year, place) in self.totals:
            factor = self.totals[year, place] / sum(after.values())
            after = {cell: value * factor for cell, value in after.items()}
        self.people[year][place] = after
