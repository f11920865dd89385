"""A person who signs in. No name, no e-mail address: a user name is enough."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac

check_username = RegexValidator(
    r"^[a-z0-9][a-z0-9._-]*\Z",
    "Write a user name in small letters, figures and the signs . _ - only.",
)
check_organisation = RegexValidator(
    r"^[a-z0-9]+(-[a-z0-9]+)*\Z",
    "Give the id of an organisation, in small letters with hyphens, such as km-stp.",
)


class UserManager(BaseUserManager["User"]):
    """Make users; a password of nothing lets nobody in."""

    def create_user(
        self, username: str, password: str | None = None, **fields: Any
    ) -> "User":
        user = self.model(username=username, **fields)
        user.set_password(password)
        user.full_clean(exclude=["password"])
        user.save(using=self._db)
        return user


class User(AbstractBaseUser, PermissionsMixin):
    """Someone with a user name and a password.

    Other records point to `public_id`, which says nothing about the person.
    `organisation` is an id of the registry, kept as text because this room knows no
    other.
    """

    USERNAME_FIELD = "username"

    username = models.CharField(max_length=80, unique=True, validators=[check_username])
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.CharField(
        max_length=80, blank=True, default="", validators=[check_organisation]
    )
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    joined_at = models.DateTimeField(default=timezone.now)
    session_round = models.PositiveIntegerField(default=0, editable=False)

    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(username=Lower("username")),
                name="username_in_small_letters",
            ),
        ]

    def __str__(self) -> str:
        return self.username

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Bind each session to the password and the round: a new round ends them."""
        bound = f"{self.password}:{self.session_round}"
        salt = "placeplan_web.accounts.models.User.session"
        return salted_hmac(salt, bound, secret=secret, algorithm="sha256").hexdigest()


class Invitation(models.Model):
    """A link by which somebody makes their own account, once, within some days.

    The link itself is kept nowhere, only its SHA-256; whoever reads this table cannot
    use it.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    digest = models.CharField(max_length=64, unique=True)
    organisation = models.CharField(
        max_length=80, blank=True, default="", validators=[check_organisation]
    )
    is_staff = models.BooleanField(default=False)
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    user = models.OneToOneField(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="invitation"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-made_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=models.F("made_at")),
                name="invitation_expires_after_it_is_made",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True, user__isnull=True)
                | Q(accepted_at__isnull=False, user__isnull=False),
                name="invitation_accepted_by_a_user",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(withdrawn_at__isnull=True),
                name="invitation_accepted_or_withdrawn",
            ),
        ]

    def __str__(self) -> str:
        return str(self.public_id)
