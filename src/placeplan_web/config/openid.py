"""Settings of OpenID Connect, from the environment; without them there is none."""

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from placeplan_web.config.environment import Environment

PROVIDER = "openid"  # the word in our addresses, the same for any provider
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


def read_providers(environment: Environment) -> dict[str, Any]:
    """Give allauth's settings for the one provider, or none of them."""
    server = environment.text("OPENID_SERVER")
    if not server:
        return {}
    parts = urlsplit(server)
    if parts.scheme != "https" and parts.hostname not in LOOPBACK:
        raise ImproperlyConfigured(
            f"PLACEPLAN_OPENID_SERVER is {server!r}. Give an address that begins with "
            "https://, as the provider states its issuer."
        )
    client = environment.text("OPENID_CLIENT")
    if not client:
        raise ImproperlyConfigured(
            "PLACEPLAN_OPENID_CLIENT is not set. Give the client id that the provider "
            "has for this site."
        )
    return make_providers(
        server=server,
        client=client,
        secret=environment.text("OPENID_SECRET"),
        name=environment.text("OPENID_NAME", "your organisation"),
    )


def make_providers(
    *, server: str, client: str, secret: str, name: str
) -> dict[str, Any]:
    app = {
        "provider_id": PROVIDER,
        "name": name,
        "client_id": client,
        "secret": secret,
        "settings": {"server_url": server.rstrip("/"), "fetch_userinfo": False},
    }
    return {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}


def find_name(providers: dict[str, Any]) -> str:
    """Give what the button says after "Sign in with"; nothing without a provider."""
    return providers["openid_connect"]["APPS"][0]["name"] if providers else ""


def list_origins(providers: dict[str, Any]) -> list[str]:
    """Give where a form of ours may lead: the provider, and no other site."""
    if not providers:
        return []
    server = providers["openid_connect"]["APPS"][0]["settings"]["server_url"]
    parts = urlsplit(server)
    return [f"{parts.scheme}://{parts.netloc}"]
