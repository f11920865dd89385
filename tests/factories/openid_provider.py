"""A small OpenID Connect provider on this machine, as real as the standard asks.

It has discovery, authorize (a code for whoever `person` is, at once), token (a secret,
PKCE, an RS256 id token), its keys, and userinfo, which tells more than we want to keep.
"""

import base64
import json
import secrets
import threading
import time
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

CLIENT, SECRET, KEY_ID = "placeplan", "a secret between the two", "key-1"
PERSONAL = {"name": "A Name", "email": "a.name@example.org"}


def make_key():
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Provider(ThreadingHTTPServer):
    """The provider, and who signs in with it next."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answer)
        self.address = f"http://127.0.0.1:{self.server_port}"
        self.key, self.codes = make_key(), {}
        self.person = "7f3c"
        self.signing_key, self.audience = self.key, CLIENT
        self.is_refusing = False

    def discover(self):
        return {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "userinfo_endpoint": f"{self.address}/userinfo",
            "jwks_uri": f"{self.address}/keys",
            "response_types_supported": ["code"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def list_keys(self):
        public = json.loads(RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [{**public, "kid": KEY_ID, "use": "sig", "alg": "RS256"}]}

    def authorize(self, asked):
        """Give where the browser goes next."""
        assert asked["client_id"] == CLIENT
        assert asked["response_type"] == "code"
        assert asked["scope"] == "openid"
        assert asked["code_challenge_method"] == "S256"
        if self.is_refusing:
            given = {"error": "access_denied", "state": asked["state"]}
        else:
            code = secrets.token_urlsafe(16)
            self.codes[code] = asked
            given = {"code": code, "state": asked["state"]}
        return f"{asked['redirect_uri']}?{urlencode(given)}"

    def give_token(self, sent):
        """Give the tokens for a code, once, to whoever proves to have asked."""
        asked = self.codes.pop(sent["code"])
        hashed = sha256(sent["code_verifier"].encode()).digest()
        challenge = base64.urlsafe_b64encode(hashed).decode().rstrip("=")
        assert (sent["client_id"], sent["client_secret"]) == (CLIENT, SECRET)
        assert sent["redirect_uri"] == asked["redirect_uri"]
        assert challenge == asked["code_challenge"]
        now = int(time.time())
        claims = {
            **PERSONAL,
            "iss": self.address,
            "aud": self.audience,
            "sub": self.person,
            "iat": now,
            "exp": now + 300,
        }
        token = jwt.encode(
            claims, self.signing_key, algorithm="RS256", headers={"kid": KEY_ID}
        )
        return {"access_token": "opaque", "token_type": "Bearer", "id_token": token}


class Answer(BaseHTTPRequestHandler):
    """One request to the provider."""

    def do_GET(self):
        parts = urlsplit(self.path)
        if parts.path == "/authorize":
            self.send_response(302)
            self.send_header("Location", self.server.authorize(_flat(parts.query)))
            self.end_headers()
            return
        self._send(
            {
                "/.well-known/openid-configuration": self.server.discover,
                "/keys": self.server.list_keys,
                "/userinfo": lambda: {**PERSONAL, "sub": self.server.person},
            }[parts.path]()
        )

    def do_POST(self):
        length = int(self.headers["Content-Length"])
        self._send(self.server.give_token(_flat(self.rfile.read(length).decode())))

    def _send(self, answer):
        content = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        """Say nothing."""


def _flat(query):
    return {name: values[0] for name, values in parse_qs(query).items()}


@contextmanager
def serve_provider():
    """Give a provider that answers until the block ends."""
    with Provider() as provider:
        thread = threading.Thread(target=provider.serve_forever, args=[0.02])
        thread.start()
        try:
            yield provider
        finally:
            provider.shutdown()
            thread.join()
