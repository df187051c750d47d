"""Trust marks: signed seals by which the federation says that a member has been vetted."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from domain.access.gateways.federation.statements import Statement, TrustAnchor
from domain.access.gateways.jose_tokens import TokenKind, TokenRefused, named_algorithm, unverified_claims, verify
from domain.access.gateways.token_claims import SKEW, numeric_date

# How the Italian federations write that a mark is one of providers: …/openid_provider/public, …/op-public.
_OF_PROVIDERS = re.compile(r"(^|[/_.-])(openid_provider|op)([/_.-]|$)")


def mark_type(entry: Mapping[str, Any]) -> str:
    """The name of a mark: ``trust_mark_type``, in drafts ``id`` or ``trust_mark_id``; empty where it has none."""
    found = (entry.get(name) for name in ("trust_mark_type", "id", "trust_mark_id"))
    return next((one for one in found if isinstance(one, str) and one), "")


def checked_marks(
    anchor: TrustAnchor, configuration: Statement, statements: Sequence[Statement], *, subject: str, now: datetime
) -> list[dict[str, Any]]:
    """Return the subject's valid marks, as its own configuration and the anchor's statement carry them.

    ``configuration`` is the anchor's own: a mark of a type that it lists must be valid and come from who may give it,
    and where it lists marks of providers, the subject must have one of these. Raises ``TokenRefused``.
    """
    listed = configuration.part("trust_mark_issuers")
    found: dict[str, dict[str, Any]] = {}
    for entry in _entries(statements):
        named = mark_type(entry)
        if named in listed and named not in found:
            _check_mark(anchor, entry, listed[named], subject=subject, now=now)
            found[named] = dict(entry)
    demanded = {name for name in listed if _OF_PROVIDERS.search(name)}
    if demanded and not demanded.intersection(found):
        raise TokenRefused("trust mark is missing")
    return list(found.values())


def described(token: str) -> dict[str, str]:
    """The entry by which a mark from a file is published: its type as the mark itself names it, and its text."""
    claims = unverified_claims(token)
    names = [name for name in ("trust_mark_type", "id", "trust_mark_id") if isinstance(claims.get(name), str)]
    if not names:
        raise TokenRefused("trust mark without a type")
    return {name: claims[name] for name in names} | {"trust_mark": token}


def is_living(token: object, *, subject: str, now: datetime) -> bool:
    """Whether a mark is about ``subject`` and has not expired: another one need not be published."""
    try:
        claims = unverified_claims(str(token))
        return claims.get("sub") == subject and ("exp" not in claims or numeric_date(claims, "exp") > now.timestamp())
    except TokenRefused:
        return False


def _entries(statements: Sequence[Statement]) -> list[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = []
    for statement in statements:
        marks = statement.claims.get("trust_marks", [])
        if not isinstance(marks, list) or not all(isinstance(one, Mapping) for one in marks):
            raise TokenRefused("trust marks are not a list")
        found += marks
    return found


def _check_mark(anchor: TrustAnchor, entry: Mapping[str, Any], issuers: object, *, subject: str, now: datetime) -> None:
    token = entry.get("trust_mark")
    if not isinstance(token, str):
        raise TokenRefused("trust mark has no text")
    # We know the keys of the anchor and of nobody else, so only its own marks can be believed.
    claims = verify(token, anchor.jwks, kind=TokenKind.TRUST_MARK, algorithm=named_algorithm(token))
    if not isinstance(issuers, list) or (issuers and anchor.entity_id not in issuers):
        raise TokenRefused("trust mark of somebody who may not give it")
    if claims.get("iss") != anchor.entity_id or claims.get("sub") != subject:
        raise TokenRefused("trust mark of or about somebody else")
    if mark_type(claims) != mark_type(entry):
        raise TokenRefused("trust mark of another type")
    present, skew = now.timestamp(), SKEW.total_seconds()
    if numeric_date(claims, "iat") - skew > present:
        raise TokenRefused("trust mark from the future")
    if "exp" in claims and numeric_date(claims, "exp") + skew <= present:
        raise TokenRefused("trust mark has expired")
