"""What the provider remembers while people sign in: in memory, short-lived, each thing usable once."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from e2e.emulators.identity_provider.misbehaviour import Misbehaviour
from e2e.emulators.identity_provider.settings import DemoPerson, PartyRegistration

REQUEST_LIFE = timedelta(minutes=10)
CODE_LIFE = timedelta(seconds=60)
TOKEN_LIFE = timedelta(minutes=15)


@dataclass(frozen=True)
class AuthorizationAsked:
    """A checked authorization request."""

    party: PartyRegistration
    redirect_uri: str
    state: str
    nonce: str
    code_challenge: str
    acr: str
    asked_at: datetime


@dataclass(frozen=True)
class Grant:
    """A person's yes to one request; `wrong` is how the person wants it to fail all the same."""

    asked: AuthorizationAsked
    person: DemoPerson
    granted_at: datetime
    wrong: Misbehaviour | None = None


@dataclass
class Grants:
    """Open requests, codes and access tokens of one running provider."""

    _requests: dict[str, AuthorizationAsked] = field(default_factory=dict)
    _codes: dict[str, Grant] = field(default_factory=dict)
    _used_codes: dict[str, str] = field(default_factory=dict)
    _tokens: dict[str, tuple[Grant, datetime]] = field(default_factory=dict)
    _seen_assertions: dict[str, datetime] = field(default_factory=dict)

    def open_request(self, asked: AuthorizationAsked) -> str:
        """Remember a request; returns the unguessable name under which the screens find it."""
        # A demo may run for weeks: what nobody came back for is thrown away as new requests come.
        for name in [name for name, old in self._requests.items() if asked.asked_at - old.asked_at > REQUEST_LIFE]:
            del self._requests[name]
        name = secrets.token_urlsafe(24)
        self._requests[name] = asked
        return name

    def request(self, name: str, now: datetime) -> AuthorizationAsked | None:
        """Return an open request that is at most ten minutes old."""
        asked = self._requests.get(name)
        return asked if asked is not None and now - asked.asked_at <= REQUEST_LIFE else None

    def close_request(self, name: str) -> None:
        """Forget a request: the person has answered."""
        self._requests.pop(name, None)

    def give_code(self, grant: Grant) -> str:
        """Return a one-time code for this grant."""
        code = secrets.token_urlsafe(32)
        self._codes[code] = grant
        return code

    def take_code(self, code: str, now: datetime) -> Grant | None:
        """Return the grant behind a code, once, within 60 seconds. A second use revokes the first one's token."""
        if code in self._used_codes:
            self._tokens.pop(self._used_codes[code], None)
            return None
        grant = self._codes.pop(code, None)
        if grant is not None:
            self._used_codes[code] = ""
        return grant if grant is not None and now - grant.granted_at <= CODE_LIFE else None

    def keep_token(self, token: str, grant: Grant, *, code: str, now: datetime) -> None:
        """Remember an access token and the code that it was given for."""
        self._tokens[token] = (grant, now + TOKEN_LIFE)
        self._used_codes[code] = token

    def grant_of_token(self, token: str, now: datetime) -> Grant | None:
        """Return the grant behind an access token that is neither expired nor revoked."""
        grant, expires_at = self._tokens.get(token, (None, now))
        return grant if now < expires_at else None

    def revoke_token(self, token: str) -> None:
        """End an access token; an unknown one is fine too."""
        self._tokens.pop(token, None)

    def is_replayed(self, assertion_id: str, *, expires_at: datetime, now: datetime) -> bool:
        """Say whether this client assertion was used before; remembers it until it expires."""
        for old in [old for old, until in self._seen_assertions.items() if until < now]:
            del self._seen_assertions[old]
        if assertion_id in self._seen_assertions:
            return True
        self._seen_assertions[assertion_id] = expires_at
        return False
