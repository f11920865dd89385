"""Filters that many registers of this room have, and who may do what with them."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Q

from placeplan_web.places.models import Post
from placeplan_web.programme.models import Programme, Project
from placeplan_web.registers.kind import Filter, Permissions

NOBODY = "nobody"
PERMISSIONS = Permissions(
    read="programme.read_programme",
    add="programme.add_record",
    import_="programme.import_records",
    change="programme.change_record",
    withdraw="programme.withdraw_record",
    why_not_read="This programme is open to those who have a part in it. If you have "
    "one, sign in.",
    why_not="The programme's lead and office keep this register; owners change their "
    "own records. Ask the programme office.",
)


def make_owner_filter(model: Any) -> Filter:
    """Narrow by the post that owns: those that own something here."""

    def list_options(programme: Programme) -> Sequence[tuple[str, str]]:
        owned = model.objects.filter(programme=programme, owner_post=OuterRef("pk"))
        posts = Post.objects.filter(Exists(owned)).order_by("title")
        return [(NOBODY, "Nobody yet"), *((str(p.public_id), p.title) for p in posts)]

    def narrow(value: str) -> Q:
        if value == NOBODY:
            return Q(owner_post__isnull=True)
        return Q(owner_post__in=_find_post(value))

    return Filter("owner", "Owner", list_options, narrow)


def _find_post(value: str) -> Any:
    known = len(value) == 36 and value.replace("-", "").isalnum()
    return Post.objects.filter(public_id=value) if known else Post.objects.none()


def _list_projects(programme: Programme) -> Sequence[tuple[str, str]]:
    projects = Project.objects.filter(programme=programme).order_by("reference_order")
    return [(project.reference, project.name) for project in projects]


def make_project_filter(path: str = "project__reference") -> Filter:
    return Filter(
        "project", "Project", _list_projects, lambda value: Q(**{path: value})
    )


def make_choice_filter(
    name: str,
    label: str,
    options: Sequence[tuple[str, str]],
    narrow: Callable[[str], Q],
) -> Filter:
    return Filter(name, label, lambda _programme: options, narrow)
