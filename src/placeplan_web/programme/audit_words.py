"""How entries about programmes and their records read."""

from collections.abc import Mapping
from typing import Final

from django.apps import apps

from placeplan_web.audit.kind import RecordKind, register_kinds

VERBS: Final[Mapping[str, Mapping[str, str]]] = {
    "risk": {"score": "scored the risk", "happen": "said that it happened: the risk"},
    "riskscore": {"score": "added a score to a risk:"},
    "thresholdcrossing": {"cross": "took a risk across its threshold:"},
    "riskacceptance": {"accept": "accepted a risk:"},
    "milestone": {
        "complete": "reached the milestone",
        "slip": "moved the forecast of the milestone",
        "judge": "judged the milestone",
        "tie": "let another wait for the milestone",
        "untie": "let the milestone wait for another no longer:",
    },
    "calendarfeed": {
        "open": "made a link to their calendar:",
        "close": "took back the link to their calendar:",
    },
    "digestaddress": {
        "set": "asked for a daily digest:",
        "clear": "asked for no daily digest any more:",
        "send": "sent a daily digest:",
    },
    "assumption": {
        "test": "tested the assumption",
        "follow-up": "followed up the assumption",
        "take-proposal": "took what was proposed by the assumption",
        "refuse-proposal": "refused what was proposed by the assumption",
    },
    "benefit": {"plan": "planned a value of the benefit"},
    "controlleddocument": {"name-recipient": "gave a post a part in the document"},
    "mitigation": {"complete": "finished the mitigation"},
    "benefitreading": {"read": "recorded a figure of a benefit:"},
    "impactassessment": {
        "sign": "signed the impact assessment",
        "reopen": "opened again the impact assessment",
    },
    "domainrating": {"rate": "rated a domain:", "carry-over": "carried over"},
    "equalityfinding": {
        "find": "recorded what was found:",
        "carry-over": "carried over",
    },
    "signoff": {"sign": "signed:"},
    "documentversion": {
        "draft": "drafted the version",
        "submit": "sent for review the version",
        "return": "returned the version",
        "approve": "approved the version",
        "issue": "issued the version",
        "supersede": "superseded the version",
    },
    "documentreview": {"review": "reviewed a version:"},
    "gatecheck": {"check": "checked the gate"},
    "solutionlink": {
        "propose-delivery": "proposed a delivery for the solution",
        "decide-delivery": "decided on the delivery of the solution",
    },
    "programme": {"give-role": "gave a part in", "end-role": "ended a part in"},
}
"""What follows the name of whoever did it, beyond adding, changing and withdrawing."""

register_kinds(
    RecordKind("programme.folder", "the programmes of a plan folder"),
    *(
        RecordKind(
            model._meta.label_lower,
            f"the {model._meta.verbose_name}",
            VERBS.get(model._meta.model_name or "", {}),
        )
        for model in apps.get_app_config("programme").get_models()
        if not (model._meta.model_name or "").startswith("historical")
    ),
)
