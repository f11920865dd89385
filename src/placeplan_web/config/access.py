"""Who may open each address. An address without a row here stays shut.

``RECORD`` and ``OWNER`` leave the last word to a rule about the record: the view asks
it through :func:`placeplan_web.accounts.permission.require_permission`, and a view that
forgets to ask shows nothing.
"""

from enum import Enum


class Who(Enum):
    """Kinds of reader."""

    EVERYONE = "everyone"
    STEP = "somebody half way through signing in; whoever has done so is led on"
    LINK = "whoever has the link, while it holds"
    SIGNED_IN = "anyone who has signed in"
    RECORD = "whoever may see the record: everyone once it is released"
    OWNER = "the owner, or whoever else the rule about the record allows, signed in"
    STAFF = "staff"


# Name of an address (with its namespace) -> who may open it.
ACCESS: dict[str, Who] = {
    "home": Who.EVERYONE,
    "search": Who.EVERYONE,
    "healthz": Who.EVERYONE,
    "account_login": Who.EVERYONE,
    "account_inactive": Who.EVERYONE,
    "account_logout": Who.SIGNED_IN,
    "account_change_password": Who.SIGNED_IN,
    "account_reauthenticate": Who.SIGNED_IN,
    "account_end_sessions": Who.SIGNED_IN,
    "account_invitation": Who.LINK,
    "account_disconnect": Who.SIGNED_IN,
    "openid_connect_login": Who.EVERYONE,
    "openid_connect_callback": Who.EVERYONE,
    "socialaccount_login_cancelled": Who.EVERYONE,
    "mfa_authenticate": Who.STEP,
    "mfa_reauthenticate": Who.SIGNED_IN,
    "mfa_index": Who.SIGNED_IN,
    "mfa_activate_totp": Who.SIGNED_IN,
    "mfa_deactivate_totp": Who.SIGNED_IN,
    "mfa_view_recovery_codes": Who.SIGNED_IN,
    "mfa_generate_recovery_codes": Who.SIGNED_IN,
    "people:index": Who.STAFF,
    "people:person": Who.STAFF,
    "people:act": Who.STAFF,
    "people:invite": Who.STAFF,
    "people:withdraw": Who.STAFF,
    "audit:index": Who.STAFF,
    "audit:verify": Who.STAFF,
    "audit:head": Who.STAFF,
    "places:index": Who.EVERYONE,
    "places:export": Who.EVERYONE,
    "places:levels": Who.EVERYONE,
    "places:care": Who.EVERYONE,
    "places:set": Who.EVERYONE,
    "places:place": Who.EVERYONE,
    "places:posts": Who.EVERYONE,
    "places:post": Who.EVERYONE,
    "places:add-post": Who.STAFF,
    "places:appoint": Who.STAFF,
    "places:end-post": Who.STAFF,
    "places:end-holding": Who.STAFF,
    "design:brand": Who.EVERYONE,
    "design:accessibility": Who.EVERYONE,
    "design:privacy": Who.EVERYONE,
    "design:cookies": Who.EVERYONE,
    "performance:index": Who.EVERYONE,
    "performance:providers-file": Who.EVERYONE,
    "performance:systems": Who.EVERYONE,
    "performance:systems-file": Who.EVERYONE,
    "performance:must-dos": Who.EVERYONE,
    "performance:must-dos-file": Who.EVERYONE,
    "performance:signals": Who.EVERYONE,
    "performance:signals-file": Who.EVERYONE,
    "performance:indicator": Who.EVERYONE,
    "performance:indicator-file": Who.EVERYONE,
    "performance:chart": Who.EVERYONE,
    "evidence:people": Who.EVERYONE,
    "evidence:demand": Who.EVERYONE,
    "evidence:capacity": Who.EVERYONE,
    "evidence:money": Who.EVERYONE,
    "evidence:sources": Who.EVERYONE,
    "evidence:source": Who.EVERYONE,
    "evidence:runs": Who.EVERYONE,
    "evidence:run": Who.RECORD,
    "evidence:progress": Who.RECORD,
    "evidence:file": Who.RECORD,
    "evidence:svg": Who.RECORD,
    "evidence:csv": Who.RECORD,
    "evidence:excel": Who.RECORD,
    "evidence:cancel": Who.OWNER,
    "evidence:retry": Who.OWNER,
    "evidence:release": Who.OWNER,
    "evidence:facts": Who.EVERYONE,
    "evidence:facts-file": Who.EVERYONE,
    "evidence:fact": Who.EVERYONE,
    "evidence:correct": Who.STAFF,
    "evidence:conflicts": Who.EVERYONE,
    "evidence:conflicts-file": Who.EVERYONE,
    "evidence:checks": Who.EVERYONE,
    "evidence:checks-file": Who.EVERYONE,
    "evidence:case": Who.EVERYONE,
    "evidence:case-file": Who.EVERYONE,
    "evidence:inequalities": Who.EVERYONE,
    "evidence:inequalities-file": Who.EVERYONE,
    "evidence:inequality-svg": Who.EVERYONE,
    "evidence:inequality-file": Who.EVERYONE,
    "evidence:plans": Who.EVERYONE,
    "evidence:add": Who.SIGNED_IN,
    "evidence:plan": Who.RECORD,
    "evidence:start": Who.OWNER,
    "evidence:withdraw": Who.OWNER,
    "programme:register": Who.RECORD,
    "programme:register-csv": Who.RECORD,
    "programme:register-excel": Who.RECORD,
    "programme:record": Who.RECORD,
    "programme:record-add": Who.OWNER,
    "programme:record-edit": Who.OWNER,
    "programme:record-withdraw": Who.OWNER,
    "programme:record-restore": Who.OWNER,
}
