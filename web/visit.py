"""What is known of a request before any handler runs: which site, who, in which language."""

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from litestar import Request

from domain.kernel.actor import Actor, Citizen, Operator
from domain.kernel.languages import BY_CODE, SOURCE, Language

FULL_LEVEL = 2


@dataclass(frozen=True)
class Site:
    """The ente whose pages are shown, and the enti of its ambito."""

    ente_id: UUID
    family: tuple[UUID, ...]
    ente_name: str
    site_name: str = "Servizi sociali"
    motto: str = ""
    phone: str = ""
    email: str = ""
    pec: str = ""
    address: str = ""
    opening: tuple[Any, ...] = ()
    logo_url: str | None = None
    palette: str = "comuni"
    accessibility_url: str = ""
    booking_url: str = "/prenota"
    languages: tuple[str, ...] = ("it",)
    is_demo: bool = False


@dataclass(frozen=True)
class SignedIn:
    """Who is signed in, for the header of the pages and for the guards.

    ``level`` is how strongly they proved who they are: 1 by a one-time code, 2 and 3 by a digital identity.
    ``is_proved_lately``: within the last five minutes, as what is dangerous asks. ``unread``: messages or notices
    that wait to be read.
    """

    session_id: UUID
    actor: Citizen | Operator
    name: str
    expires_in: int
    role: str = ""
    office: str = ""
    language: str | None = None
    is_expired: bool = False
    level: int = 2
    is_proved_lately: bool = False
    unread: int = 0

    @property
    def has_full_level(self) -> bool:
        """Whether personal pages open; else only those of low risk do."""
        return self.level >= FULL_LEVEL


@dataclass(frozen=True)
class Visit:
    """One request's surroundings."""

    site: Site
    actor: Actor
    signed_in: SignedIn | None = None
    language: Language = SOURCE
    navigation: tuple[Any, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def languages(self) -> list[Language]:
        """The languages the site offers."""
        return [BY_CODE[code] for code in self.site.languages if code in BY_CODE]


current_visit: ContextVar[Visit | None] = ContextVar("current_visit", default=None)
current_request: ContextVar[Request[Any, Any, Any]] = ContextVar("current_request")


def visit_of(request: Request[Any, Any, Any]) -> Visit:
    """The visit that the middleware has prepared for ``request``."""
    found: Visit = request.scope["state"]["visit"]
    return found
