"""Looks for what no log, address or Referer may say: codici fiscali, e-mail addresses, assertions, tokens, secrets.

What may travel in an address, and is looked into rather than refused:

* ``SAMLRequest``, and the ``SAMLResponse`` of a sign-out: by HTTP-Redirect they have no other place. They may hold no
  assertion and nobody's data.
* ``request`` of an OpenID provider: the request object, signed by us, about nobody.
* ``code`` and ``state`` of OpenID and ``RelayState`` of SAML: they count once and only with the cookie of the browser
  that asked. So do the links in e-mails. None of them may go on to another page in a Referer.
"""

import base64
import binascii
import re
import zlib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote_plus, urlsplit

SHAPES = {
    "a codice fiscale": re.compile(
        r"(?<![A-Z0-9])[A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z](?![A-Z0-9])",
        re.IGNORECASE,
    ),
    "an e-mail address": re.compile(r"[\w.+-]+@[\w-]+\.[a-z]{2,}", re.IGNORECASE),
    # the beginnings of "<samlp", "<saml2", "<?xml " and "<Resp" in base64
    "a SAML message": re.compile(r"SAML(?:Response|Request)\b.{0,3}[=:]|</?saml2?p?:|\b(?:PHNhbW|PD94bWwg|PFJlc3)"),
    "a token": re.compile(r"\beyJ[\w-]{10,}\.[\w-]{10,}"),
}
ONCE = frozenset({"code", "state", "RelayState", "SAMLRequest", "SAMLResponse", "request"})
"""What counts once, or only on the way to a provider: never part of a Referer."""
MOST_UNPACKED = 200_000
SHORTEST_COOKIE = 20
"""Shorter values of cookies are choices like the language, no secrets."""


@dataclass(frozen=True)
class Seen:
    """What the browsers have told the servers so far: addresses and Referers; the values of their cookies."""

    addresses: set[str] = field(default_factory=set)
    referers: set[str] = field(default_factory=set)
    cookies: set[str] = field(default_factory=set)

    def keep_headers(self, referer: str | None, cookies: str | None) -> None:
        """Remember the headers of one request."""
        if referer:
            self.referers.add(referer)
        values = (one.partition("=")[2].strip('" ') for one in (cookies or "").split(";"))
        self.cookies.update(value for value in values if len(value) >= SHORTEST_COOKIE)


def told_in_text(text: str, secrets: Collection[str]) -> list[str]:
    """What a log says that it may not: one line each, with where it stands."""
    found: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        found += [f"{kind} in line {number}: {line[:300]}" for kind in _kinds(line, secrets)]
    return found


def told_in_address(address: str, secrets: Collection[str]) -> list[str]:
    """What an address says that it may not. Packed messages are looked into."""
    parts = urlsplit(address)
    found = list(_kinds(unquote_plus(f"{parts.path}#{parts.fragment}"), secrets))
    for name, value in parse_qsl(parts.query, keep_blank_values=True):
        found += _kinds_of_parameter(name, value, secrets)
    return [f"{kind} in {address[:300]}" for kind in found]


def told_in_referer(referer: str, secrets: Collection[str]) -> list[str]:
    """What a Referer says that it may not: as an address, and nothing that counts once."""
    names = {name for name, _value in parse_qsl(urlsplit(referer).query, keep_blank_values=True)}
    return told_in_address(referer, secrets) + [f"{name} in the Referer {referer[:300]}" for name in names & ONCE]


def _kinds_of_parameter(name: str, value: str, secrets: Collection[str]) -> Iterator[str]:
    if name in ("SAMLRequest", "SAMLResponse"):
        message = _opened(_inflated, value)
        if re.search(r"[<:]Assertion\b", message):
            yield "an assertion"
        yield from (kind for kind in _kinds(message, secrets) if kind != "a SAML message")
    elif name == "request":
        for part in value.split(".")[:2]:
            yield from _kinds(_opened(_from_base64, part), secrets)
    else:
        yield from _kinds(value, secrets)


def _kinds(text: str, secrets: Collection[str]) -> Iterator[str]:
    yield from (kind for kind, shape in SHAPES.items() if shape.search(text))
    if any(secret in text for secret in secrets):
        yield "a secret"


def _opened(opening: Callable[[str], bytes], value: str) -> str:
    """What is packed; what cannot be opened is looked at as it is."""
    try:
        return opening(value).decode(errors="replace")
    except (binascii.Error, zlib.error, ValueError):
        return value


def _from_base64(value: str) -> bytes:
    return base64.urlsafe_b64decode(value + "=" * (-len(value) % 4))


def _inflated(value: str) -> bytes:
    packed = base64.b64decode(value, validate=True)
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, MOST_UNPACKED)
    except zlib.error:
        return packed
