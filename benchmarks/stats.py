"""Statistics against the times recorded for the peers, and against plain numpy.

The peer's seconds were recorded beside the test vectors (R packages, same shapes). The
floor is the same sums in a few lines of numpy without checks, reasons or options.
"""

import time
from collections.abc import Callable, Collection

import numpy as np

from benchmarks.yardstick import Measured, register

REPEATS = 15
FLOOR_BAR = 1 / 3
# what -> seconds of the peer, times that ours must be quicker
PEERS = {
    "stats_dsr": (0.33, 100.0),
    "stats_sii": (2.9, 500.0),
    "stats_life_expectancy": (0.69, 100.0),
    "stats_spc": (1.0, 50.0),
    "stats_rate": (0.26, 20.0),
    "stats_elixhauser": (0.33, 2.0),
}


def time_best(*runs: Callable[[], object]) -> list[float]:
    """Give the best time of each, in turns, so that a busy moment meets both."""
    best = [float("inf")] * len(runs)
    for _ in range(REPEATS):
        for place, run in enumerate(runs):
            started = time.perf_counter()
            run()
            best[place] = min(best[place], time.perf_counter() - started)
    return best


def make_dsr() -> tuple[Callable[[], object], Callable[[], object]]:
    from placeplan.stats import standardise_rate

    rng = np.random.default_rng(1)
    people = rng.integers(500, 5000, (150, 10, 19)).astype(float)
    count = rng.binomial(people.astype(int), 0.02).astype(float)
    weight = rng.integers(1000, 7000, 19).astype(float)

    def floor() -> object:
        ratio = weight / people
        weighted = count * ratio
        total, scale = count.sum(-1), weight.sum()
        value = weighted.sum(-1) / scale * 1e5
        spread = np.sqrt((weighted * ratio).sum(-1) / total) / scale * 1e5
        more = total + 1
        low = total * (1 - 1 / (9 * total) - 1.96 / (3 * np.sqrt(total))) ** 3
        high = more * (1 - 1 / (9 * more) + 1.96 / (3 * np.sqrt(more))) ** 3
        return value, value + spread * (low - total), value + spread * (high - total)

    return lambda: standardise_rate(count, people, weight), floor


def make_sii() -> tuple[Callable[[], object], Callable[[], object]]:
    from placeplan.stats import IndexOptions, measure_inequality

    rng = np.random.default_rng(2)
    people = rng.integers(500, 5000, (100, 10)).astype(float)
    value, error = rng.normal(75, 3, (100, 10)), rng.uniform(0.2, 0.9, (100, 10))
    options = IndexOptions()

    def floor() -> object:
        share = people / people.sum(1, keepdims=True)
        middle = np.cumsum(share, 1) - share / 2
        centre = (share * middle).sum(1, keepdims=True)
        away = share * (middle - centre)
        line = away / (away * (middle - centre)).sum(1, keepdims=True)
        slope, near = (line * value).sum(1), ((share - centre * line) * value).sum(1)
        reach = 1.96 * np.sqrt(((line * error) ** 2).sum(1))
        start = share - centre * line
        far = start + line
        v_near, v_far = ((start * error) ** 2).sum(1), ((far * error) ** 2).sum(1)
        low_end, high_end = near, near + slope
        a = low_end**2 - 1.96**2 * v_near
        b = low_end * high_end - 1.96**2 * (start * far * error**2).sum(1)
        root = np.sqrt(b * b - a * (high_end**2 - 1.96**2 * v_far))
        ratios = high_end / low_end, (b - root) / a, (b + root) / a
        return slope, slope - reach, slope + reach, ratios

    return lambda: measure_inequality(value, error, people, options), floor


def make_life_expectancy() -> tuple[Callable[[], object], Callable[[], object]]:
    from placeplan.stats import BANDS_90, estimate_life_expectancy

    rng = np.random.default_rng(3)
    people = rng.integers(800, 9000, (300, 20)).astype(float)
    chance = np.exp(np.linspace(-8, -1.6, 20))
    deaths = rng.binomial(people.astype(int), chance).astype(float) + 1
    width = np.diff(np.array(BANDS_90, dtype=float))
    lived = np.where(np.arange(19) == 0, 0.1, 0.5)

    def floor() -> object:
        rate = deaths / people
        step = width * rate[:, :-1]
        dying = step / (1 + step * (1 - lived))
        reached = np.ones_like(rate)
        reached[:, 1:] = np.cumprod(1 - dying, 1)
        dead = reached[:, :-1] - reached[:, 1:]
        years = np.empty_like(rate)
        years[:, :-1] = width * (reached[:, 1:] + lived * dead)
        years[:, -1] = reached[:, -1] / rate[:, -1]
        ahead = np.cumsum(years[:, ::-1], 1)[:, ::-1] / reached
        term = np.empty_like(rate)
        variance = dying**2 * (1 - dying) / deaths[:, :-1]
        reach = (1 - lived) * width + ahead[:, 1:]
        term[:, :-1] = variance * reached[:, :-1] ** 2 * reach**2
        term[:, -1] = reached[:, -1] ** 2 / (deaths[:, -1] * rate[:, -1] ** 2)
        error = np.sqrt(np.cumsum(term[:, ::-1], 1)[:, ::-1]) / reached
        return ahead, ahead - 1.96 * error, ahead + 1.96 * error

    return lambda: estimate_life_expectancy(deaths, people), floor


def make_spc() -> tuple[Callable[[], object], Callable[[], object]]:
    from numpy.lib.stride_tricks import sliding_window_view

    from placeplan.stats import chart_series

    series = np.random.default_rng(4).normal(100, 5, (500, 60))

    def floor() -> object:
        """Limits and the four rules by windows, no gaps, ghosts, rebases or icons."""
        mean = series.mean(1, keepdims=True)
        reach = 2.66 * np.abs(np.diff(series, axis=1)).mean(1, keepdims=True)
        away, step = series - mean, np.diff(series, axis=1)
        marks = []
        for sign in (1, -1):
            side = sign * away > 0
            beyond = sign * away > reach * 2 / 3
            runs = sliding_window_view(side, 6, 1).all(-1)
            trends = sliding_window_view(sign * step > 0, 5, 1).all(-1)
            threes = sliding_window_view(side, 3, 1).all(-1)
            twos = sliding_window_view(beyond, 3, 1).sum(-1) >= 2
            shift, trend, two = (np.zeros(series.shape, bool) for _ in range(3))
            for place in range(6):
                shift[:, place : place + 55] |= runs
                trend[:, place : place + 55] |= trends
            for place in range(3):
                two[:, place : place + 58] |= threes & twos
            marks += [sign * away > reach, shift, trend, two & beyond]
        return mean - reach, mean + reach, marks

    return lambda: chart_series(series, target=100.0), floor


def make_rate() -> tuple[Callable[[], object], Callable[[], object]]:
    from scipy import special

    from placeplan.stats import estimate_crude_rate

    rng = np.random.default_rng(5)
    people = rng.integers(500, 50_000, 150_000).astype(float)
    count = rng.binomial(people.astype(int), 0.01).astype(float)

    def floor() -> object:
        more = count + 1
        with np.errstate(divide="ignore", invalid="ignore"):
            low = count * (1 - 1 / (9 * count) - 1.96 / (3 * np.sqrt(count))) ** 3
        high = more * (1 - 1 / (9 * more) + 1.96 / (3 * np.sqrt(more))) ** 3
        few = count < 10
        low[few] = special.gammaincinv(np.maximum(count[few], 1e-300), 0.025)
        high[few] = special.gammainccinv(more[few], 0.025)
        return count / people * 1e5, low / people * 1e5, high / people * 1e5

    return lambda: estimate_crude_rate(count, people), floor


def make_elixhauser() -> tuple[Callable[[], object], Callable[[], object]]:
    import polars as pl

    from placeplan.population.comorbidity import score_comorbidity

    rng = np.random.default_rng(6)
    letters = [
        f"{first}{number:02d}" for first in "ABCDEFGHIJKLMN" for number in range(99)
    ]
    pool = letters + [f"{code}{tail}" for code in letters for tail in (0, 9)]
    codes = pl.Series([pool[pick] for pick in rng.integers(0, len(pool), 1_000_000)])
    person = np.repeat(np.arange(100_000), 10)
    table = rng.random((len(pool), 31)) < 0.02

    def floor() -> object:
        """Code, mark who has what, weigh: nothing else."""
        known = codes.unique()
        place = codes.replace_strict(known, pl.Series(range(len(known)))).to_numpy()
        has = np.zeros((100_000, 31), dtype=bool)
        for condition in range(31):
            has[person[table[place, condition]], condition] = True
        return has @ np.arange(31)

    return (
        lambda: score_comorbidity(
            person, codes, map_name="elixhauser_icd10_quan", weights="vw"
        ),
        floor,
    )


MAKERS = {
    "stats_dsr": make_dsr,
    "stats_sii": make_sii,
    "stats_life_expectancy": make_life_expectancy,
    "stats_spc": make_spc,
    "stats_rate": make_rate,
    "stats_elixhauser": make_elixhauser,
}


def measure(entries: Collection[str]) -> list[Measured]:
    found = []
    for name, make in MAKERS.items():
        if name not in entries and f"{name}_floor" not in entries:
            continue
        ours, floor = make()
        seconds, least = time_best(ours, floor)
        peer, bar = PEERS[name]
        found += [
            Measured(name, seconds, "s", "the peer's recorded time", peer, bar),
            Measured(f"{name}_floor", seconds, "s", "plain numpy", least, FLOOR_BAR),
        ]
    return found


register("stats", [n for name in MAKERS for n in (name, f"{name}_floor")], measure)
