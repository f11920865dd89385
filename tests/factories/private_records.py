"""Private records of one owner, with which every address is tried."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.utils import timezone

from factories.fact_factory import write_facts
from factories.performance_factory import write_performance
from factories.plan_folder import write_plan_folder
from factories.post_factory import make_holding, make_post
from factories.private_feeds import make_feed_parts, make_open_group
from factories.private_governance import SLUG as PRIVATE_GROUP
from factories.private_governance import (
    make_governance_parts,
    make_private_governance,
)
from factories.private_initiatives import (
    make_initiative_parts,
    make_private_initiatives,
)
from factories.private_ledger import make_ledger_parts, make_private_ledger
from factories.private_meeting import make_meeting_parts, make_private_meeting
from factories.private_programme import make_private_programme, make_programme_parts
from placeplan_web.accounts.models import Invitation
from placeplan_web.evidence.fact_load import load_facts
from placeplan_web.evidence.models import Dataset, Run, RunState
from placeplan_web.performance.operations import load_performance
from placeplan_web.places.models import Post, PostHolding
from placeplan_web.places.operations import load_registry

NOON = datetime(2019, 7, 12, 12, 0, tzinfo=UTC)
SECRET = "A plan that nobody else may know of"
LINK = "the-word-of-an-invitation"
PERFORMANCE_FILES = ("providers", "systems", "must-dos", "signals")
EVIDENCE_FILES = ("facts", "conflicts", "checks", "case", "inequalities")
RUN_ADDRESSES = ("run", "progress", "cancel", "retry", "release")


def make_private_run(owner):
    """Give a run, waiting for a worker, of a plan folder that its owner uploaded.

    The registry, facts and performance, which are open to everyone, stand beside it.
    """
    folder = "datasets/private"
    write_plan_folder(Path(settings.MEDIA_ROOT) / folder)
    load_registry(folder=Path(settings.MEDIA_ROOT) / folder, by="command")
    facts = write_facts(Path(settings.MEDIA_ROOT) / "facts")
    load_facts(folder=facts, by="command")
    load_performance(folder=write_performance(facts.parent / "tables"), by="command")
    make_private_ledger(owner)
    make_invitation()
    make_holding(make_post(organisation="ccg-mill"), owner)
    make_private_programme(owner, SECRET)
    make_private_governance(owner, SECRET)
    make_private_meeting(PRIVATE_GROUP, SECRET)
    make_open_group()
    dataset = Dataset.objects.create(
        plan="private",
        title=SECRET,
        folder=folder,
        fingerprint="0" * 64,
        owner=owner,
        organisation=owner.organisation,
        added_at=NOON,
    )
    make_private_initiatives(dataset, owner)
    return Run.objects.create(
        dataset=dataset,
        owner=owner,
        organisation=owner.organisation,
        state=RunState.QUEUED,
        requested_at=NOON,
        heartbeat_at=NOON,
    )


def make_invitation():
    """Give an invitation whose link is known to the tests."""
    now = timezone.now()
    return Invitation.objects.create(
        digest=sha256(LINK.encode()).hexdigest(),
        made_by="command",
        made_at=now,
        expires_at=now + timedelta(days=1),
    )


def give_second_factor(user):
    """Let somebody have an authenticator app and recovery codes."""
    TOTP.activate(user, generate_totp_secret())
    RecoveryCodes.activate(user)


def make_parts(run):
    """Give, for each address that needs them, the parts that lead to that run."""
    of_run = {"public_id": run.public_id}
    of_plan = {"public_id": run.dataset.public_id}
    of_owner = {"public_id": run.owner.public_id}
    of_post = {"public_id": Post.objects.get().public_id}
    figure = {**of_run, "room": "money", "figure": "bridge"}
    change = {**of_run, "page": "ledger", "figure": "ends"}
    of_money = {**of_run, "page": "gap", "figure": "closing-bridge"}
    return {
        "api:rule": {"name": "risk-grade"},
        "rule": {"rule": "risk-grade"},
        **{f"evidence:{name}": of_run for name in RUN_ADDRESSES},
        **{f"evidence:{name}": of_plan for name in ("plan", "start", "withdraw")},
        "evidence:file": {**of_run, "file": "results.csv"},
        "evidence:svg": figure,
        "evidence:csv": figure,
        "evidence:excel": figure,
        "evidence:change": {"page": "ledger"},
        "evidence:change-svg": change,
        "evidence:change-file": change | {"kind": "csv"},
        "money:page": {"page": "gap"},
        "money:page-svg": of_money,
        "money:page-file": of_money | {"kind": "csv"},
        "evidence:source": {"source": "stp-initiation-2016"},
        "evidence:fact": {"fact": "F146"},
        "evidence:correct": {"fact": "F146"},
        "evidence:inequality-svg": {"figure": "slope-index"},
        "performance:indicator": {"indicator": "ae-by-month"},
        "performance:indicator-file": {"indicator": "ae-by-month", "kind": "csv"},
        **{f"performance:{name}-file": {"kind": "csv"} for name in PERFORMANCE_FILES},
        **{f"evidence:{name}-file": {"kind": "xlsx"} for name in EVIDENCE_FILES},
        "evidence:inequality-file": {"figure": "map", "kind": "csv"},
        "performance:chart": {"indicator": "ae-by-month", "body": "east-trust"},
        "openid_connect_login": {"provider_id": "openid"},
        "openid_connect_callback": {"provider_id": "openid"},
        "account_invitation": {"token": LINK},
        "people:person": of_owner,
        "people:act": {**of_owner, "action": "unlock"},
        "people:withdraw": {"public_id": Invitation.objects.get().public_id},
        "places:place": {"slug": "whole"},
        "places:posts": {"slug": "ccg-mill"},
        "places:add-post": {"slug": "ccg-mill"},
        **{f"places:{name}": of_post for name in ("post", "appoint", "end-post")},
        "places:end-holding": {"public_id": PostHolding.objects.get().public_id},
        "places:set": {"slug": "local"},
        **make_programme_parts(),
        **make_governance_parts(),
        **make_meeting_parts(),
        **make_feed_parts(),
        **make_initiative_parts(),
        **make_ledger_parts(),
    }
