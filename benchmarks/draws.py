"""One draw of a provider-year, and how its cost grows with draws, rows and years.

The provider is made up, seeded, of the size at which the national demand model was
recorded: 100,688 spells, 383,000 outpatient rows, 32,000 A&E rows, 60 mitigators. Its
4.5 seconds on the processor a draw are a record, not measured here; the row-by-row twin
below does the same with numpy, one element a row, and is measured in the same go.
"""

import math
import tempfile
import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.child import spend
from benchmarks.example_run import PLAN
from benchmarks.yardstick import Measured, register

SPELLS, OUTPATIENTS, ATTENDANCES = 100_688, 383_000, 32_000
PEER_SECONDS = 4.5
DRAWS = 40
MOST_APART = 0.003
ENSEMBLE_DRAWS, PEER_ENSEMBLE_SECONDS = 256, 1226
LIMIT_SECONDS, LIMIT_MEGABYTES = 30, 2000
BARS = {
    "draw_of_a_provider_year": 50.0,
    "draw_against_rows": 5.0,
    "draws_of_a_partnership": 20.0,
}
MITIGATORS = (("avoidance", 0, 26), ("avoidance", 1, 10), ("avoidance", 2, 8))
SHORTER = 16
CODES = 720  # 18 bands of ages, 2 sexes, 20 specialties


@dataclass(frozen=True)
class Provider:
    """Rows of a made-up provider-year, and mitigators that act on them by code."""

    kind: Any
    code: Any
    stay: Any
    mechanisms: tuple[str, ...]
    acts: Any  # (mitigator, kind and code)
    share: Any

    def code_rows(self, years: int = 1, times: int = 1) -> Any:
        """Code the rows; `times` makes as many different codes."""
        from placeplan.demand.coded_rows import CodedRows

        keys = np.column_stack([self.kind, self.code, self.stay])
        unique, count = np.unique(keys, axis=0, return_counts=True)
        acts = self.acts[:, unique[:, 0] * CODES + unique[:, 1]].T
        return CodedRows(
            np.repeat(unique[:, 0], times),
            np.repeat(unique[:, 2], times),
            np.repeat(acts, times, axis=0),
            np.repeat(count[:, None].astype(float), times, axis=0)
            * np.ones((1, years)),
        )


def make_provider() -> Provider:
    """Make the provider up."""
    rng = np.random.default_rng(20160309)
    sizes = (SPELLS, OUTPATIENTS, ATTENDANCES)
    kind = np.repeat([0, 1, 2], sizes)
    code = np.sort(rng.integers(0, CODES, len(kind)))
    stay = np.where(kind == 0, np.minimum(rng.geometric(0.25, len(kind)) - 1, 60), 0)
    plan = [(m, of) for m, of, many in MITIGATORS for _ in range(many)]
    plan += [("shorter_stay", 0)] * SHORTER
    acts = np.zeros((len(plan), 3 * CODES), dtype=bool)
    for at, (_, of) in enumerate(plan):
        acts[at, of * CODES : (of + 1) * CODES] = rng.random(CODES) < 0.1
    share = rng.uniform(0.02, 0.2, len(plan))
    return Provider(kind, code, stay, tuple(m for m, _ in plan), acts, share)


def make_work(provider: Provider, years: int = 1, times: int = 1) -> Any:
    """Set our engine up on it."""
    from placeplan.demand.change import Work

    rows = provider.code_rows(years, times)
    begun = np.ones((len(provider.mechanisms), years), dtype=bool)
    return Work(rows, provider.mechanisms, begun, (), 3)


def draw_ours(work: Any, provider: Provider, seed: int) -> tuple[float, float]:
    """Draw one future: units and nights that are left."""
    from placeplan.demand.change import apply_effects
    from placeplan.demand.thinning import Drawn

    rng = np.random.default_rng(seed)
    counts = rng.poisson(work.rows.count).astype(float)
    shares = np.repeat(provider.share[:, None], counts.shape[1], axis=1)
    entries = apply_effects(work, counts, shares, Drawn(rng))
    nights = (counts * work.rows.stay_days[:, None]).sum()
    left = counts.sum() - sum(entry.units.sum() for entry in entries)
    return left, nights - sum(entry.bed_days.sum() for entry in entries)


def draw_by_row(provider: Provider, seed: int) -> tuple[float, float]:
    """Do the same row by row."""
    rng = np.random.default_rng(seed)
    times = rng.poisson(1.0, len(provider.kind))
    where = np.repeat(provider.kind * CODES + provider.code, times)
    stay = np.repeat(provider.stay, times)
    there = np.ones(len(where), dtype=bool)
    weight = np.zeros(len(where))
    chosen = np.zeros(len(where))
    for at, mechanism in enumerate(provider.mechanisms):
        acts = np.flatnonzero(provider.acts[at, where])
        if mechanism == "avoidance":
            there[acts] &= rng.random(len(acts)) >= provider.share[at]
        else:  # the last of equal chances wins with 1 / (how many came so far)
            weight[acts] += 1
            wins = acts[rng.random(len(acts)) < 1 / weight[acts]]
            chosen[wins] = provider.share[at]
    left = rng.binomial(stay, 1 - chosen)[there].sum()
    return float(there.sum()), float(left)


def time_cpu(run: Callable[[int], object], draws: int) -> float:
    """Give seconds on the processor a draw."""
    started = time.process_time()
    for seed in range(draws):
        run(seed)
    return (time.process_time() - started) / draws


def measure_draws(_wanted: Collection[str]) -> Iterator[Measured]:
    """Measure one draw, hold its means to the twin, and print how cost grows."""
    provider = make_provider()
    work = make_work(provider)
    draw_ours(work, provider, 0)
    ours = time_cpu(lambda seed: draw_ours(work, provider, seed), DRAWS)
    by_row = time_cpu(lambda seed: draw_by_row(provider, seed), 5)
    means = [
        np.mean([draw_ours(work, provider, seed) for seed in range(DRAWS)], axis=0),
        np.mean([draw_by_row(provider, seed) for seed in range(DRAWS)], axis=0),
    ]
    apart = float(np.abs(means[0] / means[1] - 1).max())
    print(f"  {len(work.rows.line):,} coded rows; means {apart:.2%} from the twin's")
    if apart > MOST_APART:
        raise SystemExit(f"means are {apart:.2%} apart; {MOST_APART:.1%} is allowed")
    print_exponents(provider)
    yield Measured(
        "draw_of_a_provider_year",
        ours,
        "s",
        "the national demand model, recorded on two shared cores",
        PEER_SECONDS,
        BARS["draw_of_a_provider_year"],
    )
    yield Measured(
        "draw_against_rows",
        ours,
        "s",
        "the same row by row with numpy",
        by_row,
        BARS["draw_against_rows"],
    )
    yield measure_ensemble()


def measure_ensemble() -> Measured:
    """Run 256 draws of Kent and Medway, every year, start-up and all."""
    with tempfile.TemporaryDirectory() as folder:
        options = ["--draws", str(ENSEMBLE_DRAWS), "--workers", "2", "--no-report"]
        out = str(Path(folder) / "run")
        spent = spend(["-m", "placeplan.cli", "run", str(PLAN), "--out", out, *options])
    print(
        f"  {ENSEMBLE_DRAWS} draws of Kent and Medway: {spent.wall_seconds:.1f} s of "
        f"{LIMIT_SECONDS}, {spent.peak_megabytes:.0f} MB of {LIMIT_MEGABYTES}"
    )
    return Measured(
        "draws_of_a_partnership",
        spent.cpu_seconds,
        "s",
        "as many runs of the national demand model, one provider-year, recorded",
        PEER_ENSEMBLE_SECONDS,
        BARS["draws_of_a_partnership"],
    )


def print_exponents(provider: Provider) -> None:
    """Print the exponent of cost in draws, rows and years: 1 is in proportion."""
    small = make_work(provider)
    draws = [time_cpu(lambda s: draw_ours(small, provider, s), n) * n for n in (8, 64)]
    rows = [_time_work(provider, times=times) for times in (4, 32)]
    years = [_time_work(provider, years=years) for years in (4, 32)]
    for name, (less, more) in (("draws", draws), ("rows", rows), ("years", years)):
        exponent = math.log(more / less) / math.log(8)
        print(f"  cost grows with {name} to the power {exponent:.2f}")


def _time_work(provider: Provider, *, years: int = 1, times: int = 1) -> float:
    work = make_work(provider, years, times)
    return time_cpu(lambda seed: draw_ours(work, provider, seed), 3)


register("draws", BARS, measure_draws)
