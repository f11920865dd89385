"""A person who signs in. No name, no e-mail address: a user name is enough."""

import uuid

from django.contrib.auth.models import AbstractUser, UserManager
from django.core.validators import RegexValidator
from django.db import models

check_organisation = RegexValidator(
    r"^[a-z0-9]+(-[a-z0-9]+)*$",
    "Give the id of an organisation, in lower case with hyphens, such as km-stp.",
)


class User(AbstractUser):
    """Someone with a user name and a password.

    Other records point to `public_id`, which says nothing about the person.
    `organisation` is an id of the registry, kept as text because this room knows no
    other.
    """

    first_name = None  # type: ignore[assignment]  # not asked for
    last_name = None  # type: ignore[assignment]  # not asked for
    email = None  # type: ignore[assignment]  # not asked for

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.CharField(
        max_length=80, blank=True, default="", validators=[check_organisation]
    )

    REQUIRED_FIELDS = []
    EMAIL_FIELD = None  # type: ignore[assignment]

    objects = UserManager()

    def __str__(self) -> str:
        return self.username

    def get_full_name(self) -> str:
        return self.username

    def get_short_name(self) -> str:
        return self.username
