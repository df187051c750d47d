"""Who one can be in the demo: invented citizens, as the demo identity provider knows them, and operators."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class DemoCitizen:
    """An invented person who can sign in to the portal; ``story`` is one Italian sentence, ``language`` a code."""

    codice_fiscale: str
    given_name: str
    family_name: str
    born_on: date
    sex: str
    birthplace_code: str | None = None
    email: str | None = None
    story: str = ""
    language: str = "it"


@dataclass(frozen=True)
class DemoOperator:
    """An invented operator; ``role`` and ``office`` are words to show, ``totp_secret`` is in base32."""

    email: str
    full_name: str
    role: str
    office: str
    totp_secret: str


@dataclass(frozen=True)
class DemoAccounts:
    """Everybody of the demo, those worth showing first; ``portal_ente`` is the slug with which the portal opens."""

    portal_ente: str
    password: str
    citizens: tuple[DemoCitizen, ...]
    operators: tuple[DemoOperator, ...]
