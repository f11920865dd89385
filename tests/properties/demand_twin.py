"""The slow, obvious twin of demand: loops, one row and one year at a time."""

SEXES = ("female", "male")


def count_slowly(people, year, place, sex, ages):
    """Count people, of every place where none is named."""
    return sum(
        value
        for (at, where, of, age), value in people.items()
        if at == year
        and place in (None, where)
        and sex in ("persons", of)
        and age in ages
    )


def expect_births_slowly(people, fertility, year, place, ages):
    """Expect births of women of these ages, at what the last fertility year says."""
    said = sorted({at for at, _ in fertility})
    latest = max([at for at in said if at <= year], default=said[0])
    return sum(
        value * fertility.get((latest, age), 0.0)
        for (at, where, of, age), value in people.items()
        if at == year and place in (None, where) and of == "female" and age in ages
    )


def read_ages(band):
    """Read 65-69 or 65+ as ages up to 90."""
    if band.endswith("+"):
        return range(int(band[:-1]), 91)
    first, last = band.split("-")
    return range(int(first), int(last) + 1)


def grow_slowly(people, fertility, row, base_year, year):
    """Say how many times the base year's use a row's is, by people alone."""
    pod, place, _, _, sex, band = row[:6]
    ages = read_ages(band)
    if pod in ("birth", "maternity_spell"):
        if (
            sex == "male"
            or expect_births_slowly(people, fertility, base_year, place, ages) == 0
        ):
            ages = range(91)
        then, now = (
            expect_births_slowly(people, fertility, at, place, ages)
            for at in (base_year, year)
        )
    else:
        then, now = (
            count_slowly(people, at, place, sex, ages) for at in (base_year, year)
        )
    return now / then


def project_slowly(base, growth, people, fertility, base_year, years):
    """Project activity and bed days by (year, place, provider, site, pod)."""
    found = {}
    for row in base:
        pod, place, provider, site, _, _, activity, bed_days = row
        for year in years:
            factor = grow_slowly(people, fertility, row, base_year, year)
            for at in range(base_year + 1, year + 1):
                for name, first, last, share in growth:
                    if name == pod and first <= at <= last:
                        factor *= 1 + share
            key = (year, place, provider, site, pod)
            units, nights = found.get(key, (0.0, 0.0))
            found[key] = (units + activity * factor, nights + bed_days * factor)
    return found
