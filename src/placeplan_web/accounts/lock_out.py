"""Lock-out: after some tries that failed, an account stays shut for a while.

Tries are counted by user name, and for codes by user, whether or not such a user is
there, so that nobody learns which names are in use.
"""

import time

from allauth.core.internal.ratelimit import apply_rate, get_cache_key, get_rates
from django.core.cache import cache

from placeplan_web.accounts.models import User

COUNTED = {"app": "allauth.account", "action": "login_failed"}


def find_tries_key(username: str) -> str:
    """Give the key by which tries with a password are counted."""
    return f"name:{username.lower()}"


def is_locked(username: str) -> bool:
    """Tell whether a name has no try left for now."""
    return _is_spent(find_tries_key(username))


def is_user_locked(user: User) -> bool:
    """Tell whether somebody has no password, or no code, left to try for now."""
    return any(_is_spent(key) for key in _list_keys(user))


def forget_tries(user: User) -> None:
    for key in _list_keys(user):
        for cached, _ in _list_counts(key):
            cache.delete(cached)


def _list_keys(user: User) -> tuple[str, str]:
    codes = f"mfa-auth-user-{user.pk}"  # as allauth counts codes
    return find_tries_key(user.username), codes


def _list_counts(key: str) -> list[tuple[str, object]]:
    return [
        (get_cache_key(None, rate=rate, key=key, **COUNTED), rate)
        for rate in get_rates(**COUNTED)
        if rate.per == "key"
    ]


def _is_spent(key: str) -> bool:
    now = time.time()
    return any(
        not apply_rate(cache.get(cached, []), now, rate, dry_run=True)[0]
        for cached, rate in _list_counts(key)
    )
