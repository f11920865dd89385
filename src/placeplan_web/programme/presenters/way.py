"""Links between records of a programme, and to what a reader may do with them."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from placeplan_web.programme.forms.acts import ACTS


def link_record(record: Any, register: str) -> str:
    """Give the address of the page of a record."""
    return reverse(
        "programme:record",
        kwargs={
            "scope": record.programme.slug,
            "register": register,
            "reference": record.reference,
        },
    )


def link_act(record: Any, register: str, act: str, **asked: str) -> str:
    """Give the address of what is done with a record, with fields filled in."""
    address = reverse(
        "programme:act",
        kwargs={
            "scope": record.programme.slug,
            "register": register,
            "reference": record.reference,
            "act": act,
        },
    )
    return f"{address}?{urlencode(asked)}" if asked else address


def name_record(record: Any, register: str) -> dict[str, str]:
    """Give a cell that names a record and leads to it."""
    words = getattr(record, "title", "") or getattr(record, "name", "")
    return {
        "text": f"{record.reference} {words}".strip(),
        "href": link_record(record, register),
    }


def name_project(project: Any, programme: Any) -> dict[str, str]:
    """Name a project, which has no page of its own, and lead to its milestones."""
    timeline = reverse("programme:timeline", kwargs={"slug": programme.slug})
    return {
        "text": f"{project.reference} {project.name}",
        "href": f"{timeline}?{urlencode({'project': project.reference})}",
    }


class Ways:
    """What a reader may do with a record as it is; each permission is asked once."""

    def __init__(self, record: Any, register: str, user: Any) -> None:
        self.record, self.register, self.user = record, register, user
        self._allowed: dict[str, bool] = {}

    def may(self, permission: str) -> bool:
        if permission not in self._allowed:
            allowed = self.user.has_perm(permission, self.record)
            self._allowed[permission] = allowed
        return self._allowed[permission]

    def can(self, name: str) -> bool:
        """Whether something is open to this reader."""
        act = ACTS[self.register][name]
        return self.may(act.permission) and act.is_open(self.record)

    def list(self, *names: str) -> list[tuple[str, str]]:
        """Give words and addresses of those that are open."""
        acts = ACTS[self.register]
        return [(acts[name].words, self.link(name)) for name in names if self.can(name)]

    def link(self, name: str, **asked: str) -> str:
        return link_act(self.record, self.register, name, **asked)
