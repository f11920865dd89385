"""Comorbidity and frailty scores, asked by name like the methods of statistics."""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import polars as pl

from placeplan.population.comorbidity import score_comorbidity
from placeplan.population.frailty import (
    compute_frailty_index,
    list_multimorbidity,
    score_multimorbidity,
)
from placeplan.stats import Answer, InputColumn, Method, Option, Request
from placeplan.stats.group import code_groups
from placeplan.stats.method import STRUCTURE


def _answer_comorbidity(request: Request) -> Answer:
    people, codes = request.column("id"), request.column("code")
    look = request.inspect()
    gone = np.array([code is None or code == "" for code in codes], dtype=bool)
    look.find_rows(gone, "code", "a code in every row", "It counts for nothing.")
    nobody = np.array([person is None for person in people], dtype=bool)
    look.refuse_rows(nobody, "id", "a person in every row", "Fill it in.")
    checks = look.close()
    labels, person = code_groups(people)
    found = score_comorbidity(
        pl.Series("person", person),
        [None if code is None else str(code) for code in codes],
        map_name=str(request.option("map", "charlson_icd10_quan")),
        weights=str(request.option("weights", _default_weights(request))),
        drop_milder=request.flag("assign0", True),
    )
    named: dict[str, Any] = {"id": labels}
    for place, condition in enumerate(found.condition):
        named[condition] = found.has[:, place].astype(int)
    named["score"] = found.score
    return Answer(named, checks, [""] * len(found.person))


def _default_weights(request: Request) -> str:
    chosen = str(request.option("map", "charlson_icd10_quan"))
    return "vw" if chosen.startswith("elixhauser") else "charlson"


def _answer_cms(request: Request) -> Answer:
    score = score_multimorbidity(
        {
            name: request.numbers(name)
            for name in list_multimorbidity()
            if request.has(name)
        }
    )
    return Answer({"score": score}, (), [""] * len(score))


def _answer_efi(request: Request) -> Answer:
    index, category = compute_frailty_index(request.numbers("deficits"))
    return Answer({"score": index, "category": category}, (), [""] * len(index))


SCORE_METHODS: Final[Mapping[str, Method]] = {
    method.name: method
    for method in (
        Method(
            "comorbidity",
            "Charlson or Elixhauser conditions and score from ICD-10 codes.",
            (InputColumn("id", "The person."), InputColumn("code", "ICD-10 code.")),
            (
                Option(
                    "map", "string", "charlson_icd10_quan", "Or elixhauser_icd10_quan."
                ),
                Option("weights", "string", "charlson", "Or quan; vw or swiss."),
                Option("assign0", "boolean", True, "Drop the milder of a pair."),
                STRUCTURE,
            ),
            _answer_comorbidity,
            "Quan and others 2005.",
        ),
        Method(
            "cms",
            "Cambridge Multimorbidity Score, general outcome.",
            tuple(
                InputColumn(name, "1 for those who have it, 0 for others.")
                for name in list_multimorbidity()
            ),
            (STRUCTURE,),
            _answer_cms,
            "Payne and others 2020.",
        ),
        Method(
            "efi",
            "Electronic frailty index and category.",
            (InputColumn("deficits", "How many of 36 deficits."),),
            (STRUCTURE,),
            _answer_efi,
            "Clegg and others 2016.",
        ),
    )
}
"""Score methods that can be asked through ``placeplan stats``."""
