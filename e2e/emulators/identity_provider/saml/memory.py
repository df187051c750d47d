"""What the SAML entities remember while people sign in: in memory, each request answered once."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from e2e.emulators.identity_provider.refusals import PageRefused
from e2e.emulators.identity_provider.saml.request import SignInAsked

REQUEST_LIFE = timedelta(minutes=10)
SEEN_LIFE = timedelta(minutes=30)
MOST_TRIES = 3


@dataclass(frozen=True)
class SamlSession:
    """Somebody who is signed in with us and, through us, at a service."""

    who: str
    name_id: str = field(repr=False)
    session_index: str = field(repr=False)
    started_at: datetime


@dataclass
class SamlMemory:
    """Open requests, messages seen, sessions and the last answer of one entity."""

    last_answer: bytes = field(default=b"", repr=False)
    _requests: dict[str, SignInAsked] = field(default_factory=dict)
    _tries: dict[str, int] = field(default_factory=dict)
    _seen: dict[str, datetime] = field(default_factory=dict)
    _sessions: dict[str, SamlSession] = field(default_factory=dict)
    _logouts: dict[str, str] = field(default_factory=dict)

    def take_id(self, message_id: str, now: datetime) -> None:
        """Remember the ID of a message; refuses one that came before."""
        for old in [old for old, moment in self._seen.items() if now - moment > SEEN_LIFE]:
            del self._seen[old]
        if message_id in self._seen:
            raise PageRefused("AR-02 ID: used before")
        self._seen[message_id] = now

    def open_request(self, asked: SignInAsked) -> str:
        """Remember a request; returns the unguessable name under which the screens find it."""
        for name in [name for name, old in self._requests.items() if asked.asked_at - old.asked_at > REQUEST_LIFE]:
            self.close_request(name)
        name = secrets.token_urlsafe(24)
        self._requests[name] = asked
        return name

    def request(self, name: str, now: datetime) -> SignInAsked:
        """An open request that is at most ten minutes old; refuses any other."""
        asked = self._requests.get(name)
        if asked is None or now - asked.asked_at > REQUEST_LIFE:
            raise PageRefused("the request is closed or expired")
        return asked

    def close_request(self, name: str) -> None:
        """Forget a request: it is answered."""
        self._requests.pop(name, None)
        self._tries.pop(name, None)

    def count_wrong_try(self, name: str) -> int:
        """One more wrong password; how many there were so far."""
        self._tries[name] = self._tries.get(name, 0) + 1
        return self._tries[name]

    def keep_session(self, session: SamlSession) -> None:
        """Somebody is signed in."""
        self._sessions[session.name_id] = session

    def sessions(self) -> list[SamlSession]:
        """Who is signed in, the latest first."""
        return sorted(self._sessions.values(), key=lambda session: session.started_at, reverse=True)

    def session(self, name_id: str) -> SamlSession | None:
        """The session of this name; None when there is none (any more)."""
        return self._sessions.get(name_id)

    def end_session(self, name_id: str) -> None:
        """Nobody of this name is signed in any more."""
        self._sessions.pop(name_id, None)

    def await_logout(self, message_id: str, name_id: str) -> None:
        """A service was asked to end the session of this name."""
        self._logouts[message_id] = name_id

    def take_logout(self, message_id: str) -> str | None:
        """Whose session that request was about, once."""
        return self._logouts.pop(message_id, None)
