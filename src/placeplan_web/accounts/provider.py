"""Sign-in through an OpenID Connect provider that keeps nothing but an opaque id.

allauth finds this module by its name. Of what the provider tells, only its id of the
person (``sub``) is kept: no name, no e-mail address. The signature of the id token is
checked against the provider's keys each time.
"""

from typing import Any

from allauth.core.internal.deferred import jwt
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import (
    OpenIDConnectProvider,
)
from allauth.socialaccount.providers.openid_connect.views import (
    OpenIDConnectOAuth2Adapter,
)

SIGNED_BY = {"RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA"}


class CheckedAdapter(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]  # allauth has no types
    """Check who signed the id token, although it came straight from the provider."""

    def _decode_id_token(self, app: Any, id_token: str) -> dict[str, Any]:
        try:
            signed_by = jwt.get_unverified_header(id_token).get("alg")
        except jwt.PyJWTError as error:
            raise OAuth2Error("The id token cannot be read.") from error
        if signed_by not in SIGNED_BY:
            raise OAuth2Error("The id token is not signed by a key of the provider.")
        decoded: dict[str, Any] = jwtkit.verify_and_decode(
            credential=id_token,
            keys_url=self.openid_config["jwks_uri"],
            issuer=self.openid_config["issuer"],
            audience=app.client_id,
            lookup_kid=jwtkit.lookup_kid_jwk,
            verify_signature=True,
        )
        return decoded


class OpaqueProvider(OpenIDConnectProvider):  # type: ignore[misc]  # allauth has no types
    """Ask for an id alone, and keep nothing else even when more is told."""

    oauth2_adapter_class = CheckedAdapter

    def get_default_scope(self) -> list[str]:
        return ["openid"]

    def extract_common_fields(self, response: Any) -> dict[str, Any]:
        return {}

    def extract_email_addresses(self, response: Any) -> list[Any]:
        return []

    def extract_extra_data(self, response: Any) -> dict[str, Any]:
        return {}


provider_classes = [OpaqueProvider]
