"""The codes of an authenticator app, worked out as RFC 6238 says and no more."""

import base64
import hmac
import time

PERIOD_SECONDS, DIGITS = 30, 6


def make_code(secret, moment=None):
    """Give the code that an app shows for a key in base 32, now or at a moment."""
    counter = int(time.time() if moment is None else moment) // PERIOD_SECONDS
    key = base64.b32decode(secret, casefold=True)
    digest = hmac.digest(key, counter.to_bytes(8, "big"), "sha1")
    start = digest[-1] & 0x0F
    whole = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return str(whole)[-DIGITS:].zfill(DIGITS)
