"""A load that fails half-way leaves nothing of itself."""

from pathlib import Path

import pytest

from factories.programme_factory import BY, NOW
from placeplan_web.audit.models import AuditEntry
from placeplan_web.governance.models import Group
from placeplan_web.governance.operations import load

pytestmark = pytest.mark.django_db
EXAMPLE = Path(__file__).parents[3] / "examples" / "kent-medway"


def test_load_that_fails_leaves_nothing(monkeypatch):
    def fail(*_):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(load._Load, "write_sign_offs", fail)

    with pytest.raises(RuntimeError):
        load.load_governance(folder=EXAMPLE, by=BY, at=NOW)

    assert Group.objects.count() == 0
    assert AuditEntry.objects.count() == 0
