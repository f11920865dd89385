"""How the system reads on one page: a sentence, tiles, what was released."""

from dataclasses import dataclass
from typing import Any

import polars as pl
from django.utils.html import format_html, format_html_join

from placeplan.periods import FinancialYear
from placeplan.plan import answer, find_bridge_year
from placeplan.plan.results_table import list_axes
from placeplan.plan.scenario import PLAN
from placeplan_web.design.address import Address
from placeplan_web.design.words import write_moment, write_number, write_pounds
from placeplan_web.evidence.further import list_sentences
from placeplan_web.evidence.models import Run
from placeplan_web.evidence.shelf import get_plan, get_results


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The newest released run, in a sentence and a few numbers."""

    run: Run
    address: Address

    @property
    def name(self) -> str:
        return self.run.dataset.title

    @property
    def sentence(self) -> str:
        """How short if nothing changes, what the plan closes, how well it is known.

        Every number leads to where it comes from.
        """
        year = find_bridge_year(get_results(self.run))
        short, nothing = self._ask("gap_pounds", year)
        left, _ = self._ask("gap_pounds", year, PLAN)
        said = format_html(
            "If nothing changes, {} will be {} in {} ({}); {}.",
            self.name,
            self._link_to("money#gap", say_short(short)),
            str(FinancialYear(year)),
            nothing,
            self._say_plan(year, left),
        )
        further = list_sentences(self.run, self.address)
        every = (said, *further, self._lead_on())
        return format_html_join(" ", "{}", ((each,) for each in every))

    def _lead_on(self) -> str:
        query = {"run": str(self.run.public_id)}
        href = self.address.link("evidence:changes", query=query)
        words = '<a href="{}">What the plan changes, and how sure that is</a>.'
        return format_html(words, href)

    def _say_plan(self, year: int, left: float) -> str:
        bridge = self._link_to("money#bridge", say_short(left))
        if "year" not in self._axes("solution_pounds"):
            return format_html("with the plan, {}", bridge)
        closed, status = self._ask("solution_pounds", year, PLAN)
        solutions = self._link_to("money#solutions", write_pounds(closed))
        words = "the plan closes {} of it ({}) and leaves it {}"
        return format_html(words, solutions, status, bridge)

    @property
    def tiles(self) -> list[dict[str, Any]]:
        made = (self._count_people(), self._count_beds(), self._count_money())
        return [tile for tile in made if tile]

    @property
    def released(self) -> str:
        return f"These numbers were released on {write_moment(self.run.released_at)}."

    @property
    def note(self) -> str:
        """What to say when the address names a place."""
        if not self.address.place:
            return ""
        return (
            "This page is about the whole system. People, Demand and Capacity show "
            "the place that you chose."
        )

    def _count_people(self) -> dict[str, Any]:
        manifest = get_plan(self.run.dataset).manifest
        now, status = self._ask("population", manifest.base_year)
        then, _ = self._ask("population", manifest.people_to)
        more = 100 * (then / now - 1) if now else 0.0
        return {
            "number": write_number(round(now)),
            "words": f"people in {manifest.base_year}",
            "direction": f"{'up' if more >= 0 else 'down'} "
            f"{write_number(abs(more), 1)} % to {write_number(round(then))} "
            f"by {manifest.people_to}",
            "href": self._link("people#people-by-age"),
            "status": status,
        }

    def _count_beds(self) -> dict[str, Any] | None:
        if "year" not in self._axes("beds_headroom"):
            return None
        year = get_plan(self.run.dataset).manifest.horizon_year
        spare, status = self._ask("beds_headroom", year)
        there, _ = self._ask("beds_available", year)
        word = "short" if spare < 0 else "spare"
        return {
            "number": write_number(round(abs(spare))),
            "words": f"beds {word} in {FinancialYear(year)} if nothing changes",
            "direction": f"beside the {write_number(round(there))} there are",
            "href": self._link("capacity#beds"),
            "status": status,
        }

    def _count_money(self) -> dict[str, Any] | None:
        if "year" not in self._axes("outturn_pounds"):
            return None
        outturn = answer(get_results(self.run), "outturn_pounds", by=["year"])
        row = outturn.row(0, named=True)
        return {
            "number": write_pounds(row["value"]),
            "words": f"where the organisations ended {FinancialYear(row['year'])}",
            "direction": f"together in {'deficit' if row['value'] < 0 else 'surplus'}",
            "href": self._link("money#outturn"),
            "status": str(row["status"]),
        }

    def _axes(self, measure: str) -> tuple[str, ...]:
        return list_axes(get_results(self.run).table, measure)

    def _ask(
        self, measure: str, year: int, scenario: str | None = None
    ) -> tuple[float, str]:
        """A number of one year, with its status."""
        asked = answer(
            get_results(self.run), measure, where={"year": year}, scenario=scenario
        )
        value, status = asked.select("value", pl.col("status").cast(pl.String)).row(0)
        return value, status

    def _link(self, where: str) -> str:
        room, _, id_ = where.partition("#")
        query = {"run": str(self.run.public_id)}
        return self.address.link(f"evidence:{room}", query=query) + f"#{id_}"

    def _link_to(self, where: str, words: str) -> str:
        return format_html('<a href="{}">{}</a>', self._link(where), words)


def say_short(gap_pounds: float) -> str:
    """Say a gap as money short, or as a surplus."""
    word = "short" if gap_pounds < 0 else "in surplus"
    return f"{write_pounds(abs(gap_pounds))} {word}"
