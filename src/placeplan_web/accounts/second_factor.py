"""A second factor: a code from an app on a phone, and recovery codes on paper.

Secrets are encrypted before they are kept, by a key made from the site's secret key,
and are never logged. With another secret key they cannot be read, and then no code is
right: staff remove the factor, and its owner sets up a new one.
"""

import base64
import logging
from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

from placeplan_web.accounts.models import User

log = logging.getLogger(__name__)
KEY_BYTES = 32
PURPOSE = b"placeplan second factor"
MARGIN = 4  # light squares around the code, as the standard asks for
QR_PIXELS = 240


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    """Encrypt what is kept; draw the code in our own way; speak plainly."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "The code is not right. Wait until the app shows the next "
        "one, then type that.",
        "cannot_delete_authenticator": "Staff need a second factor on this site. To "
        "change to another phone, ask another member of staff to remove yours.",
    }

    def encrypt(self, text: str) -> str:
        return _make_cipher().encrypt(text.encode("ascii")).decode("ascii")

    def decrypt(self, encrypted_text: str) -> str:
        """Give the secret; one that cannot be read becomes one that fits no code."""
        try:
            plain = _make_cipher().decrypt(encrypted_text.encode("ascii"))
        except InvalidToken:
            log.warning("A second factor was kept under another secret key.")
            return str(generate_totp_secret())
        return plain.decode("ascii")

    def build_totp_svg(self, url: str) -> str:
        return draw_qr_code(url)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return not needs_second_factor(authenticator.user)


def needs_second_factor(user: Any) -> bool:
    """Tell whether the site asks this person for a second factor."""
    return bool(settings.STAFF_NEED_SECOND_FACTOR and user.is_staff)


def has_second_factor(user: User) -> bool:
    """Tell whether somebody has set up an app; recovery codes alone are no factor."""
    totp = Authenticator.Type.TOTP
    return bool(Authenticator.objects.filter(user_id=user.pk, type=totp).exists())


def draw_qr_code(text: str) -> str:
    """Draw a code as SVG that needs no style: dark squares on light, with a margin."""
    code = QRCode(error_correction=ERROR_CORRECT_M, border=MARGIN)
    code.add_data(text)
    code.make(fit=True)
    squares = code.get_matrix()
    path = "".join(
        f"M{x} {y}h1v1h-1z"
        for y, row in enumerate(squares)
        for x, is_dark in enumerate(row)
        if is_dark
    )
    side = len(squares)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" '
        f'width="{QR_PIXELS}" height="{QR_PIXELS}" role="img" '
        'aria-label="QR code that an authenticator app reads" '
        'shape-rendering="crispEdges">'
        f'<rect width="{side}" height="{side}" fill="#ffffff"/>'
        f'<path d="{path}" fill="#000000"/></svg>'
    )


def _make_cipher() -> Fernet:
    kdf = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=PURPOSE)
    key = kdf.derive(settings.SECRET_KEY.encode("utf-8"))
    return Fernet(base64.urlsafe_b64encode(key))
