"""What a token says about itself: from whom, for whom, since when, until when.

The library below accepts a missing audience, further audiences and a future date of issue; we do not.
"""

import math
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta
from typing import Any

from domain.access.gateways.json_web_keys import TokenRefused

SKEW = timedelta(seconds=60)
"""How far the clocks of two parties may differ, in either direction."""


def check_claims(
    claims: Mapping[str, Any],
    *,
    now: datetime,
    issuer: str,
    audience: str,
    further_audiences: AbstractSet[str] = frozenset(),
    oldest: timedelta | None = None,
    longest_life: timedelta | None = None,
) -> None:
    """Refuse a token that is not from `issuer`, not for `audience`, or not valid at `now` (aware).

    The audience may be one text or a list; besides `audience` it may hold only `further_audiences`.
    `iat` and `exp` must be there. `oldest` limits the age since `iat`, `longest_life` limits `exp - iat`.
    """
    if claims.get("iss") != issuer:
        raise TokenRefused("other issuer")
    check_audience(claims, audience=audience, further_audiences=further_audiences)
    check_times(claims, now=now, oldest=oldest, longest_life=longest_life)


def check_audience(
    claims: Mapping[str, Any], *, audience: str, further_audiences: AbstractSet[str] = frozenset()
) -> None:
    """Refuse a token whose audience lacks `audience` or names anybody unexpected."""
    named = claims.get("aud")
    audiences = [named] if isinstance(named, str) else named
    if not isinstance(audiences, list) or audience not in audiences:
        raise TokenRefused("other audience")
    if any(not isinstance(one, str) or one not in {audience, *further_audiences} for one in audiences):
        raise TokenRefused("further audience")


def check_times(
    claims: Mapping[str, Any],
    *,
    now: datetime,
    oldest: timedelta | None = None,
    longest_life: timedelta | None = None,
) -> None:
    """Refuse a token that has expired, is from the future, is too old or would live too long."""
    present, skew = now.timestamp(), SKEW.total_seconds()
    issued_at, expires_at = numeric_date(claims, "iat"), numeric_date(claims, "exp")
    if expires_at + skew <= present or expires_at <= issued_at:
        raise TokenRefused("expired")
    if issued_at - skew > present:
        raise TokenRefused("from the future")
    if "nbf" in claims and numeric_date(claims, "nbf") - skew > present:
        raise TokenRefused("not yet valid")
    if oldest is not None and present - issued_at > oldest.total_seconds() + skew:
        raise TokenRefused("too old")
    if longest_life is not None and expires_at - issued_at > longest_life.total_seconds():
        raise TokenRefused("lives too long")


def numeric_date(claims: Mapping[str, Any], name: str) -> float:
    """Return a time of the token in seconds since 1970. Refuses anything but a finite number."""
    value = claims.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise TokenRefused(f"{name} is not a time")
    return value


def text_claim(claims: Mapping[str, Any], name: str, *, longest: int = 512) -> str:
    """Return a non-empty text of the token. Refuses another type, blanks only, or an over-long text."""
    value = claims.get(name)
    if not isinstance(value, str) or not value.strip() or len(value) > longest:
        raise TokenRefused(f"{name} is missing")
    return value.strip()
