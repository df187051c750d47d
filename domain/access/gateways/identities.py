"""What a sign-in ends with, whatever the protocol: a person whom somebody vouches for, or why there is none.

No token and no personal datum shows up in the `repr` of these values, so none can slip into a log.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum

from domain.access.terms import Way


class Level(IntEnum):
    """How strongly a person proved who they are: 1 password, 2 a second factor too, 3 the card itself."""

    ONE = 1
    TWO = 2
    THREE = 3

    @property
    def acr(self) -> str:
        """The address by which SPID and CIE name this level."""
        return f"https://www.spid.gov.it/SpidL{self.value}"


class RefusalKind(StrEnum):
    """Why a sign-in ended without a person; each has its own page."""

    TOO_MANY_TRIES = "too_many_tries"
    LEVEL_TOO_LOW = "level_too_low"
    TIMED_OUT = "timed_out"
    REFUSED_CONSENT = "refused_consent"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"
    WRONG_KIND = "wrong_kind"
    GENERIC = "generic"
    UNAVAILABLE = "unavailable"
    UNTRUSTED = "untrusted"
    TECHNICAL = "technical"
    OTHER_BROWSER = "other_browser"
    CARD_EXPIRED = "card_expired"
    CARD_REVOKED = "card_revoked"
    CARD_UNKNOWN = "card_unknown"
    CARD_MISSING = "card_missing"


class SignInRefused(Exception):
    """The sign-in did not succeed. `reason` is for our log: English, no token, no personal data."""

    def __init__(self, kind: RefusalKind, reason: str = "") -> None:
        super().__init__(f"{kind.value}: {reason}")
        self.kind = kind
        self.reason = reason


@dataclass(frozen=True)
class ProviderSession:
    """What the provider must hear again when the session ends; each is empty where the protocol has none of it."""

    name_id: str = field(default="", repr=False)
    name_qualifier: str = field(default="", repr=False)
    session_index: str = field(default="", repr=False)
    access_token: str = field(default="", repr=False)


@dataclass(frozen=True)
class Identity:
    """A person whom `issuer` vouches for.

    `codice_fiscale` is the key; only eIDAS knows people without one, whose key is `subject`, valid per issuer.
    `sex` is F or M; `birthplace_code` is the Belfiore code. These and the e-mail may be missing.
    """

    way: Way
    issuer: str
    subject: str = field(repr=False)
    level: Level
    codice_fiscale: str | None = field(repr=False)
    given_name: str = field(repr=False)
    family_name: str = field(repr=False)
    born_on: date = field(repr=False)
    sex: str | None = field(default=None, repr=False)
    birthplace_code: str | None = field(default=None, repr=False)
    email: str | None = field(default=None, repr=False)
    session: ProviderSession = field(default=ProviderSession(), repr=False)
