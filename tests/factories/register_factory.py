"""A programme with a keeper, an owner and a reader, for tests of registers."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from factories.account_factory import UserFactory
from factories.programme_factory import (
    PostFactory,
    PostHoldingFactory,
    ProgrammeFactory,
    ProgrammeRoleFactory,
    RiskFactory,
)
from placeplan_web.programme.models import RoleKind
from placeplan_web.registers.operations import save_record

FIRST_DAY = date(2019, 1, 1)


@dataclass(frozen=True)
class Circle:
    """A programme and the people around it."""

    programme: Any
    keeper: Any
    owner: Any
    reader: Any
    stranger: Any
    post: Any  # of the owner

    def link(self, rest):
        return f"/programme/{self.programme.slug}/{rest}"


def make_circle(**fields):
    programme = ProgrammeFactory(**fields)
    people = {}
    posts = {}
    for kind in (RoleKind.OFFICE, RoleKind.OWNER, RoleKind.READER):
        posts[kind] = PostFactory()
        people[kind] = UserFactory()
        PostHoldingFactory(post=posts[kind], user=people[kind])
        ProgrammeRoleFactory(programme=programme, post=posts[kind], role=kind)
    return Circle(
        programme,
        keeper=people[RoleKind.OFFICE],
        owner=people[RoleKind.OWNER],
        reader=people[RoleKind.READER],
        stranger=UserFactory(),
        post=posts[RoleKind.OWNER],
    )


def make_risk(circle, **fields):
    """Give a risk that has a history, as one that was typed has."""
    plain = RiskFactory.build(programme=circle.programme, **fields)
    from factories.programme_factory import NOW

    return save_record(by=circle.keeper.public_id, record=plain, changes={}, at=NOW)
