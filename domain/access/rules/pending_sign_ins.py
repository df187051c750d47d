"""A sign-in on its way to a provider and back."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from domain.access.terms import Site, Way

LIFE = timedelta(minutes=10)
MOST_OF_A_BROWSER = 5
DETAILS = "sign-in request"
"""For what the details are sealed."""


@dataclass(frozen=True)
class PendingSignIn:
    """What we asked of whom. ``details`` are the secrets of the protocol (nonce, code verifier…), as texts."""

    site: Site
    way: Way
    issuer: str
    level: int
    return_path: str
    request_id: str = ""
    details: dict[str, str] = field(default_factory=dict, repr=False)
    asked_at: datetime | None = None
